//! One function for each thing a person can do.

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::{Diary, choices_id, profile_id};
use askelma_diary::entries::{
    Case, Choices, Moment, MoodEntry, Night, Profile, Received, Reminder, Share, Tick, TickLevel,
    Timetable,
};
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Kind};
use askelma_diary::school;
use askelma_diary::summary::Summary;
use askelma_diary::time::{Day, Instant, within_day};
use askelma_diary::today::free_second;
use askelma_diary::values::{Minutes, Mood, SchoolMode, Words};
use leptos::prelude::*;

use crate::browser::clock::Here;
use crate::browser::device;
use crate::storage::StorageError;
use crate::store::DiaryStore;
use crate::store::starters;
use crate::text;

/// When something is entered for a day: now on the day itself, noon on another.
pub fn entered_at(store: DiaryStore, day: Day) -> Instant {
    let now = store.now.get_untracked().max(crate::browser::clock::now());
    if now.day() == day { now } else { within_day(&Here, day, 12 * 60).unwrap_or(now) }
}

/// A name that nothing else has.
pub fn new_id() -> Id {
    Id::random(device::random_bytes())
}

/// The first run: a name, and for a young person the starter routine.
pub async fn begin(store: DiaryStore, name: Option<Words>, with_routine: bool) {
    let now = crate::browser::clock::now();
    let mut change = Change::put(profile_id(), Profile { name, begun: now, example: false });
    if with_routine {
        for (id, item) in starters::routine(now.day()) {
            change = change.and_put(id, item);
        }
    }
    // What could not be kept is said by the store; the app goes on.
    let _ = store.write_quietly(change).await;
}

/// Another name or nickname.
pub fn rename(store: DiaryStore, name: Option<Words>) {
    let profile = store.diary.with_untracked(|diary| diary.profile().cloned());
    let begun = profile.as_ref().map_or_else(crate::browser::clock::now, |known| known.begun);
    let example = profile.is_some_and(|known| known.example);
    store.perform(Change::put(profile_id(), Profile { name, begun, example }), text::said::saved());
}

/// Another of this diary's choices.
pub fn choose(store: DiaryStore, change: impl FnOnce(&mut Choices)) {
    let mut choices = store.diary.with_untracked(Diary::choices);
    change(&mut choices);
    store.perform(Change::put(choices_id(), choices), text::said::saved());
}

/// A new reminder.
pub fn add_reminder(store: DiaryStore, reminder: Reminder) {
    keep_reminder(store, new_id(), reminder);
}

/// A reminder, changed.
pub fn keep_reminder(store: DiaryStore, id: Id, reminder: Reminder) {
    store.perform(Change::put(id, reminder), text::said::saved());
}

/// That something was suggested.
pub async fn note_suggested(store: DiaryStore, day: Day) {
    let mut choices = store.diary.with_untracked(Diary::choices);
    choices.suggested = Some(day);
    // What could not be kept is said by the store; at worst the suggestion comes again.
    let _ = store.write_quietly(Change::put(choices_id(), choices)).await;
}

/// That the diary was saved as a file.
pub async fn note_backup(store: DiaryStore, day: Day) {
    let mut choices = store.diary.with_untracked(Diary::choices);
    choices.backed_up = Some(day);
    // What could not be kept is said by the store; the file is saved all the same.
    let _ = store.write_quietly(Change::put(choices_id(), choices)).await;
}

/// One tap on a face. Returns the new check-in's name, for its details.
pub fn add_mood(store: DiaryStore, day: Day, mood: Mood) -> Id {
    let id = new_id();
    let when = entered_at(store, day);
    let when = store.diary.with_untracked(|diary| free_second(diary, when));
    let entry = MoodEntry::new(when, mood);
    store.perform(Change::put(id, entry), text::said::saved());
    id
}

/// A check-in with its details. Another time of day may move it to another date's shard: a
/// record's day never changes, so that it becomes a new record.
pub fn change_mood(store: DiaryStore, id: Id, entry: MoodEntry) {
    let before = store.diary.with_untracked(|diary| diary.get(id).and_then(Body::day));
    let change = if before.is_none_or(|day| day == entry.when.day()) {
        Change::put(id, entry)
    } else {
        let mut change = store.diary.with_untracked(|diary| diary.removal(&[id]));
        change.0.push(Item::Put { id: new_id(), body: entry.into() });
        change
    };
    store.perform(change, text::said::saved());
}

/// Takes an entry away.
pub fn remove(store: DiaryStore, id: Id) {
    let change = store.diary.with_untracked(|diary| diary.removal(&[id]));
    store.perform(change, text::said::removed());
}

/// A night.
pub fn keep_night(store: DiaryStore, night: Night) {
    let id = Id::once_a_day(Kind::Night, night.woke.calendar_day());
    store.perform(Change::put(id, night), text::said::saved());
}

