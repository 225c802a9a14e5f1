//! What the page "time at school" shows.

use super::SchoolFigures;
use super::lessons::{LessonFigures, by_lesson, lessons_away};
use super::plan::{SchoolDate, SchoolPlan, dates};
use super::thresholds::{Reached, reached_by, reached_by_share, thresholds_in_force};
use crate::diary::Diary;
use crate::entries::{Term, Thresholds};
use crate::school::drift::{Drift, MAX_WEEKS, drift};
use crate::time::Day;
use crate::values::ThresholdOf;

/// The two windows in weeks.
const WINDOWS: [i32; 2] = [4, 12];

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolView {
    /// The last 4 and the last 12 weeks.
    pub windows: Vec<SchoolWindow>,
    /// The last 12 weeks one by one, Monday first, oldest first; the last one holds `today`.
    pub weeks: Vec<SchoolWeek>,
    /// Over 12 weeks: figures of each weekday on which there was school, 0 for Monday.
    pub by_weekday: Vec<(u8, SchoolFigures)>,
    /// Over 12 weeks: figures of each lesson, most frequent first.
    pub by_lesson: Vec<LessonFigures>,
    /// The direction; `None` while too little is known.
    pub drift: Option<Drift>,
    /// The thresholds in force.
    pub thresholds: Thresholds,
    /// Lessons not attended in the term of today; `None` where no term is told for today.
    pub term: Option<LessonsAway>,
}

/// Some weeks up to today. Today itself counts once it is logged: until then it is not over.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolWindow {
    /// How many weeks.
    pub weeks: i32,
    /// First date.
    pub from: Day,
    /// Last date.
    pub to: Day,
    /// Against the full timetable.
    pub full: SchoolFigures,
    /// Against the own plan, over the dates on which one was in force; `None` without one.
    pub own_plan: Option<SchoolFigures>,
    /// The threshold that the share against the full timetable has reached, when the thresholds are shares.
    pub reached: Option<Reached>,
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolWeek {
    /// Its Monday.
    pub monday: Day,
    /// Against the full timetable.
    pub full: SchoolFigures,
    /// Against the own plan.
    pub own_plan: Option<SchoolFigures>,
}

/// Lessons not attended in a term, from the days that were logged: there may have been more.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonsAway {
    /// The term.
    pub term: Term,
    /// How many.
    pub lessons: u32,
    /// The figures of the term so far, for its coverage.
    pub full: SchoolFigures,
    /// The threshold reached, when the thresholds are lessons.
    pub reached: Option<Reached>,
}

/// Reads the page off the diary.
pub fn school_view(diary: &Diary, today: Day) -> SchoolView {
    let plan = SchoolPlan::read(diary);
    let thresholds = thresholds_in_force(&diary.choices());
    let last = if diary.school_day(today).is_some() { today } else { today.plus(-1) };
    // Drift looks at finished weeks: one more than its window.
    let all = dates(diary, &plan, today.monday().plus(-7 * (MAX_WEEKS + 1)), last);
    let windows =
        WINDOWS.map(|weeks| window(between(&all, last, weeks * 7), weeks, last, thresholds));
    let twelve = between(&all, last, WINDOWS[1] * 7);
    let rows: Vec<_> = all.iter().map(SchoolDate::row).collect();
    SchoolView {
        windows: windows.to_vec(),
        weeks: weeks(&all, today),
        by_weekday: by_weekday(twelve),
        by_lesson: by_lesson(&plan, twelve),
        drift: drift(&rows, today),
        thresholds,
        term: term(diary, &plan, today, last, thresholds),
    }
}

/// The dates of the last `days` days up to `last`.
fn between<'a, 'b>(all: &'b [SchoolDate<'a>], last: Day, days: i32) -> &'b [SchoolDate<'a>] {
    let from = all.partition_point(|date| date.day <= last.plus(-days));
    all.get(from..).unwrap_or_default()
}

fn window(dates: &[SchoolDate<'_>], weeks: i32, to: Day, thresholds: Thresholds) -> SchoolWindow {
    let full = full(dates);
    let reached = match thresholds.of {
        ThresholdOf::Percent => reached_by_share(&full, thresholds),
        ThresholdOf::Lessons => None,
    };
    SchoolWindow {
        weeks,
        from: to.plus(1 - weeks * 7),
        to,
        full,
        own_plan: own_plan(dates),
        reached,
    }
}

/// The figures of some dates against the full timetable.
pub fn full(dates: &[SchoolDate<'_>]) -> SchoolFigures {
    let mut sum = SchoolFigures::default();
    for date in dates {
        sum.add(date.planned_min, date.logged_row(), date.remote_min());
    }
    sum
}

/// The figures of some dates against the own plan, over the dates on which one was in force;
/// `None` where it was on none. Attended minutes count up to what the own plan has for the date.
pub fn own_plan(dates: &[SchoolDate<'_>]) -> Option<SchoolFigures> {
    let mut sum = None;
    for date in dates {
        let Some(own_min) = date.own_min else { continue };
        let sum = sum.get_or_insert_with(SchoolFigures::default);
        sum.add(own_min, date.logged_row(), date.remote_min());
    }
    sum
}

/// The figures of each weekday on which there was school, Monday first.
pub fn by_weekday(dates: &[SchoolDate<'_>]) -> Vec<(u8, SchoolFigures)> {
    let of = |weekday: u8| {
        let chosen: Vec<_> =
            dates.iter().filter(|date| date.day.weekday() == weekday).copied().collect();
        (weekday, full(&chosen))
    };
    (0..7).map(of).filter(|(_, sum)| sum.planned_days > 0).collect()
}

fn weeks(dates: &[SchoolDate<'_>], today: Day) -> Vec<SchoolWeek> {
    (0..WINDOWS[1])
        .rev()
        .map(|back| {
            let monday = today.monday().plus(-7 * back);
            let from = dates.partition_point(|date| date.day < monday);
            let to = dates.partition_point(|date| date.day < monday.plus(7));
            let week = dates.get(from..to).unwrap_or_default();
            SchoolWeek { monday, full: full(week), own_plan: own_plan(week) }
        })
        .collect()
}

fn term(
    diary: &Diary,
    plan: &SchoolPlan<'_>,
    today: Day,
    last: Day,
    thresholds: Thresholds,
) -> Option<LessonsAway> {
    let term = plan.term(today)?;
    let dates = dates(diary, plan, term.from, last);
    let lessons = dates.iter().map(|date| lessons_away(plan, date)).sum();
    let reached = match thresholds.of {
        ThresholdOf::Lessons => reached_by(lessons, thresholds),
        ThresholdOf::Percent => None,
    };
    Some(LessonsAway { term: term.clone(), lessons, full: full(&dates), reached })
}
