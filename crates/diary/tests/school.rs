//! Time at school: plans, terms, lessons, thresholds and the page, with figures worked by hand.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod made;

use askelma_diary::diary::choices_id;
use askelma_diary::entries::{Choices, Lesson, Thresholds, Timetable};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::school::drift::Drift;
use askelma_diary::school::{
    Reached, SchoolFigures, SchoolPlan, by_lesson, dates, full, lessons_away, own_plan,
    planned_min, reached_by, reached_by_share, rows, school_view, usual_thresholds,
};
use askelma_diary::values::{Minutes, SchoolMode, TermKind, ThresholdOf};
use made::{Made, day, lesson, min, words};

#[test]
fn days_off_have_no_school_and_neither_has_the_time_between_terms() {
    let mut made = Made::default();
    assert_eq!(planned_min(&made.diary, day("2026-10-12")), None);
    made.timetable(300, false);
    made.term(TermKind::Off, "2026-10-12", "2026-10-16");
    let planned = |made: &Made, date| planned_min(&made.diary, day(date)).map(Minutes::get);
    // The Fridays before and within the autumn holiday, the Monday after, a Saturday.
    assert_eq!(planned(&made, "2026-10-09"), Some(300));
    assert_eq!(planned(&made, "2026-10-16"), Some(0));
    assert_eq!(planned(&made, "2026-10-19"), Some(300));
    assert_eq!(planned(&made, "2026-10-17"), Some(0));
    // No term is told: in July the timetable alone says.
    assert_eq!(planned(&made, "2026-07-01"), Some(300));
    made.term(TermKind::Term, "2026-08-11", "2026-12-19");
    made.term(TermKind::Term, "2027-01-07", "2027-06-05");
    assert_eq!(planned(&made, "2026-12-18"), Some(300));
    assert_eq!(planned(&made, "2026-12-21"), Some(0), "between the terms");
    assert_eq!(planned(&made, "2027-01-06"), Some(0), "the last day between them");
    assert_eq!(planned(&made, "2027-01-07"), Some(300));
    assert_eq!(planned(&made, "2026-10-13"), Some(0), "days off within a term");
    assert_eq!(planned(&made, "2026-08-10"), Some(300), "before the first term");
    assert_eq!(planned(&made, "2027-06-07"), Some(300), "after the last term");
}

#[test]
fn what_was_tapped_on_days_off_is_no_absence_and_time_attended_stays() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.school(day("2026-10-12"), SchoolMode::NotToday, 300, 0);
    made.school(day("2026-10-13"), SchoolMode::OnSite, 300, 120);
    made.term(TermKind::Off, "2026-10-12", "2026-10-16");
    let plan = SchoolPlan::read(&made.diary);
    let sum = full(&dates(&made.diary, &plan, day("2026-10-12"), day("2026-10-18")));
    assert_eq!((sum.planned_days, sum.logged_days), (1, 1));
    assert_eq!((sum.planned_min, sum.attended_min), (300, 120));
    // Both records stay to be seen; the untold days of the holiday are no rows.
    assert_eq!(rows(&made.diary, day("2026-10-12"), day("2026-10-18")).len(), 2);
}

#[test]
fn a_past_day_reads_its_own_dates_version() {
    let mut made = Made::default();
    let table = |from, until, minutes| Timetable {
        from: day(from),
        until,
        week_min: vec![min(minutes); 7],
        own_plan: false,
        lessons: Vec::new(),
    };
    made.add(table("2026-08-10", Some(day("2026-10-31")), 300));
    made.add(table("2026-11-01", None, 240));
    let planned = |date| planned_min(&made.diary, day(date)).map(Minutes::get);
    assert_eq!(planned("2026-08-09"), None);
    assert_eq!(planned("2026-10-31"), Some(300));
    assert_eq!(planned("2026-11-01"), Some(240));
}

#[test]
fn the_own_plan_stands_beside_the_full_timetable() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.timetable(120, true);
    // Monday 16.11.: 90 of 120 planned for me. Tuesday: 150, more than planned. Wednesday ill.
    // Thursday no record. Friday no school after all.
    made.school(day("2026-11-16"), SchoolMode::OnSite, 300, 90);
    made.school(day("2026-11-17"), SchoolMode::OnSite, 300, 150);
    made.school(day("2026-11-18"), SchoolMode::Ill, 300, 0);
    made.school(day("2026-11-20"), SchoolMode::NoSchool, 300, 0);
    let plan = SchoolPlan::read(&made.diary);
    let week = dates(&made.diary, &plan, day("2026-11-16"), day("2026-11-22"));
    let all = full(&week);
    assert_eq!((all.planned_days, all.logged_days, all.ill_days), (4, 3, 1));
    assert_eq!((all.planned_min, all.attended_min), (900, 240));
    // 3 of 4 days are 75 %: hours only.
    assert_eq!(all.absence_share(), None);
    let mine = own_plan(&week).expect("an own plan is in force");
    assert_eq!((mine.planned_days, mine.logged_days), (4, 3));
    // 90 and 120 of three times 120.
    assert_eq!((mine.planned_min, mine.attended_min), (360, 210));
}

