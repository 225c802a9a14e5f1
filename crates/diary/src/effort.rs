//! Effort: days with an entry and days on which something was done. No streak is computed.

use crate::diary::Diary;
use crate::record::Body;
use crate::time::Day;

/// Counts over a window of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Days in the window.
    pub days: u32,
    /// Days with any record made for them.
    pub with_entry: u32,
    /// Days with a tick or a good moment.
    pub did_something: u32,
}

/// Counts the days from `from` to `to`, both included.
pub fn effort(diary: &Diary, from: Day, to: Day) -> Effort {
    let mut sum =
        Effort { days: u32::try_from(to.since(from) + 1).unwrap_or_default(), ..Effort::default() };
    for day in diary.days_between(from, to) {
        sum.with_entry += 1;
        let did = |body: &Body| matches!(body, Body::Tick(_) | Body::Moment(_));
        sum.did_something += u32::from(diary.of_day(day).any(|(_, body)| did(body)));
    }
    sum
}
