//! Time at school: the person's own log, not the school's register.

pub mod drift;
pub mod edit;
pub mod edit_day;
mod lessons;
pub mod log;
mod plan;
mod thresholds;
mod view;

pub use lessons::{LessonFigures, by_lesson, lessons_away};
pub use plan::{SchoolDate, SchoolPlan, Which, dates};
pub use thresholds::{
    Reached, reached_by, reached_by_share, thresholds_in_force, usual_thresholds,
};
pub use view::{
    LessonsAway, SchoolView, SchoolWeek, SchoolWindow, by_weekday, full, own_plan, school_view,
};

use crate::diary::Diary;
use crate::entries::{SchoolDay, Timetable};
use crate::time::Day;
use crate::values::{Minutes, SchoolMode};

/// The least coverage at which an absence share is shown.
pub const LEAST_COVERAGE: f64 = 0.8;

/// One planned or logged school day in figures, as it may be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolRow {
    /// The day.
    pub day: Day,
    /// Minutes planned; 0 when no school was planned but something was logged.
    pub planned_min: Minutes,
    /// What was logged, if anything was.
    pub logged: Option<SchoolLogged>,
}

/// What was logged for a school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolLogged {
    /// How it went.
    pub mode: SchoolMode,
    /// Minutes attended, remote ones included.
    pub attended_min: Minutes,
}

/// The full timetable that is in force on a date.
pub fn timetable(diary: &Diary, day: Day) -> Option<&Timetable> {
    SchoolPlan::read(diary).timetable(day, Which::Full)
}

/// Minutes of school planned for a date by its timetable, none on days off; `None` while nobody
/// has said how long a school day is.
pub fn planned_min(diary: &Diary, day: Day) -> Option<Minutes> {
    SchoolPlan::read(diary).planned_min(day)
}

/// A school day from what was chosen: minutes count only where the mode has any.
pub fn school_day(
    day: Day,
    mode: SchoolMode,
    planned_min: Minutes,
    attended_min: Minutes,
) -> SchoolDay {
    let attended_min = match mode {
        SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed => attended_min,
        SchoolMode::AtHome | SchoolMode::Ill | SchoolMode::NotToday | SchoolMode::NoSchool => {
            Minutes::MIN
        }
    };
    SchoolDay {
        day,
        mode,
        planned_min,
        attended_min,
        note: None,
        lessons: Vec::new(),
        tags: Vec::new(),
        remote_min: None,
    }
}

/// Every date from `from` to `to` that was planned as a school day or has a record.
pub fn rows(diary: &Diary, from: Day, to: Day) -> Vec<SchoolRow> {
    dates(diary, &SchoolPlan::read(diary), from, to).iter().map(SchoolDate::row).collect()
}

/// The figures of some weeks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SchoolFigures {
    /// Planned school days; days of no school are none.
    pub planned_days: u32,
    /// Of these, days with a record.
    pub logged_days: u32,
    /// Minutes planned on days with a record.
    pub planned_min: u32,
    /// Minutes attended, each day at most its planned minutes; remote ones included.
    pub attended_min: u32,
    /// Of these, minutes of remote school: of a mixed day those that it says were remote, all of
    /// them where it does not say.
    pub remote_min: u32,
    /// Days ill.
    pub ill_days: u32,
    /// School days at home, as agreed.
    pub at_home_days: u32,
}

impl SchoolFigures {
    /// Days with a record ÷ planned school days, 0 to 1; `None` where no school was planned.
    pub fn coverage(&self) -> Option<f64> {
        (self.planned_days > 0).then(|| f64::from(self.logged_days) / f64::from(self.planned_days))
    }

    /// 1 − attended ÷ planned over days with a record, 0 to 1; only at a coverage of
    /// [`LEAST_COVERAGE`] or more.
    pub fn absence_share(&self) -> Option<f64> {
        let enough = self.coverage()? >= LEAST_COVERAGE && self.planned_min > 0;
        enough.then(|| 1.0 - f64::from(self.attended_min) / f64::from(self.planned_min))
    }
}

/// Adds up the rows of some weeks. A day of no school is no school day; a day without a record
/// counts neither way.
pub fn figures(rows: &[SchoolRow]) -> SchoolFigures {
    let mut sum = SchoolFigures::default();
    for row in rows {
        sum.add(row.planned_min, row.logged, None);
    }
    sum
}

