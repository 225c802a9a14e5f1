//! The diary on the screen and on the disk, kept in step.

mod files;

use std::collections::BTreeSet;
use std::rc::Rc;

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::Diary;
use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::StampClock;
use askelma_diary::time::{Day, Instant};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::platform::later::Handed;
use crate::platform::{clock, device, tabs::Tabs};
use crate::storage::{SetAside, StorageError, Taken, Vault, names};

use super::session::Role;
use crate::text;

/// What was just saved, and how to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
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
pub struct Keeper {
    /// What is read so far.
    pub diary: RwSignal<Diary>,
    /// Now, moving on by the minute.
    pub now: RwSignal<Instant>,
    /// What was just saved.
    pub said: RwSignal<Option<Said>>,
    /// Why something is not kept.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Parts that could not be read.
    pub aside: RwSignal<Vec<SetAside>>,
    vault: StoredValue<Option<Rc<Vault>>, LocalStorage>,
    tabs: StoredValue<Option<Rc<Tabs>>, LocalStorage>,
    asked_to_keep: StoredValue<bool>,
    unsaved: StoredValue<Vec<Change>>,
    /// Changes on their way to the disk, oldest first, each with a number of its own.
    under_way: StoredValue<Vec<(u32, Change)>>,
    begun: StoredValue<u32>,
}

impl Keeper {
    /// Opens a role's own diary, or its example. Reads what has no date and the newest two
    /// months, then goes on with the rest on its own.
    pub async fn open(role: Role, example: bool) -> Self {
        let keeper = Self {
            diary: RwSignal::new(Diary::default()),
            now: RwSignal::new(clock::now()),
            said: RwSignal::new(None),
            trouble: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            vault: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            asked_to_keep: StoredValue::new(false),
            unsaved: StoredValue::new(Vec::new()),
            under_way: StoredValue::new(Vec::new()),
            begun: StoredValue::new(0),
        };
        let name = names::of(role.code(), example);
        let writer = u32::from_le_bytes(device::random_bytes());
        match Vault::open(&name, writer).await {
            Ok(vault) => keeper.begin(Rc::new(vault), &name).await,
            Err(error) => keeper.trouble.set(Some(Trouble(error))),
        }
        device::on_time_passing(move || {
            let now = clock::now();
            if keeper.now.try_get_untracked().is_some_and(|shown| shown != now) {
                keeper.now.set(now);
            }
        });
        keeper
    }

    async fn begin(self, vault: Rc<Vault>, name: &str) {
        let mut shards = BTreeSet::new();
        shards.extend(vault.shards().await.unwrap_or_default());
        // What has no date and the newest two months are the first page.
        let (undated, months): (Vec<_>, Vec<_>) =
            shards.into_iter().rev().partition(|shard| *shard == ShardKey::Undated);
        let (newest, later) = months.split_at(months.len().min(2));
        let (first, later) = ([&undated[..], newest].concat(), later.to_vec());
        // What was set aside earlier comes first: reading may set more aside, and says so itself.
        if let Ok(aside) = vault.aside().await {
            self.aside.update(|known| known.extend(aside));
        }
        self.take(vault.read(&first).await);
        self.vault.set_value(Some(Rc::clone(&vault)));
        let heard = move |said: String| {
            spawn_local(async move { self.read_again(&said).await });
        };
        self.tabs.set_value(Tabs::join(name, heard).map(Rc::new));
        if !later.is_empty() {
            spawn_local(async move { self.take(vault.read(&later).await) });
        }
    }

    fn take(self, taken: Result<Taken, StorageError>) {
        match taken {
            Ok(taken) => {
                if taken.newer {
                    self.trouble.set(Some(Trouble(StorageError::Newer)));
                }
                if !taken.aside.is_empty() {
                    self.aside.update(|known| known.extend(taken.aside));
                }
                self.diary.update(|diary| {
                    for record in taken.records {
                        diary.merge(record);
                    }
                });
            }
            Err(error) => self.trouble.set(Some(Trouble(error))),
        }
    }

    /// What another tab said: the shards that it wrote, or that it deleted everything.
    async fn read_again(self, said: &str) {
        if said == ERASED {
            device::reload();
            return;
        }
        let Some(vault) = self.vault.get_value() else { return };
        let shards: Vec<_> = said.split(' ').filter_map(ShardKey::parse).collect();
        self.take(vault.read(&shards).await);
    }

    /// Shows a change at once, keeps it, and says so when it is on the disk.
    pub fn perform(self, change: Change, said: impl Into<String>) {
        let undo = self.diary.with_untracked(|diary| diary.inverse(&change));
        self.write(change, said.into(), Some(undo));
    }

    /// Takes the last change back.
    pub fn undo(self, said: impl Into<String>) {
        if let Some(undo) = self.said.get_untracked().and_then(|said| said.undo) {
            self.write(undo, said.into(), None);
        }
    }

