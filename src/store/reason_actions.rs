//! What a person can do with the cards of what makes school hard and what helps.

use askelma_diary::change::Change;
use askelma_diary::entries::{ReasonCard, ReasonSort};
use askelma_diary::id::Id;
use askelma_diary::reasons::{Sorts, sorted};
use askelma_diary::record::{Body, Kind};
use askelma_diary::time::Day;
use askelma_diary::values::Fit;
use leptos::prelude::*;

use crate::browser::device;
use crate::store::DiaryStore;
use crate::text;

fn sort_id(day: Day, card: Id) -> Id {
    Id::once_a_day_for(Kind::ReasonSort, day, card)
}

/// An answer to a card, today. What was said of it before goes along.
pub fn sort_card(store: DiaryStore, card: Id, fit: Fit) {
    let day = store.now.get_untracked().day();
    let sort = store.diary.with_untracked(|diary| sorted(&Sorts::read(diary), card, fit, day));
    store.perform(Change::put(sort_id(day, card), sort), text::said::saved());
}

/// What else is said of a card, today: words, supports, leave to share.
pub fn say_of_card(store: DiaryStore, sort: ReasonSort) {
    let day = store.now.get_untracked().day();
    let id = sort_id(day, sort.card);
    let sort = ReasonSort { day, ..sort };
    let same = store.diary.with_untracked(|diary| match diary.get(id) {
        Some(Body::ReasonSort(known)) => *known == sort,
        _ => false,
    });
    if !same {
        store.perform(Change::put(id, sort), text::said::saved());
    }
}

/// A new card in own words with its first answer. Returns its name.
pub fn add_card(store: DiaryStore, card: ReasonCard, fit: Fit) -> Id {
    let id = Id::random(device::random_bytes());
    let day = store.now.get_untracked().day();
    let sort = sorted(&Sorts::default(), id, fit, day);
    let change = Change::put(id, card).and_put(sort_id(day, id), sort);
    store.perform(change, text::said::saved());
    id
}

/// Other words for an own card. Its answers stay.
pub fn change_card(store: DiaryStore, id: Id, card: ReasonCard) {
    store.perform(Change::put(id, card), text::said::saved());
}

/// Takes an own card away with all its answers.
pub fn remove_card(store: DiaryStore, id: Id) {
    let change = store.diary.with_untracked(|diary| {
        let sorts = Sorts::read(diary);
        let mut ids: Vec<Id> = sorts.history(id).map(|sort| sort_id(sort.day, id)).collect();
        ids.push(id);
        diary.removal(&ids)
    });
    store.perform(change, text::said::removed());
}
