//! The diary in memory: records by name and by day.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::{Change, Item};
use crate::entries::{Choices, Night, Profile, SchoolDay};
use crate::id::Id;
use crate::record::{Body, Content, Entry, Kind, Record};
use crate::shard::ShardKey;
use crate::stamp::Stamp;
use crate::time::Day;

/// All records that are read so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diary {
    records: BTreeMap<Id, Record>,
    by_day: BTreeMap<Day, BTreeSet<Id>>,
    undated: BTreeSet<Id>,
}

impl Diary {
    /// Takes a record; the winning version stays.
    pub fn merge(&mut self, record: Record) {
        match self.records.get(&record.id) {
            Some(existing) if !record.wins_over(existing) => {}
            _ => self.place(record),
        }
    }

    /// Shows a change at once, before it is on the disk; the written records are merged later and
    /// win, as their stamps are issued above these.
    pub fn show(&mut self, change: &Change) {
        for item in &change.0 {
            let stamp: Stamp =
                self.records.get(&item.id()).map(|record| record.stamp).unwrap_or_default();
            let content = match item {
                Item::Put { body, .. } => {
                    Content::Live { body: body.clone(), newer_fields: Vec::new() }
                }
                Item::Remove { .. } => Content::Gone,
            };
            self.place(Record { id: item.id(), stamp, content });
        }
    }

    fn place(&mut self, record: Record) {
        if let Some(old) = self.records.get(&record.id).and_then(Record::body) {
            match old.day() {
                Some(day) => {
                    if let Some(ids) = self.by_day.get_mut(&day) {
                        ids.remove(&record.id);
                        if ids.is_empty() {
                            self.by_day.remove(&day);
                        }
                    }
                }
                None => {
                    self.undated.remove(&record.id);
                }
            }
        }
        if let Some(body) = record.body() {
            match body.day() {
                Some(day) => {
                    self.by_day.entry(day).or_default().insert(record.id);
                }
                None => {
                    self.undated.insert(record.id);
                }
            }
        }
        self.records.insert(record.id, record);
    }

    /// The change that removes these records.
    pub fn removal(&self, ids: &[Id]) -> Change {
        let items = ids.iter().filter_map(|id| {
            let shard = ShardKey::of_body(self.get(*id)?);
            Some(Item::Remove { id: *id, shard })
        });
        Change(items.collect())
    }

    /// What a record says, if it is there and understood.
    pub fn get(&self, id: Id) -> Option<&Body> {
        self.records.get(&id)?.body()
    }

    /// Every entry with the shard that keeps it, to be written anew.
    pub fn all_records(&self) -> Vec<(ShardKey, Record)> {
        let keyed = |record: &Record| Some((ShardKey::of_body(record.body()?), record.clone()));
        self.records.values().filter_map(keyed).collect()
    }

    /// The record of that name as it stands, deleted or not.
    pub fn record(&self, id: Id) -> Option<&Record> {
        self.records.get(&id)
    }

    /// Whether a record of that name ever was here, deleted or not.
    pub fn knows(&self, id: Id) -> bool {
        self.records.contains_key(&id)
    }

