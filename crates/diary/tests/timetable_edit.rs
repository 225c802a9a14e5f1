//! Timetables as versions, lessons as sums, and a school day told by minutes or by lesson.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{Lesson, LessonLog, SchoolDay, Term, Timetable};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::school::edit::{
    PlanError, WantedTable, lessons_on, next_start, put_table, put_term, remove_table, tables,
    terms,
};
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput, lessons_to_log};
use askelma_diary::school::{SchoolPlan, Which, planned_min, school_view};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, SchoolMode, SchoolTag, TermKind, Words};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

fn min(minutes: u16) -> Minutes {
    Minutes::new(minutes).expect("in range")
}

fn words(text: &str) -> Option<Words> {
    Words::new(text).expect("short")
}

fn lesson(weekday: u8, name: &str, starts: u16, length: u16) -> Lesson {
    let starts_min = (starts > 0).then(|| min(starts));
    Lesson { weekday, name: words(name), starts_min, length_min: min(length) }
}

/// That many minutes from Monday to Friday.
fn hours(minutes: u16) -> [Minutes; 7] {
    let mut hours = [min(minutes); 7];
    hours[5] = Minutes::MIN;
    hours[6] = Minutes::MIN;
    hours
}

fn wanted(from: &str, minutes: u16) -> WantedTable {
    WantedTable { from: day(from), until: None, hours: hours(minutes), lessons: Vec::new() }
}

fn put(diary: &mut Diary, which: Which, wanted: &WantedTable) {
    let change = put_table(diary, which, wanted).expect("it can be so");
    diary.show(&change);
}

fn spans(diary: &Diary, which: Which) -> Vec<(String, String)> {
    let until = |table: &Timetable| table.until.map_or("open".to_owned(), |day| day.to_string());
    tables(diary, which).iter().map(|(_, table)| (table.from.to_string(), until(table))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(from, until)| ((*from).into(), (*until).into())).collect()
}

#[test]
fn a_new_version_closes_the_older_one_and_ends_before_the_next() {
    let mut diary = Diary::default();
    put(&mut diary, Which::Full, &wanted("2026-08-10", 300));
    put(&mut diary, Which::Full, &wanted("2027-01-07", 320));
    put(&mut diary, Which::Full, &wanted("2026-10-19", 285));
    assert_eq!(
        spans(&diary, Which::Full),
        pairs(&[
            ("2026-08-10", "2026-10-18"),
            ("2026-10-19", "2027-01-06"),
            ("2027-01-07", "open")
        ])
    );
    // Each date has its own version's minutes: a Friday before, a Monday on, a Thursday after.
    let of = |date: &str| planned_min(&diary, day(date)).map(Minutes::get);
    assert_eq!(of("2026-08-09"), None);
    assert_eq!(of("2026-10-16"), Some(300));
    assert_eq!(of("2026-10-19"), Some(285));
    assert_eq!(of("2027-01-07"), Some(320));
    assert_eq!(of("2026-11-21"), Some(0));
}

#[test]
fn the_same_first_date_replaces_and_the_own_plan_stands_beside() {
    let mut diary = Diary::default();
    put(&mut diary, Which::Full, &wanted("2026-08-10", 300));
    put(&mut diary, Which::OwnPlan, &wanted("2026-11-02", 90));
    put(&mut diary, Which::Full, &wanted("2026-08-10", 240));
    assert_eq!(spans(&diary, Which::Full), pairs(&[("2026-08-10", "open")]));
    assert_eq!(spans(&diary, Which::OwnPlan), pairs(&[("2026-11-02", "open")]));
    let plan = SchoolPlan::read(&diary);
    assert_eq!(plan.planned_min(day("2026-11-03")), Some(min(240)));
    assert_eq!(plan.own_min(day("2026-11-03")), Some(min(90)));
    assert_eq!(plan.own_min(day("2026-10-30")), None);
}

#[test]
fn what_was_asked_once_on_today_is_closed_like_any_other() {
    let mut diary = Diary::default();
    let table = Timetable {
        from: day("2000-01-01"),
        until: None,
        week_min: hours(300).to_vec(),
        own_plan: false,
        lessons: Vec::new(),
    };
    diary.show(&Change::put(Id::named(Kind::Timetable, b"school day length"), table));
    put(&mut diary, Which::Full, &wanted("2026-11-24", 285));
    assert_eq!(
        spans(&diary, Which::Full),
        pairs(&[("2000-01-01", "2026-11-23"), ("2026-11-24", "open")])
    );
}

