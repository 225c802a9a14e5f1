//! Kind pacing: plans for days ahead, and the way back after a break.

use super::{plans, tries_back_to};
use crate::diary::Diary;
use crate::entries::StepPlan;
use crate::id::Id;
use crate::school::SchoolPlan;
use crate::time::{Day, Instant};
use crate::values::SchoolMode;

/// After what the first step is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// So many school days away, and the last of them is the newest one known.
    DaysAway(u32),
    /// Days off that end tonight.
    LastEvening,
}

/// School days away from which on a first step is offered.
const AWAY_DAYS: u32 = 3;
/// How far back school days away are looked for.
const LOOK_BACK_DAYS: i32 = 28;
/// The evening begins, in minutes of the clock.
const EVENING_MIN: u16 = 16 * 60;
/// Days without school that are a break; a weekend is none.
const BREAK_DAYS: i32 = 3;

/// Whether "choose the first step" is due: after three or more school days away in a row (days
/// without a word count neither way), or on the last evening of a break. Not once a step is planned
/// from today on, nor where something was tried since the newest of these days.
pub fn first_step_due(diary: &Diary, now: Instant) -> Option<Break> {
    let plan = SchoolPlan::read(diary);
    let today = now.day();
    if plans(diary).iter().any(|(_, plan)| plan.day >= today) {
        return None;
    }
    if last_evening(&plan, now) {
        return Some(Break::LastEvening);
    }
    let mut away = 0;
    let mut newest = None;
    for day in (0..LOOK_BACK_DAYS).map(|back| today.plus(-back)) {
        let Some(log) = diary.school_day(day) else { continue };
        let was_away = match log.mode {
            SchoolMode::NoSchool => continue,
            SchoolMode::NotToday | SchoolMode::Ill => true,
            // Agreed on, and so no day away.
            SchoolMode::AtHome => false,
            _ => log.attended_min.get() == 0,
        };
        if !was_away {
            break;
        }
        newest = newest.or(Some(day));
        away += 1;
    }
    let tried = newest.is_some_and(|newest| tries_back_to(diary, newest).next().is_some());
    (away >= AWAY_DAYS && !tried).then_some(Break::DaysAway(away))
}

/// Whether tomorrow is a school day and the days before it, today among them, were a break.
fn last_evening(plan: &SchoolPlan<'_>, now: Instant) -> bool {
    let today = now.day();
    let school = |day: Day| plan.planned_min(day).is_some_and(|min| min.get() > 0);
    today == now.calendar_day()
        && now.clock_min() >= EVENING_MIN
        && school(today.plus(1))
        && (0..BREAK_DAYS).all(|back| !school(today.plus(-back)))
        && (0..BREAK_DAYS).any(|back| plan.is_off(today.plus(-back)))
}

/// The steps planned for a date.
pub fn planned_on(diary: &Diary, day: Day) -> Vec<(Id, StepPlan)> {
    planned_between(diary, day, day)
}

/// The steps planned for these dates, both included, by date.
pub fn planned_between(diary: &Diary, from: Day, to: Day) -> Vec<(Id, StepPlan)> {
    let is_open =
        |plan: &StepPlan| super::step(diary, plan.step).is_some_and(|step| step.retired.is_none());
    plans(diary)
        .into_iter()
        .filter(|(_, plan)| (from..=to).contains(&plan.day) && is_open(plan))
        .map(|(id, plan)| (id, *plan))
        .collect()
}
