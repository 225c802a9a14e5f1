//! What is on the screen and not on the disk yet: waiting, on its way, or failed.
//!
//! Records carry their stamps already ([`crate::record::deed`]), so writing one twice or late does
//! no harm; here is only kept count of which are not known to be on the disk.

use std::collections::BTreeMap;

use crate::id::Id;
use crate::record::Record;
use crate::shard::ShardKey;

/// Counts deeds up from 1 in one open diary.
pub type DeedNumber = u64;

type Parts = BTreeMap<(ShardKey, Id), Part>;

/// The records that are not known to be on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsaved {
    /// What waits or has failed: of one name only the latest.
    open: Parts,
    on_their_way: BTreeMap<u32, Parts>,
    deeds: DeedNumber,
    batches: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    record: Record,
    /// The oldest deed whose record of that name is not on the disk.
    since: DeedNumber,
    failed: bool,
}

/// Records that are written in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    number: u32,
    /// The oldest deed among them.
    pub oldest: DeedNumber,
    /// Whether they are of more than one deed.
    pub of_several: bool,
    /// Each record with the shard that keeps it.
    pub records: Vec<(ShardKey, Record)>,
}

impl Unsaved {
    /// A deed was done. A record of the same name that waits or has failed is written no more:
    /// this later one stands for both.
    pub fn add(&mut self, records: &[(ShardKey, Record)]) -> DeedNumber {
        self.deeds += 1;
        for (shard, record) in records {
            let key = (*shard, record.id);
            let since = self.open.get(&key).map_or(self.deeds, |earlier| earlier.since);
            self.open.insert(key, Part { record: record.clone(), since, failed: false });
        }
        self.deeds
    }

    /// Everything that waits or has failed, to be written at once; none where there is nothing.
    pub fn begin(&mut self) -> Option<Batch> {
        let parts = std::mem::take(&mut self.open);
        self.send(parts)
    }

    /// Like [`Self::begin`], but only the oldest deed that is younger than `after`: where not
    /// everything finds room, something may.
    pub fn begin_next(&mut self, after: DeedNumber) -> Option<Batch> {
        let next =
            self.open.values().map(|part| part.since).filter(|since| *since > after).min()?;
        let (parts, left) =
            std::mem::take(&mut self.open).into_iter().partition(|(_, part)| part.since == next);
        self.open = left;
        self.send(parts)
    }

    fn send(&mut self, parts: Parts) -> Option<Batch> {
        let oldest = parts.values().map(|part| part.since).min()?;
        self.batches += 1;
        let of_several = parts.values().any(|part| part.since != oldest);
        let records =
            parts.iter().map(|((shard, _), part)| (*shard, part.record.clone())).collect();
        self.on_their_way.insert(self.batches, parts);
        Some(Batch { number: self.batches, oldest, of_several, records })
    }

    /// These are on the disk.
    pub fn kept(&mut self, batch: &Batch) {
        self.on_their_way.remove(&batch.number);
    }

    /// These could not be written: they wait to be tried again, except where a later deed wrote
    /// over them.
    pub fn failed(&mut self, batch: &Batch) {
        let parts = self.on_their_way.remove(&batch.number).unwrap_or_default();
        for (key, part) in parts {
            let under_way = self.on_their_way.values_mut().filter_map(|parts| parts.get_mut(&key));
            let later = self.open.get_mut(&key).into_iter().chain(under_way);
            match later.max_by_key(|later| later.record.stamp) {
                Some(later) if later.record.stamp > part.record.stamp => {
                    later.since = later.since.min(part.since);
                }
                _ => {
                    self.open.insert(key, Part { failed: true, ..part });
                }
            }
        }
    }

    /// Whether something has failed and waits to be tried again.
    pub fn has_failed(&self) -> bool {
        self.open.values().any(|part| part.failed)
    }

    /// Whether everything is on the disk.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.on_their_way.is_empty()
    }

    /// Whether something waits for a write to begin.
    pub fn waits(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether this deed and all before it are on the disk.
    pub fn is_saved(&self, deed: DeedNumber) -> bool {
        self.parts().all(|(_, part)| part.since > deed)
    }

    /// The last deed that was done; 0 before the first.
    pub fn last_deed(&self) -> DeedNumber {
        self.deeds
    }

    /// All that is not known to be on the disk, for a file.
    pub fn records(&self) -> impl Iterator<Item = (ShardKey, &Record)> {
        self.parts().map(|((shard, _), part)| (*shard, &part.record))
    }

    fn parts(&self) -> impl Iterator<Item = (&(ShardKey, Id), &Part)> {
        self.on_their_way.values().flatten().chain(&self.open)
    }
}
