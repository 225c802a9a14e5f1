//! Changing a path. No change here touches a try: what was tried keeps its own words.

use super::{all_steps, path, steps};
use crate::change::{Change, Item};
use crate::diary::{Diary, choices_id};
use crate::entries::{Path, PathChoice, Step, Support};
use crate::id::Id;
use crate::record::{Body, Kind};
use crate::time::{Day, Instant};
use crate::values::{CardMark, Minutes, PathMove, Scale10, Words};

/// Room between two places, so that a step can be put between two others.
pub const STRIDE: u16 = 16;

/// What a person wants a step to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedStep {
    /// What I do.
    pub title: Words,
    /// How hard it will be, as I guess.
    pub guess: Option<Scale10>,
    /// Who is with me.
    pub with_whom: Option<Words>,
    /// What will help.
    pub supports: Vec<Support>,
    /// How long it lasts by the plan.
    pub planned_min: Option<Minutes>,
    /// The card of the reasons map that it is tied to, and that card's mark.
    pub card: Option<(Id, CardMark)>,
}

impl WantedStep {
    /// A step that says no more than its title.
    pub fn titled(title: Words) -> Self {
        Self {
            title,
            guess: None,
            with_whom: None,
            supports: Vec::new(),
            planned_min: None,
            card: None,
        }
    }

    /// What a step says now.
    pub fn of(step: &Step) -> Self {
        Self {
            title: step.title.clone(),
            guess: step.guess,
            with_whom: step.with_whom.clone(),
            supports: step.supports.clone(),
            planned_min: step.planned_min,
            card: step.card.zip(step.mark),
        }
    }

    pub(super) fn step(&self, path: Id, order: u16) -> Step {
        Step {
            path,
            title: self.title.clone(),
            order,
            guess: self.guess,
            with_whom: self.with_whom.clone(),
            supports: self.supports.clone(),
            planned_min: self.planned_min,
            split_from: None,
            card: self.card.map(|(card, _)| card),
            retired: None,
            mark: self.card.map(|(_, mark)| mark),
        }
    }
}

/// The id of a choice: as many as are made, each its own.
fn choice_id(now: Instant, path: Id, what: PathMove, step: Option<Id>) -> Id {
    let step = step.map(Id::hex).unwrap_or_default();
    let name = format!("{}\u{1f}{}\u{1f}{}\u{1f}{step}", now.unix_s(), path.hex(), what.code());
    Id::named(Kind::PathChoice, name.as_bytes())
}

/// Writes down that something was chosen.
pub fn choose(change: Change, path: Id, what: PathMove, step: Option<Id>, now: Instant) -> Change {
    let choice = PathChoice { when: now, path, what, step, order: None };
    change.and_put(choice_id(now, path, what, step), choice)
}

/// A change whose choices come after all that were made so far, whatever the clock says now or said
/// then.
pub fn after_all_choices(diary: &Diary, mut change: Change) -> Change {
    let last = diary.all::<PathChoice>().filter_map(|(_, choice)| choice.order).max();
    let mut next = last.unwrap_or_default();
    for item in &mut change.0 {
        if let Item::Put { body: Body::PathChoice(choice), .. } = item {
            next = next.saturating_add(1);
            choice.order = Some(next);
        }
    }
    change
}

/// A new path with its steps, easiest first, each under a name of its own.
pub fn add_path(
    id: Id,
    title: Words,
    why: Option<Words>,
    wanted: &[(Id, WantedStep)],
    now: Instant,
) -> Change {
    let mut change = Change::put(id, Path { title, why, begun: now, archived: None });
    for (place, (step, wanted)) in (1_u16..).zip(wanted) {
        change = change.and_put(*step, wanted.step(id, place.saturating_mul(STRIDE)));
    }
    match wanted.first() {
        Some((first, _)) => choose(change, id, PathMove::Begin, Some(*first), now),
        None => change,
    }
}

/// One more step, at the far end.
pub fn add_step(diary: &Diary, path: Id, id: Id, wanted: &WantedStep, now: Instant) -> Change {
    let last = all_steps(diary, path).last().map_or(0, |(_, step)| step.order);
    let change = Change::put(id, wanted.step(path, last.saturating_add(STRIDE)));
    choose(change, path, PathMove::Added, Some(id), now)
}