#[test]
fn taking_a_version_away_lets_the_one_before_go_on() {
    let mut diary = Diary::default();
    put(&mut diary, Which::Full, &wanted("2026-08-10", 300));
    put(&mut diary, Which::Full, &wanted("2026-10-19", 285));
    put(&mut diary, Which::Full, &wanted("2027-01-07", 320));
    let middle = tables(&diary, Which::Full)[1].0;
    diary.show(&remove_table(&diary, Which::Full, middle));
    assert_eq!(
        spans(&diary, Which::Full),
        pairs(&[("2026-08-10", "2027-01-06"), ("2027-01-07", "open")])
    );
    let last = tables(&diary, Which::Full)[1].0;
    diary.show(&remove_table(&diary, Which::Full, last));
    assert_eq!(spans(&diary, Which::Full), pairs(&[("2026-08-10", "open")]));
    // An own plan that had ended before is not drawn out.
    let until = Some(day("2026-09-30"));
    put(&mut diary, Which::OwnPlan, &WantedTable { until, ..wanted("2026-09-01", 60) });
    put(&mut diary, Which::OwnPlan, &wanted("2026-11-02", 90));
    let last = tables(&diary, Which::OwnPlan)[1].0;
    diary.show(&remove_table(&diary, Which::OwnPlan, last));
    assert_eq!(spans(&diary, Which::OwnPlan), pairs(&[("2026-09-01", "2026-09-30")]));
}

#[test]
fn minutes_of_a_weekday_are_its_lessons_sum() {
    let lessons = vec![
        lesson(0, "Maths", 9 * 60 + 45, 75),
        lesson(0, "Finnish", 8 * 60 + 15, 45),
        lesson(2, "Art", 0, 90),
    ];
    let mut diary = Diary::default();
    put(&mut diary, Which::Full, &WantedTable { lessons, ..wanted("2026-08-10", 300) });
    let table = tables(&diary, Which::Full)[0].1.clone();
    let week: Vec<u16> = table.week_min.iter().map(|min| min.get()).collect();
    // Monday 45 + 75, Wednesday 90, the others as told.
    assert_eq!(week, [120, 300, 90, 300, 300, 0, 0]);
    let monday: Vec<_> = lessons_on(&table.lessons, 0)
        .iter()
        .map(|lesson| lesson.name.as_ref().expect("named").as_str().to_owned())
        .collect();
    assert_eq!(monday, ["Finnish", "Maths"]);
    // After 9:45 + 75 min = 11:00 and a quarter of an hour.
    assert_eq!(next_start(&table.lessons, 0), Some(min(11 * 60 + 15)));
    assert_eq!(next_start(&table.lessons, 2), None);
    assert_eq!(next_start(&table.lessons, 3), None);
}

#[test]
fn impossible_timetables_and_terms_are_refused() {
    let diary = Diary::default();
    let early = WantedTable { until: Some(day("2026-08-09")), ..wanted("2026-08-10", 300) };
    assert_eq!(put_table(&diary, Which::OwnPlan, &early), Err(PlanError::EndsBeforeItBegins));
    let lessons = vec![lesson(0, "A", 0, 1000), lesson(0, "B", 0, 441)];
    let long = WantedTable { lessons, ..wanted("2026-08-10", 300) };
    assert_eq!(put_table(&diary, Which::Full, &long), Err(PlanError::OverADay));
    let put_until = |to: &str| {
        let (from, to) = (day("2026-10-12"), day(to));
        put_term(Id::random([1; 16]), Term { from, to, kind: TermKind::Off, name: None })
            .map(|_| ())
    };
    assert_eq!(put_until("2026-10-16"), Ok(()));
    assert_eq!(put_until("2026-10-12"), Ok(()));
    assert_eq!(put_until("2026-10-11"), Err(PlanError::EndsBeforeItBegins));
    assert_eq!(put_until("2027-11-16"), Err(PlanError::TooLong));
}

#[test]
fn terms_come_by_date_without_those_long_over() {
    let mut diary = Diary::default();
    for (number, from, to) in [
        (1, "2026-12-21", "2027-01-06"),
        (2, "2026-10-12", "2026-10-16"),
        (3, "2025-06-01", "2025-08-09"),
    ] {
        let term = Term { from: day(from), to: day(to), kind: TermKind::Off, name: None };
        diary.show(&Change::put(Id::random([number; 16]), term));
    }
    let begins: Vec<_> =
        terms(&diary, day("2026-01-01")).iter().map(|(_, term)| term.from.to_string()).collect();
    assert_eq!(begins, ["2026-10-12", "2026-12-21"]);
}

