//! Changing the routine. Each change counts from a day on, today at the earliest: what lies behind
//! stays as it was.

use std::collections::BTreeMap;

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::{RoutineItem, Tick, TickLevel};
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::shard::ShardKey;
use crate::time::{Day, Instant};
use crate::values::{Minutes, PartOfDay, Words};
use crate::weekdays::Weekdays;

/// Room between two places, so that one item can be moved without touching its neighbours.
const STRIDE: u16 = 16;
/// What a person wants an item to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Title.
    pub title: Words,
    /// Picture.
    pub icon: u8,
    /// Part of day.
    pub part: PartOfDay,
    /// About when, clock minute 0 to 1439.
    pub about_min: Option<Minutes>,
    /// On these weekdays.
    pub weekdays: Weekdays,
    /// From which date on; a past one counts as today.
    pub from: Day,
    /// Last date; open when absent.
    pub until: Option<Day>,
}

/// Why an item cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoutineError {
    /// It is due on no weekday.
    #[error("no weekday is chosen")]
    NoWeekday,
    /// Its last date lies before its first.
    #[error("the last date lies before the first")]
    EndsBeforeItBegins,
}

impl Wanted {
    /// The first date that it counts from, seen from `today`.
    fn begins(&self, today: Day) -> Day {
        self.from.max(today)
    }

    fn check(&self, today: Day) -> Result<(), RoutineError> {
        if self.weekdays.is_empty() {
            return Err(RoutineError::NoWeekday);
        }
        if self.until.is_some_and(|until| until < self.begins(today)) {
            return Err(RoutineError::EndsBeforeItBegins);
        }
        Ok(())
    }

    fn version(&self, item: Id, order: u16, today: Day) -> RoutineItem {
        RoutineItem {
            item,
            title: self.title.clone(),
            icon: self.icon,
            part: self.part,
            about_min: self.about_min,
            weekdays: self.weekdays,
            from: self.begins(today),
            until: self.until,
            order,
        }
    }
}

/// The items that are not over on `today`, by part of day and place: the last version of each,
/// which may begin later.
pub fn current(diary: &Diary, today: Day) -> Vec<RoutineItem> {
    let mut latest = BTreeMap::<Id, &RoutineItem>::new();
    for (_, version) in diary.all::<RoutineItem>() {
        let latest_version = latest.entry(version.item).or_insert(version);
        if latest_version.from < version.from {
            *latest_version = version;
        }
    }
    let mut items: Vec<RoutineItem> =
        latest.into_values().filter(|version| goes_on(version, today)).cloned().collect();
    by_number(&mut items, |item| i64::from(item.part.code()) << 16 | i64::from(item.order));
    items
}

/// Adds a new item at the end of its part of the day.
///
/// # Errors
/// [`RoutineError`]: nothing is to be changed.
pub fn add(diary: &Diary, id: Id, wanted: &Wanted, today: Day) -> Result<Change, RoutineError> {
    wanted.check(today)?;
    let order = after_the_last(&current(diary, today), wanted.part);
    Ok(Change::put(id, wanted.version(id, order, today)))
}

/// Adds several new items, each at the end of its part of the day: those of a template that were
/// not let go.
///
/// # Errors
/// [`RoutineError`] of the first that cannot be so: nothing is to be changed.
pub fn take_template(
    diary: &Diary,
    items: &[(Id, Wanted)],
    today: Day,
) -> Result<Change, RoutineError> {
    let mut items_now = current(diary, today);
    let mut change = Change::default();
    for (id, wanted) in items {
        wanted.check(today)?;
        let version = wanted.version(*id, after_the_last(&items_now, wanted.part), today);
        items_now.push(version.clone());
        change = change.and_put(*id, version);
    }
    Ok(change)
}

/// Changes an item from [`Wanted::from`] on (today at the earliest). The version before is closed
/// the day before; one that began on that very day or later is replaced. An item that has not
/// begun yet begins on the new date instead. Nothing changed is an empty change.
///
/// # Errors
/// [`RoutineError`]: nothing is to be changed.
pub fn edit(diary: &Diary, item: Id, wanted: &Wanted, today: Day) -> Result<Change, RoutineError> {
    wanted.check(today)?;
    let versions = versions_of(diary, item);
    let Some((_, last)) = versions.iter().max_by_key(|(_, version)| version.from) else {
        return add(diary, item, wanted, today);
    };
    let order = if last.part == wanted.part {
        last.order
    } else {
        after_the_last(&current(diary, today), wanted.part)
    };
    let version = wanted.version(item, order, today);
    let same = RoutineItem { from: last.from, ..version.clone() } == **last;
    if same && (last.from == version.from || last.from <= today) {
        return Ok(Change::default());
    }
    let begun = versions.iter().any(|(_, version)| version.from <= today);
    let day_before = version.from.plus(-1);
    let mut change = Change::default();
    for (id, older) in &versions {
        if older.from == version.from {
            continue;
        }
        if older.from > version.from || !begun {
            change.0.push(gone(*id));
        } else if goes_on(older, version.from) {
            change = change.and_put(*id, closed(older, day_before));
        }
    }
    let id = id_of(&versions, item, version.from);
    Ok(change.and_put(id, version))
}

