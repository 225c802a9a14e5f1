//! The diary on the screen and on the disk, kept in step.

mod aside;
mod files;
mod readiness;
mod reading;
mod saving;
mod trouble;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::record::deed::{Deed, Undo};
use askelma_diary::record::unsaved::{DeedNumber, Unsaved};
use askelma_diary::stamp::StampClock;
use askelma_diary::time::{Day, Instant};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::tabs::Tabs;
use crate::browser::{clock, device};
use crate::storage::{DiaryDatabase, SetAside, StorageError, names};
use crate::store::session::Role;
use crate::text;

use readiness::Reading;
pub use readiness::{Needs, Readiness};
pub use trouble::Trouble;

/// What is said of the last deed, and how to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// What takes it back; none for what was itself a taking back.
    pub undo: Option<Undo>,
}

/// The open diary. Cheap to copy; lives as long as the role is in use.
#[derive(Debug, Clone, Copy)]
pub struct DiaryStore {
    /// What is read so far, with what is not saved yet.
    pub diary: RwSignal<Diary>,
    /// Now, moving on by the minute.
    pub now: RwSignal<Instant>,
    /// What is said of the last change.
    pub message: RwSignal<Option<Message>>,
    /// What is not as it should be.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Parts that could not be read.
    pub aside: RwSignal<Vec<SetAside>>,
    reading: RwSignal<Reading>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

/// What nobody watches.
struct Inner {
    database: DiaryDatabase,
    tabs: RefCell<Option<Tabs>>,
    clock: RefCell<StampClock>,
    unsaved: RefCell<Unsaved>,
    /// Why the last write did not go through; none where it did.
    last_error: Cell<Option<StorageError>>,
    /// What waits until a deed and all before it are on the disk.
    when_saved: RefCell<Vec<(DeedNumber, Call)>>,
    /// What waits until the first page's part is read.
    when_read: RefCell<Vec<Call>>,
    is_writing: Cell<bool>,
    /// Whether the browser lost the database, and not all is written anew yet.
    is_lost: Cell<bool>,
    /// Whether the diary was deleted elsewhere: nothing is written any more.
    is_erased: Cell<bool>,
    asked_to_persist: Cell<bool>,
}

type Call = Box<dyn FnOnce()>;

impl DiaryStore {
    /// Opens a role's own diary, or its example. Reads what has no date and the newest two
    /// months, then goes on with the rest on its own.
    pub async fn open(role: Role, example: bool) -> Self {
        let name = names::of(role.code(), example);
        let writer = u32::from_le_bytes(device::random_bytes());
        let inner = Inner {
            database: DiaryDatabase::new(&name),
            tabs: RefCell::new(None),
            clock: RefCell::new(StampClock::new(writer)),
            unsaved: RefCell::default(),
            last_error: Cell::new(None),
            when_saved: RefCell::default(),
            when_read: RefCell::default(),
            is_writing: Cell::new(false),
            is_lost: Cell::new(false),
            is_erased: Cell::new(false),
            asked_to_persist: Cell::new(false),
        };
        let store = Self {
            diary: RwSignal::new(Diary::default()),
            now: RwSignal::new(clock::now()),
            message: RwSignal::new(None),
            trouble: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            reading: RwSignal::new(Reading::default()),
            inner: StoredValue::new_local(Rc::new(inner)),
        };
        store.read_first().await;
        let on_other_tab = move |message: String| {
            spawn_local(async move { store.hear(&message).await });
        };
        *store.inner().tabs.borrow_mut() = Tabs::join(&name, on_other_tab);
        spawn_local(async move { store.read_missing().await });
        device::on_time_passing(move || {
            let now = clock::now();
            if store.now.try_get_untracked().is_some_and(|shown_now| shown_now != now) {
                store.now.set(now);
            }
            store.try_again();
        });
        device::on_hidden_or_online(move || store.write_soon());
        store
    }

    /// Does what `edit` makes of the diary: shows it at once, saves it, and says so when it is on
    /// the disk. Nothing changed is nothing to save or to undo.
    pub fn run(self, edit: impl FnOnce(&Diary) -> Change, sentence: impl Into<String>) {
        self.perform(&self.diary.with_untracked(edit), sentence.into());
    }

