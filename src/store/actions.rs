//! One function for each thing a person can do.

use askelma_diary::diary::Diary;
use askelma_diary::entries::{Choices, Moment, MoodEntry, Night, Reminder, Share};
use askelma_diary::id::Id;
use askelma_diary::school::edit_day::{self, Attended};
use askelma_diary::settings::edit as settings;
use askelma_diary::sharing::cases;
use askelma_diary::sharing::edit as sharing;
use askelma_diary::sharing::summary::Summary;
use askelma_diary::time::{self, Day, Instant};
use askelma_diary::values::{Minutes, Mood, SchoolMode, Words};
use askelma_diary::{mood, routine, sleep, strengths};
use leptos::prelude::*;

use crate::browser::clock::{self, Here};
use crate::browser::device;
use crate::storage::StorageError;
use crate::store::DiaryStore;
use crate::store::starters;
use crate::text::said;

/// When something is entered for a day: now on the day itself, noon on another.
pub fn entered_at(store: DiaryStore, day: Day) -> Instant {
    time::entered_at(&Here, day, store.now.get_untracked().max(clock::now()))
}

/// A name that nothing else has.
pub fn new_id() -> Id {
    Id::random(device::random_bytes())
}

/// The first run: a name, and for a young person the starter routine.
pub async fn begin(store: DiaryStore, name: Option<Words>, with_routine: bool) {
    let now = clock::now();
    let routine = if with_routine { starters::routine(now.day()) } else { Vec::new() };
    // What could not be kept is said by the store; the app goes on.
    let _ = store.run_quietly(|_| settings::begin(name, routine, now)).await;
}

/// Another name or nickname.
pub fn rename(store: DiaryStore, name: Option<Words>) {
    store.run(|diary| settings::rename(diary, name, clock::now()), said::saved());
}

/// Another of this diary's choices.
pub fn choose(store: DiaryStore, change: impl FnOnce(&mut Choices)) {
    store.run(|diary| settings::choose(diary, change), said::saved());
}

/// The age in whole years as of today; `None` when it is not to be known.
pub fn choose_age(store: DiaryStore, age: Option<u8>) {
    let today = store.now.get_untracked().day();
    store.run(|diary| settings::choose_age(diary, age, today), said::saved());
}

/// A new reminder.
pub fn add_reminder(store: DiaryStore, reminder: Reminder) {
    keep_reminder(store, new_id(), reminder);
}

/// A reminder, changed.
pub fn keep_reminder(store: DiaryStore, id: Id, reminder: Reminder) {
    store.run(|_| settings::put_reminder(id, reminder), said::saved());
}

/// That something was suggested.
pub async fn note_suggested(store: DiaryStore, day: Day) {
    // What could not be kept is said by the store; at worst the suggestion comes again.
    let _ = store.run_quietly(|diary| settings::note_suggested(diary, day)).await;
}

/// That the diary was saved as a file.
pub async fn note_backup(store: DiaryStore, day: Day) {
    // What could not be kept is said by the store; the file is saved all the same.
    let _ = store.run_quietly(|diary| settings::note_backup(diary, day)).await;
}

/// One tap on a face. Returns the new check-in's name, for its details.
pub fn add_mood(store: DiaryStore, day: Day, face: Mood) -> Id {
    let (id, when) = (new_id(), entered_at(store, day));
    store.run(|diary| mood::edit::add(diary, id, face, when), said::saved());
    id
}

/// A check-in with its details.
pub fn change_mood(store: DiaryStore, id: Id, entry: MoodEntry) {
    store.run(|diary| mood::edit::change(diary, id, entry, new_id()), said::saved());
}

/// Takes an entry away.
pub fn remove(store: DiaryStore, id: Id) {
    store.run(|diary| diary.removal(&[id]), said::removed());
}

/// A night.
pub fn keep_night(store: DiaryStore, night: Night) {
    store.run(|_| sleep::edit::put(night), said::saved());
}

/// Takes a night away.
pub fn remove_night(store: DiaryStore, waking_day: Day) {
    store.run(|diary| sleep::edit::remove(diary, waking_day), said::removed());
}

/// A tap on a routine item: done, then some of it, then blank again.
pub fn tick(store: DiaryStore, day: Day, item: Id) {
    let when = entered_at(store, day);
    let change = store.diary.with_untracked(|diary| routine::edit::tick(diary, item, day, when));
    let sentence = if change.only_removes() { said::removed() } else { said::saved() };
    store.run(|_| change, sentence);
}

/// Time at school. `planned` is the day's length as it stands in the timetable or was typed.
pub fn keep_school_day(
    store: DiaryStore,
    day: Day,
    mode: SchoolMode,
    attended: Attended,
    planned: Minutes,
) {
    store.run(|diary| edit_day::tap(diary, day, mode, attended, planned), said::saved());
}

/// Today at home, said on a hard morning.
pub fn stay_at_home(store: DiaryStore, day: Day) {
    store.run(|diary| edit_day::stay_at_home(diary, day), said::saved());
}

/// Takes a school day away.
pub fn remove_school_day(store: DiaryStore, day: Day) {
    store.run(|diary| edit_day::remove(diary, day), said::removed());
}

/// "How long is a school day?", asked once: Monday to Friday alike, for every date.
pub fn keep_school_length(store: DiaryStore, minutes: Minutes) {
    store.run(|_| edit_day::put_length(minutes), said::saved());
}

/// A good moment; a new one, or an old one mended.
pub fn keep_moment(store: DiaryStore, id: Option<Id>, moment: Moment) {
    let edit = |diary: &Diary| match id {
        Some(id) => strengths::edit::put(id, moment),
        None => strengths::edit::add(diary, new_id(), moment),
    };
    store.run(edit, said::saved());
}

/// What was shown to somebody, written into the share log.
pub fn note_share(store: DiaryStore, share: Share) {
    store.run(|_| sharing::note_share(new_id(), share), said::shared());
}

/// The case that holds this very message already.
pub fn received_case(store: DiaryStore, summary: &Summary) -> Option<Id> {
    store.diary.with_untracked(|diary| cases::case_of(diary, summary))
}

/// Cases of that name, for "the same as before?".
pub fn cases_named(store: DiaryStore, name: &Words) -> Vec<Id> {
    store.diary.with_untracked(|diary| cases::cases_named(diary, name))
}

/// Keeps a received summary with a case, an old one or one of a new id. Asked once more with that
/// id it changes nothing.
///
/// # Errors
/// [`StorageError`]: nothing is kept.
pub async fn keep_received(
    store: DiaryStore,
    summary: &Summary,
    message: Vec<u8>,
    case: Id,
) -> Result<(), StorageError> {
    let now = clock::now();
    store.run_quietly(|diary| sharing::keep(diary, case, summary, message, now)).await
}

/// Takes a case and everything received for it away.
pub fn remove_case(store: DiaryStore, case: Id) {
    store.run(|diary| sharing::remove_case(diary, case), said::removed());
}