/// Takes an item away from today on. Days behind keep it, with its ticks.
pub fn remove(diary: &Diary, item: Id, today: Day) -> Change {
    let mut change = Change::default();
    for (id, version) in versions_of(diary, item) {
        if version.from >= today {
            change.0.push(gone(id));
        } else if goes_on(version, today) {
            change = change.and_put(id, closed(version, today.plus(-1)));
        }
    }
    change
}

/// Moves an item to a place (0 for the first) among the [`current`] ones of its part of the day,
/// from today on. Only items whose own place number changes are written.
pub fn reorder(diary: &Diary, item: Id, place: usize, today: Day) -> Change {
    let items = current(diary, today);
    let Some(moved) = items.iter().find(|entry| entry.item == item) else {
        return Change::default();
    };
    let mut part: Vec<&RoutineItem> =
        items.iter().filter(|entry| entry.part == moved.part).collect();
    let index = part.iter().position(|entry| entry.item == item).unwrap_or_default();
    let place = place.min(part.len() - 1);
    if index == place {
        return Change::default();
    }
    let moved = part.remove(index);
    part.insert(place, moved);
    let before = place.checked_sub(1).and_then(|index| part.get(index)).map(|entry| entry.order);
    let after = part.get(place + 1).map(|entry| entry.order);
    if let Some(order) = between(before, after) {
        return with_order(diary, item, order, today);
    }
    let mut change = Change::default();
    for (number, entry) in (1_u16..).zip(part) {
        let order = number.saturating_mul(STRIDE);
        if entry.order != order {
            change.0.extend(with_order(diary, entry.item, order, today).0);
        }
    }
    change
}

/// A tap on an item: done, then some of it, then blank again. `when` is when it is entered.
pub fn tick(diary: &Diary, item: Id, day: Day, when: Instant) -> Change {
    let id = Id::once_a_day_for(Kind::Tick, day, item);
    let with_level = |level| Change::put(id, Tick { day, item, when, level });
    match diary.find::<Tick>(id).map(|tick| tick.level) {
        None => with_level(TickLevel::Done),
        Some(TickLevel::Done) => with_level(TickLevel::Some),
        Some(TickLevel::Some) => diary.removal(&[id]),
    }
}

/// A number between two neighbours, if there is room for one.
fn between(before: Option<u16>, after: Option<u16>) -> Option<u16> {
    let low = before.map_or(0, |before| u32::from(before) + 1);
    let order = match after {
        Some(after) => (low < u32::from(after)).then(|| u32::midpoint(low, u32::from(after)))?,
        None => low - 1 + u32::from(STRIDE),
    };
    u16::try_from(order).ok()
}

/// Every version of an item from today on with that place number.
fn with_order(diary: &Diary, item: Id, order: u16, today: Day) -> Change {
    let versions = versions_of(diary, item);
    let mut change = Change::default();
    for (id, version) in versions.iter().filter(|(_, version)| goes_on(version, today)) {
        let next = RoutineItem { order, from: version.from.max(today), ..(*version).clone() };
        if version.from < today {
            // Where another version begins today, this one is over with yesterday for good.
            change = change.and_put(*id, closed(version, today.plus(-1)));
            if versions.iter().all(|(_, other)| other.from != today) {
                change = change.and_put(id_of(&versions, item, today), next);
            }
        } else {
            change = change.and_put(*id, next);
        }
    }
    change
}

fn after_the_last(items: &[RoutineItem], part: PartOfDay) -> u16 {
    let last = items.iter().filter(|item| item.part == part).map(|item| item.order).max();
    last.map_or(STRIDE, |last| last.saturating_add(STRIDE))
}

fn goes_on(version: &RoutineItem, day: Day) -> bool {
    version.until.is_none_or(|until| day <= until)
}

fn closed(version: &RoutineItem, until: Day) -> RoutineItem {
    RoutineItem { until: Some(until), ..version.clone() }
}

fn gone(id: Id) -> Item {
    Item::Remove { id, shard: ShardKey::Undated }
}

/// The record of the version that begins on a date: the one that is there already, else one whose
/// name two tabs would choose alike.
fn id_of(versions: &[(Id, &RoutineItem)], item: Id, from: Day) -> Id {
    let there = versions.iter().find(|(_, version)| version.from == from);
    there.map_or_else(|| Id::once_a_day_for(Kind::RoutineItem, from, item), |(id, _)| *id)
}

fn versions_of(diary: &Diary, item: Id) -> Vec<(Id, &RoutineItem)> {
    diary.all::<RoutineItem>().filter(|(_, version)| version.item == item).collect()
}
