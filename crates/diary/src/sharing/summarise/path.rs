//! The paths of a summary: steps with where one stands, and the tries within the dates.

use std::collections::BTreeMap;

use super::{HeavyNotes, PathWords, PathsShown, is_heavy};
use crate::diary::Diary;
use crate::entries::{Path, Step, Try};
use crate::id::Id;
use crate::path::{self, Standing};
use crate::sharing::summary::{PathHead, StepRow, StepStanding, TryRow};
use crate::time::Day;
use crate::values::Words;

/// The rows of the chosen paths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathRows {
    /// The steps, path after path.
    pub steps: Vec<StepRow>,
    /// Their tries, in order of time.
    pub tries: Vec<TryRow>,
}

/// Steps and tries of the chosen paths, with every text that was chosen.
///
/// A step that was put away comes along only for its tries within the dates, and a path without
/// any step does not.
pub fn path_rows(diary: &Diary, shown_paths: PathsShown<'_>, from: Day, to: Day) -> PathRows {
    rows(diary, shown_paths, HeavyNotes::GoAlong, from, to)
}

/// Every path that has something to show in these dates, oldest first.
pub fn paths_to_show(diary: &Diary, from: Day, to: Day) -> Vec<(Id, &Path)> {
    let has_steps = |id: Id| {
        let shown_paths = PathsShown { paths: &[id], words: PathWords::StayHere };
        !path_rows(diary, shown_paths, from, to).steps.is_empty()
    };
    path::all_paths(diary).into_iter().filter(|(id, _)| has_steps(*id)).collect()
}

/// How many texts of these paths speak of self-harm: names of paths and steps by themselves, all
/// texts of a try as one.
pub(super) fn heavy(diary: &Diary, shown_paths: PathsShown<'_>, from: Day, to: Day) -> usize {
    let rows = path_rows(diary, shown_paths, from, to);
    let of_step = |row: &StepRow| {
        let head = row.begins.as_ref();
        usize::from(head.is_some_and(|head| is_heavy(Some(&head.title))))
            + usize::from(head.is_some_and(|head| is_heavy(head.why.as_ref())))
            + usize::from(is_heavy(Some(&row.title)) || is_heavy(row.with_whom.as_ref()))
    };
    let of_try = |row: &&TryRow| {
        [&row.thought, &row.found_out, &row.note].into_iter().any(|words| is_heavy(words.as_ref()))
            || row.helped.iter().any(|words| is_heavy(Some(words)))
    };
    rows.steps.iter().map(of_step).sum::<usize>() + rows.tries.iter().filter(of_try).count()
}

pub(super) fn rows(
    diary: &Diary,
    shown_paths: PathsShown<'_>,
    heavy: HeavyNotes,
    from: Day,
    to: Day,
) -> PathRows {
    let within = |entry: &Try| entry.outcome.is_some() && (from..=to).contains(&entry.when.day());
    let tries: Vec<&Try> = path::tries(diary)
        .into_iter()
        .map(|(_, entry)| entry)
        .filter(|entry| within(entry))
        .collect();
    let stays = |words: &Words| heavy == HeavyNotes::StayHere && is_heavy(Some(words));
    let if_shared = |words: &Option<Words>| words.clone().filter(|words| !stays(words));
    let own_words = |words: &Option<Words>| match shown_paths.words {
        PathWords::StayHere => None,
        PathWords::GoAlong => if_shared(words),
    };
    let mut steps = Vec::new();
    let mut step_rows = BTreeMap::new();
    for (id, path) in path::all_paths(diary) {
        // A name that stays here keeps what it names here, as a heavy note does.
        if !shown_paths.paths.contains(&id) || stays(&path.title) {
            continue;
        }
        let head = PathHead { title: path.title.clone(), why: own_words(&path.why) };
        let mut head = Some(head);
        for (step_id, step, standing) in standings(diary, id) {
            let in_dates = tries.iter().any(|entry| entry.step == step_id);
            if stays(&step.title) || (standing == StepStanding::PutAway && !in_dates) {
                continue;
            }
            step_rows.insert(step_id, steps.len());
            steps.push(StepRow {
                begins: head.take(),
                title: step.title.clone(),
                standing,
                guess: step.guess,
                with_whom: if_shared(&step.with_whom),
            });
        }
    }
    let tries = tries.into_iter().filter_map(|entry| {
        Some(TryRow {
            day: entry.when.day(),
            clock_min: entry.when.clock_min(),
            step: *step_rows.get(&entry.step)?,
            outcome: entry.outcome?,
            guess: entry.guess,
            hardest: entry.hardest,
            after: entry.after,
            helped: entry.helped.iter().filter(|words| !stays(words)).cloned().collect(),
            thought: own_words(&entry.thought),
            found_out: own_words(&entry.found_out),
            note: own_words(&entry.note),
        })
    });
    let tries = tries.collect();
    PathRows { steps, tries }
}

/// All of a path's steps, easiest first, with how each stands.
fn standings(diary: &Diary, path: Id) -> Vec<(Id, &Step, StepStanding)> {
    let here = path::here(diary, path);
    let mut standing = Standing::Behind;
    path::all_steps(diary, path)
        .into_iter()
        .map(|(id, step)| {
            if step.retired.is_some() {
                return (id, step, StepStanding::PutAway);
            }
            if Some(id) == here {
                standing = Standing::Here;
            } else if standing == Standing::Here {
                standing = Standing::Ahead;
            }
            (id, step, standing.into())
        })
        .collect()
}
