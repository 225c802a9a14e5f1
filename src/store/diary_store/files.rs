//! Whole diaries, out to a backup and in from one, or from another app's file.

use std::collections::BTreeMap;

use askelma_diary::diary::Diary;
use askelma_diary::record::Record;
use askelma_diary::record::import::{
    Changed, Compared, DeletedHere, Origin, Taking, compare, take,
};
use askelma_diary::shard::{Shard, ShardKey};
use leptos::prelude::*;

use crate::storage::StorageError;
use crate::store::diary_store::readiness::Reading;
use crate::store::diary_store::{DiaryStore, Message};

impl DiaryStore {
    /// All of this diary as it lies on the disk, with what is on the screen and not saved yet.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not.
    pub async fn all_shards(self) -> Result<Vec<(ShardKey, Vec<u8>)>, StorageError> {
        let mut shards: BTreeMap<_, _> = match self.inner().database.all_bytes().await {
            Ok(shards) => shards.into_iter().collect(),
            // All of it was read: what is on the screen is the whole diary.
            Err(_) if self.reading.with_untracked(Reading::is_whole) => self.shards_on_screen(),
            Err(error) => return Err(error),
        };
        for (key, record) in self.inner().unsaved.borrow().records() {
            let bytes = shards.entry(key).or_default();
            // What cannot be read is told by whoever writes the file.
            if let Ok(mut shard) = Shard::from_bytes_or_empty(bytes) {
                shard.keep(record.clone());
                *bytes = shard.to_bytes();
            }
        }
        Ok(shards.into_iter().collect())
    }

    fn shards_on_screen(self) -> BTreeMap<ShardKey, Vec<u8>> {
        let mut shards: BTreeMap<ShardKey, Shard> = BTreeMap::new();
        for (key, record) in self.diary.with_untracked(Diary::all_records) {
            shards.entry(key).or_default().merge(record);
        }
        shards.into_iter().map(|(key, shard)| (key, shard.to_bytes())).collect()
    }

    /// What these records would change.
    pub fn compare(self, origin: Origin, records: Vec<(ShardKey, Record)>) -> Compared {
        self.diary.with_untracked(|diary| compare(diary, origin, records))
    }

    /// Takes what is fresh in, and what changed and what was deleted here too if that is wished, all
    /// in one transaction. Offers to take all of it back once it is on the disk.
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
        let Taking { merged, back } = take(compared, changed, deleted_here);
        let undo = self.diary.with_untracked(|diary| diary.undo_of_merging(&merged));
        let come_back = self.stamped(|diary, clock, now_ms| diary.deed(&back, clock, now_ms));
        let all = [merged, come_back.records].concat();
        let written = self.inner().database.keep(&all).await?;
        self.show_read(written);
        self.tell_tabs(all.iter().map(|(shard, _)| *shard));
        let undo = Some(undo.and(come_back.undo));
        self.message.set(Some(Message { text: sentence, undo }));
        Ok(())
    }
}
