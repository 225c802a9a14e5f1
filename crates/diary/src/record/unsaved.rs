//! What is on the screen and not on the disk yet: waiting, on its way, or failed.
//!
//! Records carry their stamps already ([`crate::record::deed`]), so writing one twice or late does
//! no harm; here is only kept count of which are not known to be on the disk.

use crate::record::Record;
use crate::shard::ShardKey;

/// Counts deeds up from 1 in one open diary.
pub type DeedNumber = u64;

/// The records that are not known to be on the disk. They are few: lists are searched through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsaved {
    /// Of one name, at most one waits or has failed: the latest.
    parts: Vec<Part>,
    deeds: DeedNumber,
    batches: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    shard: ShardKey,
    record: Record,
    /// The oldest deed whose record of that name is not on the disk.
    since: DeedNumber,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Failed,
    /// Of the batch of that number.
    OnItsWay(u32),
}

impl Part {
    /// Whether a write may begin with it.
    fn is_open(&self) -> bool {
        !matches!(self.state, State::OnItsWay(_))
    }

    fn has_name_of(&self, other: &Self) -> bool {
        self.record.id == other.record.id && self.shard == other.shard
    }
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
            let (shard, record) = (*shard, record.clone());
            let mut part = Part { shard, record, since: self.deeds, state: State::Waiting };
            match self.parts.iter_mut().find(|other| other.is_open() && other.has_name_of(&part)) {
                Some(earlier) => {
                    part.since = earlier.since;
                    *earlier = part;
                }
                None => self.parts.push(part),
            }
        }
        self.deeds
    }

    /// Everything that waits or has failed, to be written at once; none where there is nothing.
    pub fn begin(&mut self) -> Option<Batch> {
        self.send(0, DeedNumber::MAX)
    }

    /// Like [`Self::begin`], but only the oldest deed that is younger than `after`: where not
    /// everything finds room, something may.
    pub fn begin_next(&mut self, after: DeedNumber) -> Option<Batch> {
        let open = self.parts.iter().filter(|part| part.is_open()).map(|part| part.since);
        let next = open.filter(|since| *since > after).min()?;
        self.send(next, next)
    }

    fn send(&mut self, first: DeedNumber, last: DeedNumber) -> Option<Batch> {
        let number = self.batches + 1;
        let mut batch =
            Batch { number, oldest: DeedNumber::MAX, of_several: false, records: Vec::new() };
        for part in &mut self.parts {
            if part.is_open() && (first..=last).contains(&part.since) {
                part.state = State::OnItsWay(number);
                batch.of_several |= !batch.records.is_empty() && batch.oldest != part.since;
                batch.oldest = batch.oldest.min(part.since);
                batch.records.push((part.shard, part.record.clone()));
            }
        }
        self.batches = number;
        (!batch.records.is_empty()).then_some(batch)
    }

    /// These are on the disk.
    pub fn kept(&mut self, batch: &Batch) {
        self.parts.retain(|part| part.state != State::OnItsWay(batch.number));
    }

    /// These could not be written: they wait to be tried again, except where a later deed wrote
    /// over them.
    pub fn failed(&mut self, batch: &Batch) {
        let mut at = 0;
        while let Some(part) = self.parts.get(at) {
            if part.state != State::OnItsWay(batch.number) {
                at += 1;
                continue;
            }
            let mut part = self.parts.remove(at);
            let others = self.parts.iter_mut().filter(|other| other.has_name_of(&part));
            match others.max_by_key(|other| other.record.stamp) {
                Some(later) if later.record.stamp > part.record.stamp => {
                    later.since = later.since.min(part.since);
                }
                _ => {
                    part.state = State::Failed;
                    self.parts.insert(at, part);
                    at += 1;
                }
            }
        }
    }

    /// Whether something has failed and waits to be tried again.
    pub fn has_failed(&self) -> bool {
        self.parts.iter().any(|part| part.state == State::Failed)
    }

    /// Whether everything is on the disk.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether something waits for a write to begin.
    pub fn waits(&self) -> bool {
        self.parts.iter().any(Part::is_open)
    }

    /// Whether this deed and all before it are on the disk.
    pub fn is_saved(&self, deed: DeedNumber) -> bool {
        self.parts.iter().all(|part| part.since > deed)
    }

    /// The last deed that was done; 0 before the first.
    pub fn last_deed(&self) -> DeedNumber {
        self.deeds
    }

    /// All that is not known to be on the disk, for a file.
    pub fn records(&self) -> impl Iterator<Item = (ShardKey, &Record)> {
        self.parts.iter().map(|part| (part.shard, &part.record))
    }
}
