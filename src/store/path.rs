//! What a person does on a path.

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::Try;
use askelma_diary::id::Id;
pub use askelma_diary::path::Before;
use askelma_diary::path::{self, Piece, WantedStep};
use askelma_diary::strengths;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{Minutes, Outcome, PathMove, Words};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::store::DiaryStore;
use crate::store::actions::{entered_at, new_id};
use crate::text::said;

/// Does to the path what `change` makes of the diary, now.
fn perform(store: DiaryStore, change: impl FnOnce(&Diary, Instant) -> Change) {
    let now = clock::now();
    store.run(|diary| path::after_all_choices(diary, change(diary, now)), said::saved());
}

/// A new path; Today shows it from now on.
pub fn add(store: DiaryStore, title: Words, why: Option<Words>, wanted: Vec<WantedStep>) {
    perform(store, |diary, now| {
        let wanted: Vec<Piece> = wanted.into_iter().map(|step| (new_id(), step)).collect();
        path::begin(diary, new_id(), title, why, &wanted, now)
    });
}

/// A path says something else from now on.
pub fn rename(store: DiaryStore, id: Id, title: Words, why: Option<Words>) {
    perform(store, |diary, _| path::rename(diary, id, title, why));
}

/// A path is put away, or taken out again.
pub fn archive(store: DiaryStore, id: Id, put: Put) {
    perform(store, |diary, now| path::archive(diary, id, (put == Put::Away).then(|| now.day())));
}

/// Today shows this path from now on.
pub fn show_on_today(store: DiaryStore, id: Id) {
    perform(store, |diary, _| path::begin_today(diary, id));
}

/// One more step at the far end.
pub fn add_step(store: DiaryStore, path_id: Id, wanted: &WantedStep) {
    perform(store, |diary, now| path::add_step(diary, path_id, new_id(), wanted, now));
}

/// A step says something else, and may belong to another card.
pub fn edit_step(store: DiaryStore, step: Id, wanted: &WantedStep) {
    perform(store, |diary, now| path::edit_step(diary, step, wanted, now));
}

/// The same step with help a little further away.
pub fn less_help(store: DiaryStore, step: Id, wanted: &WantedStep) {
    perform(store, |diary, now| path::less_help(diary, step, wanted, now));
}

/// A step goes to another place on the path, 0 for the easiest.
pub fn reorder(store: DiaryStore, step: Id, place: usize) {
    perform(store, |diary, now| path::reorder(diary, step, place, now));
}

/// The person wants to go on with a paused step.
pub fn resume(store: DiaryStore, step: Id) {
    perform(store, |diary, now| path::resume(diary, step, now));
}

/// A try is planned for a date.
pub fn plan(store: DiaryStore, step: Id, day: Day, at_min: Option<Minutes>) {
    store.run(|_| path::plan(step, day, at_min), said::saved());
}

/// The first step after a break: I stand on it, and it is planned for that date.
pub fn choose_first(store: DiaryStore, step: Id, day: Day) {
    perform(store, |diary, now| path::choose_first(diary, step, day, now));
}

/// A step is split: the new ones come before it.
pub fn split(store: DiaryStore, step: Id, wanted: Vec<WantedStep>) {
    perform(store, |diary, now| {
        let pieces: Vec<Piece> = wanted.into_iter().map(|step| (new_id(), step)).collect();
        path::add_pieces(diary, step, &pieces, now)
    });
}

/// I stand on this step from now on.
pub fn stand_on(store: DiaryStore, step: Id, what: PathMove) {
    perform(store, |diary, now| path::stand_on(diary, step, what, now));
}

/// Whether something is put away or taken out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// Put away; nothing of it is lost.
    Away,
    /// Taken out again.
    Back,
}

/// A step is put away, or taken out again.
pub fn retire(store: DiaryStore, step: Id, put: Put) {
    perform(store, |diary, now| match put {
        Put::Away => path::retire(diary, step, now.day(), now),
        Put::Back => path::restore(diary, step, now),
    });
}

/// A try begins. Returns its name; `None` where there is no such step.
pub fn begin_try(store: DiaryStore, step: Id, before: Before) -> Option<Id> {
    let (id, now) = (new_id(), clock::now());
    let change = store.diary.with_untracked(|diary| path::begin_try(diary, id, step, before, now));
    if change.0.is_empty() {
        return None;
    }
    // The page of the try is the answer; a line over its buttons would hide them.
    spawn_local(async move {
        // What could not be kept is said by the store; the try goes on.
        let _ = store.run_quietly(|_| change).await;
    });
    Some(id)
}

/// A try is told afterwards: for that day, with what became of it. Returns its name.
pub fn tell_try(store: DiaryStore, step: Id, day: Day, outcome: Outcome) -> Option<Id> {
    let (id, when) = (new_id(), entered_at(store, day));
    store.run(|diary| path::tell_try(diary, id, step, outcome, when), said::saved());
    store.diary.with_untracked(|diary| path::try_of(diary, id).map(|_| id))
}

/// A good moment of a try.
pub fn keep_as_moment(store: DiaryStore, id: Id) {
    store.run(|diary| strengths::edit::keep_try(diary, id), said::saved());
}

/// Something is said of a try.
pub fn change_try(store: DiaryStore, id: Id, change: impl FnOnce(&mut Try)) {
    store.run(|diary| path::change_try(diary, id, change), said::saved());
}

/// "I'm in": now. The try goes on.
pub fn am_in(store: DiaryStore, id: Id) {
    store.run(|diary| path::am_in(diary, id, clock::now()), said::saved());
}

/// A try is over.
pub fn end_try(store: DiaryStore, id: Id, outcome: Outcome) {
    store.run(|diary| path::end_try(diary, id, outcome, clock::now()), said::saved());
}
