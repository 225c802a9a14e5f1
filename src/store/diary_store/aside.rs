//! Parts that could not be read and were set aside: looked at, tried again, let go.

use askelma_diary::record::Record;
use askelma_diary::shard::Shard;
use leptos::prelude::*;

use crate::storage::{SetAside, StorageError};
use crate::store::diary_store::DiaryStore;

impl DiaryStore {
    /// What can still be read of a part: its records, and whether they are all of it.
    pub fn readable(part: &SetAside) -> (Vec<Record>, bool) {
        match Shard::from_bytes(&part.bytes) {
            Ok(shard) => (shard.records().cloned().collect(), true),
            Err(_) => (Shard::salvage(&part.bytes), false),
        }
    }

    /// Takes back into the diary what can be read of a part. Only one that is read whole is let go.
    ///
    /// # Errors
    /// [`StorageError`]: nothing has changed.
    pub async fn take_back(self, part: SetAside) -> Result<(), StorageError> {
        let (records, whole) = Self::readable(&part);
        let records: Vec<_> = records.into_iter().map(|record| (part.shard, record)).collect();
        let taken = self.database.get_value().take_back(&part, &records, whole).await?;
        self.show_read(taken);
        self.tell_tabs(std::iter::once(part.shard));
        if whole {
            self.forget_aside(&part);
        }
        Ok(())
    }

    /// Deletes a part that was set aside.
    ///
    /// # Errors
    /// [`StorageError`]: it is still there.
    pub async fn dismiss(self, part: SetAside) -> Result<(), StorageError> {
        self.database.get_value().dismiss(&part).await?;
        self.forget_aside(&part);
        Ok(())
    }

    fn forget_aside(self, part: &SetAside) {
        self.aside.update(|parts| parts.retain(|other| other.key != part.key));
    }
}
