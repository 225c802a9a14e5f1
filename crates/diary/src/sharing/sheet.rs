//! The meeting sheet and the calm week: what a receiver reads off a summary.

mod path;

use std::collections::BTreeMap;

use crate::order::{by_number, middle_mood};
use crate::path::GuessAndReal;
use crate::school::{SchoolFigures, figures, mondays, week_index, weekly_min};
use crate::sharing::summary::{
    MomentRow, MoodRow, NightRow, NoteRow, Part, RoutineRow, SchoolRow, Summary, Visibility,
};
use crate::sleep::{asleep_min, mean, regularity_min};
use crate::time::Day;
use crate::values::{Mood, Strength, Words};

pub use path::{Outcomes, PathSheet, StepSheet, felt, guess_and_real, tries_in_calm_week};

/// A strength and how many moments showed it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedStrength {
    /// From the list.
    Listed(Strength),
    /// In own words.
    Own(Words),
}

/// One page before a meeting. A part that was not shared is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingSheet {
    /// First date that the summary covers.
    pub from: Day,
    /// Last date that it covers.
    pub to: Day,
    /// How many dates that is.
    pub days: u32,
    /// Strengths first: most often shown first, then in the list's order.
    pub strengths: Vec<(NamedStrength, usize)>,
    /// The moments, newest first.
    pub moments: Option<Part<MomentRow>>,
    /// Time at school.
    pub school: Option<SchoolSheet>,
    /// Sleep.
    pub sleep: Option<SleepSheet>,
    /// Mood.
    pub mood: Option<MoodSheet>,
    /// Daily routine.
    pub routine: Option<RoutineSheet>,
    /// Notes, newest first.
    pub notes: Option<Part<NoteRow>>,
    /// Paths; none when no path was shared.
    pub paths: Vec<PathSheet>,
    /// Guess and real over the tries of all paths.
    pub guess_and_real: GuessAndReal,
}

/// Time at school.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolSheet {
    /// What the receiver may do with it.
    pub visibility: Visibility,
    /// The figures over all days.
    pub figures: SchoolFigures,
    /// Minutes attended by week, Monday first; blank without a record.
    pub weekly_min: Vec<(Day, Option<u32>)>,
    /// The rows.
    pub rows: Vec<SchoolRow>,
}

/// Sleep.
#[derive(Debug, Clone, PartialEq)]
pub struct SleepSheet {
    /// What the receiver may do with it.
    pub visibility: Visibility,
    /// Mean minutes from trying to sleep to waking.
    pub between_min: f64,
    /// Mean minutes asleep, over the nights in which it is known.
    pub asleep_min: Option<f64>,
    /// Nights in which it is known.
    pub asleep_nights: usize,
    /// Deviation of the middle of the night in minutes.
    pub regularity_min: Option<f64>,
    /// Nights that are an estimate ("like last time").
    pub estimates: usize,
    /// The nights, in order of date.
    pub rows: Vec<NightRow>,
}

/// Mood.
#[derive(Debug, Clone, PartialEq)]
pub struct MoodSheet {
    /// What the receiver may do with it.
    pub visibility: Visibility,
    /// Mean of all check-ins, 1 to 5.
    pub mean: f64,
    /// Mean of each week, Monday first; blank without a check-in.
    pub weekly: Vec<(Day, Option<f64>)>,
    /// Days with a check-in.
    pub days: usize,
    /// The check-ins, in order of time.
    pub rows: Vec<MoodRow>,
}

/// Daily routine.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutineSheet {
    /// What the receiver may do with it.
    pub visibility: Visibility,
    /// Items done or done in part, on days with a tick.
    pub done: u32,
    /// Items due on those days.
    pub due: u32,
    /// The days.
    pub rows: Vec<RoutineRow>,
}

/// Reads a summary as one page.
pub fn meeting_sheet(summary: &Summary) -> MeetingSheet {
    let days = u32::try_from(summary.to.since(summary.from) + 1).unwrap_or_default();
    MeetingSheet {
        from: summary.from,
        to: summary.to,
        days,
        strengths: count_strengths(rows_of(summary.moments.as_ref())),
        moments: newest_first(summary.moments.as_ref()),
        school: summary.school.as_ref().map(|part| SchoolSheet {
            visibility: part.visibility,
            figures: figures(&part.rows),
            weekly_min: weekly_min(&part.rows, summary.from, summary.to),
            rows: part.rows.clone(),
        }),
        sleep: summary.nights.as_ref().and_then(sleep_sheet),
        mood: summary.moods.as_ref().and_then(|part| mood_sheet(part, summary.from, summary.to)),
        routine: summary.routine.as_ref().map(|part| RoutineSheet {
            visibility: part.visibility,
            done: part.rows.iter().map(|row| u32::from(row.done) + u32::from(row.some)).sum(),
            due: part.rows.iter().map(|row| u32::from(row.due)).sum(),
            rows: part.rows.clone(),
        }),
        notes: newest_first(summary.notes.as_ref()),
        paths: path::path_sheets(summary),
        guess_and_real: guess_and_real(rows_of(summary.tries.as_ref())),
    }
}

