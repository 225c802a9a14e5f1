//! What is on the disk is read: the first page's part at once, then the rest; and again where it
//! could not be. What is not read is never taken for empty.

use std::pin::Pin;

use askelma_diary::shard::ShardKey;
use askelma_diary::time::Day;
use leptos::prelude::*;

use crate::browser::{device, drafts};
use crate::storage::{SetAside, StorageError, Taken};
use crate::store::diary_store::{DiaryStore, Trouble};

/// What a tab says after deleting everything; no shard has that name.
pub(super) const ERASED: &str = "erased";

/// What a page needs to have been read before it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// What has no date, and the newest two months.
    First,
    /// That, and the month of a day.
    MonthOf(Day),
    /// Everything. A month that cannot be read is said to be missing.
    All,
}

/// Whether what a page needs is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// It is.
    Ready,
    /// It is being read.
    Reading,
    /// It could not be read, and is tried again.
    Failed,
}

/// How far the disk is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// The shards that are there and not read yet; none before it is known which there are.
    missing: Option<Vec<ShardKey>>,
    /// Those of them that the first page needs.
    first: Vec<ShardKey>,
    failed: bool,
    /// The browser gives no storage, or no room for any: there is nothing to read.
    denied: Option<StorageError>,
}

impl Reading {
    pub(super) fn trouble(&self) -> Option<Trouble> {
        let denied = self.denied.map(Trouble::NotSaved);
        denied.or_else(|| self.failed.then_some(Trouble::NotRead))
    }

    fn is_whole(&self) -> bool {
        self.denied.is_none() && self.missing.as_ref().is_some_and(Vec::is_empty)
    }

    fn readiness(&self, needs: Needs) -> Readiness {
        let unread = match &self.missing {
            None => true,
            Some(missing) => match needs {
                Needs::First => self.first.iter().any(|shard| missing.contains(shard)),
                Needs::MonthOf(day) => {
                    missing.contains(&ShardKey::of(Some(day)))
                        || self.first.iter().any(|shard| missing.contains(shard))
                }
                // A month that failed is said on top of the page, which shows the others.
                Needs::All => {
                    self.first.iter().any(|shard| missing.contains(shard))
                        || (!missing.is_empty() && !self.failed)
                }
            },
        };
        match (unread, self.failed) {
            (false, _) => Readiness::Ready,
            (true, false) => Readiness::Reading,
            (true, true) => Readiness::Failed,
        }
    }
}

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