/// A step says something else from now on. That it was tied to another card, or let go of one, is
/// written down beside it.
pub fn edit_step(diary: &Diary, id: Id, wanted: &WantedStep, now: Instant) -> Change {
    let Some(old_step) = super::step(diary, id) else { return Change::default() };
    let change =
        change_step(diary, id, PathMove::Edited, now, |step| *step = rewritten(step, wanted));
    if old_step.card.zip(old_step.mark) == wanted.card {
        change
    } else {
        choose(change, old_step.path, PathMove::Tied, Some(id), now)
    }
}

/// The same step with less help: it stays where it is, and one stands on it. Supports that are
/// meant to stay do so, whatever is asked.
pub fn less_help(diary: &Diary, id: Id, wanted: &WantedStep, now: Instant) -> Change {
    let Some(path) = super::step(diary, id).map(|step| step.path) else { return Change::default() };
    let change = change_step(diary, id, PathMove::LessHelp, now, |step| {
        let staying: Vec<Support> =
            step.supports.iter().filter(|support| support.stays).cloned().collect();
        *step = rewritten(step, wanted);
        for support in staying.into_iter().rev() {
            if !step.supports.contains(&support) {
                step.supports.insert(0, support);
            }
        }
    });
    choose(change, path, PathMove::Same, Some(id), now)
}

pub(super) fn rewritten(step: &Step, wanted: &WantedStep) -> Step {
    let new = wanted.step(step.path, step.order);
    Step { split_from: step.split_from, retired: step.retired, ..new }
}

/// A step is put away; its tries stay.
pub fn retire(diary: &Diary, id: Id, today: Day, now: Instant) -> Change {
    change_step(diary, id, PathMove::Retired, now, |step| step.retired = Some(today))
}

/// A step is taken out again.
pub fn restore(diary: &Diary, id: Id, now: Instant) -> Change {
    change_step(diary, id, PathMove::Restored, now, |step| step.retired = None)
}

fn change_step(
    diary: &Diary,
    id: Id,
    what: PathMove,
    now: Instant,
    change: impl FnOnce(&mut Step),
) -> Change {
    let Some(mut step) = super::step(diary, id).cloned() else { return Change::default() };
    let path = step.path;
    change(&mut step);
    choose(Change::put(id, step), path, what, Some(id), now)
}

/// A step goes to another place among those that are not put away, 0 for the easiest. Every step
/// is numbered anew, those put away where they stand.
pub fn reorder(diary: &Diary, id: Id, place: usize, now: Instant) -> Change {
    let Some(path) = super::step(diary, id).map(|step| step.path) else { return Change::default() };
    let mut open: Vec<Id> = steps(diary, path).into_iter().map(|(id, _)| id).collect();
    let Some(from) = open.iter().position(|step_id| *step_id == id) else {
        return Change::default();
    };
    let moved = open.remove(from);
    open.insert(place.min(open.len()), moved);
    let mut turn = open.into_iter();
    // Those put away keep their place between the others.
    let order: Vec<Id> = all_steps(diary, path)
        .into_iter()
        .filter_map(|(id, step)| if step.retired.is_some() { Some(id) } else { turn.next() })
        .collect();
    let change = numbered(diary, &order);
    if change.0.is_empty() {
        change
    } else {
        choose(change, path, PathMove::Reordered, Some(id), now)
    }
}

/// Numbers steps in this order; only those whose place changes are put.
pub(super) fn numbered(diary: &Diary, order: &[Id]) -> Change {
    let items = (1_u16..).zip(order).filter_map(|(place, id)| {
        let step = super::step(diary, *id)?;
        let order = place.saturating_mul(STRIDE);
        let renumbered = Step { order, ..step.clone() };
        (step.order != order).then_some(Item::Put { id: *id, body: renumbered.into() })
    });
    Change(items.collect())
}

/// A path is put away, or taken out again.
pub fn archive(diary: &Diary, id: Id, archived: Option<Day>) -> Change {
    match path(diary, id) {
        Some(path) => Change::put(id, Path { archived, ..path.clone() }),
        None => Change::default(),
    }
}

/// Makes a path the one that Today shows.
pub fn begin_today(diary: &Diary, id: Id) -> Change {
    let mut choices = diary.choices();
    choices.todays_path = Some(id);
    Change::put(choices_id(), choices)
}
