//! The path on the meeting sheet: steps with tries, guess and real, and what helped.

use std::collections::{BTreeMap, BTreeSet};

use crate::order::by_number;
use crate::path::{Felt, GuessAndReal, felt_beside};
use crate::sharing::summary::{PathHead, StepStanding, Summary, TryRow, Visibility};
use crate::time::DAY_TURNS_AT_MIN;
use crate::values::{Outcome, Scale10, Words};

/// One path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathSheet {
    /// What the receiver may do with the path.
    pub visibility: Visibility,
    /// What it is called, and why if that went along.
    pub head: PathHead,
    /// Its steps, easiest first.
    pub steps: Vec<StepSheet>,
    /// How the tries ended.
    pub outcomes: Outcomes,
    /// Guess and real over its tries.
    pub guess_and_real: GuessAndReal,
    /// What helped and in how many tries: most often first, then as it was first said.
    pub helped: Vec<(Words, usize)>,
    /// Its tries with the names of their steps, newest first.
    pub tries: Vec<(Words, TryRow)>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepSheet {
    /// What I do.
    pub title: Words,
    /// How it stands.
    pub standing: StepStanding,
    /// How hard it will be, as guessed now.
    pub guess: Option<Scale10>,
    /// Who is there.
    pub with_whom: Option<Words>,
    /// Tries within the dates.
    pub tries: usize,
    /// Guess and the hardest moment of the last try that has both, each 0 to 10.
    pub last: Option<(u8, u8)>,
}

/// How tries ended. Turning back is a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// Done as planned.
    pub did: usize,
    /// Done in part.
    pub part: usize,
    /// Turned back.
    pub turned_back: usize,
}

/// Guess and real of one shared try; `None` unless it has both.
pub fn felt(row: &TryRow) -> Option<Felt> {
    felt_beside(row.guess, row.hardest)
}

/// Guess and real over shared tries.
pub fn guess_and_real<'a>(rows: impl IntoIterator<Item = &'a TryRow>) -> GuessAndReal {
    rows.into_iter().filter_map(felt).collect()
}

/// A summary's paths. None when no path was shared.
pub fn path_sheets(summary: &Summary) -> Vec<PathSheet> {
    let Some(part) = &summary.steps else { return Vec::new() };
    let steps = &part.rows;
    let tries = summary.tries.as_ref().map_or(&[][..], |part| &part.rows);
    let mut by_step: Vec<Vec<&TryRow>> = steps.iter().map(|_| Vec::new()).collect();
    for row in tries {
        if let Some(of_step) = by_step.get_mut(row.step) {
            of_step.push(row);
        }
    }
    let mut sheets: Vec<(PathHead, Vec<StepSheet>, Vec<&TryRow>)> = Vec::new();
    for (row, step_tries) in steps.iter().zip(by_step) {
        if let Some(head) = &row.begins {
            sheets.push((head.clone(), Vec::new(), Vec::new()));
        }
        // Every summary begins a path with its first step; a step before that belongs nowhere.
        let Some((_, steps, of_path)) = sheets.last_mut() else { continue };
        let last = step_tries
            .iter()
            .rev()
            .find_map(|try_row| Some((try_row.guess?.get(), try_row.hardest?.get())));
        steps.push(StepSheet {
            title: row.title.clone(),
            standing: row.standing,
            guess: row.guess,
            with_whom: row.with_whom.clone(),
            tries: step_tries.len(),
            last,
        });
        of_path.extend(step_tries);
    }
    let name = |try_row: &TryRow| steps.get(try_row.step).map(|row| row.title.clone());
    sheets
        .into_iter()
        .map(|(head, steps, mut of_path)| {
            // Taken step by step above; from here on in order of time.
            by_number(&mut of_path, |try_row| place_in_time(try_row));
            let newest = of_path.iter().rev();
            PathSheet {
                visibility: part.visibility,
                head,
                steps,
                outcomes: outcomes(&of_path),
                guess_and_real: guess_and_real(of_path.iter().copied()),
                helped: helped(&of_path),
                tries: newest
                    .filter_map(|try_row| Some((name(try_row)?, (*try_row).clone())))
                    .collect(),
            }
        })
        .collect()
}

/// Minutes by which tries are ordered; the small hours belong to the evening before.
fn place_in_time(row: &TryRow) -> i64 {
    let minute = i64::from(row.clock_min);
    i64::from(row.day.number()) * 1440 + (minute + 1440 - i64::from(DAY_TURNS_AT_MIN)) % 1440
}

fn outcomes(tries: &[&TryRow]) -> Outcomes {
    let of = |outcome| tries.iter().filter(|row| row.outcome == outcome).count();
    Outcomes {
        did: of(Outcome::Did),
        part: of(Outcome::Part),
        turned_back: of(Outcome::TurnedBack),
    }
}

/// Words that differ only in case are one; they stand as they were first written.
fn helped(tries: &[&TryRow]) -> Vec<(Words, usize)> {
    let mut counted: Vec<(Words, usize)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in tries {
        let mut of_try: BTreeSet<String> = BTreeSet::new();
        for words in &row.helped {
            let plain = words.folded();
            // Said twice of one try, it helped in one try.
            if of_try.contains(&plain) {
                continue;
            }
            let place = *places.entry(plain.clone()).or_insert_with(|| {
                counted.push((words.clone(), 0));
                counted.len() - 1
            });
            if let Some((_, times)) = counted.get_mut(place) {
                *times += 1;
            }
            of_try.insert(plain);
        }
    }
    by_number(&mut counted, |(_, times)| -i64::try_from(*times).unwrap_or(i64::MAX));
    counted
}

/// How many tries lie in the calm week of a summary, its last seven dates; `None` when no path was
/// shared or none was tried.
pub fn tries_in_calm_week(summary: &Summary) -> Option<usize> {
    let first = summary.to.plus(-6).max(summary.from);
    let rows = &summary.tries.as_ref()?.rows;
    let tries = rows.iter().filter(|row| (first..=summary.to).contains(&row.day)).count();
    (tries > 0).then_some(tries)
}
