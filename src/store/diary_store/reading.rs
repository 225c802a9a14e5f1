//! What is on the disk is read: the first page's part at once, then the rest; and again where it
//! could not be. What is not read is never taken for empty.

use std::pin::Pin;

use askelma_diary::shard::ShardKey;
use leptos::prelude::*;

use crate::browser::{device, drafts};
use crate::storage::{SetAside, StorageError, Taken};
use crate::store::diary_store::readiness::{Needs, Readiness, Reading};
use crate::store::diary_store::{DiaryStore, ERASED};

impl DiaryStore {
    /// Whether what a page needs is read.
    pub fn readiness(self, needs: Needs) -> Readiness {
        self.reading.with(|reading| reading.readiness(needs))
    }

    /// Reads which shards there are, and those of the first page.
    pub(super) fn read_first(self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(self.read_first_part())
    }

    async fn read_first_part(self) {
        let inner = self.inner();
        let database = &inner.database;
        let (shards, denied) = match database.shards().await {
            Ok(shards) => (shards, None),
            Err(error @ (StorageError::Unavailable | StorageError::Full)) => {
                (Vec::new(), Some(error))
            }
            Err(_) => return self.note_failed(true),
        };
        // They come in the order of their names, so that the newest months are the last ones.
        let is_month = |shard: &&ShardKey| matches!(shard, ShardKey::Month(..));
        let months = shards.iter().rev().filter(is_month).take(2);
        let undated = shards.iter().filter(|shard| **shard == ShardKey::Undated);
        let first: Vec<_> = undated.chain(months).copied().collect();
        let reading =
            Reading { missing: Some(shards), first: first.clone(), failed: false, denied };
        self.reading.set(reading);
        if denied.is_some() {
            return self.note_failed(false);
        }
        // What was set aside earlier comes first: reading may set more aside, and says so itself.
        if let Ok(parts) = database.aside().await {
            self.name_aside(parts);
        }
        let failed = self.read_these(&first).await.is_err();
        self.note_failed(failed);
    }

    /// Reads what is not read yet: all at once, and where that fails shard by shard.
    pub(super) fn read_missing(self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(self.read_until_done())
    }

    async fn read_until_done(self) {
        if self.reading.try_with_untracked(Reading::is_whole).unwrap_or(true) {
            return;
        }
        let unknown = |reading: &Reading| reading.missing.is_none() || reading.denied.is_some();
        if self.reading.with_untracked(unknown) {
            self.read_first().await;
        }
        let missing = self.reading.with_untracked(|reading| reading.missing.clone());
        let Some(missing) = missing else { return };
        let mut failed = false;
        if !missing.is_empty() && self.read_these(&missing).await.is_err() {
            self.inner().database.reconnect();
            for shard in missing {
                failed |= self.read_these(&[shard]).await.is_err();
            }
        }
        self.note_failed(failed);
    }

    async fn read_these(self, shards: &[ShardKey]) -> Result<(), StorageError> {
        let taken = self.inner().database.read(shards).await?;
        self.show_read(taken);
        self.reading.try_update(|reading| {
            if let Some(missing) = &mut reading.missing {
                missing.retain(|shard| !shards.contains(shard));
            }
        });
        Ok(())
    }

    fn note_failed(self, failed: bool) {
        if self.reading.try_with_untracked(|reading| reading.failed) != Some(failed) {
            self.reading.try_update(|reading| reading.failed = failed);
        }
        if self.readiness_now(Needs::First) == Some(Readiness::Ready) {
            for call in self.inner().when_read.take() {
                call();
            }
        }
        self.say_trouble();
    }

    fn readiness_now(self, needs: Needs) -> Option<Readiness> {
        self.reading.try_with_untracked(|reading| reading.readiness(needs))
    }

    /// Calls back once what the first page needs is read; at once where it is.
    pub fn when_read(self, call: impl FnOnce() + 'static) {
        if self.readiness_now(Needs::First) == Some(Readiness::Ready) {
            call();
        } else {
            self.inner().when_read.borrow_mut().push(Box::new(call));
        }
    }

    /// Shows what was read or written.
    pub(super) fn show_read(self, taken: Taken) {
        self.name_aside(taken.aside);
        if !taken.records.is_empty() {
            self.diary.try_update(|diary| {
                for record in taken.records {
                    diary.merge(record);
                }
            });
        }
    }

    fn name_aside(self, parts: Vec<SetAside>) {
        if !parts.is_empty() {
            self.aside.try_update(|set_aside| {
                for part in parts {
                    if set_aside.iter().all(|other| other.key != part.key) {
                        set_aside.push(part);
                    }
                }
            });
        }
    }

    /// What another tab said: the shards that it wrote, or that it deleted everything.
    pub(super) async fn hear(self, message: &str) {
        if message == ERASED {
            drafts::clear_all(&device::base_path());
            device::reload();
            return;
        }
        let shards: Vec<_> = message.split(' ').filter_map(ShardKey::parse).collect();
        // What cannot be read now is read with the rest, when it is tried again.
        if self.read_these(&shards).await.is_err() {
            self.reading.try_update(|reading| {
                reading.missing.get_or_insert_default().extend(shards);
            });
            self.note_failed(true);
        }
    }
}
