//! What a person does with a try.

use super::{step, try_of};
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::Try;
use crate::id::Id;
use crate::time::Instant;
use crate::values::{Outcome, Scale10, Words};

/// What is said before a try.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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

/// A try of a step as it is now, with nothing said of it; `None` where there is no such step.
pub fn try_now(diary: &Diary, id: Id, when: Instant) -> Option<Try> {
    let step_now = step(diary, id)?.clone();
    Some(Try {
        when,
        path: step_now.path,
        step: id,
        title: step_now.title,
        guess: step_now.guess,
        thought: None,
        with_whom: step_now.with_whom,
        supports: step_now.supports.into_iter().map(|support| support.words).collect(),
        planned_min: step_now.planned_min,
        in_at: None,
        outcome: None,
        hardest: None,
        after: None,
        found_out: None,
        helped: Vec::new(),
        note: None,
        ended: None,
    })
}

/// A try begins. Nothing where there is no such step.
pub fn begin_try(diary: &Diary, id: Id, step: Id, before: Before, now: Instant) -> Change {
    let Some(blank_try) = try_now(diary, step, now) else { return Change::default() };
    let Before { guess, thought, with_whom, supports } = before;
    Change::put(id, Try { guess, thought, with_whom, supports, ..blank_try })
}

/// A try is told afterwards, with what became of it. Nothing where there is no such step.
pub fn tell_try(diary: &Diary, id: Id, step: Id, outcome: Outcome, when: Instant) -> Change {
    let Some(blank_try) = try_now(diary, step, when) else { return Change::default() };
    Change::put(id, Try { outcome: Some(outcome), ended: Some(when), ..blank_try })
}

/// Something is said of a try. Nothing where there is no such try.
pub fn change_try(diary: &Diary, id: Id, change: impl FnOnce(&mut Try)) -> Change {
    let Some(mut changed) = try_of(diary, id).cloned() else { return Change::default() };
    change(&mut changed);
    Change::put(id, changed)
}

/// "I'm in": now, unless it was said before. The try goes on.
pub fn am_in(diary: &Diary, id: Id, now: Instant) -> Change {
    change_try(diary, id, |entry| entry.in_at = entry.in_at.or(Some(now)))
}

/// A try is over; it ended when that was first said.
pub fn end_try(diary: &Diary, id: Id, outcome: Outcome, now: Instant) -> Change {
    change_try(diary, id, |entry| {
        entry.outcome = Some(outcome);
        entry.ended = entry.ended.or(Some(now));
    })
}
