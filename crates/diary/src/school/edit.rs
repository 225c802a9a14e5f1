//! Changing timetables, terms and days off. A timetable counts from its first date until the next
//! one's; dates before keep theirs.

use super::Which;
use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::{Lesson, Term, Timetable};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::shard::ShardKey;
use crate::time::Day;
use crate::values::Minutes;

/// The longest term or holiday in days.
const LONGEST_TERM_DAYS: i32 = 400;

/// What a person wants a timetable to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedTable {
    /// First date.
    pub from: Day,
    /// Last date; open when absent. An own plan is often agreed for some weeks.
    pub until: Option<Day>,
    /// Minutes from Monday to Sunday, for weekdays without lessons.
    pub hours: [Minutes; 7],
    /// The lessons, in any order.
    pub lessons: Vec<Lesson>,
}

/// Why it cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The last date lies before the first.
    #[error("the last date lies before the first")]
    EndsBeforeItBegins,
    /// The lessons of one weekday make more than a day.
    #[error("more than 24 hours on one day")]
    OverADay,
    /// A term or holiday of more than 400 days.
    #[error("longer than a school year")]
    TooLong,
}

/// Minutes of a weekday (0 for Monday): the sum of its lessons, or the hours told for it.
///
/// # Errors
/// [`PlanError::OverADay`].
pub fn weekday_min(
    lessons: &[Lesson],
    hours: &[Minutes; 7],
    weekday: u8,
) -> Result<Minutes, PlanError> {
    let day_lessons = lessons.iter().filter(|lesson| lesson.weekday == weekday);
    let (count, sum) = day_lessons.fold((0, 0_u32), |(count, sum), lesson| {
        (count + 1, sum + u32::from(lesson.length_min.get()))
    });
    if count == 0 {
        return Ok(hours.get(usize::from(weekday)).copied().unwrap_or(Minutes::MIN));
    }
    let sum = u16::try_from(sum).map_err(|_| PlanError::OverADay)?;
    Minutes::new(sum).map_err(|_| PlanError::OverADay)
}

/// The lessons of a weekday in the order of the day; those without a time last.
pub fn lessons_on(lessons: &[Lesson], weekday: u8) -> Vec<Lesson> {
    let mut day_lessons: Vec<Lesson> =
        lessons.iter().filter(|lesson| lesson.weekday == weekday).cloned().collect();
    by_number(&mut day_lessons, |lesson| {
        lesson.starts_min.map_or(1440, |min| i64::from(min.get()))
    });
    day_lessons
}

/// When the next lesson of a weekday might begin: a quarter of an hour after the last one's end.
/// `None` where no lesson has a time.
pub fn next_start(lessons: &[Lesson], weekday: u8) -> Option<Minutes> {
    let ends = lessons
        .iter()
        .filter(|lesson| lesson.weekday == weekday)
        .filter_map(|lesson| Some(lesson.starts_min?.get() + lesson.length_min.get()));
    Minutes::new(ends.max()? + 15).ok().filter(|min| min.get() < 1440)
}

/// The versions of one of the timetables, by first date.
pub fn tables(diary: &Diary, which: Which) -> Vec<(Id, Timetable)> {
    let mut tables: Vec<(Id, Timetable)> = diary
        .all::<Timetable>()
        .filter(|(_, table)| table.own_plan == (which == Which::OwnPlan))
        .map(|(id, table)| (id, table.clone()))
        .collect();
    by_number(&mut tables, |(_, table)| i64::from(table.from.number()));
    tables
}

/// Puts a version of a timetable: the one before ends the day before, the one after stays and ends
/// this one; one with the same first date is replaced.
///
/// # Errors
/// [`PlanError`]: nothing is to be changed.
pub fn put_table(diary: &Diary, which: Which, wanted: &WantedTable) -> Result<Change, PlanError> {
    let from = wanted.from;
    if wanted.until.is_some_and(|until| until < from) {
        return Err(PlanError::EndsBeforeItBegins);
    }
    let mut week_min = Vec::with_capacity(7);
    let mut lessons = Vec::with_capacity(wanted.lessons.len());
    for weekday in 0..7 {
        week_min.push(weekday_min(&wanted.lessons, &wanted.hours, weekday)?);
        lessons.extend(lessons_on(&wanted.lessons, weekday));
    }
    let all = tables(diary, which);
    let next = all.iter().find(|(_, table)| table.from > from);
    let end = next.map(|(_, table)| table.from.plus(-1));
    let until = match (wanted.until, end) {
        (Some(until), Some(end)) => Some(until.min(end)),
        (until, end) => until.or(end),
    };
    let own_plan = which == Which::OwnPlan;
    let same = all.iter().find(|(_, table)| table.from == from);
    let id = same.map_or_else(|| table_id(which, from), |(id, _)| *id);
    let mut change = Change::put(id, Timetable { from, until, week_min, own_plan, lessons });
    let before = all.iter().rev().find(|(_, table)| table.from < from);
    if let Some((id, table)) = before
        && table.until.is_none_or(|until| from <= until)
    {
        let closed = Timetable { until: Some(from.plus(-1)), ..table.clone() };
        change = change.and_put(*id, closed);
    }
    Ok(change)
}

/// Takes a version away; the one before goes on in its place where it was closed for it.
pub fn remove_table(diary: &Diary, which: Which, id: Id) -> Change {
    let all = tables(diary, which);
    let Some(at) = all.iter().position(|(table_id, _)| *table_id == id) else {
        return Change::default();
    };
    let mut change = Change(vec![Item::Remove { id, shard: ShardKey::Undated }]);
    let gone = all.get(at).map(|(_, table)| table);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    if let (Some(gone), Some((id, table))) = (gone, before)
        && table.until == Some(gone.from.plus(-1))
    {
        change = change.and_put(*id, Timetable { until: gone.until, ..table.clone() });
    }
    change
}

/// The name of a version: two tabs choose alike.
fn table_id(which: Which, from: Day) -> Id {
    let plan_byte = u8::from(which == Which::OwnPlan);
    Id::named(Kind::Timetable, &[&[plan_byte][..], &from.number().to_be_bytes()].concat())
}

/// Whether a term, or days off, can be.
///
/// # Errors
/// [`PlanError`] for what cannot be.
pub fn check_term(term: &Term) -> Result<(), PlanError> {
    let days = term.to.since(term.from);
    if days < 0 {
        Err(PlanError::EndsBeforeItBegins)
    } else if days >= LONGEST_TERM_DAYS {
        Err(PlanError::TooLong)
    } else {
        Ok(())
    }
}

/// A term or days off, new or mended.
///
/// # Errors
/// [`PlanError`]: nothing is to be changed.
pub fn put_term(id: Id, term: Term) -> Result<Change, PlanError> {
    check_term(&term)?;
    Ok(Change::put(id, term))
}

/// Terms and days off, by first date; those that end before `since` are left out.
pub fn terms(diary: &Diary, since: Day) -> Vec<(Id, Term)> {
    let mut terms: Vec<(Id, Term)> = diary
        .all::<Term>()
        .filter(|(_, term)| term.to >= since)
        .map(|(id, term)| (id, term.clone()))
        .collect();
    by_number(&mut terms, |(_, term)| i64::from(term.from.number()));
    terms
}
