//! What the page Today shows for a date, from the diary alone.

pub mod nudge;

use std::collections::BTreeSet;

use crate::diary::Diary;
use crate::entries::{Moment, MoodEntry, Night, SchoolDay};
use crate::id::Id;
use crate::order::by_number;
use crate::routine::{DueItem, due};
use crate::school::planned_min;
use crate::sleep::LastTime;
use crate::time::{Day, Instant};
use crate::values::{Minutes, PartOfDay};

/// How many nights back "like last time" looks.
const LAST_TIME_NIGHTS: i32 = 60;

/// The four greetings of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    /// 04:00 to 10:59.
    Morning,
    /// 11:00 to 16:59.
    Day,
    /// 17:00 to 21:59.
    Evening,
    /// 22:00 to 03:59.
    Night,
}

/// The greeting that fits the clock.
pub fn greeting(now: Instant) -> Greeting {
    match now.clock_min() / 60 {
        4..=10 => Greeting::Morning,
        11..=16 => Greeting::Day,
        17..=21 => Greeting::Evening,
        _ => Greeting::Night,
    }
}

/// One part of the day with its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutinePart {
    /// Which part.
    pub part: PartOfDay,
    /// Its items in order.
    pub items: Vec<DueItem>,
    /// How many are done.
    pub done: usize,
}

/// Everything that the page draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayView {
    /// The date.
    pub day: Day,
    /// Check-ins, earliest first; two of the same second in the order of their names.
    pub moods: Vec<(Id, MoodEntry)>,
    /// The night that ended on this date.
    pub night: Option<Night>,
    /// The latest earlier night, for "like last time".
    pub last_time: Option<LastTime>,
    /// The routine by part of day; parts with nothing due are left out.
    pub routine: Vec<RoutinePart>,
    /// The school day, if logged.
    pub school: Option<SchoolDay>,
    /// Minutes planned for the date; `None` until someone said how long a school day is.
    pub planned_min: Option<Minutes>,
    /// Good moments, earliest first.
    pub moments: Vec<(Id, Moment)>,
}

/// Reads one date off the diary.
pub fn day_view(diary: &Diary, day: Day) -> DayView {
    let mut moods: Vec<_> =
        diary.on::<MoodEntry>(day).map(|(id, mood)| (id, mood.clone())).collect();
    by_number(&mut moods, |(_, mood)| mood.when.unix_s());
    let mut moments: Vec<_> =
        diary.on::<Moment>(day).map(|(id, item)| (id, item.clone())).collect();
    by_number(&mut moments, |(_, item)| item.when.unix_s());
    DayView {
        day,
        moods,
        night: diary.night(day).cloned(),
        last_time: last_time(diary, day),
        routine: parts(due(diary, day)),
        school: diary.school_day(day).cloned(),
        planned_min: planned_min(diary, day),
        moments,
    }
}

/// The instant for something new: `when`, or the first second after it on the same date that is not
/// taken, so that the later of two quick entries is the later one.
pub fn free_second(when: Instant, taken: impl Iterator<Item = Instant>) -> Instant {
    let taken: BTreeSet<i64> = taken.map(Instant::unix_s).collect();
    let day = when.day();
    let mut free = when;
    while taken.contains(&free.unix_s()) {
        match Instant::new(free.unix_s() + 1, free.offset_min()) {
            Ok(next) if next.day() == day => free = next,
            _ => return when,
        }
    }
    free
}

fn last_time(diary: &Diary, day: Day) -> Option<LastTime> {
    (1..=LAST_TIME_NIGHTS).find_map(|back| diary.night(day.plus(-back))).map(|night| LastTime {
        tried_clock: night.tried.clock_min(),
        woke_clock: night.woke.clock_min(),
    })
}

fn parts(items: Vec<DueItem>) -> Vec<RoutinePart> {
    PartOfDay::ALL
        .iter()
        .filter_map(|part| {
            let items: Vec<_> =
                items.iter().filter(|due| due.item.part == *part).cloned().collect();
            let done = items.iter().filter(|due| due.level.is_some()).count();
            (!items.is_empty()).then_some(RoutinePart { part: *part, items, done })
        })
        .collect()
}
