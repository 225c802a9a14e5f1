//! Whole diaries, out to a backup and in from one, or from another app's file.

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::record::import::{Compared, DeletedHere, Taking, compare, take};
use askelma_diary::record::unsaved::Unsaved;
use askelma_diary::shard::{Shard, ShardKey};
use leptos::prelude::*;

use crate::storage::StorageError;
use crate::store::diary_store::{DiaryStore, Message};

impl DiaryStore {
    /// All of this diary as it lies on the disk, with what is on the screen and not saved yet.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn all_shards(self) -> Result<Vec<(ShardKey, Vec<u8>)>, StorageError> {
        let mut shards: BTreeMap<_, _> =
            self.database.get_value().all_bytes().await?.into_iter().collect();
        let unsaved: Vec<_> = self.unsaved.with_value(|unsaved: &Unsaved| {
            unsaved.records().map(|(shard, record)| (shard, record.clone())).collect()
        });
        for (key, record) in unsaved {
            let bytes = shards.entry(key).or_default();
            // What cannot be read is told by whoever writes the file.
            if let Ok(mut shard) = Shard::from_bytes_or_empty(bytes) {
                shard.keep(record);
                *bytes = shard.to_bytes();
            }
        }
        Ok(shards.into_iter().collect())
    }

    /// What these records would change.
    pub fn compare(self, records: Vec<(ShardKey, Record)>) -> Compared {
        self.diary.with_untracked(|diary| compare(diary, records))
    }

    /// Takes what is fresh in, and what was deleted here too if that is wished, all in one
    /// transaction. Offers to take all of it back once it is on the disk.
    ///
    /// # Errors
    /// [`StorageError`]: nothing is taken.
    pub async fn import(
        self,
        compared: &Compared,
        deleted_here: DeletedHere,
        sentence: String,
    ) -> Result<(), StorageError> {
        let Taking { merged, back } = take(compared, deleted_here);
        let undo = self.diary.with_untracked(|diary| diary.undo_of_merging(&merged));
        let come_back = self.stamped(|diary, clock, now_ms| diary.deed(&back, clock, now_ms));
        let all = [merged, come_back.records].concat();
        let written = self.database.get_value().keep(&all).await?;
        self.show_read(written);
        self.tell_tabs(all.iter().map(|(shard, _)| *shard));
        let undo = Some(undo.and(come_back.undo));
        self.message.set(Some(Message { text: sentence, undo }));
        Ok(())
    }
}