    fn write(self, change: Change, text: String, undo: Option<Change>) {
        self.diary.update(|diary| diary.show(&change));
        let number = self.begun.get_value();
        self.begun.set_value(number.wrapping_add(1));
        self.under_way.update_value(|changes| changes.push((number, change.clone())));
        spawn_local(async move {
            // The tap is answered first: reading and writing a month would hold up the frame.
            device::painted().await;
            let kept = self.keep(&change).await;
            self.under_way.update_value(|changes| changes.retain(|(own, _)| *own != number));
            match kept {
                Ok(()) => {
                    self.keep_the_rest().await;
                    self.say(text, undo);
                    self.ask_to_keep().await;
                }
                // The entry stays on the screen; the sentence says that it is not kept.
                Err(error) => {
                    self.unsaved.update_value(|unsaved| unsaved.push(change));
                    self.trouble.set(Some(Trouble(error)));
                }
            }
        });
    }

    /// Shows and keeps a change, and returns only when it is on the disk.
    ///
    /// # Errors
    /// [`StorageError`]: it is shown but not kept.
    pub async fn write_quietly(self, change: Change) -> Result<(), StorageError> {
        self.diary.update(|diary| diary.show(&change));
        let kept = self.keep(&change).await;
        if let Err(error) = kept {
            self.trouble.set(Some(Trouble(error)));
        }
        kept
    }

    /// Room was made: what could not be kept before is kept now, and only then the sentence goes.
    async fn keep_the_rest(self) {
        let mut unsaved = self.unsaved.get_value().into_iter();
        while let Some(change) = unsaved.next() {
            if let Err(error) = self.keep(&change).await {
                let left = std::iter::once(change).chain(unsaved).collect();
                self.unsaved.set_value(left);
                return self.trouble.set(Some(Trouble(error)));
            }
        }
        self.unsaved.set_value(Vec::new());
        self.trouble.set(None);
    }

    /// What this module was in the middle of, for the second to go on with.
    pub fn hand_over(self) -> Handed {
        let mut unsaved = self.unsaved.get_value();
        unsaved.extend(self.under_way.get_value().into_iter().map(|(_, change)| change));
        let undo = self.said.get_untracked().and_then(|said| said.undo);
        Handed {
            unsaved: bytes_of(unsaved.iter().flat_map(|change| &change.0)),
            undo: bytes_of(undo.iter().flat_map(|change| &change.0)),
        }
    }

    /// Shows what the first module could not keep, and tries to keep it once more; offers to take
    /// back what it kept last.
    pub fn go_on_with(self, handed: &Handed) {
        if let Some(unsaved) = handed.unsaved.as_deref().and_then(|bytes| self.change_of(bytes)) {
            self.write(unsaved, text::said::saved().to_owned(), None);
        }
        if let Some(undo) = handed.undo.as_deref().and_then(|bytes| self.change_of(bytes)) {
            self.say(text::said::saved().to_owned(), Some(undo));
        }
    }

    /// The change that [`bytes_of`] wrote. What is removed is in the diary, and so its shard.
    fn change_of(self, bytes: &[u8]) -> Option<Change> {
        let shard = Shard::from_bytes(bytes).ok()?;
        let item = |record: &Record| match record.body() {
            Some(body) => Some(Item::Put { id: record.id, body: body.clone() }),
            None => self.diary.with_untracked(|diary| {
                let shard = ShardKey::of(diary.get(record.id)?.day());
                Some(Item::Remove { id: record.id, shard })
            }),
        };
        Some(Change(shard.records().filter_map(item).collect()))
    }

    async fn keep(self, change: &Change) -> Result<(), StorageError> {
        let vault = self.vault.get_value().ok_or(StorageError::Unavailable)?;
        let written = vault.write(change, clock::now_ms()).await?;
        self.take(Ok(written));
        if let Some(tabs) = self.tabs.get_value() {
            let shards: Vec<_> = change.shards().iter().map(ToString::to_string).collect();
            tabs.tell(&shards.join(" "));
        }
        Ok(())
    }

    fn say(self, text: String, undo: Option<Change>) {
        self.said.set(Some(Said { text, undo }));
    }

    async fn ask_to_keep(self) {
        if !self.asked_to_keep.get_value() {
            self.asked_to_keep.set_value(true);
            // Where the browser does not promise, the diary is still kept as long as it can be.
            device::ask_to_keep().await;
        }
    }

    /// Deletes everything in this diary, in every tab.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not; then nothing is deleted.
    pub async fn erase(self) -> Result<(), StorageError> {
        let vault = self.vault.get_value().ok_or(StorageError::Unavailable)?;
        vault.erase().await?;
        if let Some(tabs) = self.tabs.get_value() {
            tabs.tell(ERASED);
        }
        Ok(())
    }

    /// Closes the diary, so that it can be deleted or another opened.
    pub fn close(self) {
        if let Some(vault) = self.vault.get_value() {
            vault.close();
        }
        self.vault.set_value(None);
        self.tabs.set_value(None);
    }

    /// The diary day that it is now.
    pub fn today(self) -> Day {
        self.now.get().day()
    }
}

/// What a tab says after deleting everything; no shard has that name.
const ERASED: &str = "erased";

/// The items as shard bytes, to be given from one module to the other; `None` of none.
fn bytes_of<'a>(items: impl Iterator<Item = &'a Item>) -> Option<Vec<u8>> {
    let (mut shard, mut stamps) = (Shard::default(), StampClock::new(0));
    for item in items {
        shard.write(item, &mut stamps, clock::now_ms());
    }
    (shard.records().next().is_some()).then(|| shard.to_bytes())
}