/// Takes a night away.
pub fn remove_night(store: DiaryStore, waking_day: Day) {
    remove(store, Id::once_a_day(Kind::Night, waking_day));
}

/// A tap on a routine item: done, then some of it, then blank again.
pub fn tick(store: DiaryStore, day: Day, item: Id, level: Option<TickLevel>) {
    let id = Id::once_a_day_for(Kind::Tick, day, item);
    let next = match level {
        None => Some(TickLevel::Done),
        Some(TickLevel::Done) => Some(TickLevel::Some),
        Some(TickLevel::Some) => None,
    };
    match next {
        Some(level) => {
            let when = entered_at(store, day);
            store.perform(Change::put(id, Tick { day, item, when, level }), text::said::saved());
        }
        None => remove(store, id),
    }
}

/// Time at school. `planned` is the day's length as it stands in the timetable or was typed.
pub fn keep_school_day(
    store: DiaryStore,
    day: Day,
    mode: SchoolMode,
    planned: Minutes,
    attended: Minutes,
) {
    let id = Id::once_a_day(Kind::SchoolDay, day);
    let known = store.diary.with_untracked(|diary| diary.school_day(day).cloned());
    let mut entry = school::school_day(day, mode, planned, attended);
    // Its details stay; its lessons would no longer add up.
    if let Some(known) = known {
        (entry.note, entry.tags) = (known.note, known.tags);
    }
    store.perform(Change::put(id, entry), text::said::saved());
}

/// Takes a school day away.
pub fn remove_school_day(store: DiaryStore, day: Day) {
    remove(store, Id::once_a_day(Kind::SchoolDay, day));
}

/// "How long is a school day?", asked once: Monday to Friday alike, for every date.
pub fn keep_school_length(store: DiaryStore, minutes: Minutes) {
    let Ok(from) = Day::from_ymd(2000, 1, 1) else { return };
    let mut week_min = vec![minutes; 5];
    week_min.extend([Minutes::MIN; 2]);
    let table = Timetable { from, until: None, week_min, own_plan: false, lessons: Vec::new() };
    let id = Id::named(Kind::Timetable, b"school day length");
    store.perform(Change::put(id, table), text::said::saved());
}

/// A good moment; a new one, or an old one mended.
pub fn keep_moment(store: DiaryStore, id: Option<Id>, moment: Moment) {
    let id = id.unwrap_or_else(new_id);
    store.perform(Change::put(id, moment), text::said::saved());
}

/// What was shown to somebody, written into the share log.
pub fn note_share(store: DiaryStore, share: Share) {
    store.perform(Change::put(new_id(), share), text::said::shared());
}

/// The case that holds this very message already.
pub fn received_case(store: DiaryStore, summary: &Summary) -> Option<Id> {
    let id = Id::named(Kind::Received, &summary.id);
    store.diary.with_untracked(|diary| match diary.get(id)? {
        Body::Received(item) => Some(item.case),
        _ => None,
    })
}

/// Cases of that name, for "the same as before?".
pub fn cases_named(store: DiaryStore, name: &Words) -> Vec<Id> {
    let same = |words: &Words| words.as_str().to_lowercase() == name.as_str().to_lowercase();
    store.diary.with_untracked(|diary| {
        let cases = diary.undated().filter_map(|(id, body)| match body {
            Body::Case(case) if same(&case.name) => Some(id),
            _ => None,
        });
        cases.collect()
    })
}

/// Keeps a received summary with a case, old or new. Returns the case once it is on the disk.
///
/// # Errors
/// [`StorageError`]: nothing is kept.
pub async fn keep_received(
    store: DiaryStore,
    summary: &Summary,
    message: Vec<u8>,
    case: Option<Id>,
) -> Result<Id, StorageError> {
    let now = crate::browser::clock::now();
    let mut change = Change::default();
    let case = case.unwrap_or_else(|| {
        let id = new_id();
        let body = Case { name: summary.name.clone(), since: now }.into();
        change.0.push(Item::Put { id, body });
        id
    });
    let received = Received { when: now, case, made_at: summary.made_at, message };
    let change = change.and_put(Id::named(Kind::Received, &summary.id), received);
    store.write_quietly(change).await?;
    Ok(case)
}

/// Takes a case and everything received for it away.
pub fn remove_case(store: DiaryStore, case: Id) {
    let change = store.diary.with_untracked(|diary| {
        let ids: Vec<_> = diary
            .undated()
            .filter(|(id, body)| {
                *id == case || matches!(body, Body::Received(item) if item.case == case)
            })
            .map(|(id, _)| id)
            .collect();
        diary.removal(&ids)
    });
    store.perform(change, text::said::removed());
}