fn newest_first<T: Clone>(part: Option<&Part<T>>) -> Option<Part<T>> {
    let part = part?;
    Some(Part { rows: part.rows.iter().rev().cloned().collect(), visibility: part.visibility })
}

fn count_strengths<'a>(
    moments: impl Iterator<Item = &'a MomentRow>,
) -> Vec<(NamedStrength, usize)> {
    let mut counts: BTreeMap<NamedStrength, usize> = BTreeMap::new();
    for moment in moments {
        let listed = moment.strengths.iter().copied().map(NamedStrength::Listed);
        let in_own_words = moment.own_strengths.iter().cloned().map(NamedStrength::Own);
        for strength in listed.chain(in_own_words) {
            *counts.entry(strength).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    by_number(&mut counts, |(_, times)| -i64::try_from(*times).unwrap_or(i64::MAX));
    counts
}

fn sleep_sheet(part: &Part<NightRow>) -> Option<SleepSheet> {
    let rows = &part.rows;
    let between: Vec<f64> = rows.iter().map(|row| f64::from(row.lasted_min.get())).collect();
    let asleep: Vec<f64> = rows.iter().filter_map(asleep_min).map(f64::from).collect();
    Some(SleepSheet {
        visibility: part.visibility,
        between_min: mean(&between)?,
        asleep_min: mean(&asleep),
        asleep_nights: asleep.len(),
        regularity_min: regularity_min(rows),
        estimates: rows.iter().filter(|row| row.estimate).count(),
        rows: rows.clone(),
    })
}

fn mood_sheet(part: &Part<MoodRow>, from: Day, to: Day) -> Option<MoodSheet> {
    let rows = &part.rows;
    let mut weeks: Vec<(Day, Vec<f64>)> =
        mondays(from, to).into_iter().map(|monday| (monday, Vec::new())).collect();
    let mut all = Vec::new();
    for row in rows {
        let value = f64::from(row.mood.get());
        all.push(value);
        let week = week_index(from, row.day).and_then(|index| weeks.get_mut(index));
        if let Some((_, week)) = week {
            week.push(value);
        }
    }
    let mut days: Vec<Day> = rows.iter().map(|row| row.day).collect();
    days.dedup();
    Some(MoodSheet {
        visibility: part.visibility,
        mean: mean(&all)?,
        weekly: weeks.into_iter().map(|(monday, week)| (monday, mean(&week))).collect(),
        days: days.len(),
        rows: rows.clone(),
    })
}

/// One day of the calm week.
#[derive(Debug, Clone, PartialEq)]
pub struct CalmDay {
    /// The date.
    pub day: Day,
    /// Middle of the day's moods (the lower of two middles), 1 to 5.
    pub mood: Option<u8>,
    /// The night that ended that date, minutes from trying to sleep to waking.
    pub night_min: Option<u16>,
    /// Minutes at school and how the day went.
    pub school: Option<SchoolRow>,
    /// Routine items done or done in part, of those due.
    pub routine: Option<(u8, u8)>,
}

/// The last seven dates of a summary.
pub fn calm_week(summary: &Summary) -> Vec<CalmDay> {
    let first = summary.to.plus(-6).max(summary.from);
    first
        .through(summary.to)
        .map(|day| {
            let moods = rows_of(summary.moods.as_ref()).filter(|row| row.day == day);
            CalmDay {
                day,
                mood: middle_mood(moods.map(|row| row.mood)).map(Mood::get),
                night_min: rows_of(summary.nights.as_ref())
                    .find(|row| row.waking_day == day)
                    .map(|row| row.lasted_min.get()),
                school: rows_of(summary.school.as_ref())
                    .find(|row| row.day == day && row.logged.is_some())
                    .copied(),
                routine: rows_of(summary.routine.as_ref())
                    .find(|row| row.day == day)
                    .map(|row| (row.done + row.some, row.due)),
            }
        })
        .collect()
}

fn rows_of<T>(part: Option<&Part<T>>) -> impl Iterator<Item = &T> {
    part.into_iter().flat_map(|part| part.rows.iter())
}
