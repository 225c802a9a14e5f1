//! The diary on the screen and on the disk, kept in step.

mod files;
mod when_saved;

use std::collections::BTreeSet;
use std::rc::Rc;

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::shard::ShardKey;
use askelma_diary::time::{Day, Instant};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::tabs::Tabs;
use crate::browser::{clock, device, drafts};
use crate::storage::{DiaryDatabase, SetAside, StorageError, Taken, names};
use crate::store::session::Role;

/// What is said of the last change, and how to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// What takes it back; none for what was itself a taking back.
    pub undo: Option<Change>,
}

/// Why an entry is on the screen but not on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble(pub StorageError);

/// The open diary. Cheap to copy; lives as long as the role is in use.
#[derive(Debug, Clone, Copy)]
pub struct DiaryStore {
    /// What is read so far.
    pub diary: RwSignal<Diary>,
    /// Now, moving on by the minute.
    pub now: RwSignal<Instant>,
    /// What is said of the last change.
    pub message: RwSignal<Option<Message>>,
    /// Why something is not kept.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Parts that could not be read.
    pub aside: RwSignal<Vec<SetAside>>,
    database: StoredValue<Option<Rc<DiaryDatabase>>, LocalStorage>,
    tabs: StoredValue<Option<Rc<Tabs>>, LocalStorage>,
    asked_to_persist: StoredValue<bool>,
    unsaved: StoredValue<Vec<Change>>,
    waiting: StoredValue<when_saved::Waiting, LocalStorage>,
}

impl DiaryStore {
    /// Opens a role's own diary, or its example. Reads what has no date and the newest two
    /// months, then goes on with the rest on its own.
    pub async fn open(role: Role, example: bool) -> Self {
        let store = Self {
            diary: RwSignal::new(Diary::default()),
            now: RwSignal::new(clock::now()),
            message: RwSignal::new(None),
            trouble: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            database: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            asked_to_persist: StoredValue::new(false),
            unsaved: StoredValue::new(Vec::new()),
            waiting: StoredValue::new_local(when_saved::Waiting::default()),
        };
        let name = names::of(role.code(), example);
        let writer = u32::from_le_bytes(device::random_bytes());
        match DiaryDatabase::open(&name, writer).await {
            Ok(database) => store.begin(Rc::new(database), &name).await,
            Err(error) => store.trouble.set(Some(Trouble(error))),
        }
        device::on_time_passing(move || {
            let now = clock::now();
            if store.now.try_get_untracked().is_some_and(|shown_now| shown_now != now) {
                store.now.set(now);
            }
        });
        store
    }

    async fn begin(self, database: Rc<DiaryDatabase>, name: &str) {
        let mut shards = BTreeSet::new();
        shards.extend(database.shards().await.unwrap_or_default());
        // What has no date and the newest two months are the first page.
        let (undated, months): (Vec<_>, Vec<_>) =
            shards.into_iter().rev().partition(|shard| *shard == ShardKey::Undated);
        let (newest, later) = months.split_at(months.len().min(2));
        let (first, later) = ([&undated[..], newest].concat(), later.to_vec());
        // What was set aside earlier comes first: reading may set more aside, and says so itself.
        if let Ok(aside) = database.aside().await {
            self.aside.update(|set_aside| set_aside.extend(aside));
        }
        self.show_read(database.read(&first).await);
        self.database.set_value(Some(Rc::clone(&database)));
        let on_other_tab = move |message: String| {
            spawn_local(async move { self.read_again(&message).await });
        };
        self.tabs.set_value(Tabs::join(name, on_other_tab).map(Rc::new));
        if !later.is_empty() {
            spawn_local(async move { self.show_read(database.read(&later).await) });
        }
    }

    fn show_read(self, read: Result<Taken, StorageError>) {
        match read {
            Ok(read) => {
                if read.newer {
                    self.trouble.set(Some(Trouble(StorageError::Newer)));
                }
                if !read.aside.is_empty() {
                    self.aside.update(|set_aside| set_aside.extend(read.aside));
                }
                self.diary.update(|diary| {
                    for record in read.records {
                        diary.merge(record);
                    }
                });
            }
            Err(error) => self.trouble.set(Some(Trouble(error))),
        }
    }

    /// What another tab said: the shards that it wrote, or that it deleted everything.
    async fn read_again(self, message: &str) {
        if message == ERASED {
            drafts::clear_all();
            device::reload();
            return;
        }
        let Some(database) = self.database.get_value() else { return };
        let shards: Vec<_> = message.split(' ').filter_map(ShardKey::parse).collect();
        self.show_read(database.read(&shards).await);
    }

    /// Does what `edit` makes of the diary: shows it at once, saves it, and says so when it is on
    /// the disk. Nothing changed is nothing to save or to undo.
    pub fn run(self, edit: impl FnOnce(&Diary) -> Change, sentence: impl Into<String>) {
        self.perform(self.diary.with_untracked(edit), sentence.into());
    }

