//! The rules of the forms that span several fields, for entries that no form made: those of a file.
//! What one field may say is checked where it is read.
//!
//! What the figures are safe against passes, as it did when it was written: more minutes attended
//! than planned count as the planned ones, and an eighth weekday is none.

use crate::entries::{Lesson, LessonLog, SchoolDay, Timetable};
use crate::record::Body;
use crate::school::edit::check_term;
use crate::sleep;
use crate::values::Minutes;

/// The minutes of a day: a clock reading lies below it.
const DAY_MIN: u16 = 24 * 60;

/// What of an entry cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Its times.
    Times,
    /// Another value.
    Value,
}

/// Whether a form could have made an entry.
///
/// # Errors
/// [`Broken`] says what of it cannot be.
pub fn check(body: &Body) -> Result<(), Broken> {
    let times = |possible: bool| possible.then_some(()).ok_or(Broken::Times);
    let value = |possible: bool| possible.then_some(()).ok_or(Broken::Value);
    match body {
        Body::Night(night) => times(sleep::check(night).is_ok()),
        Body::Term(term) => times(check_term(term).is_ok()),
        Body::Timetable(table) => {
            times(table.until.is_none_or(|until| table.from <= until))?;
            value(table.week_min.len() == 7 && lessons_fit(table))
        }
        Body::SchoolDay(day) => value(minutes_fit(day)),
        Body::RoutineItem(item) => times(item.about_min.is_none_or(is_clock)),
        Body::Reminder(reminder) => times(is_clock(reminder.at_min)),
        Body::StepPlan(plan) => times(plan.at_min.is_none_or(is_clock)),
        Body::WeekAdult(adult) => times(adult.monday.weekday() == 0),
        _ => Ok(()),
    }
}

fn is_clock(at: Minutes) -> bool {
    at.get() < DAY_MIN
}

fn lessons_fit(table: &Timetable) -> bool {
    let fits = |lesson: &Lesson| lesson.weekday < 7 && lesson.starts_min.is_none_or(is_clock);
    table.lessons.iter().all(fits)
        && (0..7).all(|weekday| {
            let of_day = table.lessons.iter().filter(|lesson| lesson.weekday == weekday);
            fit_a_day(of_day.map(|lesson| lesson.length_min))
        })
}

fn minutes_fit(day: &SchoolDay) -> bool {
    let fits = |lesson: &LessonLog| lesson.attended_min <= lesson.planned_min;
    day.lessons.iter().all(fits)
        && fit_a_day(day.lessons.iter().map(|lesson| lesson.planned_min))
        && day.remote_min.is_none_or(|remote| remote <= day.attended_min)
}

