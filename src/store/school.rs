//! What a person can do with timetables, terms, a school day in detail and the marks.

use askelma_diary::change::Change;
use askelma_diary::diary::choices_id;
use askelma_diary::entries::{Marks, Term};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::school::Which;
use askelma_diary::school::edit::{self, PlanError, WantedTable};
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput};
use leptos::prelude::*;

use crate::browser::device;
use crate::store::DiaryStore;
use crate::text::said;

/// Puts a version of a timetable.
///
/// # Errors
/// [`PlanError`]: nothing is changed.
pub fn keep_table(store: DiaryStore, which: Which, wanted: &WantedTable) -> Result<(), PlanError> {
    let change = store.diary.with_untracked(|diary| edit::put_table(diary, which, wanted))?;
    store.perform(change, said::saved());
    Ok(())
}

/// Takes a version of a timetable away.
pub fn remove_table(store: DiaryStore, which: Which, id: Id) {
    let change = store.diary.with_untracked(|diary| edit::remove_table(diary, which, id));
    store.perform(change, said::removed());
}

/// A term or days off; a new one, or one mended.
///
/// # Errors
/// [`PlanError`]: nothing is changed.
pub fn keep_term(store: DiaryStore, id: Option<Id>, term: Term) -> Result<(), PlanError> {
    edit::check_term(&term)?;
    let id = id.unwrap_or_else(|| Id::random(device::random_bytes()));
    store.perform(Change::put(id, term), said::saved());
    Ok(())
}

/// A school day in detail.
///
/// # Errors
/// [`SchoolDayError`]: nothing is changed.
pub fn keep_day(store: DiaryStore, input: &SchoolDayInput) -> Result<(), SchoolDayError> {
    let id = Id::once_a_day(Kind::SchoolDay, input.day);
    store.perform(Change::put(id, input.school_day()?), said::saved());
    Ok(())
}

/// The marks of absence; `None` for the usual ones.
pub fn keep_marks(store: DiaryStore, marks: Option<Marks>) {
    let mut choices = store.diary.with_untracked(askelma_diary::diary::Diary::choices);
    choices.marks = marks;
    store.perform(Change::put(choices_id(), choices), said::saved());
}