    /// Like [`Self::run`] with an edit that can be refused.
    ///
    /// # Errors
    /// Why it is refused; then nothing is changed.
    pub fn try_run<E>(
        self,
        edit: impl FnOnce(&Diary) -> Result<Change, E>,
        sentence: impl Into<String>,
    ) -> Result<(), E> {
        self.perform(self.diary.with_untracked(edit)?, sentence.into());
        Ok(())
    }

    /// Like [`Self::run`], but says nothing, and returns only when it is on the disk.
    ///
    /// # Errors
    /// [`StorageError`]: it is shown but not kept.
    pub async fn run_quietly(
        self,
        edit: impl FnOnce(&Diary) -> Change,
    ) -> Result<(), StorageError> {
        let change = self.diary.with_untracked(edit);
        self.perform_quietly(change).await
    }

    // Apart from their edits, so that they are compiled once and not for every edit.

    fn perform(self, change: Change, sentence: String) {
        if !change.0.is_empty() {
            let undo = self.diary.with_untracked(|diary| diary.inverse(&change));
            self.write(change, sentence, Some(undo));
        }
    }

    async fn perform_quietly(self, change: Change) -> Result<(), StorageError> {
        if change.0.is_empty() {
            return Ok(());
        }
        self.diary.update(|diary| diary.show(&change));
        self.write_begins();
        let saved = self.save(&change).await;
        match saved {
            Ok(()) => self.write_ends(),
            // It is shown and not kept: what waits goes on waiting.
            Err(error) => self.trouble.set(Some(Trouble(error))),
        }
        saved
    }

    /// Takes the last change back.
    pub fn undo(self, sentence: impl Into<String>) {
        if let Some(undo) = self.message.get_untracked().and_then(|message| message.undo) {
            self.write(undo, sentence.into(), None);
        }
    }

    fn write(self, change: Change, text: String, undo: Option<Change>) {
        self.diary.update(|diary| diary.show(&change));
        self.write_begins();
        spawn_local(async move {
            // The tap is answered first: reading and writing a month would hold up the frame.
            device::painted().await;
            match self.save(&change).await {
                Ok(()) => {
                    self.save_unsaved().await;
                    self.show_message(text, undo);
                    self.ask_to_persist().await;
                }
                // The entry stays on the screen; the sentence says that it is not kept.
                Err(error) => {
                    self.unsaved.update_value(|unsaved| unsaved.push(change));
                    self.trouble.set(Some(Trouble(error)));
                }
            }
            self.write_ends();
        });
    }

    /// Room was made: what could not be kept before is kept now, and only then the sentence goes.
    async fn save_unsaved(self) {
        let mut unsaved = self.unsaved.get_value().into_iter();
        while let Some(change) = unsaved.next() {
            if let Err(error) = self.save(&change).await {
                let left = std::iter::once(change).chain(unsaved).collect();
                self.unsaved.set_value(left);
                return self.trouble.set(Some(Trouble(error)));
            }
        }
        self.unsaved.set_value(Vec::new());
        self.trouble.set(None);
    }

    async fn save(self, change: &Change) -> Result<(), StorageError> {
        let database = self.database.get_value().ok_or(StorageError::Unavailable)?;
        let written = database.write(change, clock::now_ms()).await?;
        self.show_read(Ok(written));
        if let Some(tabs) = self.tabs.get_value() {
            let shards: Vec<_> = change.shards().iter().map(ToString::to_string).collect();
            tabs.tell(&shards.join(" "));
        }
        Ok(())
    }

    fn show_message(self, text: String, undo: Option<Change>) {
        self.message.set(Some(Message { text, undo }));
    }

    async fn ask_to_persist(self) {
        if !self.asked_to_persist.get_value() {
            self.asked_to_persist.set_value(true);
            // Where the browser does not promise, the diary is still kept as long as it can be.
            device::ask_to_persist().await;
        }
    }

    /// Deletes everything in this diary, in every tab.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not; then nothing is deleted.
    pub async fn erase(self) -> Result<(), StorageError> {
        let database = self.database.get_value().ok_or(StorageError::Unavailable)?;
        database.erase().await?;
        if let Some(tabs) = self.tabs.get_value() {
            tabs.tell(ERASED);
        }
        Ok(())
    }

    /// Closes the diary, so that it can be deleted or another opened.
    pub fn close(self) {
        if let Some(database) = self.database.get_value() {
            database.close();
        }
        self.database.set_value(None);
        self.tabs.set_value(None);
    }

    /// The diary day that it is now.
    pub fn today(self) -> Day {
        self.now.get().day()
    }
}

/// What a tab says after deleting everything; no shard has that name.
const ERASED: &str = "erased";
