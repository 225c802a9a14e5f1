//! The daily routine: what is due on a date and what was ticked.

use crate::diary::Diary;
use crate::entries::{RoutineItem, TickLevel};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Body;
use crate::summary::RoutineRow;
use crate::time::Day;

/// One item of a date with its tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueItem {
    /// The version in force on that date.
    pub item: RoutineItem,
    /// How much of it was done.
    pub level: Option<TickLevel>,
}

/// The items due on a date, by part of day and place.
pub fn due(diary: &Diary, day: Day) -> Vec<DueItem> {
    let level = |item: Id| {
        let mut ticks = diary.ticks(day);
        ticks.find(|(_, tick)| tick.item == item).map(|(_, tick)| tick.level)
    };
    let mut items: Vec<DueItem> = diary
        .undated()
        .filter_map(|(_, body)| match body {
            Body::RoutineItem(item) if is_due(item, day) => Some(item),
            _ => None,
        })
        .map(|item| DueItem { item: item.clone(), level: level(item.item) })
        .collect();
    by_number(&mut items, |due| i64::from(due.item.part.code()) << 16 | i64::from(due.item.order));
    items
}

fn is_due(item: &RoutineItem, day: Day) -> bool {
    let weekday = item.weekdays & (1 << day.weekday()) != 0;
    weekday && item.from <= day && item.until.is_none_or(|until| day <= until)
}

/// The counts of each date from `from` to `to` on which anything was ticked.
pub fn rows(diary: &Diary, from: Day, to: Day) -> Vec<RoutineRow> {
    from.through(to)
        .filter_map(|day| {
            let items = due(diary, day);
            let count =
                |level| small(items.iter().filter(|item| item.level == Some(level)).count());
            let row = RoutineRow {
                day,
                due: small(items.len()),
                done: count(TickLevel::Done),
                some: count(TickLevel::Some),
            };
            (row.done + row.some > 0).then_some(row)
        })
        .collect()
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX).min(100)
}
