//! What a person does on one day, deed by deed: a tick, a school day, an entry for another day.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::Diary;
use askelma_diary::entries::{SchoolDay, Term, Thresholds, Tick, TickLevel};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::routine::edit::tick;
use askelma_diary::routine::starters;
use askelma_diary::school::edit::{PlanError, put_term};
use askelma_diary::school::edit_day::{
    Attended, DAY_STEP_MIN, LESSON_STEP_MIN, choose_thresholds, length, put_detailed, put_length,
    remove, stay_at_home, tap,
};
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput};
use askelma_diary::school::planned_min;
use askelma_diary::shard::ShardKey;
use askelma_diary::time::{Instant, TimeError, Zone, entered_at};
use askelma_diary::values::{Minutes, PartOfDay, SchoolMode, SchoolTag, TermKind, ThresholdOf};
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS};

mod made;
use made::{at, day, min, words};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

#[test]
fn another_day_is_entered_at_its_noon() {
    let today = day("2026-11-24");
    let now = at(today, 500);
    assert_eq!(entered_at(&EastTwo, today, now), now);
    assert_eq!(entered_at(&EastTwo, day("2026-11-20"), now), at(day("2026-11-20"), 720));
}

#[test]
fn months_begin_with_their_first_date() {
    assert_eq!(day("2026-11-24").first_of_month(), day("2026-11-01"));
    assert_eq!(day("2026-01-31").first_of_next_month(), day("2026-02-01"));
    assert_eq!(day("2026-12-01").first_of_next_month(), day("2027-01-01"));
}

#[test]
fn a_tick_goes_from_done_to_some_of_it_to_blank() {
    let (date, item) = (day("2026-11-24"), Id::random([1; 16]));
    let (id, when) = (Id::once_a_day_for(Kind::Tick, date, item), at(date, 500));
    let mut diary = Diary::default();
    for level in [TickLevel::Done, TickLevel::Some] {
        let change = tick(&diary, item, date, when);
        assert_eq!(change, Change::put(id, Tick { day: date, item, when, level }));
        diary.show(&change);
    }
    let gone = Item::Remove { id, shard: ShardKey::Month(2026, 11) };
    assert_eq!(tick(&diary, item, date, when), Change(vec![gone]));
}

#[test]
fn a_new_diary_begins_with_ten_items_under_fixed_names() {
    let titles = ["a", "b", "c", "d", "e", "f", "", "h", "i", "j"];
    let items = starters(titles, day("2026-11-24"));
    // The one without a title is left out.
    assert_eq!(items.len(), 9);
    let (id, bag) = &items[3];
    assert_eq!((*id, bag.item), (Id::named(Kind::RoutineItem, b"s\x03"), *id));
    assert_eq!((bag.title.clone(), bag.icon, bag.order), (words("d"), 3, 30));
    assert_eq!((bag.part, bag.about_min), (PartOfDay::Morning, Some(min(480))));
    assert_eq!((bag.weekdays, items[0].1.weekdays), (SCHOOL_DAYS, EVERY_DAY));
    assert_eq!(items[4].1.about_min, None);
}

#[test]
fn half_a_school_day_is_told_in_quarters_of_an_hour_and_half_a_lesson_in_five_minutes() {
    let halves = [300, 290, 45, 20, 0].map(|planned| min(planned).half(DAY_STEP_MIN).get());
    assert_eq!(halves, [150, 135, 15, 15, 15]);
    let halves = [90, 45, 5, 0].map(|planned| min(planned).half(LESSON_STEP_MIN).get());
    assert_eq!(halves, [45, 20, 5, 5]);
}

