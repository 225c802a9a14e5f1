//! What a person does with a school day, its length and the thresholds of absence.

use super::log::{SchoolDayError, SchoolDayInput};
use super::{school_day, timetable};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{SchoolDay, Thresholds, Timetable};
use crate::id::Id;
use crate::record::Kind;
use crate::settings::edit::choose;
use crate::time::Day;
use crate::values::{Minutes, SchoolMode};

/// Time at school on a day is told in steps of so many minutes.
pub const DAY_STEP_MIN: u16 = 15;
/// A usual school day in minutes, where the asking starts.
pub const USUAL_DAY_MIN: u16 = 300;
/// Time in a lesson is told in steps of so many minutes.
pub const LESSON_STEP_MIN: u16 = 5;

/// How much of a school day was attended, by one tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attended {
    /// All of it.
    Whole,
    /// About half of it.
    Part,
    /// What the way of the day says: all of a remote day, else nothing.
    ByMode,
    /// So many minutes.
    Told(Minutes),
}

/// How long the school day of a date is by the timetable; one that it leaves free is as long as the
/// longest day. `None` while nobody has said it.
pub fn length(diary: &Diary, day: Day) -> Option<Minutes> {
    let planned = super::planned_min(diary, day)?;
    if planned > Minutes::MIN {
        return Some(planned);
    }
    timetable(diary, day)?.week_min.iter().max().copied()
}

/// A school day by one tap. Its note and tags stay; its lessons would no longer add up.
pub fn tap(
    diary: &Diary,
    day: Day,
    mode: SchoolMode,
    attended: Attended,
    planned: Minutes,
) -> Change {
    let attended = match (attended, mode) {
        (Attended::Whole, _) | (Attended::ByMode, SchoolMode::Remote) => planned,
        (Attended::Part, _) => planned.half(DAY_STEP_MIN),
        (Attended::ByMode, _) => Minutes::MIN,
        (Attended::Told(attended), _) => attended,
    };
    let mut entry = school_day(day, mode, planned, attended);
    if let Some(recorded) = diary.school_day(day) {
        (entry.note, entry.tags) = (recorded.note.clone(), recorded.tags.clone());
    }
    put(entry)
}

/// A day at home, said before anything else of it: as long as the timetable has it.
pub fn stay_at_home(diary: &Diary, day: Day) -> Change {
    let planned = super::planned_min(diary, day).unwrap_or(Minutes::MIN);
    tap(diary, day, SchoolMode::AtHome, Attended::ByMode, planned)
}

/// A school day in detail.
///
/// # Errors
/// [`SchoolDayError`]: nothing is to be changed.
pub fn put_detailed(input: &SchoolDayInput) -> Result<Change, SchoolDayError> {
    Ok(put(input.school_day()?))
}

fn put(entry: SchoolDay) -> Change {
    Change::put(Id::once_a_day(Kind::SchoolDay, entry.day), entry)
}

/// Takes a school day away.
pub fn remove(diary: &Diary, day: Day) -> Change {
    diary.removal(&[Id::once_a_day(Kind::SchoolDay, day)])
}

/// "How long is a school day?", asked once: Monday to Friday alike, from the year 2000 on.
pub fn put_length(length: Minutes) -> Change {
    let Ok(from) = Day::from_ymd(2000, 1, 1) else { return Change::default() };
    let week_min = [vec![length; 5], vec![Minutes::MIN; 2]].concat();
    let table = Timetable { from, until: None, week_min, own_plan: false, lessons: Vec::new() };
    Change::put(Id::named(Kind::Timetable, b"school day length"), table)
}

/// The thresholds of absence; `None` for the usual ones.
pub fn choose_thresholds(diary: &Diary, thresholds: Option<Thresholds>) -> Change {
    choose(diary, |choices| choices.marks = thresholds)
}
