//! The small step that Today shows.

use super::pacing::{Break, first_step_due, planned_on};
use super::{going_on, here, path, paused, step, steps, todays_path, tries_back_to, tries_on};
use crate::diary::Diary;
use crate::id::Id;
use crate::school::SchoolPlan;
use crate::time::{Day, Instant};
use crate::values::{Minutes, Scale10, SchoolMode, Words};

/// Saturday and Sunday, 0 being Monday: free where no timetable says otherwise.
const WEEKEND_FROM: u8 = 5;

/// A try may be told for a day before its path was begun; so far back it still counts here.
const TOLD_LATER_DAYS: i32 = 60;

/// The small step of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayStep {
    /// The step's record.
    pub step: Id,
    /// What it says.
    pub title: Words,
    /// How hard it will be, as guessed, 0 to 10.
    pub guess: Option<u8>,
    /// Guess and hardest moment of the last try that has both, each 0 to 10.
    pub last: Option<(u8, u8)>,
    /// How it comes to be here.
    pub why: Why,
}

/// How a step comes to be Today's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A try of it goes on; the try's record.
    GoingOn(Id),
    /// It was tried today; the newest try's record.
    Tried(Id),
    /// It was planned for today, about then.
    Planned(Option<Minutes>),
    /// I stand on it.
    Here,
    /// After a break: the first step is to be chosen, this one or the easier one before it.
    Choose(Break, Option<(Id, Words)>),
}

/// The small step of today: the one that is being tried, else one that was planned for today, else
/// the one that I stand on. None on days off, unless it was planned or a break ends; none that is
/// paused for safety; none where no path is.
pub fn todays_step(diary: &Diary, now: Instant) -> Option<TodayStep> {
    let today = now.day();
    if let Some((id, entry)) = going_on(diary, now) {
        return of_step(diary, entry.step, Why::GoingOn(id));
    }
    let tried = |step: Id| {
        let last = tries_on(diary, today).into_iter().rev().find(|(_, entry)| entry.step == step);
        last.map(|(id, _)| id)
    };
    let mut planned = planned_on(diary, today);
    planned.retain(|(_, plan)| !paused(diary, plan.step, today) && tried(plan.step).is_none());
    if let Some((_, plan)) = planned.first() {
        return of_step(diary, plan.step, Why::Planned(plan.at_min));
    }
    let path_id = todays_path(diary)?;
    let here = here(diary, path_id).filter(|here| !paused(diary, *here, today))?;
    if let Some(after) = first_step_due(diary, now) {
        return of_step(diary, here, Why::Choose(after, easier(diary, path_id, here, today)));
    }
    match tried(here) {
        Some(id) => of_step(diary, here, Why::Tried(id)),
        None if is_day_off(diary, today) => None,
        None => of_step(diary, here, Why::Here),
    }
}

fn of_step(diary: &Diary, id: Id, why: Why) -> Option<TodayStep> {
    let step = step(diary, id)?;
    // Hardly any try is older than its path, so that years of other days are not read through.
    let first = path(diary, step.path)?.begun.day().plus(-TOLD_LATER_DAYS);
    let felt = tries_back_to(diary, first).filter(|entry| entry.step == id);
    let felt =
        felt.filter_map(|entry| Some((entry.when, entry.guess?.get(), entry.hardest?.get())));
    let last = felt.max_by_key(|(when, ..)| *when).map(|(_, guess, hardest)| (guess, hardest));
    let guess = step.guess.map(Scale10::get);
    Some(TodayStep { step: id, title: step.title.clone(), guess, last, why })
}

/// The step before the one where I stand, if it is not paused.
fn easier(diary: &Diary, path_id: Id, here: Id, today: Day) -> Option<(Id, Words)> {
    let open_steps = steps(diary, path_id);
    let index = open_steps.iter().position(|(id, _)| *id == here)?;
    let (id, step) = open_steps.get(index.checked_sub(1)?)?;
    (!paused(diary, *id, today)).then(|| (*id, step.title.clone()))
}

/// Whether a date is a day off: by the timetable and its holidays, or told so; without a timetable
/// Saturday and Sunday are.
fn is_day_off(diary: &Diary, day: Day) -> bool {
    let told_off = diary.school_day(day).is_some_and(|entry| entry.mode == SchoolMode::NoSchool);
    let plan = SchoolPlan::read(diary);
    let planned = plan.planned_min(day).or_else(|| plan.own_min(day));
    let free = planned.map_or(day.weekday() >= WEEKEND_FROM, |min| min.get() == 0);
    told_off || free || plan.is_off(day)
}
