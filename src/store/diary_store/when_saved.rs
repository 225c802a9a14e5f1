//! What waits until everything shown is on the disk.

use leptos::prelude::*;

use crate::store::diary_store::DiaryStore;

/// What waits, and how much is being written.
#[derive(Default)]
pub(super) struct Waiting {
    writes: u32,
    then: Vec<Box<dyn FnOnce()>>,
}

impl DiaryStore {
    /// Whether something is shown that is not on the disk.
    pub fn has_unsaved(self) -> bool {
        self.waiting.try_with_value(|waiting| waiting.writes > 0).unwrap_or_default()
            || self.unsaved.try_with_value(|unsaved| !unsaved.is_empty()).unwrap_or_default()
    }

    /// Calls `then` once all changes that were run so far are on the disk: at once where they are,
    /// and never while one could not be kept.
    pub fn when_saved(self, then: impl FnOnce() + 'static) {
        self.waiting.try_update_value(|waiting| waiting.then.push(Box::new(then)));
        self.call_waiting();
    }

    pub(super) fn write_begins(self) {
        self.waiting.try_update_value(|waiting| waiting.writes += 1);
    }

    pub(super) fn write_ends(self) {
        self.waiting.try_update_value(|waiting| waiting.writes -= 1);
        self.call_waiting();
    }

    fn call_waiting(self) {
        if !self.has_unsaved() {
            let then = self.waiting.try_update_value(|waiting| std::mem::take(&mut waiting.then));
            for call in then.into_iter().flatten() {
                call();
            }
        }
    }
}
