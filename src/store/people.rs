//! What a person does with their people, their cards and their smallest things.

use askelma_diary::entries::{CardLine, Person};
use askelma_diary::id::Id;
use askelma_diary::people::edit;
use askelma_diary::settings;
use askelma_diary::time::Day;
use askelma_diary::values::{OwnCardKind, Words};

use crate::store::DiaryStore;
use crate::store::actions::new_id;
use crate::text::said;

/// A new person, or one changed. A new one comes last.
pub fn keep_person(store: DiaryStore, id: Option<Id>, person: Person) {
    let edit = |diary: &_| match id {
        Some(id) => edit::put(id, person),
        None => edit::add(diary, new_id(), person),
    };
    store.run(edit, said::saved());
}

/// Shows a person before all others.
pub fn person_first(store: DiaryStore, id: Id) {
    store.run(|diary| edit::put_first(diary, id), said::saved());
}

/// Says who my adult is in the week of a date.
pub fn choose_week_adult(store: DiaryStore, day: Day, person: Id) {
    store.run(|_| edit::choose_week_adult(day, person), said::saved());
}

/// What stands on a card.
pub fn keep_own_card(store: DiaryStore, kind: OwnCardKind, lines: Vec<CardLine>) {
    store.run(|_| edit::put_own_card(kind, lines), said::saved());
}

/// One more of one's own smallest things.
pub fn add_small_thing(store: DiaryStore, words: Words) {
    store.run(|diary| edit::add_small_thing(diary, new_id(), words), said::saved());
}

/// Puts a starter of the list away.
pub fn put_starter_away(store: DiaryStore, starter: u8) {
    store.run(|diary| settings::edit::put_starter_away(diary, starter), said::saved());
}

/// Brings all starters back.
pub fn bring_starters_back(store: DiaryStore) {
    store.run(settings::edit::bring_starters_back, said::saved());
}

/// That the card for low mood was shown.
pub async fn note_low_mood_shown(store: DiaryStore, day: Day) {
    // What could not be kept is said by the store; the card is shown all the same.
    let _ = store.run_quietly(|diary| settings::edit::note_low_mood_shown(diary, day)).await;
}
