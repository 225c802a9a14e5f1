//! The path: steps from easiest to hardest, where one stands, the tries, guess and real, and what
//! is suggested next. Nothing here is a gate: the young person chooses.

use crate::diary::Diary;
use crate::entries::{Path, PathChoice, Step, StepPlan, Try};
use crate::id::Id;
use crate::order::by_number;
use crate::time::{Day, Instant};
use crate::values::{Outcome, PathMove, Scale10};

mod edit;
mod edit_path;
mod edit_try;
mod pacing;
mod pause;
mod split;
mod today;
mod view;
pub mod what_helped;

pub use edit::{
    STRIDE, WantedStep, add_path, add_step, after_all_choices, archive, begin_today, choose,
    edit_step, less_help, reorder, restore, retire,
};
pub use edit_path::{begin, choose_first, plan, rename, stand_on};
pub use edit_try::{Before, am_in, begin_try, change_try, end_try, tell_try, try_now};
pub use pacing::{Break, first_step_due, planned_between, planned_on};
pub use pause::{paused, resume};
pub use split::{Piece, add_pieces};
pub use today::{TodayStep, Why, todays_step};
pub use view::{StepView, can_fade, helped_before, path_sum, step_view};

/// Every path that was not put away, oldest first.
pub fn paths(diary: &Diary) -> Vec<(Id, &Path)> {
    all_paths(diary).into_iter().filter(|(_, path)| path.archived.is_none()).collect()
}

/// Every path, oldest first.
pub fn all_paths(diary: &Diary) -> Vec<(Id, &Path)> {
    let mut all: Vec<(Id, &Path)> = diary.all().collect();
    by_number(&mut all, |(_, path)| path.begun.unix_s());
    all
}

/// The path of that record.
pub fn path(diary: &Diary, id: Id) -> Option<&Path> {
    diary.find(id)
}

/// The step of that record.
pub fn step(diary: &Diary, id: Id) -> Option<&Step> {
    diary.find(id)
}

/// The path that Today shows a step of: the chosen one, else the newest that is not put away.
pub fn todays_path(diary: &Diary) -> Option<Id> {
    let open = paths(diary);
    let chosen = diary.choices().todays_path;
    let chosen = open.iter().find(|(id, _)| Some(*id) == chosen);
    chosen.or(open.last()).map(|(id, _)| *id)
}

/// A path's steps that were not put away, easiest first.
pub fn steps(diary: &Diary, path: Id) -> Vec<(Id, &Step)> {
    all_steps(diary, path).into_iter().filter(|(_, step)| step.retired.is_none()).collect()
}

/// All of a path's steps, easiest first, those put away among them.
pub fn all_steps(diary: &Diary, path: Id) -> Vec<(Id, &Step)> {
    let mut all: Vec<(Id, &Step)> =
        diary.all::<Step>().filter(|(_, step)| step.path == path).collect();
    // The diary gives them by name, and the order is stable: steps of one place stay so.
    by_number(&mut all, |(_, step)| i64::from(step.order));
    all
}

/// Every try, oldest first.
pub fn tries(diary: &Diary) -> Vec<(Id, &Try)> {
    let mut all: Vec<(Id, &Try)> = diary.all().collect();
    by_number(&mut all, |(_, entry)| entry.when.unix_s());
    all
}

/// A step's tries, oldest first.
pub fn tries_of(diary: &Diary, step: Id) -> Vec<(Id, &Try)> {
    let mut all = tries(diary);
    all.retain(|(_, entry)| entry.step == step);
    all
}

/// The try of that record.
pub fn try_of(diary: &Diary, id: Id) -> Option<&Try> {
    diary.find(id)
}

/// The try that goes on, if any: the newest of today and the day before without an outcome. An
/// older one was not ended and waits on its step's page, but nobody is trying it now.
pub fn going_on(diary: &Diary, now: Instant) -> Option<(Id, &Try)> {
    let today = now.day();
    let lately = diary.between::<Try>(today.plus(-1), today);
    lately.filter(|(_, entry)| entry.outcome.is_none()).max_by_key(|(_, entry)| entry.when)
}

/// Tries from the newest day back to a date, without reading the days before it.
fn tries_back_to(diary: &Diary, first: Day) -> impl Iterator<Item = &Try> {
    let days = diary.days().take_while(move |day| *day >= first);
    days.flat_map(|day| diary.on(day)).map(|(_, entry)| entry)
}

/// What was chosen on a path, in the order in which it was chosen. Choices that were written before
/// they were numbered come first, by their time.
pub fn choices(diary: &Diary, path: Id) -> Vec<&PathChoice> {
    let all = diary.all::<PathChoice>().map(|(_, choice)| choice);
    let mut all: Vec<&PathChoice> = all.filter(|choice| choice.path == path).collect();
    by_number(&mut all, |choice| choice.when.unix_s());
    by_number(&mut all, |choice| choice.order.unwrap_or_default().into());
    all
}

/// The plans for tries, by date.
pub fn plans(diary: &Diary) -> Vec<(Id, &StepPlan)> {
    let mut all: Vec<(Id, &StepPlan)> = diary.all().collect();
    by_number(&mut all, |(_, plan)| i64::from(plan.day.number()));
    all
}

/// Where one stands: the step last moved to that is still on the path, else the first one.
pub fn here(diary: &Diary, path: Id) -> Option<Id> {
    let open = steps(diary, path);
    let moved = choices(diary, path)
        .into_iter()
        .rev()
        .filter(|choice| moves(choice.what))
        .find_map(|choice| choice.step.filter(|step| open.iter().any(|(id, _)| id == step)));
    moved.or_else(|| open.first().map(|(id, _)| *id))
}

