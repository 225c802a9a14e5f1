//! What the pages of a path show, as plain values.

use super::pacing::planned_between;
use super::{
    GuessAndReal, Suggestion, guess_and_real, here, outcomes, paused, step, steps, suggestion,
    tries, tries_of,
};
use crate::diary::Diary;
use crate::entries::{Step, StepPlan, Try};
use crate::id::Id;
use crate::order::by_number;
use crate::time::Day;
use crate::values::Words;

/// How far ahead plans are shown, in days.
const AHEAD_DAYS: i32 = 366;

/// A step's page.
#[derive(Debug, Clone, PartialEq)]
pub struct StepView {
    /// What it says.
    pub step: Step,
    /// Its tries, newest first; one that goes on among them.
    pub tries: Vec<(Id, Try)>,
    /// What is marked as the next thing to do.
    pub suggestion: Option<Suggestion>,
    /// The next step on the path.
    pub next: Option<Id>,
    /// Whether I stand on it.
    pub here: bool,
    /// Whether it is paused until adults have made it safe.
    pub paused: bool,
    /// Guess and real over its tries.
    pub sum: GuessAndReal,
    /// The tries that are planned from today on, by date.
    pub plans: Vec<(Id, StepPlan)>,
    /// Whether there is help that could be further away.
    pub can_fade: bool,
}

/// Reads a step's page off the diary.
pub fn step_view(diary: &Diary, id: Id, today: Day) -> Option<StepView> {
    let step = step(diary, id)?.clone();
    let open = steps(diary, step.path);
    let at = open.iter().position(|(step_id, _)| *step_id == id);
    let mut step_tries = tries_of(diary, id);
    step_tries.reverse();
    let mut plans = planned_between(diary, today, today.plus(AHEAD_DAYS));
    plans.retain(|(_, plan)| plan.step == id);
    Some(StepView {
        suggestion: suggestion(&outcomes(diary, id)),
        next: at.and_then(|at| Some(open.get(at + 1)?.0)),
        here: here(diary, step.path) == Some(id),
        paused: paused(diary, id, today),
        sum: guess_and_real(step_tries.iter().map(|(_, entry)| *entry)),
        tries: step_tries.into_iter().map(|(id, entry)| (id, entry.clone())).collect(),
        plans,
        can_fade: can_fade(&step),
        step,
    })
}

/// Whether a step has help that could be further away: somebody with me, or a support that is not
/// meant to stay.
pub fn can_fade(step: &Step) -> bool {
    step.with_whom.is_some() || step.supports.iter().any(|support| !support.stays)
}

/// Guess and real over all tries of a path.
pub fn path_sum(diary: &Diary, path: Id) -> GuessAndReal {
    guess_and_real(
        tries(diary).into_iter().filter(|(_, entry)| entry.path == path).map(|(_, entry)| entry),
    )
}

/// What helped in tries so far: each once in the spelling of its newest try, what helped most often
/// first.
pub fn helped_before(diary: &Diary) -> Vec<Words> {
    let mut all: Vec<(String, Words, i64)> = Vec::new();
    for (_, entry) in tries(diary).into_iter().rev() {
        for words in &entry.helped {
            let key = words.folded();
            match all.iter_mut().find(|(folded, ..)| *folded == key) {
                Some((.., times)) => *times += 1,
                None => all.push((key, words.clone(), 1)),
            }
        }
    }
    by_number(&mut all, |(.., times)| -*times);
    all.into_iter().map(|(_, words, _)| words).collect()
}