#[test]
fn without_an_own_plan_there_is_no_figure_against_it() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.school(day("2026-11-16"), SchoolMode::OnSite, 300, 90);
    let plan = SchoolPlan::read(&made.diary);
    assert_eq!(own_plan(&dates(&made.diary, &plan, day("2026-11-16"), day("2026-11-16"))), None);
}

#[test]
fn the_remote_part_of_a_mixed_day_is_shown_apart() {
    let mut made = Made::default();
    made.timetable(300, false);
    let mut monday = made.school(day("2026-11-16"), SchoolMode::Mixed, 300, 200);
    monday.remote_min = Some(min(45));
    made.put(Id::once_a_day(Kind::SchoolDay, monday.day), monday);
    let mut tuesday = made.school(day("2026-11-17"), SchoolMode::Mixed, 300, 135);
    tuesday.lessons = vec![lesson("Maths", 45, 45), lesson("Art", 90, 90)];
    tuesday.lessons[1].remote = true;
    made.put(Id::once_a_day(Kind::SchoolDay, tuesday.day), tuesday);
    made.school(day("2026-11-18"), SchoolMode::Mixed, 300, 60);
    made.school(day("2026-11-19"), SchoolMode::Remote, 300, 30);
    let plan = SchoolPlan::read(&made.diary);
    let of = |date| full(&dates(&made.diary, &plan, day(date), day(date))).remote_min;
    assert_eq!(of("2026-11-16"), 45, "as it says");
    assert_eq!(of("2026-11-17"), 90, "by its lessons");
    assert_eq!(of("2026-11-18"), 60, "it does not say");
    assert_eq!(of("2026-11-19"), 30, "all of a remote day");
}

/// Maths of 45 and art of 90 minutes on Mondays, maths of 45 on Tuesdays.
fn with_lessons(made: &mut Made) {
    let lesson = |weekday, name, length| Lesson {
        weekday,
        name: Some(words(name)),
        starts_min: None,
        length_min: min(length),
    };
    made.add(Timetable {
        from: day("2026-08-10"),
        until: None,
        week_min: [135, 45, 0, 0, 0, 0, 0].map(min).to_vec(),
        own_plan: false,
        lessons: vec![lesson(0, "Maths", 45), lesson(0, "Art", 90), lesson(1, "maths", 45)],
    });
}

#[test]
fn figures_of_each_lesson() {
    let mut made = Made::default();
    with_lessons(&mut made);
    // Logged by lesson: maths in part, art not at all.
    let mut monday = made.school(day("2026-11-09"), SchoolMode::OnSite, 135, 20);
    monday.lessons = vec![lesson("Maths", 45, 20), lesson("Art", 90, 0)];
    made.put(Id::once_a_day(Kind::SchoolDay, monday.day), monday);
    // The whole Tuesday; then a Monday ill; a Monday in part, which says nothing of its lessons.
    made.school(day("2026-11-10"), SchoolMode::OnSite, 45, 45);
    made.school(day("2026-11-16"), SchoolMode::Ill, 135, 0);
    made.school(day("2026-11-23"), SchoolMode::OnSite, 135, 60);
    let plan = SchoolPlan::read(&made.diary);
    let dates = dates(&made.diary, &plan, day("2026-11-09"), day("2026-11-24"));
    let sums = by_lesson(&plan, &dates);
    let sums: Vec<_> = sums
        .iter()
        .map(|sum| {
            let name = sum.name.as_ref().expect("named").as_str();
            (name, sum.lessons, sum.attended, sum.planned_min, sum.attended_min)
        })
        .collect();
    assert_eq!(sums, [("Maths", 3, 2, 135, 65), ("Art", 2, 0, 180, 0)]);
    // Art; nothing; both; not told; 75 of 135 minutes in lessons of 67.5 on average; not told.
    let away: Vec<u32> = dates.iter().map(|date| lessons_away(&plan, date)).collect();
    assert_eq!(away, [1, 0, 2, 0, 1, 0]);
}

#[test]
fn lessons_of_45_minutes_where_none_are_told() {
    let mut made = Made::default();
    made.timetable(300, false);
    made.school(day("2026-11-16"), SchoolMode::NotToday, 300, 0);
    made.school(day("2026-11-17"), SchoolMode::OnSite, 300, 256);
    made.school(day("2026-11-18"), SchoolMode::OnSite, 300, 255);
    let plan = SchoolPlan::read(&made.diary);
    let dates = dates(&made.diary, &plan, day("2026-11-16"), day("2026-11-18"));
    // 300, 44 and 45 minutes.
    let away: Vec<u32> = dates.iter().map(|date| lessons_away(&plan, date)).collect();
    assert_eq!(away, [6, 0, 1]);
}

