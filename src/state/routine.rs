//! What a person can do with the routine. Every change counts from today on.

use askelma_diary::change::Change;
use askelma_diary::id::Id;
use askelma_diary::routine::edit::{self, RoutineError, Wanted};
use leptos::prelude::*;

use super::Keeper;
use crate::platform::device;
use crate::text::said;

/// Adds a new item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn add(keeper: Keeper, wanted: &Wanted) -> Result<(), RoutineError> {
    let (id, today) = (Id::random(device::random_bytes()), keeper.now.get_untracked().day());
    let change = keeper.diary.with_untracked(|diary| edit::add(diary, id, wanted, today))?;
    perform(keeper, change, said::saved());
    Ok(())
}

/// Changes an item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn change(keeper: Keeper, item: Id, wanted: &Wanted) -> Result<(), RoutineError> {
    let today = keeper.now.get_untracked().day();
    let change = keeper.diary.with_untracked(|diary| edit::edit(diary, item, wanted, today))?;
    perform(keeper, change, said::saved());
    Ok(())
}

/// Takes an item out of the routine.
pub fn remove(keeper: Keeper, item: Id) {
    let today = keeper.now.get_untracked().day();
    let change = keeper.diary.with_untracked(|diary| edit::remove(diary, item, today));
    perform(keeper, change, said::removed());
}

/// Moves an item to a place within its part of the day, 0 for the first.
pub fn reorder(keeper: Keeper, item: Id, place: usize) {
    let today = keeper.now.get_untracked().day();
    let change = keeper.diary.with_untracked(|diary| edit::reorder(diary, item, place, today));
    perform(keeper, change, said::saved());
}

/// Takes what was chosen of a ready-made routine.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn take(keeper: Keeper, wanted: Vec<Wanted>) -> Result<(), RoutineError> {
    let today = keeper.now.get_untracked().day();
    let named = wanted.into_iter().map(|wanted| (Id::random(device::random_bytes()), wanted));
    let items: Vec<_> = named.collect();
    let change = keeper.diary.with_untracked(|diary| edit::take_template(diary, &items, today))?;
    perform(keeper, change, said::saved());
    Ok(())
}

/// Nothing changed is nothing to save or to undo.
fn perform(keeper: Keeper, change: Change, said: &str) {
    if change != Change::default() {
        keeper.perform(change, said);
    }
}
