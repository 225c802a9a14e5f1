//! Effort: days with an entry and days on which something was done. No streak is computed.

use crate::diary::Diary;
use crate::entries::{Moment, Tick, Try};
use crate::time::Day;

/// Counts over a window of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Days in the window.
    pub days: u32,
    /// Days with any record made for them.
    pub with_entry: u32,
    /// Days with a tick, a good moment or a try that is over. Turning back is a try.
    pub did_something: u32,
}

/// Counts the days from `from` to `to`, both included.
pub fn effort(diary: &Diary, from: Day, to: Day) -> Effort {
    let mut sum =
        Effort { days: u32::try_from(to.since(from) + 1).unwrap_or_default(), ..Effort::default() };
    for day in diary.days_between(from, to) {
        sum.with_entry += 1;
        sum.did_something += u32::from(did_something(diary, day));
    }
    sum
}

/// A try that still goes on is nothing done yet: it may be taken back.
fn did_something(diary: &Diary, day: Day) -> bool {
    diary.on::<Tick>(day).next().is_some()
        || diary.on::<Moment>(day).next().is_some()
        || diary.on::<Try>(day).any(|(_, entry)| entry.outcome.is_some())
}
