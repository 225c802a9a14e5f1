//! From a diary and a choice to the summary that is shown to somebody.

mod path;

use crate::diary::Diary;
use crate::entries::{Moment, MoodEntry, SharePart};
use crate::id::Id;
use crate::order::by_number;
use crate::safety::speaks_of_self_harm;
use crate::sharing::summary::{MomentRow, MoodRow, NoteRow, Part, Summary, Visibility};
use crate::time::{Day, Instant};
use crate::values::{BodySign, Feeling, Strength, Words};
use crate::{routine, school, sleep};

pub use path::{PathRows, path_rows, paths_to_show};

/// What the young person chose to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// First date.
    pub from: Day,
    /// Last date.
    pub to: Day,
    /// The chosen parts and what the receiver may do with each.
    pub parts: Vec<(SharePart, Visibility)>,
    /// Name to show.
    pub name: Words,
    /// What it is for.
    pub purpose: Option<Words>,
    /// Until when it may be kept.
    pub keep_until: Option<Day>,
    /// The paths that go along with [`SharePart::Path`].
    pub paths: Vec<Id>,
    /// Whether the own words of these paths go along.
    pub path_words: PathWords,
    /// Whether notes that speak of self-harm go along; asked for by itself.
    pub heavy_notes: HeavyNotes,
}

/// What becomes of the own words of a path: why it matters, what I thought would happen, what I
/// found out, and notes of tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PathWords {
    /// They stay here.
    #[default]
    StayHere,
    /// They go along.
    GoAlong,
}

/// Which paths are shown, and whether their words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathsShown<'a> {
    /// The paths' records.
    pub paths: &'a [Id],
    /// Their own words.
    pub words: PathWords,
}

/// What becomes of notes that speak of self-harm when notes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeavyNotes {
    /// They stay here.
    #[default]
    StayHere,
    /// They go along.
    GoAlong,
}

/// How many notes, good moments and texts of paths of what was chosen speak of self-harm.
pub fn heavy_notes(
    diary: &Diary,
    parts: &[SharePart],
    paths: PathsShown<'_>,
    from: Day,
    to: Day,
) -> usize {
    let heavy = |part: &SharePart| match part {
        SharePart::Notes => {
            notes(diary, from, to).iter().filter(|row| is_heavy(Some(&row.note))).count()
        }
        SharePart::Moments => {
            moments(diary, from, to).iter().filter(|row| is_heavy(row.words.as_ref())).count()
        }
        SharePart::Path => path::heavy(diary, paths, from, to),
        SharePart::Mood | SharePart::Sleep | SharePart::Routine | SharePart::School => 0,
    };
    parts.iter().map(heavy).sum()
}

fn is_heavy(words: Option<&Words>) -> bool {
    words.is_some_and(|words| speaks_of_self_harm(words.as_str()))
}

/// How many rows a part would carry; of the chosen paths their steps.
pub fn part_size(diary: &Diary, part: SharePart, paths: &[Id], from: Day, to: Day) -> usize {
    match part {
        SharePart::Moments => moments(diary, from, to).len(),
        SharePart::Mood => moods(diary, from, to).len(),
        SharePart::Notes => notes(diary, from, to).len(),
        SharePart::Sleep => nights(diary, from, to).len(),
        SharePart::Routine => routine::rows(diary, from, to).len(),
        SharePart::School => {
            school::rows(diary, from, to).iter().filter(|row| row.logged.is_some()).count()
        }
        SharePart::Path => {
            let paths_shown = PathsShown { paths, words: PathWords::StayHere };
            path_rows(diary, paths_shown, from, to).steps.len()
        }
    }
}

