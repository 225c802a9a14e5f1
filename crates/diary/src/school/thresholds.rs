//! The thresholds of absence: from how much on a gentle word is said.

use super::{LEAST_COVERAGE, SchoolFigures};
use crate::entries::{Choices, Thresholds};
use crate::values::ThresholdOf;

/// Which threshold was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// The first one.
    First,
    /// The second one.
    Second,
}

/// The usual thresholds: 10 and 20 percent, or 30 and 50 lessons in a term.
pub fn usual_thresholds(of: ThresholdOf) -> Thresholds {
    match of {
        ThresholdOf::Percent => Thresholds { of, first: 10, second: 20 },
        ThresholdOf::Lessons => Thresholds { of, first: 30, second: 50 },
    }
}

/// The thresholds that are in force: the chosen ones, or 10 and 20 percent.
pub fn thresholds_in_force(choices: &Choices) -> Thresholds {
    choices.marks.unwrap_or_else(|| usual_thresholds(ThresholdOf::Percent))
}

/// The threshold that a count of lessons has reached; `None` below the first.
pub fn reached_by(lessons: u32, thresholds: Thresholds) -> Option<Reached> {
    let at = |threshold: u16| lessons > 0 && lessons >= u32::from(threshold);
    reached(at, thresholds)
}

/// The threshold that an absence share has reached; `None` below the first, and wherever the share is
/// not shown for too little coverage.
pub fn reached_by_share(figures: &SchoolFigures, thresholds: Thresholds) -> Option<Reached> {
    figures.coverage().filter(|coverage| *coverage >= LEAST_COVERAGE)?;
    let away = u64::from(figures.planned_min - figures.attended_min.min(figures.planned_min));
    // In whole minutes: exactly 10 % has reached 10 %.
    let at = |threshold: u16| {
        away > 0 && away * 100 >= u64::from(threshold) * u64::from(figures.planned_min)
    };
    reached(at, thresholds)
}

fn reached(at: impl Fn(u16) -> bool, thresholds: Thresholds) -> Option<Reached> {
    if thresholds.second > thresholds.first && at(thresholds.second) {
        Some(Reached::Second)
    } else {
        at(thresholds.first).then_some(Reached::First)
    }
}