#[test]
fn marks_are_reached_at_their_own_number() {
    let percent = usual_thresholds(ThresholdOf::Percent);
    let figures = |attended_min| SchoolFigures {
        planned_days: 10,
        logged_days: 8,
        planned_min: 1000,
        attended_min,
        ..SchoolFigures::default()
    };
    assert_eq!(reached_by_share(&figures(901), percent), None);
    assert_eq!(reached_by_share(&figures(900), percent), Some(Reached::First));
    assert_eq!(reached_by_share(&figures(801), percent), Some(Reached::First));
    assert_eq!(reached_by_share(&figures(800), percent), Some(Reached::Second));
    let little_known = SchoolFigures { logged_days: 7, ..figures(0) };
    assert_eq!(reached_by_share(&little_known, percent), None);
    assert_eq!(reached_by_share(&SchoolFigures::default(), percent), None);
    let lessons = usual_thresholds(ThresholdOf::Lessons);
    assert_eq!([reached_by(29, lessons), reached_by(30, lessons)], [None, Some(Reached::First)]);
    assert_eq!(reached_by(50, lessons), Some(Reached::Second));
}

#[test]
fn the_room() {
    let mut made = Made::default();
    made.timetable(300, false);
    // Thirteen school weeks from 24.8.2026; five points less away each week.
    let monday = day("2026-08-24");
    for week in 0_u16..13 {
        for weekday in 0..5 {
            let date = monday.plus(i32::from(week) * 7 + weekday);
            made.school(date, SchoolMode::OnSite, 300, 15 * (week + 1));
        }
    }
    // Tuesday after the thirteenth week, not logged yet; Monday logged.
    let today = day("2026-11-24");
    made.school(today.plus(-1), SchoolMode::OnSite, 300, 240);
    let view = school_view(&made.diary, today);
    assert_eq!(view.drift, Some(Drift::Easing));
    assert_eq!(view.thresholds, Thresholds { of: ThresholdOf::Percent, first: 10, second: 20 });
    assert_eq!(view.term, None);
    let [four, twelve] = &view.windows[..] else { panic!("two windows") };
    // Today is not over: the window ends yesterday. 27.10. to 23.11.: four days of week 10, three
    // whole weeks and the Monday.
    assert_eq!((four.from, four.to), (day("2026-10-27"), day("2026-11-23")));
    assert_eq!((four.full.planned_days, four.full.logged_days), (20, 20));
    assert_eq!(four.full.attended_min, 4 * 150 + 5 * (165 + 180 + 195) + 240);
    // 1 - 3540 / 6000.
    assert!((four.full.absence_share().expect("all is known") - 0.41).abs() < 1e-12);
    assert_eq!(four.reached, Some(Reached::Second));
    assert_eq!(four.own_plan, None);
    assert_eq!((twelve.from, twelve.full.planned_days), (day("2026-09-01"), 60));
    assert_eq!(view.weeks.len(), 12);
    assert_eq!(view.weeks[0].monday, day("2026-09-07"));
    assert_eq!(view.weeks[0].full.attended_min, 5 * 45);
    assert_eq!(view.weeks[11].full.attended_min, 240);
    let weekdays: Vec<_> =
        view.by_weekday.iter().map(|(day, sum)| (*day, sum.logged_days)).collect();
    assert_eq!(weekdays, [(0, 12), (1, 12), (2, 12), (3, 12), (4, 12)]);
    // Logged today, the window moves on to it.
    made.school(today, SchoolMode::OnSite, 300, 300);
    assert_eq!(school_view(&made.diary, today).windows[0].to, today);
}

#[test]
fn lessons_in_the_term_of_today() {
    let mut made = Made::default();
    with_lessons(&mut made);
    made.term(TermKind::Term, "2026-08-11", "2026-12-19");
    let marks = Thresholds { of: ThresholdOf::Lessons, first: 3, second: 5 };
    made.put(choices_id(), Choices { marks: Some(marks), ..Choices::default() });
    // Before the term; then two Mondays of two lessons and two Tuesdays of one.
    made.school(day("2026-08-10"), SchoolMode::NotToday, 135, 0);
    for date in ["2026-08-17", "2026-08-24"] {
        made.school(day(date), SchoolMode::NotToday, 135, 0);
        made.school(day(date).plus(1), SchoolMode::NotToday, 45, 0);
    }
    let today = day("2026-08-25");
    let term = school_view(&made.diary, today).term.expect("a term is on");
    assert_eq!((term.lessons, term.reached), (6, Some(Reached::Second)));
    assert_eq!((term.full.planned_days, term.full.logged_days), (5, 4));
    assert_eq!(school_view(&made.diary, day("2026-12-20")).term, None);
}
