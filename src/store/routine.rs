//! What a person can do with the routine. Every change counts from today on.

use askelma_diary::change::Change;
use askelma_diary::id::Id;
use askelma_diary::routine::edit::{self, RoutineError, Wanted};
use leptos::prelude::*;

use crate::browser::device;
use crate::store::DiaryStore;
use crate::text::said;

/// Adds a new item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn add(store: DiaryStore, wanted: &Wanted) -> Result<(), RoutineError> {
    let (id, today) = (Id::random(device::random_bytes()), store.now.get_untracked().day());
    let change = store.diary.with_untracked(|diary| edit::add(diary, id, wanted, today))?;
    perform(store, change, said::saved());
    Ok(())
}

/// Changes an item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn change(store: DiaryStore, item: Id, wanted: &Wanted) -> Result<(), RoutineError> {
    let today = store.now.get_untracked().day();
    let change = store.diary.with_untracked(|diary| edit::edit(diary, item, wanted, today))?;
    perform(store, change, said::saved());
    Ok(())
}

/// Takes an item out of the routine.
pub fn remove(store: DiaryStore, item: Id) {
    let today = store.now.get_untracked().day();
    let change = store.diary.with_untracked(|diary| edit::remove(diary, item, today));
    perform(store, change, said::removed());
}

/// Moves an item to a place within its part of the day, 0 for the first.
pub fn reorder(store: DiaryStore, item: Id, place: usize) {
    let today = store.now.get_untracked().day();
    let change = store.diary.with_untracked(|diary| edit::reorder(diary, item, place, today));
    perform(store, change, said::saved());
}

/// Takes what was chosen of a ready-made routine.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn take(store: DiaryStore, wanted: Vec<Wanted>) -> Result<(), RoutineError> {
    let today = store.now.get_untracked().day();
    let named = wanted.into_iter().map(|wanted| (Id::random(device::random_bytes()), wanted));
    let items: Vec<_> = named.collect();
    let change = store.diary.with_untracked(|diary| edit::take_template(diary, &items, today))?;
    perform(store, change, said::saved());
    Ok(())
}

/// Nothing changed is nothing to save or to undo.
fn perform(store: DiaryStore, change: Change, said: &str) {
    if change != Change::default() {
        store.perform(change, said);
    }
}
