//! What was done is written: soon, in order, and again where it did not go through.

use askelma_diary::diary::Diary;
use askelma_diary::record::unsaved::{Batch, DeedNumber, Unsaved};
use askelma_diary::shard::ShardKey;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::device;
use crate::storage::{Awaited, StorageError, Taken, preferences};
use crate::store::diary_store::readiness::Reading;
use crate::store::diary_store::{DiaryStore, Message, Trouble};
use crate::text::trouble;

impl DiaryStore {
    /// Calls back once everything done so far is on the disk; at once where it is. While something
    /// cannot be saved it waits.
    pub fn when_saved(self, call: impl FnOnce() + 'static) {
        let inner = self.inner();
        let last_deed = inner.unsaved.borrow().last_deed();
        inner.when_saved.borrow_mut().push((last_deed, Box::new(call)));
        self.call_saved();
    }

    /// Whether something on the screen is not on the disk yet.
    pub fn has_unsaved(self) -> bool {
        !self.inner().unsaved.borrow().is_empty()
    }

    /// Begins to write what waits, unless a write is under way, which goes on with it.
    pub(super) fn write_soon(self) {
        let inner = self.inner();
        if !inner.unsaved.borrow().waits() || inner.is_writing.replace(true) {
            return;
        }
        spawn_local(async move {
            // What could not be written is said, and waits to be tried again.
            let _ = self.write_all().await;
            inner.is_writing.set(false);
        });
    }

    /// Tries again what could not be written or read.
    pub fn try_again(self) {
        self.write_soon();
        spawn_local(async move { self.read_missing().await });
    }

    /// Writes everything that waits, and what comes meanwhile. Where all of it together cannot be
    /// kept, deed by deed, so that what can be kept is.
    ///
    /// # Errors
    /// [`StorageError`] of the first write.
    pub(super) fn write_all(self) -> Awaited<'static, ()> {
        Box::pin(self.write_until_done())
    }

    async fn write_until_done(self) -> Result<(), StorageError> {
        let mut first = None;
        // Where not everything is kept at once: the deed after which the next one is tried alone.
        let mut alone_after: Option<DeedNumber> = None;
        loop {
            let begin = |unsaved: &mut Unsaved| match alone_after {
                None => unsaved.begin(),
                Some(after) => unsaved.begin_next(after),
            };
            let next = begin(&mut self.inner().unsaved.borrow_mut());
            let Some(batch) = next else { break };
            let written = self.write_batch(&batch).await;
            first.get_or_insert(written);
            alone_after = match (alone_after, written) {
                (None, Ok(())) => None,
                (None, Err(StorageError::Full | StorageError::NotKept)) if batch.of_several => {
                    Some(0)
                }
                (None, Err(_)) => break,
                (Some(_), _) => Some(batch.oldest),
            };
        }
        first.unwrap_or(Ok(()))
    }

    async fn write_batch(self, batch: &Batch) -> Result<(), StorageError> {
        let mut written = self.keep(batch).await;
        if matches!(written, Err(StorageError::NotKept)) {
            // Often the connection is lost without a word: once more over a new one.
            self.inner().database.reconnect();
            written = self.keep(batch).await;
        }
        if matches!(written, Err(StorageError::Lost)) {
            written = if preferences::are_of_this_tab() {
                // The database alone is gone: everything that is known here is written anew.
                self.inner().database.accept_another();
                self.inner().is_lost.set(true);
                self.keep(batch).await
            } else {
                self.inner().is_erased.set(true);
                Err(StorageError::Erased)
            };
        }
        let inner = self.inner();
        match written {
            Ok(taken) => {
                inner.is_lost.set(false);
                inner.unsaved.borrow_mut().kept(batch);
                inner.last_error.set(None);
                if taken.refused {
                    let text = trouble::newer().to_owned();
                    self.message.set(Some(Message { text, undo: None }));
                }
                self.show_read(taken);
                self.tell_tabs(batch.records.iter().map(|(shard, _)| *shard));
                self.call_saved();
                self.say_trouble();
                Ok(())
            }
            Err(error) => {
                inner.unsaved.borrow_mut().failed(batch);
                inner.last_error.set(Some(error));
                self.say_trouble();
                Err(error)
            }
        }
    }

    fn keep(self, batch: &Batch) -> Awaited<'static, Taken> {
        let inner = self.inner();
        if inner.is_erased.get() {
            return Box::pin(async { Err(StorageError::Erased) });
        }
        let records = if inner.is_lost.get() {
            // What waits is among them, as it is on the screen.
            self.diary.with_untracked(Diary::all_records)
        } else {
            batch.records.clone()
        };
        Box::pin(async move { inner.database.keep(&records).await })
    }

    pub(super) fn tell_tabs(self, shards: impl Iterator<Item = ShardKey>) {
        if let Some(tabs) = &*self.inner().tabs.borrow() {
            let mut names: Vec<String> = Vec::new();
            for name in shards.map(|shard| shard.to_string()) {
                if names.last() != Some(&name) {
                    names.push(name);
                }
            }
            tabs.tell(&names.join(" "));
        }
    }

    fn call_saved(self) {
        let inner = self.inner();
        let (saved, waiting): (Vec<_>, Vec<_>) = {
            let unsaved = inner.unsaved.borrow();
            inner.when_saved.take().into_iter().partition(|(deed, _)| unsaved.is_saved(*deed))
        };
        *inner.when_saved.borrow_mut() = waiting;
        for (_, call) in saved {
            call();
        }
    }

    /// Says what is not as it should be, as long as it is so.
    pub(super) fn say_trouble(self) {
        let inner = self.inner();
        let has_failed = inner.unsaved.borrow().has_failed();
        let trouble = if has_failed {
            inner.last_error.get().map(Trouble::NotSaved)
        } else if inner.database.is_newer() {
            Some(Trouble::NotSaved(StorageError::Newer))
        } else {
            self.reading.try_with_untracked(Reading::trouble).flatten()
        };
        if self.trouble.try_get_untracked().is_some_and(|shown| shown != trouble) {
            self.trouble.set(trouble);
        }
    }

    pub(super) fn ask_to_persist(self) {
        if !self.inner().asked_to_persist.replace(true) {
            // Where the browser does not promise, the diary is still kept as long as it can be.
            spawn_local(async move {
                device::ask_to_persist().await;
            });
        }
    }
}