#[test]
fn one_tap_tells_a_school_day_and_keeps_what_was_said_of_it() {
    let date = day("2026-11-24");
    let id = Id::once_a_day(Kind::SchoolDay, date);
    let mut diary = Diary::default();
    let attended = |mode, attended| {
        let change = tap(&Diary::default(), date, mode, attended, min(300));
        let mut after = Diary::default();
        after.show(&change);
        after.school_day(date).expect("a school day").attended_min.get()
    };
    assert_eq!(attended(SchoolMode::OnSite, Attended::Whole), 300);
    assert_eq!(attended(SchoolMode::OnSite, Attended::Part), 150);
    assert_eq!(attended(SchoolMode::Remote, Attended::ByMode), 300);
    assert_eq!(attended(SchoolMode::Ill, Attended::ByMode), 0);
    assert_eq!(attended(SchoolMode::Mixed, Attended::Told(min(95))), 95);
    let recorded = SchoolDay {
        day: date,
        mode: SchoolMode::OnSite,
        planned_min: min(300),
        attended_min: min(150),
        note: Some(words("ok")),
        lessons: Vec::new(),
        tags: vec![SchoolTag::Later],
        remote_min: None,
    };
    diary.show(&Change::put(id, recorded.clone()));
    let ill = SchoolDay { mode: SchoolMode::Ill, attended_min: Minutes::MIN, ..recorded };
    let change = tap(&diary, date, SchoolMode::Ill, Attended::ByMode, min(300));
    assert_eq!(change, Change::put(id, ill));
    let gone = Item::Remove { id, shard: ShardKey::Month(2026, 11) };
    assert_eq!(remove(&diary, date), Change(vec![gone]));
}

#[test]
fn a_day_at_home_is_as_long_as_the_timetable_has_it() {
    let date = day("2026-11-24");
    let at_home = |planned| SchoolDay {
        day: date,
        mode: SchoolMode::AtHome,
        planned_min: min(planned),
        attended_min: Minutes::MIN,
        note: None,
        lessons: Vec::new(),
        tags: Vec::new(),
        remote_min: None,
    };
    let id = Id::once_a_day(Kind::SchoolDay, date);
    let mut diary = Diary::default();
    assert_eq!(stay_at_home(&diary, date), Change::put(id, at_home(0)));
    diary.show(&put_length(min(285)));
    assert_eq!(stay_at_home(&diary, date), Change::put(id, at_home(285)));
}

#[test]
fn more_remote_than_attended_is_refused() {
    let date = day("2026-11-24");
    let input = SchoolDayInput {
        day: date,
        mode: SchoolMode::Mixed,
        planned_min: min(300),
        attended_min: min(90),
        remote_min: Some(min(91)),
        lessons: Vec::new(),
        tags: Vec::new(),
        note: None,
    };
    assert_eq!(put_detailed(&input), Err(SchoolDayError::RemoteOverAttended));
    let fits = SchoolDayInput { remote_min: Some(min(90)), ..input };
    let expected = fits.school_day().expect("it fits");
    let id = Id::once_a_day(Kind::SchoolDay, date);
    assert_eq!(put_detailed(&fits), Ok(Change::put(id, expected)));
}

#[test]
fn a_school_days_length_is_asked_once() {
    let (tuesday, saturday) = (day("2026-11-24"), day("2026-11-28"));
    let mut diary = Diary::default();
    assert_eq!(length(&diary, tuesday), None);
    diary.show(&put_length(min(285)));
    assert_eq!(planned_min(&diary, saturday), Some(min(0)));
    // A Saturday that was logged all the same is as long as the longest day.
    assert_eq!(
        (length(&diary, tuesday), length(&diary, saturday)),
        (Some(min(285)), Some(min(285)))
    );
}

#[test]
fn a_term_that_cannot_be_is_refused() {
    let from = day("2026-11-24");
    let ending = |to| Term { from, to: day(to), kind: TermKind::Off, name: None };
    let term = ending("2026-11-23");
    assert_eq!(put_term(Id::random([1; 16]), term), Err(PlanError::EndsBeforeItBegins));
    let term = ending("2026-11-24");
    let id = Id::random([1; 16]);
    assert_eq!(put_term(id, term.clone()), Ok(Change::put(id, term)));
}

#[test]
fn thresholds_are_chosen_and_let_go() {
    let mut diary = Diary::default();
    let chosen = Thresholds { of: ThresholdOf::Lessons, first: 30, second: 50 };
    diary.show(&choose_thresholds(&diary, Some(chosen)));
    assert_eq!(diary.choices().marks, Some(chosen));
    diary.show(&choose_thresholds(&diary, None));
    assert_eq!(diary.choices().marks, None);
}
