//! What a person does on a path.

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::Try;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Piece, WantedStep};
use askelma_diary::time::Instant;
use askelma_diary::values::{Outcome, PathMove, Scale10, Words};
use leptos::prelude::*;

use super::Keeper;
use super::actions::new_id;
use crate::platform::clock;
use crate::text::said;

/// Does to the path what `change` makes of the diary, now.
fn perform(keeper: Keeper, change: impl FnOnce(&Diary, Instant) -> Change) {
    let change = keeper.diary.with_untracked(|diary| change(diary, clock::now()));
    keeper.perform(change, said::saved());
}

/// A new path; Today shows it from now on.
pub fn add(keeper: Keeper, title: Words, why: Option<Words>, wanted: Vec<WantedStep>) {
    perform(keeper, |diary, now| {
        let id = new_id();
        let wanted: Vec<Piece> = wanted.into_iter().map(|step| (new_id(), step)).collect();
        let mut change = path::add_path(id, title, why, &wanted, now);
        change.0.extend(path::begin_today(diary, id).0);
        change
    });
}

/// A step is split: the new ones come before it.
pub fn split(keeper: Keeper, step: Id, wanted: Vec<WantedStep>) {
    perform(keeper, |diary, now| {
        let pieces: Vec<Piece> = wanted.into_iter().map(|it| (new_id(), it)).collect();
        path::add_pieces(diary, step, &pieces, now)
    });
}

/// I stand on this step from now on.
pub fn stand_on(keeper: Keeper, step: Id, what: PathMove) {
    perform(keeper, |diary, now| match path::step(diary, step) {
        Some(known) => path::choose(Change::default(), known.path, what, Some(step), now),
        None => Change::default(),
    });
}

/// A step is put away, or taken out again.
pub fn retire(keeper: Keeper, step: Id, away: bool) {
    perform(keeper, |diary, now| {
        if away {
            path::retire(diary, step, now.day(), now)
        } else {
            path::restore(diary, step, now)
        }
    });
}

/// What is said before a try.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// How hard I guess that it will be.
    pub guess: Option<Scale10>,
    /// What I think will happen.
    pub thought: Option<Words>,
}

/// A try begins. Returns its name; `None` where there is no such step.
pub fn begin_try(keeper: Keeper, step: Id, before: Before) -> Option<Id> {
    let known = keeper.diary.with_untracked(|diary| path::step(diary, step).cloned())?;
    let id = new_id();
    let begun = Try {
        when: clock::now(),
        path: known.path,
        step,
        title: known.title,
        guess: before.guess.or(known.guess),
        thought: before.thought,
        with_whom: known.with_whom,
        supports: known.supports.into_iter().map(|support| support.words).collect(),
        planned_min: known.planned_min,
        in_at: None,
        outcome: None,
        hardest: None,
        after: None,
        found_out: None,
        helped: Vec::new(),
        note: None,
        ended: None,
    };
    keeper.perform(Change::put(id, begun), said::saved());
    Some(id)
}

/// Something is said of a try.
pub fn change_try(keeper: Keeper, id: Id, change: impl FnOnce(&mut Try)) {
    let known = keeper.diary.with_untracked(|diary| path::try_of(diary, id).cloned());
    if let Some(mut it) = known {
        change(&mut it);
        keeper.perform(Change::put(id, it), said::saved());
    }
}

/// A try is over.
pub fn end_try(keeper: Keeper, id: Id, outcome: Outcome) {
    change_try(keeper, id, |it| {
        it.outcome = Some(outcome);
        it.ended = it.ended.or_else(|| Some(clock::now()));
    });
}