/// Whether a choice says where one stands.
fn moves(what: PathMove) -> bool {
    matches!(
        what,
        PathMove::Next | PathMove::Smaller | PathMove::Back | PathMove::Begin | PathMove::Same
    )
}

/// What is marked as the next thing to do with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// A smaller piece of it.
    Smaller,
    /// The next step.
    Next,
    /// The same again.
    Same,
    /// The same again, after a try that was turned back: what would make it doable?
    SameMadeDoable,
}

/// The suggestion after these outcomes of one step, oldest first; none before the first try.
pub fn suggestion(outcomes: &[Outcome]) -> Option<Suggestion> {
    match outcomes {
        [] => None,
        [.., Outcome::TurnedBack, Outcome::TurnedBack] => Some(Suggestion::Smaller),
        [.., Outcome::Did, Outcome::Did] => Some(Suggestion::Next),
        [.., Outcome::TurnedBack] => Some(Suggestion::SameMadeDoable),
        _ => Some(Suggestion::Same),
    }
}

/// The outcomes of a step's tries that are over, oldest first.
pub fn outcomes(diary: &Diary, step: Id) -> Vec<Outcome> {
    tries_of(diary, step).into_iter().filter_map(|(_, entry)| entry.outcome).collect()
}

/// How the hardest moment was beside the guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// At least one point easier.
    Easier,
    /// The same.
    AsHard,
    /// At least one point harder.
    Harder,
}

/// The hardest moment beside the guess; `None` unless both were told.
pub fn felt_beside(guess: Option<Scale10>, hardest: Option<Scale10>) -> Option<Felt> {
    Some(match hardest?.cmp(&guess?) {
        std::cmp::Ordering::Less => Felt::Easier,
        std::cmp::Ordering::Equal => Felt::AsHard,
        std::cmp::Ordering::Greater => Felt::Harder,
    })
}

/// Guess and real of one try; `None` unless it has both.
pub fn felt(entry: &Try) -> Option<Felt> {
    felt_beside(entry.guess, entry.hardest)
}

/// Guess and real over some tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GuessAndReal {
    /// Tries that have both numbers.
    pub both: u32,
    /// Easier than guessed.
    pub easier: u32,
    /// As hard as guessed.
    pub as_hard: u32,
    /// Harder than guessed.
    pub harder: u32,
}

impl FromIterator<Felt> for GuessAndReal {
    fn from_iter<I: IntoIterator<Item = Felt>>(all: I) -> Self {
        let mut sum = Self::default();
        for felt in all {
            sum.both += 1;
            match felt {
                Felt::Easier => sum.easier += 1,
                Felt::AsHard => sum.as_hard += 1,
                Felt::Harder => sum.harder += 1,
            }
        }
        sum
    }
}

/// Counts guess and real.
pub fn guess_and_real<'a>(tries: impl IntoIterator<Item = &'a Try>) -> GuessAndReal {
    tries.into_iter().filter_map(felt).collect()
}

/// How a step stands on the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Before the one where I stand.
    Behind,
    /// Where I stand.
    Here,
    /// After it.
    Ahead,
}

/// A step as the path's picture shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stone {
    /// The step's record.
    pub id: Id,
    /// What it says.
    pub step: Step,
    /// How it stands.
    pub standing: Standing,
    /// Whether it is paused until adults have made it safe.
    pub paused: bool,
    /// Its tries that are over.
    pub tries: u32,
    /// Whether one of them was done as planned.
    pub done: bool,
    /// Guess and the hardest moment of the last try that has both.
    pub last: Option<(u8, u8)>,
    /// What is marked as the next thing to do.
    pub suggestion: Option<Suggestion>,
}

/// A path as its picture shows it, easiest step first.
pub fn stones(diary: &Diary, path: Id, today: Day) -> Vec<Stone> {
    let here = here(diary, path);
    let tries = tries(diary);
    let mut before = here.is_some();
    steps(diary, path)
        .into_iter()
        .map(|(id, step)| {
            let step_tries: Vec<&Try> = tries
                .iter()
                .filter(|(_, entry)| entry.step == id)
                .map(|(_, entry)| *entry)
                .collect();
            let outcomes: Vec<Outcome> =
                step_tries.iter().filter_map(|entry| entry.outcome).collect();
            let standing = match (Some(id) == here, before) {
                (true, _) => {
                    before = false;
                    Standing::Here
                }
                (false, true) => Standing::Behind,
                (false, false) => Standing::Ahead,
            };
            let last = step_tries
                .iter()
                .rev()
                .find_map(|entry| Some((entry.guess?.get(), entry.hardest?.get())));
            Stone {
                id,
                step: step.clone(),
                standing,
                paused: paused(diary, id, today),
                tries: u32::try_from(outcomes.len()).unwrap_or(u32::MAX),
                done: outcomes.contains(&Outcome::Did),
                last,
                suggestion: suggestion(&outcomes),
            }
        })
        .collect()
}

/// Whole minutes that a try has lasted, or lasted in all.
pub fn minutes(entry: &Try, now: Instant) -> i64 {
    entry.ended.unwrap_or(now).minutes_since(entry.when).max(0)
}

/// The tries of a day that are over.
pub fn tries_on(diary: &Diary, day: Day) -> Vec<(Id, &Try)> {
    let mut all: Vec<(Id, &Try)> =
        diary.on::<Try>(day).filter(|(_, entry)| entry.outcome.is_some()).collect();
    by_number(&mut all, |(_, entry)| entry.when.unix_s());
    all
}
