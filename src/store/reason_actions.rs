//! What a person can do with the cards of what makes school hard and what helps.

use askelma_diary::entries::{ReasonCard, ReasonSort};
use askelma_diary::id::Id;
use askelma_diary::reasons::edit;
use askelma_diary::values::Fit;
use leptos::prelude::*;

use crate::store::DiaryStore;
use crate::store::actions::new_id;
use crate::text::said;

/// An answer to a card, today. What was said of it before goes along.
pub fn sort_card(store: DiaryStore, card: Id, fit: Fit) {
    let today = store.now.get_untracked().day();
    store.run(|diary| edit::sort(diary, card, fit, today), said::saved());
}

/// What else is said of a card, today: words, supports, leave to share.
pub fn say_of_card(store: DiaryStore, sort: ReasonSort) {
    let today = store.now.get_untracked().day();
    store.run(|diary| edit::say(diary, sort, today), said::saved());
}

/// A new card in own words with its first answer. Returns its name.
pub fn add_card(store: DiaryStore, card: ReasonCard, fit: Fit) -> Id {
    let (id, today) = (new_id(), store.now.get_untracked().day());
    store.run(|_| edit::add(id, card, fit, today), said::saved());
    id
}

/// Other words for an own card. Its answers stay.
pub fn change_card(store: DiaryStore, id: Id, card: ReasonCard) {
    store.run(|_| edit::put(id, card), said::saved());
}

/// Takes an own card away with all its answers.
pub fn remove_card(store: DiaryStore, id: Id) {
    store.run(|diary| edit::remove(diary, id), said::removed());
}
