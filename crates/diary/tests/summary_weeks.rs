//! The weeks of a meeting sheet, worked out by hand: three weeks from a Wednesday to a Tuesday.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::school::{SchoolLogged, SchoolRow};
use askelma_diary::sharing::sheet::meeting_sheet;
use askelma_diary::sharing::summary::{MoodRow, Part, Summary, Visibility};
use askelma_diary::values::{Minutes, Mood, SchoolMode};

mod made;
use made::{at, day, words};

fn mood(date: &str, mood: u8) -> MoodRow {
    let mood = Mood::new(mood).expect("in range");
    let (feelings, body) = (Vec::new(), Vec::new());
    MoodRow { day: day(date), clock_min: 720, mood, energy: None, worry: None, feelings, body }
}

fn school(date: &str, planned: u16, attended: Option<u16>) -> SchoolRow {
    let minutes = |number| Minutes::new(number).expect("in range");
    let logged =
        attended.map(|min| SchoolLogged { mode: SchoolMode::OnSite, attended_min: minutes(min) });
    SchoolRow { day: day(date), planned_min: minutes(planned), logged }
}

fn part<T>(rows: Vec<T>) -> Part<T> {
    Part { rows, visibility: Visibility::OnlyYou }
}

fn summary() -> Summary {
    Summary {
        id: [1; 16],
        made_at: at(day("2026-11-24"), 1_000),
        from: day("2026-11-04"),
        to: day("2026-11-24"),
        name: words("Aino"),
        purpose: None,
        keep_until: None,
        moods: Some(part(vec![
            mood("2026-11-04", 2),
            mood("2026-11-08", 5),
            mood("2026-11-22", 3),
            mood("2026-11-24", 4),
            mood("2026-11-24", 4),
            mood("2026-11-24", 1),
        ])),
        notes: None,
        nights: None,
        routine: None,
        school: Some(part(vec![
            school("2026-11-05", 300, Some(120)),
            // More than planned counts as planned.
            school("2026-11-06", 300, Some(400)),
            school("2026-11-10", 300, None),
            school("2026-11-16", 300, Some(0)),
            school("2026-11-24", 240, Some(60)),
        ])),
        moments: None,
        steps: None,
        tries: None,
    }
}

#[test]
fn each_check_in_counts_in_its_own_week() {
    let mood = meeting_sheet(&summary()).mood.expect("check-ins");
    let weeks = [
        (day("2026-11-02"), Some(3.5)),
        (day("2026-11-09"), None),
        (day("2026-11-16"), Some(3.0)),
        (day("2026-11-23"), Some(3.0)),
    ];
    assert_eq!(mood.weekly, weeks);
    assert_eq!((mood.days, mood.mean), (4, 19.0 / 6.0));
}

#[test]
fn each_school_day_counts_in_its_own_week() {
    let school = meeting_sheet(&summary()).school.expect("school days");
    let weeks = [
        (day("2026-11-02"), Some(420)),
        (day("2026-11-09"), None),
        (day("2026-11-16"), Some(0)),
        (day("2026-11-23"), Some(60)),
    ];
    assert_eq!(school.weekly_min, weeks);
}
