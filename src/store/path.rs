//! What a person does on a path.

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{Moment, Path, Step, StepPlan, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{self, Piece, WantedStep};
use askelma_diary::record::Kind;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{Minutes, Outcome, PathMove, Scale10, Strength, Words};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::store::DiaryStore;
use crate::store::actions::{entered_at, new_id};
use crate::text::said;

/// Does to the path what `change` makes of the diary, now.
fn perform(store: DiaryStore, change: impl FnOnce(&Diary, Instant) -> Change) {
    let change = store
        .diary
        .with_untracked(|diary| change(diary, path::after_last_choice(diary, clock::now())));
    if !change.0.is_empty() {
        store.perform(change, said::saved());
    }
}

/// A new path; Today shows it from now on.
pub fn add(store: DiaryStore, title: Words, why: Option<Words>, wanted: Vec<WantedStep>) {
    perform(store, |diary, now| {
        let id = new_id();
        let wanted: Vec<Piece> = wanted.into_iter().map(|step| (new_id(), step)).collect();
        let mut change = path::add_path(id, title, why, &wanted, now);
        change.0.extend(path::begin_today(diary, id).0);
        change
    });
}

/// A path says something else from now on.
pub fn rename(store: DiaryStore, id: Id, title: Words, why: Option<Words>) {
    perform(store, |diary, _| match path::path(diary, id) {
        Some(known) => Change::put(id, Path { title, why, ..known.clone() }),
        None => Change::default(),
    });
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
pub fn add_step(store: DiaryStore, of: Id, wanted: &WantedStep) {
    perform(store, |diary, now| path::add_step(diary, of, new_id(), wanted, now));
}

/// A step says something else, and may belong to another card.
pub fn edit_step(store: DiaryStore, step: Id, wanted: &WantedStep) {
    perform(store, |diary, now| {
        let card = path::step(diary, step).and_then(|known| known.card.zip(known.mark));
        let mut change = path::edit_step(diary, step, wanted, now);
        if card != wanted.card
            && let Some(known) = path::step(diary, step)
        {
            change = path::choose(change, known.path, PathMove::Tied, Some(step), now);
        }
        change
    });
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
    let id = Id::once_a_day_for(Kind::StepPlan, day, step);
    store.perform(Change::put(id, StepPlan { step, day, at_min }), said::saved());
}

/// The first step after a break: I stand on it, and it is planned for that date.
pub fn choose_first(store: DiaryStore, step: Id, day: Day) {
    perform(store, |diary, now| {
        let Some(known) = path::step(diary, step) else { return Change::default() };
        let here = path::here(diary, known.path) == Some(step);
        let what = if here { PathMove::Same } else { PathMove::Back };
        let id = Id::once_a_day_for(Kind::StepPlan, day, step);
        let plan = Change::put(id, StepPlan { step, day, at_min: None });
        path::choose(plan, known.path, what, Some(step), now)
    });
}

/// A step is split: the new ones come before it.
pub fn split(store: DiaryStore, step: Id, wanted: Vec<WantedStep>) {
    perform(store, |diary, now| {
        let pieces: Vec<Piece> = wanted.into_iter().map(|it| (new_id(), it)).collect();
        path::add_pieces(diary, step, &pieces, now)
    });
}

/// I stand on this step from now on.
pub fn stand_on(store: DiaryStore, step: Id, what: PathMove) {
    perform(store, |diary, now| match path::step(diary, step) {
        Some(known) => path::choose(Change::default(), known.path, what, Some(step), now),
        None => Change::default(),
    });
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

/// What is said before a try.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// How hard I guess that it will be.
    pub guess: Option<Scale10>,
    /// What I think will happen.
    pub thought: Option<Words>,
    /// Who is with me.
    pub with_whom: Option<Words>,
    /// What is to help.
    pub supports: Vec<Words>,
}

/// A try begins. Returns its name; `None` where there is no such step.
pub fn begin_try(store: DiaryStore, step: Id, before: Before) -> Option<Id> {
    let known = store.diary.with_untracked(|diary| path::step(diary, step).cloned())?;
    let begun = Try {
        guess: before.guess,
        thought: before.thought,
        with_whom: before.with_whom,
        supports: before.supports,
        ..a_try(step, known, clock::now())
    };
    let id = new_id();
    // The page of the try is the answer; a line over its buttons would hide them.
    spawn_local(async move {
        // What could not be kept is said by the store; the try goes on.
        let _ = store.write_quietly(Change::put(id, begun)).await;
    });
    Some(id)
}

/// A try is told afterwards: for that day, with what became of it. Returns its name.
pub fn tell_try(store: DiaryStore, step: Id, day: Day, outcome: Outcome) -> Option<Id> {
    let known = store.diary.with_untracked(|diary| path::step(diary, step).cloned())?;
    let when = entered_at(store, day);
    let told = Try { outcome: Some(outcome), ended: Some(when), ..a_try(step, known, when) };
    let id = new_id();
    store.perform(Change::put(id, told), said::saved());
    Some(id)
}

/// A try of a step as it is now, with nothing said of it.
fn a_try(step: Id, known: Step, when: Instant) -> Try {
    Try {
        when,
        path: known.path,
        step,
        title: known.title,
        guess: known.guess,
        thought: None,
        with_whom: known.with_whom,
        supports: known.supports.into_iter().map(|support| support.words).collect(),
        planned_min: known.planned_min,
        in_at: None,
        outcome: None,
        hardest: None,
        after: None,
        found_out: None,
        helped: Vec::new(),
        note: None,
        ended: None,
    }
}

/// A good moment of a try: what was found out, else what was tried. One a try, however often it is
/// asked for.
pub fn keep_as_moment(store: DiaryStore, id: Id) {
    let known = store.diary.with_untracked(|diary| path::try_of(diary, id).cloned());
    if let Some(it) = known {
        let moment = Moment {
            day: it.when.day(),
            when: it.ended.unwrap_or(it.when),
            strengths: vec![Strength::Brave],
            own_strengths: Vec::new(),
            words: it.found_out.or(Some(it.title)),
            gift_from: None,
        };
        store.perform(Change::put(moment_id(id), moment), said::saved());
    }
}

/// The name of a try's good moment.
pub fn moment_id(of: Id) -> Id {
    Id::named(Kind::Moment, of.hex().as_bytes())
}

/// Something is said of a try.
pub fn change_try(store: DiaryStore, id: Id, change: impl FnOnce(&mut Try)) {
    let known = store.diary.with_untracked(|diary| path::try_of(diary, id).cloned());
    if let Some(mut it) = known {
        change(&mut it);
        store.perform(Change::put(id, it), said::saved());
    }
}

/// "I'm in": now. The try goes on.
pub fn am_in(store: DiaryStore, id: Id) {
    change_try(store, id, |it| it.in_at = it.in_at.or_else(|| Some(clock::now())));
}

/// A try is over.
pub fn end_try(store: DiaryStore, id: Id, outcome: Outcome) {
    change_try(store, id, |it| {
        it.outcome = Some(outcome);
        it.ended = it.ended.or_else(|| Some(clock::now()));
    });
}
