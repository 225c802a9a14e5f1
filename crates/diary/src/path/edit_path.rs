//! What a person does with a whole path, and where they stand on it.

use super::edit::{add_path, begin_today, choose};
use super::{Piece, here, path, step};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::{Path, StepPlan};
use crate::id::Id;
use crate::record::Kind;
use crate::time::{Day, Instant};
use crate::values::{Minutes, PathMove, Words};

/// A new path; Today shows it from now on.
pub fn begin(
    diary: &Diary,
    id: Id,
    title: Words,
    why: Option<Words>,
    wanted: &[Piece],
    now: Instant,
) -> Change {
    let mut change = add_path(id, title, why, wanted, now);
    change.0.extend(begin_today(diary, id).0);
    change
}

/// A path says something else from now on.
pub fn rename(diary: &Diary, id: Id, title: Words, why: Option<Words>) -> Change {
    match path(diary, id) {
        Some(path) => Change::put(id, Path { title, why, ..path.clone() }),
        None => Change::default(),
    }
}

/// A try is planned for a date, about then.
pub fn plan(step: Id, day: Day, at_min: Option<Minutes>) -> Change {
    let id = Id::once_a_day_for(Kind::StepPlan, day, step);
    Change::put(id, StepPlan { step, day, at_min })
}

/// The first step after a break: I stand on it, and it is planned for that date.
pub fn choose_first(diary: &Diary, id: Id, day: Day, now: Instant) -> Change {
    let Some(step) = step(diary, id) else { return Change::default() };
    let stands = here(diary, step.path) == Some(id);
    let what = if stands { PathMove::Same } else { PathMove::Back };
    choose(plan(id, day, None), step.path, what, Some(id), now)
}

/// I stand on this step from now on, by that move.
pub fn stand_on(diary: &Diary, id: Id, what: PathMove, now: Instant) -> Change {
    match step(diary, id) {
        Some(step) => choose(Change::default(), step.path, what, Some(id), now),
        None => Change::default(),
    }
}
