//! What a person can do with the routine. Every change counts from today on.

use askelma_diary::id::Id;
use askelma_diary::routine::edit::{self, RoutineError, Wanted};
use leptos::prelude::*;

use crate::store::DiaryStore;
use crate::store::actions::new_id;
use crate::text::said;

/// Adds a new item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn add(store: DiaryStore, wanted: &Wanted) -> Result<(), RoutineError> {
    let (id, today) = (new_id(), store.now.get_untracked().day());
    store.try_run(|diary| edit::add(diary, id, wanted, today), said::saved())
}

/// Changes an item.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn change(store: DiaryStore, item: Id, wanted: &Wanted) -> Result<(), RoutineError> {
    let today = store.now.get_untracked().day();
    store.try_run(|diary| edit::edit(diary, item, wanted, today), said::saved())
}

/// Takes an item out of the routine.
pub fn remove(store: DiaryStore, item: Id) {
    let today = store.now.get_untracked().day();
    store.run(|diary| edit::remove(diary, item, today), said::removed());
}

/// Moves an item to a place within its part of the day, 0 for the first.
pub fn reorder(store: DiaryStore, item: Id, place: usize) {
    let today = store.now.get_untracked().day();
    store.run(|diary| edit::reorder(diary, item, place, today), said::saved());
}

/// Takes what was chosen of a ready-made routine.
///
/// # Errors
/// [`RoutineError`]: nothing is changed.
pub fn take(store: DiaryStore, wanted: Vec<Wanted>) -> Result<(), RoutineError> {
    let today = store.now.get_untracked().day();
    let items: Vec<_> = wanted.into_iter().map(|wanted| (new_id(), wanted)).collect();
    store.try_run(|diary| edit::take_template(diary, &items, today), said::saved())
}
