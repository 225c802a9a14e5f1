//! Steps tied to a card of the reasons map: paused while a safety card is true. Nobody is asked to
//! get used to what is not safe.

use super::edit::choose;
use super::{choices, step};
use crate::change::Change;
use crate::diary::Diary;
use crate::id::Id;
use crate::reasons::fit_on;
use crate::time::{Day, Instant};
use crate::values::{CardMark, Fit, PathMove};

/// How many splits are followed upwards: more than anybody makes, so that a ring of records from
/// elsewhere ends too.
const MOST_SPLITS: usize = 64;

/// Whether a step is paused on a date: it is tied to a safety card (or danger at home) that is true
/// for the person, and they have not said since then that they want to go on with it. What was said
/// of a step holds for the smaller pieces made of it.
pub fn paused(diary: &Diary, id: Id, on: Day) -> bool {
    let Some(step) = step(diary, id) else { return false };
    let safety = matches!(step.mark, Some(CardMark::Safety | CardMark::HomeDanger));
    let true_now = |card: Id| fit_on(diary, card, on).is_none_or(|fit| fit != Fit::NotMe);
    safety && step.card.is_some_and(true_now) && !resumed(diary, id)
}

fn resumed(diary: &Diary, id: Id) -> bool {
    let Some(path) = step(diary, id).map(|step| step.path) else { return false };
    let choices = choices(diary, path);
    let mut at = Some(id);
    for _ in 0..MOST_SPLITS {
        let Some(step_id) = at else { return false };
        let last_choice = choices.iter().rev().find(|choice| {
            choice.step == Some(step_id)
                && matches!(choice.what, PathMove::Resumed | PathMove::Tied)
        });
        match last_choice {
            Some(choice) => return choice.what == PathMove::Resumed,
            None => at = step(diary, step_id).and_then(|step| step.split_from),
        }
    }
    false
}

/// The person wants to go on with a paused step.
pub fn resume(diary: &Diary, id: Id, now: Instant) -> Change {
    match step(diary, id) {
        Some(step) => choose(Change::default(), step.path, PathMove::Resumed, Some(id), now),
        None => Change::default(),
    }
}