fn input(mode: SchoolMode, planned: u16, attended: u16) -> SchoolDayInput {
    SchoolDayInput {
        day: day("2026-11-23"),
        mode,
        planned_min: min(planned),
        attended_min: min(attended),
        remote_min: None,
        lessons: Vec::new(),
        tags: vec![SchoolTag::WithAdult],
        note: words("Quiet room"),
    }
}

fn log(length: u16, attended: u16, remote: bool) -> LessonLog {
    LessonLog { name: words("L"), planned_min: min(length), attended_min: min(attended), remote }
}

fn school_day_of(input: &SchoolDayInput) -> SchoolDay {
    input.school_day().expect("it can be so")
}

#[test]
fn a_mixed_day_says_its_remote_minutes() {
    let mixed = SchoolDayInput { remote_min: Some(min(45)), ..input(SchoolMode::Mixed, 300, 120) };
    let school_day = school_day_of(&mixed);
    assert_eq!((school_day.attended_min, school_day.remote_min), (min(120), Some(min(45))));
    assert_eq!(
        (school_day.tags, school_day.note),
        (vec![SchoolTag::WithAdult], words("Quiet room"))
    );
    let over = SchoolDayInput { remote_min: Some(min(121)), ..mixed.clone() };
    assert_eq!(over.school_day(), Err(SchoolDayError::RemoteOverAttended));
    // Of another day remote minutes are not said apart, and an ill day has none at all.
    let on_site = SchoolDayInput { mode: SchoolMode::OnSite, ..mixed.clone() };
    assert_eq!(school_day_of(&on_site).remote_min, None);
    let ill = SchoolDayInput { mode: SchoolMode::Ill, ..mixed };
    assert_eq!(
        (school_day_of(&ill).attended_min, school_day_of(&ill).remote_min),
        (Minutes::MIN, None)
    );
}

#[test]
fn told_by_lesson_the_minutes_are_sums_and_the_way_follows() {
    use SchoolMode::{AtHome, Mixed, NotToday, OnSite, Remote};
    let by_lessons = |mode, lessons: &[LessonLog]| {
        let input = SchoolDayInput { lessons: lessons.to_vec(), ..input(mode, 300, 300) };
        let school_day = school_day_of(&input);
        let remote = school_day.remote_min.map(Minutes::get);
        (school_day.mode, school_day.planned_min.get(), school_day.attended_min.get(), remote)
    };
    // 45 + 45 + 75 planned; 45 on site and 30 of 75 remote.
    let mixed = [log(45, 45, false), log(45, 0, false), log(75, 30, true)];
    assert_eq!(by_lessons(OnSite, &mixed), (Mixed, 165, 75, Some(30)));
    assert_eq!(by_lessons(Mixed, &[log(45, 45, false), log(45, 0, true)]), (OnSite, 90, 45, None));
    assert_eq!(by_lessons(OnSite, &[log(45, 45, true)]), (Remote, 45, 45, None));
    // More than its length counts as its length.
    assert_eq!(by_lessons(OnSite, &[log(45, 60, false)]), (OnSite, 45, 45, None));
    assert_eq!(by_lessons(AtHome, &[log(45, 0, false)]), (AtHome, 45, 0, None));
    assert_eq!(by_lessons(OnSite, &[log(45, 0, false)]), (NotToday, 45, 0, None));
    let long = vec![log(1000, 0, false), log(1000, 0, false)];
    let over = SchoolDayInput { lessons: long, ..input(OnSite, 300, 0) };
    assert_eq!(over.school_day(), Err(SchoolDayError::OverADay));
}

