//! What a person can do with timetables, terms, a school day in detail and the thresholds of absence.

use askelma_diary::entries::{Term, Thresholds};
use askelma_diary::id::Id;
use askelma_diary::school::Which;
use askelma_diary::school::edit::{self, PlanError, WantedTable};
use askelma_diary::school::edit_day;
use askelma_diary::school::log::{SchoolDayError, SchoolDayInput};

use crate::store::DiaryStore;
use crate::store::actions::new_id;
use crate::text::said;

/// Puts a version of a timetable.
///
/// # Errors
/// [`PlanError`]: nothing is changed.
pub fn keep_table(store: DiaryStore, which: Which, wanted: &WantedTable) -> Result<(), PlanError> {
    store.try_run(|diary| edit::put_table(diary, which, wanted), said::saved())
}

/// Takes a version of a timetable away.
pub fn remove_table(store: DiaryStore, which: Which, id: Id) {
    store.run(|diary| edit::remove_table(diary, which, id), said::removed());
}

/// A term or days off; a new one, or one mended.
///
/// # Errors
/// [`PlanError`]: nothing is changed.
pub fn keep_term(store: DiaryStore, id: Option<Id>, term: Term) -> Result<(), PlanError> {
    store.try_run(|_| edit::put_term(id.unwrap_or_else(new_id), term), said::saved())
}

/// A school day in detail.
///
/// # Errors
/// [`SchoolDayError`]: nothing is changed.
pub fn keep_day(store: DiaryStore, input: &SchoolDayInput) -> Result<(), SchoolDayError> {
    store.try_run(|_| edit_day::put_detailed(input), said::saved())
}

/// The thresholds of absence; `None` for the usual ones.
pub fn keep_thresholds(store: DiaryStore, thresholds: Option<Thresholds>) {
    store.run(|diary| edit_day::choose_thresholds(diary, thresholds), said::saved());
}