impl SchoolFigures {
    /// Adds one date; `remote_min` are the remote ones of its attended minutes where that is known.
    fn add(
        &mut self,
        planned_min: Minutes,
        logged: Option<SchoolLogged>,
        remote_min: Option<Minutes>,
    ) {
        let no_school = logged.is_some_and(|logged| logged.mode == SchoolMode::NoSchool);
        if no_school || planned_min == Minutes::MIN {
            return;
        }
        self.planned_days += 1;
        let Some(logged) = logged else { return };
        let attended = u32::from(logged.attended_min.min(planned_min).get());
        self.logged_days += 1;
        self.planned_min += u32::from(planned_min.get());
        self.attended_min += attended;
        match logged.mode {
            SchoolMode::Remote => self.remote_min += attended,
            SchoolMode::Mixed => {
                self.remote_min +=
                    remote_min.map_or(attended, |remote| u32::from(remote.get()).min(attended));
            }
            SchoolMode::Ill => self.ill_days += 1,
            SchoolMode::AtHome => self.at_home_days += 1,
            SchoolMode::OnSite | SchoolMode::NotToday | SchoolMode::NoSchool => {}
        }
    }
}

/// Minutes attended in each week (Monday first) that touches `from` to `to`, capped as in
/// [`figures`]; `None` for a week without a record.
pub fn weekly_min(rows: &[SchoolRow], from: Day, to: Day) -> Vec<(Day, Option<u32>)> {
    let mut sums: Vec<(Day, SchoolFigures)> =
        mondays(from, to).into_iter().map(|monday| (monday, SchoolFigures::default())).collect();
    for row in rows {
        let week = week_index(from, row.day).and_then(|index| sums.get_mut(index));
        if let Some((_, sum)) = week {
            sum.add(row.planned_min, row.logged, None);
        }
    }
    let attended = |sum: SchoolFigures| (sum.logged_days > 0).then_some(sum.attended_min);
    sums.into_iter().map(|(monday, sum)| (monday, attended(sum))).collect()
}

/// The Monday of each week that touches `from` to `to`, in order.
pub fn mondays(from: Day, to: Day) -> Vec<Day> {
    let first = from.monday();
    (first.number()..=to.number())
        .step_by(7)
        .filter_map(|number| Day::from_number(number).ok())
        .collect()
}

/// The place of a date's week among [`mondays`] that begin with the week of `from`; `None` before.
pub fn week_index(from: Day, day: Day) -> Option<usize> {
    usize::try_from(day.since(from.monday()).div_euclid(7)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(day: u32, planned: u16, logged: Option<(SchoolMode, u16)>) -> SchoolRow {
        SchoolRow {
            day: Day::from_ymd(2026, 11, day).expect("a date"),
            planned_min: Minutes::new(planned).expect("in range"),
            logged: logged.map(|(mode, min)| SchoolLogged {
                mode,
                attended_min: Minutes::new(min).expect("in range"),
            }),
        }
    }

    #[test]
    fn absence_is_over_days_with_a_record_and_capped_at_the_plan() {
        let rows = [
            row(16, 300, Some((SchoolMode::OnSite, 360))),
            row(17, 300, Some((SchoolMode::Remote, 90))),
            row(18, 300, Some((SchoolMode::Ill, 0))),
            row(19, 300, Some((SchoolMode::AtHome, 0))),
            row(20, 300, None),
            row(21, 0, Some((SchoolMode::NoSchool, 0))),
        ];
        let sum = figures(&rows);
        assert_eq!((sum.planned_days, sum.logged_days), (5, 4));
        assert_eq!((sum.attended_min, sum.planned_min, sum.remote_min), (390, 1200, 90));
        assert_eq!((sum.ill_days, sum.at_home_days), (1, 1));
        // 1 - 390 / 1200.
        assert!((sum.absence_share().expect("4 of 5 is 80 %") - 0.675).abs() < 1e-12);
    }

    #[test]
    fn below_80_percent_coverage_there_is_no_share() {
        let rows = [
            row(16, 300, Some((SchoolMode::OnSite, 300))),
            row(17, 300, Some((SchoolMode::OnSite, 300))),
            row(18, 300, Some((SchoolMode::OnSite, 300))),
            row(19, 300, None),
        ];
        assert_eq!(figures(&rows).absence_share(), None);
        assert_eq!(figures(&[]).coverage(), None);
    }

    #[test]
    fn weeks_without_a_record_stay_blank() {
        let rows = [row(10, 300, Some((SchoolMode::OnSite, 45))), row(17, 300, None)];
        let (from, to) = (rows[0].day, rows[1].day);
        let weeks: Vec<_> = weekly_min(&rows, from, to).into_iter().map(|(_, min)| min).collect();
        assert_eq!(weeks, [Some(45), None]);
    }
}