    /// Everything made for one day.
    pub fn of_day(&self, day: Day) -> impl Iterator<Item = (Id, &Body)> {
        self.by_day.get(&day).into_iter().flatten().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// The entry of that kind and name; `None` where it is not there, or of another kind.
    pub fn find<E: Entry>(&self, id: Id) -> Option<&E> {
        E::of(self.get(id)?)
    }

    /// All entries of a kind: those with a day by day, oldest first, and by name within a day;
    /// those without one by name.
    pub fn all<E: Entry>(&self) -> impl Iterator<Item = (Id, &E)> {
        let dated = E::DAY.is_some();
        let by_day = self.by_day.values().filter(move |_| dated).flatten();
        let undated = self.undated.iter().filter(move |_| !dated);
        by_day.chain(undated).filter_map(|id| Some((*id, self.find(*id)?)))
    }

    /// A day's entries of a kind, by name.
    pub fn on<E: Entry>(&self, day: Day) -> impl Iterator<Item = (Id, &E)> {
        self.of_day(day).filter_map(|(id, body)| Some((id, E::of(body)?)))
    }

    /// The entries of a kind from `from` to `to`, day by day.
    pub fn between<E: Entry>(&self, from: Day, to: Day) -> impl Iterator<Item = (Id, &E)> {
        self.days_between(from, to).flat_map(|day| self.on(day))
    }

    /// The night that ended on this date.
    pub fn night(&self, day: Day) -> Option<&Night> {
        self.find(Id::once_a_day(Kind::Night, day))
    }

    /// The school day of this date.
    pub fn school_day(&self, day: Day) -> Option<&SchoolDay> {
        self.find(Id::once_a_day(Kind::SchoolDay, day))
    }

    /// Whose diary this is.
    pub fn profile(&self) -> Option<&Profile> {
        self.find(profile_id())
    }

    /// The choices of this diary's owner; the usual ones where none were made.
    pub fn choices(&self) -> Choices {
        self.find(choices_id()).cloned().unwrap_or_default()
    }

    /// Everything without a date.
    pub fn undated(&self) -> impl Iterator<Item = (Id, &Body)> {
        self.undated.iter().filter_map(|id| Some((*id, self.get(*id)?)))
    }

    /// Days that hold at least one record, newest first.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        self.by_day.keys().rev().copied()
    }

    /// Days with any record, from `from` to `to`.
    pub fn days_between(&self, from: Day, to: Day) -> impl Iterator<Item = Day> {
        self.by_day.range(from..=to).map(|(day, _)| *day)
    }
}

/// The name of the one profile.
pub fn profile_id() -> Id {
    Id::named(Kind::Profile, b"profile")
}

/// The name of the one record of choices.
pub fn choices_id() -> Id {
    Id::named(Kind::Choices, b"choices")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::{MoodEntry, SmallThing, Tick};
    use crate::time::Instant;
    use crate::values::{Mood, Words};

    /// Noon of a day of November 2026.
    fn noon(of_month: u32) -> Instant {
        let date = Day::from_ymd(2026, 11, of_month).expect("a date").date();
        Instant::from_local(date.and_hms_opt(12, 0, 0).expect("a time"), 120).expect("in range")
    }

    #[test]
    fn entries_are_found_by_kind_day_and_name() {
        let mut diary = Diary::default();
        let [first, second, third, thing] = [1, 2, 3, 4].map(|name| Id::random([name; 16]));
        for (id, of_month) in [(first, 3), (second, 10), (third, 24)] {
            let mood = Mood::new(4).expect("1 to 5");
            diary.show(&Change::put(id, MoodEntry::new(noon(of_month), mood)));
        }
        let words = Words::new("Feet on the floor").expect("short").expect("said");
        diary.show(&Change::put(thing, SmallThing { words, order: 0 }));
        let names = |found: &mut dyn Iterator<Item = (Id, &MoodEntry)>| -> Vec<Id> {
            found.map(|(id, _)| id).collect()
        };
        let day = |of_month| noon(of_month).day();
        assert_eq!(names(&mut diary.all()), [first, second, third]);
        assert_eq!(names(&mut diary.on(day(10))), [second]);
        assert_eq!(names(&mut diary.on(day(11))), []);
        assert_eq!(names(&mut diary.between(day(3), day(10))), [first, second]);
        assert_eq!(diary.all::<SmallThing>().map(|(id, _)| id).collect::<Vec<_>>(), [thing]);
        assert_eq!(diary.all::<Tick>().count(), 0);
        assert!(diary.find::<MoodEntry>(first).is_some());
        assert!(diary.find::<SmallThing>(first).is_none());
    }
}
