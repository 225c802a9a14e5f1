//! Whole diaries, out to a backup and in from one, or from another app's file.

use askelma_diary::record::Record;
use askelma_diary::record::import::{
    Changed, Compared, DeletedHere, Origin, Taking, compare, take,
};
use askelma_diary::shard::ShardKey;
use leptos::prelude::*;

use crate::browser::clock;
use crate::storage::StorageError;
use crate::store::diary_store::DiaryStore;

impl DiaryStore {
    /// All of this diary as it lies on the disk.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn all_shards(self) -> Result<Vec<(ShardKey, Vec<u8>)>, StorageError> {
        let database = self.database.get_value().ok_or(StorageError::Unavailable)?;
        database.all_bytes().await
    }

    /// What these records would change.
    pub fn compare(self, origin: Origin, records: Vec<(ShardKey, Record)>) -> Compared {
        self.diary.with_untracked(|diary| compare(diary, origin, records))
    }

    /// Takes what is fresh in, and what changed and what was deleted here too if that is wished.
    /// Offers to take all of it back once it is on the disk.
    ///
    /// # Errors
    /// [`StorageError`]: nothing is taken.
    pub async fn import(
        self,
        compared: &Compared,
        changed: Changed,
        deleted_here: DeletedHere,
        sentence: String,
    ) -> Result<(), StorageError> {
        let database = self.database.get_value().ok_or(StorageError::Unavailable)?;
        let Taking { merged, back, all } = take(compared, changed, deleted_here);
        let undo = self.diary.with_untracked(|diary| diary.inverse(&all));
        let written_records = database.merge(&merged).await?;
        self.show_read(Ok(written_records));
        if !back.0.is_empty() {
            let written = database.write(&back, clock::now_ms()).await?;
            self.show_read(Ok(written));
        }
        if let Some(tabs) = self.tabs.get_value() {
            let shards: Vec<_> = all.shards().iter().map(ToString::to_string).collect();
            tabs.tell(&shards.join(" "));
        }
        self.show_message(sentence, Some(undo));
        Ok(())
    }
}
