//! What a person does with their people, their cards and their smallest things.

use askelma_diary::change::Change;
use askelma_diary::diary::{Diary, choices_id};
use askelma_diary::entries::{CardLine, OwnCard, Person, SmallThing, WeekAdult};
use askelma_diary::id::Id;
use askelma_diary::people::{own_card_id, people, small_things, week_adult_id};
use askelma_diary::time::Day;
use askelma_diary::values::{OwnCardKind, Words};
use leptos::prelude::*;

use crate::browser::device;
use crate::store::DiaryStore;
use crate::text;

/// A new person, or one changed. A new one comes last.
pub fn keep_person(store: DiaryStore, id: Option<Id>, mut person: Person) {
    let id = id.unwrap_or_else(|| {
        let last = store.diary.with_untracked(|diary| {
            people(diary).last().map_or(0, |(_, last)| last.order.saturating_add(1))
        });
        person.order = last;
        Id::random(device::random_bytes())
    });
    store.perform(Change::put(id, person), text::said::saved());
}

/// Shows a person before all others.
pub fn person_first(store: DiaryStore, id: Id) {
    let mut change = Change::default();
    let mut order = 1_u16;
    for (other, mut person) in store.diary.with_untracked(people) {
        person.order = if other == id { 0 } else { order };
        order = order.saturating_add(u16::from(other != id));
        change = change.and_put(other, person);
    }
    store.perform(change, text::said::saved());
}

/// Says who my adult is in the week of a date.
pub fn choose_week_adult(store: DiaryStore, day: Day, person: Id) {
    let adult = WeekAdult { monday: day.monday(), person };
    store.perform(Change::put(week_adult_id(day), adult), text::said::saved());
}

/// What stands on a card.
pub fn keep_own_card(store: DiaryStore, kind: OwnCardKind, lines: Vec<CardLine>) {
    store.perform(Change::put(own_card_id(kind), OwnCard { kind, lines }), text::said::saved());
}

/// One more of one's own smallest things.
pub fn add_small_thing(store: DiaryStore, words: Words) {
    let order = store.diary.with_untracked(|diary| {
        small_things(diary).last().map_or(0, |(_, last)| last.order.saturating_add(1))
    });
    let id = Id::random(device::random_bytes());
    store.perform(Change::put(id, SmallThing { words, order }), text::said::saved());
}

/// Puts a starter of the list away.
pub fn put_starter_away(store: DiaryStore, starter: u8) {
    crate::store::actions::choose(store, |choices| {
        if !choices.small_things_away.contains(&starter) {
            choices.small_things_away.push(starter);
        }
    });
}

/// Brings all starters back.
pub fn bring_starters_back(store: DiaryStore) {
    crate::store::actions::choose(store, |choices| choices.small_things_away.clear());
}

/// That the card for low mood was shown.
pub async fn note_low_mood_shown(store: DiaryStore, day: Day) {
    let mut choices = store.diary.with_untracked(Diary::choices);
    choices.low_mood_shown = Some(day);
    // What could not be kept is said by the store; the card is shown all the same.
    let _ = store.write_quietly(Change::put(choices_id(), choices)).await;
}
