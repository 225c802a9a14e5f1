//! Kind pacing: plans, breaks, and the small step that Today shows.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::StepPlan;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Break, Why, choose, first_step_due};
use askelma_diary::record::Kind;
use askelma_diary::time::Instant;
use askelma_diary::values::{CardMark, Minutes, Outcome, PathMove, SchoolMode, TermKind};

mod made;
use made::path::{PATH, a_try, id, now, of_steps, plan, tie, today, tried};
use made::{Made, at, day, words};

#[test]
fn a_plan_is_for_steps_that_are_on_the_path() {
    let mut diary = of_steps(2);
    for (step, date) in [(1, "2026-11-26"), (2, "2026-11-25"), (9, "2026-11-25")] {
        let plan = StepPlan { step: id(step), day: day(date), at_min: None };
        let name = Id::once_a_day_for(Kind::StepPlan, plan.day, plan.step);
        diary.show(&Change::put(name, plan));
    }
    let planned = path::planned_between(&diary, today(), day("2026-11-30"));
    let steps: Vec<_> = planned.into_iter().map(|(_, plan)| plan.step).collect();
    assert_eq!(steps, [id(2), id(1)]);
    assert_eq!(path::planned_on(&diary, day("2026-11-26")).len(), 1);
}

#[test]
fn after_three_school_days_away_a_first_step_is_offered() {
    let mut made = Made::default();
    let offered = |made: &Made| first_step_due(&made.diary, now());
    // Monday, Friday and Thursday; the weekend between says nothing.
    made.school(day("2026-11-23"), SchoolMode::NotToday, 300, 0);
    made.school(day("2026-11-20"), SchoolMode::Ill, 300, 0);
    assert_eq!(offered(&made), None);
    made.school(day("2026-11-19"), SchoolMode::OnSite, 300, 0);
    assert_eq!(offered(&made), Some(Break::DaysAway(3)));
    // A blank Wednesday counts neither way, a quarter of an hour on Tuesday does.
    made.school(day("2026-11-17"), SchoolMode::OnSite, 300, 15);
    made.school(day("2026-11-16"), SchoolMode::NotToday, 300, 0);
    assert_eq!(offered(&made), Some(Break::DaysAway(3)));
    made.school(day("2026-11-24"), SchoolMode::AtHome, 300, 0);
    assert_eq!(offered(&made), None);
}

#[test]
fn the_last_evening_of_a_break_offers_a_first_step() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.term(TermKind::Off, "2026-12-19", "2027-01-06");
    let on = |date: &str, hour: i64| first_step_due(&made.diary, at(day(date), hour * 60));
    // School is on again on Thursday 7 January 2027.
    assert_eq!(on("2027-01-06", 15), None);
    assert_eq!(on("2027-01-06", 16), Some(Break::LastEvening));
    assert_eq!(on("2027-01-05", 18), None);
    assert_eq!(on("2027-01-07", 18), None);
    // A weekend is no break.
    assert_eq!(on("2026-11-22", 18), None);
}

#[test]
fn a_first_step_is_not_offered_once_one_is_chosen_or_tried() {
    let away = || {
        let mut made = Made { diary: of_steps(3), ..Made::default() };
        for date in ["2026-11-20", "2026-11-19", "2026-11-18"] {
            made.school(day(date), SchoolMode::NotToday, 300, 0);
        }
        made
    };
    assert_eq!(first_step_due(&away().diary, now()), Some(Break::DaysAway(3)));
    let mut planned = away();
    plan(&mut planned.diary, 1, "2026-11-25", None);
    assert_eq!(first_step_due(&planned.diary, now()), None);
    let mut over = away();
    plan(&mut over.diary, 1, "2026-11-23", None);
    assert_eq!(first_step_due(&over.diary, now()), Some(Break::DaysAway(3)));
    let mut tried_since = away();
    tried(&mut tried_since.diary, 1, &[Outcome::TurnedBack]);
    assert_eq!(first_step_due(&tried_since.diary, now()), None);
}

/// Title and reason of Today's step.
fn todays(diary: &Diary, now: Instant) -> Option<(String, Why)> {
    path::todays_step(diary, now).map(|step| (step.title.as_str().to_owned(), step.why))
}

#[test]
fn todays_step_is_the_one_where_i_stand_and_hidden_on_days_off() {
    let mut made = Made { diary: of_steps(3), ..Made::default() };
    assert_eq!(todays(&Diary::default(), now()), None);
    // 24 November 2026 is a Tuesday, the 28th a Saturday.
    let saturday = at(day("2026-11-28"), 9 * 60);
    assert_eq!(todays(&made.diary, now()), Some(("1".to_owned(), Why::Here)));
    assert_eq!(todays(&made.diary, saturday), None);
    made.timetable(300, false);
    made.term(TermKind::Off, "2026-11-24", "2026-11-25");
    assert_eq!(todays(&made.diary, now()), None);
    assert_eq!(todays(&made.diary, saturday), None);
    // What was planned for a day off is shown all the same.
    plan(&mut made.diary, 3, "2026-11-24", Some(600));
    let planned = Why::Planned(Minutes::new(600).ok());
    assert_eq!(todays(&made.diary, now()), Some(("3".to_owned(), planned)));
}

#[test]
fn todays_step_says_what_was_tried_and_what_goes_on() {
    let mut diary = of_steps(3);
    tried(&mut diary, 1, &[Outcome::TurnedBack, Outcome::Did]);
    let last = Id::named(Kind::Try, &[1, 1]);
    let step = path::todays_step(&diary, now()).expect("a step");
    assert_eq!(step.why, Why::Tried(last));
    assert_eq!((step.guess, step.last), (None, Some((7, 3))));
    let open = Id::named(Kind::Try, b"open");
    diary.show(&Change::put(open, a_try(2, 300, None)));
    assert_eq!(todays(&diary, now()), Some(("2".to_owned(), Why::GoingOn(open))));
}

#[test]
fn after_days_away_an_easier_first_step_stands_beside() {
    let mut made = Made { diary: of_steps(3), ..Made::default() };
    for date in ["2026-11-20", "2026-11-19", "2026-11-18"] {
        made.school(day(date), SchoolMode::Ill, 300, 0);
    }
    let due = Break::DaysAway(3);
    assert_eq!(todays(&made.diary, now()), Some(("1".to_owned(), Why::Choose(due, None))));
    let on_two = choose(Change::default(), id(PATH), PathMove::Next, Some(id(2)), now());
    made.diary.show(&path::after_all_choices(&made.diary, on_two));
    let easier = Some((id(1), words("1")));
    assert_eq!(todays(&made.diary, now()), Some(("2".to_owned(), Why::Choose(due, easier))));
    // A paused step is offered neither as the first nor as the easier one.
    let card = Some((id(77), CardMark::Safety));
    made.diary.show(&tie(&made.diary.clone(), id(1), card, now()));
    assert_eq!(todays(&made.diary, now()), Some(("2".to_owned(), Why::Choose(due, None))));
    made.diary.show(&tie(&made.diary.clone(), id(2), card, now()));
    assert_eq!(todays(&made.diary, now()), None);
}
