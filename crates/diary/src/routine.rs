//! The daily routine: what is due on a date and what was ticked.

pub mod edit;
mod starters;

pub use starters::{STARTERS, starters};

use crate::diary::Diary;
use crate::entries::{RoutineItem, Tick, TickLevel};
use crate::id::Id;
use crate::order::by_number;
use crate::time::Day;

/// One item of a date with its tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueItem {
    /// The version in force on that date.
    pub item: RoutineItem,
    /// How much of it was done.
    pub level: Option<TickLevel>,
}

/// One day of the routine in figures, as it may be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoutineRow {
    /// The day.
    pub day: Day,
    /// Items due that day, 0 to 200.
    pub due: u8,
    /// Items done.
    pub done: u8,
    /// Items done in part.
    pub some: u8,
}

/// The items due on a date, by part of day and place.
pub fn due(diary: &Diary, day: Day) -> Vec<DueItem> {
    RoutineBook::read(diary).due(diary, day)
}

/// Every version of every item, read off the diary once for many dates.
#[derive(Debug, Clone, Default)]
pub struct RoutineBook<'a>(Vec<Version<'a>>);

#[derive(Debug, Clone)]
struct Version<'a> {
    item: &'a RoutineItem,
    /// Later versions of the same item that reach into this one. Usually none: two phones that
    /// changed an item on different days have both, and the later one counts.
    later: Vec<&'a RoutineItem>,
}

impl<'a> RoutineBook<'a> {
    /// Reads them.
    pub fn read(diary: &'a Diary) -> Self {
        let items: Vec<&RoutineItem> = diary.all().map(|(_, item)| item).collect();
        let later = |item: &RoutineItem| {
            let others = items.iter().copied().filter(|other| {
                other.item == item.item
                    && item.from < other.from
                    && item.until.is_none_or(|until| other.from <= until)
            });
            others.collect()
        };
        Self(items.iter().map(|item| Version { item, later: later(item) }).collect())
    }

    /// The versions that are due on a date, in no order.
    pub fn items(&self, day: Day) -> impl Iterator<Item = &'a RoutineItem> {
        let applies = move |version: &&Version<'a>| {
            in_force(version.item, day)
                && version.item.weekdays.falls_on(day)
                && !version.later.iter().any(|later| in_force(later, day))
        };
        self.0.iter().filter(applies).map(|version| version.item)
    }

    /// The items due on a date with their ticks, by part of day and place.
    pub fn due(&self, diary: &Diary, day: Day) -> Vec<DueItem> {
        let ticks = ticks(diary, day);
        let mut items: Vec<DueItem> = self
            .items(day)
            .map(|item| DueItem { item: item.clone(), level: level(&ticks, item) })
            .collect();
        by_number(&mut items, |due| {
            i64::from(due.item.part.code()) << 16 | i64::from(due.item.order)
        });
        items
    }

    /// The counts of a date; `None` when nothing due was ticked.
    pub fn row(&self, diary: &Diary, day: Day) -> Option<RoutineRow> {
        // Without a tick there is nothing to count: most of five years' dates end here.
        let ticks = ticks(diary, day);
        ticks.first()?;
        let (mut due, mut done, mut some) = (0, 0, 0);
        for item in self.items(day) {
            due += 1;
            match level(&ticks, item) {
                Some(TickLevel::Done) => done += 1,
                Some(TickLevel::Some) => some += 1,
                None => {}
            }
        }
        let row = RoutineRow { day, due: small(due), done: small(done), some: small(some) };
        (row.done + row.some > 0).then_some(row)
    }
}

fn in_force(item: &RoutineItem, day: Day) -> bool {
    item.from <= day && item.until.is_none_or(|until| day <= until)
}

/// The items ticked on a date and how much of each.
fn ticks(diary: &Diary, day: Day) -> Vec<(Id, TickLevel)> {
    diary.on::<Tick>(day).map(|(_, tick)| (tick.item, tick.level)).collect()
}

fn level(ticks: &[(Id, TickLevel)], item: &RoutineItem) -> Option<TickLevel> {
    ticks.iter().find(|(ticked, _)| *ticked == item.item).map(|(_, level)| *level)
}

/// The counts of each date from `from` to `to` on which anything was ticked.
pub fn rows(diary: &Diary, from: Day, to: Day) -> Vec<RoutineRow> {
    let book = RoutineBook::read(diary);
    diary.days_between(from, to).filter_map(|day| book.row(diary, day)).collect()
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX).min(100)
}
