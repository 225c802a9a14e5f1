//! Deeds: what a person's action writes, stamped at the moment when it was done.
//!
//! The stamp is issued before anything is on the disk. So it does not matter in which order writes
//! end, fail and are tried again, or what other tabs write in between: everywhere the later stamp
//! stands, and that is the later deed.

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
    /// Whether the deed wrote that name before: such a writing stands for both.
    repeats: bool,
}

impl Deed {
    /// What stands at a name once what the deed has written so far is shown. `written`: the deed may
    /// have written that name.
    fn standing<'a>(&'a self, diary: &'a Diary, id: Id, written: bool) -> Option<&'a Record> {
        let last = self.records.iter().rev().filter(|_| written);
        let mut of_name = last.filter(|(_, record)| record.id == id).map(|(_, record)| record);
        of_name.next().or_else(|| diary.record(id))
    }
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
        let mut deed = Deed::default();
        for item in &change.0 {
            let (id, shard) = (item.id(), item.shard());
            let repeats = deed.records.iter().any(|(_, record)| record.id == id);
            let standing = deed.standing(self, id, repeats);
            let before = standing.map(|record| record.content.clone());
            let stamp = clock.issue(now_ms, standing.map(|record| record.stamp));
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
            deed.records.push((shard, Record { id, stamp, content }));
            let content = before.unwrap_or(Content::Gone);
            deed.undo.0.push(Before { id, shard, written: stamp, content, repeats });
        }
        deed
    }

    /// What takes a deed back. What was changed since, here or in another tab, stays.
    pub fn taken_back(&self, undo: &Undo, clock: &mut StampClock, now_ms: u64) -> Deed {
        let mut deed = Deed::default();
        // Names that the deed wrote twice, which hardly any does.
        let twice: Vec<&Before> = undo.0.iter().filter(|before| before.repeats).collect();
        for before in undo.0.iter().rev() {
            let id = before.id;
            let last = twice.iter().rev().find(|other| other.id == id);
            let stands = self.record(id).map(|record| record.stamp);
            if stands != Some(last.map_or(before.written, |last| last.written)) {
                continue;
            }
            let standing = deed.standing(self, id, last.is_some()).map(|record| record.stamp);
            let stamp = clock.issue(now_ms, standing);
            let content = before.content.clone();
            deed.records.push((before.shard, Record { id, stamp, content }));
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
            repeats: false,
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