    /// Whether the last deed was refused: it would have written over what a newer app says.
    pub fn has_refused(self) -> bool {
        self.message.with_untracked(|message| {
            message.as_ref().is_some_and(|message| message.text == text::trouble::newer())
        })
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
        self.perform(&self.diary.with_untracked(edit)?, sentence.into());
        Ok(())
    }

    /// Like [`Self::run`], but says nothing, and returns only when it is on the disk.
    ///
    /// # Errors
    /// [`StorageError`]: it is shown but not kept, and tried again later.
    pub async fn run_quietly(
        self,
        edit: impl FnOnce(&Diary) -> Change,
    ) -> Result<(), StorageError> {
        let change = self.diary.with_untracked(edit);
        self.perform_quietly(&change).await
    }

    // Apart from their edits, so that they are compiled once and not for every edit.

    fn perform(self, change: &Change, sentence: String) {
        let deed = self.stamped(|diary, clock, now_ms| diary.deed(change, clock, now_ms));
        if deed.refused {
            self.message.set(Some(Message { text: text::trouble::newer().to_owned(), undo: None }));
        }
        if !deed.records.is_empty() {
            let undo = deed.undo.clone();
            self.show_and_save(&deed, Message { text: sentence, undo: Some(undo) });
        }
    }

    async fn perform_quietly(self, change: &Change) -> Result<(), StorageError> {
        let deed = self.stamped(|diary, clock, now_ms| diary.deed(change, clock, now_ms));
        if deed.records.is_empty() {
            return Ok(());
        }
        self.show(&deed);
        self.write_all().await
    }

    /// Takes the last deed back. What was changed since stays.
    pub fn undo(self, sentence: impl Into<String>) {
        let undo = self.message.get_untracked().and_then(|message| message.undo);
        let Some(undo) = undo else { return };
        let deed = self.stamped(|diary, clock, now_ms| diary.taken_back(&undo, clock, now_ms));
        if deed.records.is_empty() {
            let text = text::app::nothing_undone().to_owned();
            self.message.set(Some(Message { text, undo: None }));
        } else {
            self.show_and_save(&deed, Message { text: sentence.into(), undo: None });
        }
    }

    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }

    fn stamped(self, make: impl FnOnce(&Diary, &mut StampClock, u64) -> Deed) -> Deed {
        let (inner, now_ms) = (self.inner(), clock::now_ms());
        let mut stamps = inner.clock.borrow_mut();
        self.diary.with_untracked(|diary| make(diary, &mut stamps, now_ms))
    }

    fn show(self, deed: &Deed) -> DeedNumber {
        self.diary.update(|diary| diary.show_deed(deed));
        self.inner().unsaved.borrow_mut().add(&deed.records)
    }

    fn show_and_save(self, deed: &Deed, message: Message) {
        // What was said of an earlier deed is over: its undo would be taken for this one's.
        if self.message.with_untracked(Option::is_some) {
            self.message.set(None);
        }
        self.show(deed);
        self.when_saved(move || {
            self.message.set(Some(message));
            self.ask_to_persist();
        });
        spawn_local(async move {
            // The tap is answered first: reading and writing a month would hold up the frame.
            device::painted().await;
            self.write_soon();
        });
    }

    /// Deletes everything in this diary, in every tab.
    ///
    /// # Errors
    /// [`StorageError`] when the browser will not; then nothing is deleted.
    pub async fn erase(self) -> Result<(), StorageError> {
        self.inner().database.erase().await?;
        if let Some(tabs) = &*self.inner().tabs.borrow() {
            tabs.tell(ERASED);
        }
        Ok(())
    }

    /// Closes the diary, so that it can be deleted or another opened.
    pub fn close(self) {
        self.inner().database.close();
        self.inner().tabs.take();
    }

    /// The diary day that it is now.
    pub fn today(self) -> Day {
        self.now.get().day()
    }
}

/// What a tab says after deleting everything; no shard has that name.
const ERASED: &str = "erased";