fn fit_a_day(lengths: impl Iterator<Item = Minutes>) -> bool {
    lengths.map(|length| u32::from(length.get())).sum::<u32>() <= u32::from(DAY_MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::{Night, Reminder, RoutineItem, Term, WeekAdult};
    use crate::id::Id;
    use crate::time::{Day, Instant};
    use crate::values::{PartOfDay, SchoolMode, TermKind, Words};
    use crate::weekdays::{SCHOOL_DAYS, Weekdays};

    fn min(minutes: u16) -> Minutes {
        Minutes::new(minutes).expect("in range")
    }

    fn day(of_month: u32) -> Day {
        Day::from_ymd(2026, 11, of_month).expect("a date")
    }

    /// So many minutes after 23 November 2026, 22.00 in Helsinki.
    fn at(minutes: i64) -> Instant {
        Instant::new(1_795_464_000 + minutes * 60, 120).expect("in range")
    }

    fn night(woke: i64) -> Night {
        Night {
            into_bed: None,
            tried: at(0),
            fall_asleep_min: None,
            awakenings: None,
            awake_min: None,
            woke: at(woke),
            out_of_bed: None,
            quality: None,
            naps_min: None,
            note: None,
            estimate: false,
        }
    }

    fn of(entry: impl Into<Body>) -> Result<(), Broken> {
        check(&entry.into())
    }

    #[test]
    fn a_night_ends_after_it_began_within_a_day_and_leaves_some_sleep() {
        for woke in [1, 480, 1440] {
            assert_eq!(of(night(woke)), Ok(()), "{woke}");
        }
        for woke in [-480, 0, 1441] {
            assert_eq!(of(night(woke)), Err(Broken::Times), "{woke}");
        }
        let awake = |minutes| Night { awake_min: Some(min(minutes)), ..night(480) };
        assert_eq!((of(awake(479)), of(awake(480))), (Ok(()), Err(Broken::Times)));
        let to_bed = |minutes| Night { into_bed: Some(at(minutes)), ..night(480) };
        assert_eq!((of(to_bed(-30)), of(to_bed(300))), (Ok(()), Err(Broken::Times)));
        let up = |minutes| Night { out_of_bed: Some(at(minutes)), ..night(480) };
        assert_eq!((of(up(540)), of(up(60))), (Ok(()), Err(Broken::Times)));
        assert_eq!(of(up(1441)), Err(Broken::Times));
    }

    fn lesson(weekday: u8, starts: u16, length: u16) -> Lesson {
        let starts_min = Some(min(starts));
        Lesson { weekday, name: None, starts_min, length_min: min(length) }
    }

    #[test]
    fn a_timetable_has_seven_days_and_lessons_on_them() {
        let table = |lessons: Vec<Lesson>| Timetable {
            from: day(2),
            until: None,
            week_min: vec![min(300); 7],
            own_plan: false,
            lessons,
        };
        assert_eq!(of(table(vec![lesson(6, 540, 45)])), Ok(()));
        for odd in [lesson(7, 540, 45), lesson(200, 540, 45), lesson(0, 1440, 45)] {
            assert_eq!(of(table(vec![odd])), Err(Broken::Value));
        }
        let long = vec![lesson(0, 0, 1000), lesson(0, 0, 441)];
        assert_eq!(of(table(long)), Err(Broken::Value));
        let short = Timetable { week_min: vec![min(300); 5], ..table(Vec::new()) };
        assert_eq!(of(short), Err(Broken::Value));
        let ended = |until| Timetable { until: Some(day(until)), ..table(Vec::new()) };
        assert_eq!((of(ended(2)), of(ended(1))), (Ok(()), Err(Broken::Times)));
    }

    #[test]
    fn a_lesson_is_attended_for_its_length_at_most() {
        let logged = |attended, remote: Option<u16>| {
            let (planned_min, attended_min) = (min(45), min(attended));
            let lesson = LessonLog { name: None, planned_min, attended_min, remote: false };
            let plain = crate::school::school_day(day(24), SchoolMode::Mixed, min(45), min(40));
            SchoolDay { lessons: vec![lesson], remote_min: remote.map(min), ..plain }
        };
        assert_eq!((of(logged(45, None)), of(logged(46, None))), (Ok(()), Err(Broken::Value)));
        assert_eq!(
            (of(logged(0, Some(40))), of(logged(0, Some(41)))),
            (Ok(()), Err(Broken::Value))
        );
        // Counted as the planned minutes wherever it is counted.
        let over = crate::school::school_day(day(24), SchoolMode::OnSite, min(45), min(60));
        assert_eq!(of(over), Ok(()));
    }

    #[test]
    fn clock_readings_terms_and_weeks_are_what_the_forms_make() {
        let reminder = |at| Reminder { at_min: min(at), weekdays: SCHOOL_DAYS, title: None };
        assert_eq!((of(reminder(1439)), of(reminder(1440))), (Ok(()), Err(Broken::Times)));
        let item = |at| RoutineItem {
            item: Id::random([1; 16]),
            title: Words::new("Tea").expect("short").expect("said"),
            icon: 0,
            part: PartOfDay::Day,
            about_min: Some(min(at)),
            weekdays: Weekdays::from_bits(255),
            from: day(2),
            until: None,
            order: 0,
        };
        assert_eq!((of(item(0)), of(item(1440))), (Ok(()), Err(Broken::Times)));
        let term = |to| Term { from: day(2), to, kind: TermKind::Off, name: None };
        assert_eq!((of(term(day(2))), of(term(day(1)))), (Ok(()), Err(Broken::Times)));
        assert_eq!(of(term(day(2).plus(400))), Err(Broken::Times));
        let adult = |monday| WeekAdult { monday, person: Id::random([1; 16]) };
        assert_eq!((of(adult(day(23))), of(adult(day(24)))), (Ok(()), Err(Broken::Times)));
    }
}