#[test]
fn lessons_to_log_are_those_of_that_dates_timetable() {
    let mut diary = Diary::default();
    let with = |lessons, from| WantedTable { lessons, ..wanted(from, 0) };
    put(&mut diary, Which::Full, &with(vec![lesson(0, "Old", 480, 45)], "2026-08-10"));
    let new = vec![lesson(0, "Late", 600, 75), lesson(0, "Early", 480, 45)];
    put(&mut diary, Which::Full, &with(new, "2026-11-16"));
    let off =
        Term { from: day("2026-10-12"), to: day("2026-10-16"), kind: TermKind::Off, name: None };
    diary.show(&Change::put(Id::random([1; 16]), off));
    let plan = SchoolPlan::read(&diary);
    let of = |date: &str| {
        let names = lessons_to_log(&plan, day(date)).into_iter().map(|log| log.name);
        names.map(|name| name.expect("named").as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("2026-11-09"), ["Old"]);
    assert_eq!(of("2026-11-16"), ["Early", "Late"]);
    assert_eq!(of("2026-11-17"), Vec::<String>::new());
    assert_eq!(of("2026-10-12"), Vec::<String>::new());
}

#[test]
fn figures_of_a_hand_made_fortnight() {
    // The same days as the journey school.spec.ts: what the page shows is worked out here by hand.
    let mut diary = Diary::default();
    let monday = vec![lesson(0, "Maths", 495, 45), lesson(0, "Art", 555, 75)];
    let full = WantedTable { lessons: monday, ..wanted("2026-11-02", 300) };
    put(&mut diary, Which::Full, &full);
    put(&mut diary, Which::OwnPlan, &wanted("2026-11-02", 60));
    let off =
        Term { from: day("2026-11-06"), to: day("2026-11-06"), kind: TermKind::Off, name: None };
    diary.show(&Change::put(Id::random([1; 16]), off));
    let lessons = vec![
        LessonLog { name: words("Maths"), ..log(45, 45, false) },
        LessonLog { name: words("Art"), ..log(75, 30, true) },
    ];
    let days = [
        SchoolDayInput { lessons, day: day("2026-11-02"), ..input(SchoolMode::OnSite, 0, 0) },
        SchoolDayInput { day: day("2026-11-03"), ..input(SchoolMode::OnSite, 300, 300) },
        SchoolDayInput {
            day: day("2026-11-04"),
            remote_min: Some(min(60)),
            ..input(SchoolMode::Mixed, 300, 150)
        },
        SchoolDayInput { day: day("2026-11-05"), ..input(SchoolMode::Ill, 300, 0) },
    ];
    for input in days {
        let id = Id::once_a_day(Kind::SchoolDay, input.day);
        diary.show(&Change::put(id, school_day_of(&input)));
    }
    // Seen on Saturday 7.11.: Friday was off, so that 4 of 4 school days are known.
    let view = school_view(&diary, day("2026-11-07"));
    let four = &view.windows[0];
    assert_eq!((four.full.planned_days, four.full.logged_days), (4, 4));
    // 120 + 300 + 300 + 300 planned; 75 + 300 + 150 + 0 attended; 30 + 60 of these remote.
    assert_eq!(
        (four.full.planned_min, four.full.attended_min, four.full.remote_min),
        (1020, 525, 90)
    );
    assert_eq!(four.full.ill_days, 1);
    // 1 - 525 / 1020 = 48.5 %.
    assert!((four.full.absence_share().expect("covered") - 0.485_294).abs() < 1e-6);
    // Own plan of an hour a day: 60 + 60 + 60 + 0 of 240.
    let own_plan = four.own_plan.expect("in force");
    assert_eq!((own_plan.planned_min, own_plan.attended_min), (240, 180));
    let lessons: Vec<_> = view
        .by_lesson
        .iter()
        .map(|sum| {
            (
                sum.name.as_ref().map(|name| name.as_str().to_owned()),
                sum.attended_min,
                sum.planned_min,
            )
        })
        .collect();
    assert_eq!(lessons, [(Some("Maths".into()), 45, 45), (Some("Art".into()), 30, 75)]);
}

proptest! {
    /// Whatever is put and taken away in whatever order, no two versions overlap, none is upside
    /// down, and what was put last counts from its first date.
    #[test]
    fn versions_never_overlap(deeds in prop::collection::vec((0..40_i32, 0..6_u16, prop::option::of(0..30_i32), any::<bool>()), 1..30)) {
        let start = day("2026-08-10");
        let mut diary = Diary::default();
        for (at, hour, until, removes) in deeds {
            let from = start.plus(at);
            if removes {
                let all = tables(&diary, Which::OwnPlan);
                if let Some((id, _)) = all.get(usize::from(hour)) {
                    diary.show(&remove_table(&diary, Which::OwnPlan, *id));
                }
            } else {
                let until = until.map(|days| from.plus(days));
                let wanted = WantedTable { from, until, hours: [min(hour * 60); 7], lessons: Vec::new() };
                put(&mut diary, Which::OwnPlan, &wanted);
                prop_assert_eq!(SchoolPlan::read(&diary).own_min(from), Some(min(hour * 60)));
            }
            let all = tables(&diary, Which::OwnPlan);
            for (_, table) in &all {
                prop_assert!(table.until.is_none_or(|until| table.from <= until));
            }
            for pair in all.windows(2) {
                let end = pair[0].1.until;
                prop_assert!(end.is_some_and(|end| end < pair[1].1.from));
            }
        }
    }
}