/// The summary of a choice. `id` is 16 fresh random bytes. Parts without a row are left out.
pub fn summarise(diary: &Diary, choice: &Choice, id: [u8; 16], made_at: Instant) -> Summary {
    let Choice { from, to, .. } = *choice;
    let visibility = |part| {
        choice.parts.iter().find(|(chosen, _)| *chosen == part).map(|(_, visibility)| *visibility)
    };
    let paths_shown = PathsShown { paths: &choice.paths, words: choice.path_words };
    let path = visibility(SharePart::Path).map(|visibility| {
        (visibility, path::rows(diary, paths_shown, choice.heavy_notes, from, to))
    });
    let (path_visibility, path) = path.unzip();
    let path = path.unwrap_or_default();
    Summary {
        id,
        made_at,
        from,
        to,
        name: choice.name.clone(),
        purpose: choice.purpose.clone(),
        keep_until: choice.keep_until,
        moods: part(visibility(SharePart::Mood), || moods(diary, from, to)),
        notes: part(visibility(SharePart::Notes), || {
            let mut rows = notes(diary, from, to);
            if choice.heavy_notes == HeavyNotes::StayHere {
                rows.retain(|row| !is_heavy(Some(&row.note)));
            }
            rows
        }),
        nights: part(visibility(SharePart::Sleep), || nights(diary, from, to)),
        routine: part(visibility(SharePart::Routine), || routine::rows(diary, from, to)),
        school: part(visibility(SharePart::School), || {
            let rows = school::rows(diary, from, to);
            if rows.iter().any(|row| row.logged.is_some()) { rows } else { Vec::new() }
        }),
        moments: part(visibility(SharePart::Moments), || {
            let mut rows = moments(diary, from, to);
            if choice.heavy_notes == HeavyNotes::StayHere {
                rows.retain(|row| !is_heavy(row.words.as_ref()));
            }
            rows
        }),
        steps: part(path_visibility, || path.steps),
        tries: part(path_visibility, || path.tries),
    }
}

fn part<T>(visibility: Option<Visibility>, rows: impl FnOnce() -> Vec<T>) -> Option<Part<T>> {
    let visibility = visibility?;
    let rows = rows();
    (!rows.is_empty()).then_some(Part { rows, visibility })
}

fn moods(diary: &Diary, from: Day, to: Day) -> Vec<MoodRow> {
    let rows: Vec<_> = diary
        .between::<MoodEntry>(from, to)
        .map(|(_, entry)| {
            let row = MoodRow {
                day: entry.when.day(),
                clock_min: entry.when.clock_min(),
                mood: entry.mood,
                energy: entry.energy,
                worry: entry.worry,
                feelings: in_order(Feeling::ALL, &entry.feelings),
                body: in_order(BodySign::ALL, &entry.body),
            };
            (entry.when, row)
        })
        .collect();
    in_time(rows)
}

fn notes(diary: &Diary, from: Day, to: Day) -> Vec<NoteRow> {
    let rows: Vec<_> = diary
        .between::<MoodEntry>(from, to)
        .filter_map(|(_, entry)| {
            let (day, clock_min) = (entry.when.day(), entry.when.clock_min());
            Some((entry.when, NoteRow { day, clock_min, note: entry.note.clone()? }))
        })
        .collect();
    in_time(rows)
}

fn nights(diary: &Diary, from: Day, to: Day) -> Vec<crate::sharing::summary::NightRow> {
    diary.days_between(from, to).filter_map(|day| sleep::row(diary.night(day)?)).collect()
}

fn moments(diary: &Diary, from: Day, to: Day) -> Vec<MomentRow> {
    let mut rows: Vec<_> = diary
        .between::<Moment>(from, to)
        .map(|(_, moment)| {
            let row = MomentRow {
                day: moment.day,
                strengths: in_order(Strength::ALL, &moment.strengths),
                own_strengths: moment.own_strengths.clone(),
                words: moment.words.clone(),
                gift_from: moment.gift_from.clone(),
            };
            (moment.when, row)
        })
        .collect();
    // Days come in order; within one, what was written first comes first.
    by_number(&mut rows, |(when, row)| i64::from(row.day.number()) << 40 | when.unix_s());
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Rows by the instant that they were made for.
fn in_time<T>(mut rows: Vec<(Instant, T)>) -> Vec<T> {
    by_number(&mut rows, |(when, _)| when.unix_s());
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The chosen ones in the list's order, each once.
fn in_order<T: Copy + PartialEq>(list: &[T], chosen: &[T]) -> Vec<T> {
    list.iter().copied().filter(|item| chosen.contains(item)).collect()
}
