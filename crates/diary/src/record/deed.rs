//! Deeds: what a person's action writes, stamped at the moment when it was done.
//!
//! The stamp is issued before anything is on the disk. So it does not matter in which order writes
//! end, fail and are tried again, or what other tabs write in between: everywhere the later stamp
//! stands, and that is the later deed.

use std::collections::BTreeMap;

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::id::Id;
use crate::record::{Content, Record};
use crate::shard::ShardKey;
use crate::stamp::{Stamp, StampClock};

/// What an action wrote: records to be kept, and how to take exactly them back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deed {
    /// The records, each with the shard that keeps it.
    pub records: Vec<(ShardKey, Record)>,
    /// What takes the deed back.
    pub undo: Undo,
    /// Whether something was left as it is because only a newer app understands it.
    pub refused: bool,
}

/// What stood before a deed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo(Vec<Before>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Before {
    id: Id,
    shard: ShardKey,
    /// The stamp that the deed gave: what bears another one by now was changed since.
    written: Stamp,
    content: Content,
}

impl Undo {
    /// With another one behind it, taken back together with it.
    #[must_use]
    pub fn and(mut self, later: Self) -> Self {
        self.0.extend(later.0);
        self
    }
}

impl Diary {
    /// What `change`, done at `now_ms` (milliseconds since 1970 UTC), writes: each record with a
    /// stamp above what stands here, and with the fields that a newer app gave it. A record that
    /// only a newer app understands stays as it is.
    pub fn deed(&self, change: &Change, clock: &mut StampClock, now_ms: u64) -> Deed {
        let mut writing = Writing { diary: self, clock, now_ms, latest: BTreeMap::new() };
        let mut deed = Deed::default();
        for item in &change.0 {
            let (id, shard) = (item.id(), item.shard());
            let before = writing.record(id).map(|record| record.content.clone());
            let newer_fields = match (&before, item) {
                (Some(Content::Foreign { .. }), _) => {
                    deed.refused = true;
                    continue;
                }
                (Some(Content::Live { body: old, newer_fields }), Item::Put { body, .. })
                    if old.kind() == body.kind() =>
                {
                    newer_fields.clone()
                }
                _ => Vec::new(),
            };
            let content = match item {
                Item::Put { body, .. } => Content::Live { body: body.clone(), newer_fields },
                Item::Remove { .. } => Content::Gone,
            };
            let record = writing.write(id, content);
            let content = before.unwrap_or(Content::Gone);
            deed.undo.0.push(Before { id, shard, written: record.stamp, content });
            deed.records.push((shard, record));
        }
        deed
    }

    /// What takes a deed back. What was changed since, here or in another tab, stays.
    pub fn taken_back(&self, undo: &Undo, clock: &mut StampClock, now_ms: u64) -> Deed {
        let mut last_written = BTreeMap::new();
        for before in &undo.0 {
            last_written.insert(before.id, before.written);
        }
        let stands =
            |id: &Id, stamp: Stamp| self.record(*id).is_some_and(|record| record.stamp == stamp);
        last_written.retain(|id, written| stands(id, *written));
        let mut writing = Writing { diary: self, clock, now_ms, latest: BTreeMap::new() };
        let mut deed = Deed::default();
        for before in undo.0.iter().rev().filter(|before| last_written.contains_key(&before.id)) {
            let record = writing.write(before.id, before.content.clone());
            deed.records.push((before.shard, record));
        }
        deed
    }

    /// What takes these records back once they were merged.
    pub fn undo_of_merging(&self, records: &[(ShardKey, Record)]) -> Undo {
        let before = |(shard, record): &(ShardKey, Record)| Before {
            id: record.id,
            shard: *shard,
            written: record.stamp,
            content: self.record(record.id).map_or(Content::Gone, |before| before.content.clone()),
        };
        Undo(records.iter().map(before).collect())
    }

    /// Shows a deed, before it is on the disk.
    pub fn show_deed(&mut self, deed: &Deed) {
        for (_, record) in &deed.records {
            self.merge(record.clone());
        }
    }
}

/// The diary with what one deed has written so far.
struct Writing<'a> {
    diary: &'a Diary,
    clock: &'a mut StampClock,
    now_ms: u64,
    latest: BTreeMap<Id, Record>,
}

impl Writing<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.latest.get(&id).or_else(|| self.diary.record(id))
    }

    fn write(&mut self, id: Id, content: Content) -> Record {
        let standing = self.record(id).map(|record| record.stamp);
        let record = Record { id, stamp: self.clock.issue(self.now_ms, standing), content };
        self.latest.insert(id, record.clone());
        record
    }
}
