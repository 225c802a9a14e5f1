//! A device: what lies on its disk, what its open page knows of it, and its clock.

use std::collections::BTreeMap;

use askelma_diary::diary::Diary;
use askelma_diary::id::Id;
use askelma_diary::record::Record;
use askelma_diary::record::deed::{self, Undo};
use askelma_diary::record::import::{Changed, DeletedHere, Origin, compare, take};
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::StampClock;

use crate::deed::Deed;

/// Names that nobody has had, and numbers of tabs.
#[derive(Default)]
pub struct Names {
    ids: u128,
    writers: u32,
}

impl Names {
    pub fn id(&mut self) -> Id {
        self.ids += 1;
        Id::random(self.ids.to_be_bytes())
    }

    fn writer(&mut self) -> u32 {
        self.writers += 1;
        self.writers
    }
}

pub struct Replica {
    disk: BTreeMap<ShardKey, Vec<u8>>,
    view: Diary,
    stamps: StampClock,
    now_ms: u64,
    changes: u64,
    undo: Vec<Undo>,
}

impl Replica {
    pub fn new(names: &mut Names) -> Self {
        Self {
            disk: BTreeMap::new(),
            view: Diary::default(),
            stamps: StampClock::new(names.writer()),
            now_ms: 1_795_500_000_000,
            changes: 0,
            undo: Vec::new(),
        }
    }

    /// What the open page shows.
    pub fn view(&self) -> &Diary {
        &self.view
    }

    /// The bytes that lie on the disk.
    pub fn shards(&self) -> BTreeMap<ShardKey, Vec<u8>> {
        self.disk.clone()
    }

    /// The records that lie on the disk, as a backup takes them.
    pub fn records(&self) -> Vec<(ShardKey, Record)> {
        let of = |(key, bytes): (&ShardKey, &Vec<u8>)| {
            let records: Vec<_> =
                read(bytes).records().map(|record| (*key, record.clone())).collect();
            records
        };
        self.disk.iter().flat_map(of).collect()
    }

    /// Does a deed by what the page knows, and keeps it. The records as they were written.
    pub fn perform(&mut self, deed: &Deed, names: &mut Names) -> Vec<Record> {
        let change = deed.change(&self.view, names);
        if change.0.is_empty() {
            return Vec::new();
        }
        let done = self.stamped(|view, stamps, now_ms| view.deed(&change, stamps, now_ms));
        self.undo.push(done.undo.clone());
        self.keep(&done)
    }

    /// Takes back what was done last, if anything was.
    pub fn undo(&mut self) {
        if let Some(undo) = self.undo.pop() {
            let back = self.stamped(|view, stamps, now_ms| view.taken_back(&undo, stamps, now_ms));
            self.keep(&back);
        }
    }

    /// Takes shards in, as another tab or device wrote them. The page does not know of it yet.
    pub fn hear(&mut self, shards: &BTreeMap<ShardKey, Vec<u8>>) {
        for (key, bytes) in shards {
            let records = read(bytes);
            self.rewrite(*key, |shard| {
                for record in records.records() {
                    shard.merge(record.clone());
                }
            });
        }
    }

    /// The page reads the disk again.
    pub fn look(&mut self) {
        for (_, record) in self.records() {
            self.view.merge(record);
        }
    }

    /// Another page, which knows what lies on the disk and nothing to take back.
    pub fn reopen(&mut self, names: &mut Names) {
        self.view = Diary::default();
        self.stamps = StampClock::new(names.writer());
        self.undo.clear();
        self.look();
    }

    /// Reads a backup, after looking at what is here.
    pub fn restore(&mut self, backup: Vec<(ShardKey, Record)>, come_back: bool) {
        self.look();
        let deleted = if come_back { DeletedHere::ComeBack } else { DeletedHere::Stay };
        let taking = take(&compare(&self.view, Origin::Backup, backup), Changed::Follow, deleted);
        let undo = self.view.undo_of_merging(&taking.merged);
        let back = self.stamped(|view, stamps, now_ms| view.deed(&taking.back, stamps, now_ms));
        self.undo.push(undo.and(back.undo.clone()));
        for (key, record) in taking.merged {
            self.rewrite(key, |shard| {
                shard.merge(record.clone());
            });
            self.view.merge(record);
        }
        self.keep(&back);
    }

    pub fn set_clock(&mut self, by_ms: i64) {
        self.now_ms = self.now_ms.saturating_add_signed(by_ms);
    }

    fn stamped(
        &mut self,
        make: impl FnOnce(&Diary, &mut StampClock, u64) -> deed::Deed,
    ) -> deed::Deed {
        // Every other deed falls into the same millisecond as the one before.
        self.changes += 1;
        self.now_ms += self.changes % 2;
        make(&self.view, &mut self.stamps, self.now_ms)
    }

    fn keep(&mut self, done: &deed::Deed) -> Vec<Record> {
        self.view.show_deed(done);
        for (key, record) in &done.records {
            self.rewrite(*key, |shard| {
                shard.keep(record.clone());
            });
        }
        // Of a record that is written twice by one change, the later version stands.
        let written = done.records.iter().map(|(_, record)| (record.id, record.clone()));
        let latest: BTreeMap<Id, Record> = written.collect();
        latest.into_values().collect()
    }

    /// A shard is read, changed and put back as bytes.
    fn rewrite(&mut self, key: ShardKey, change: impl FnOnce(&mut Shard)) {
        let mut shard = self.disk.get(&key).map(|bytes| read(bytes)).unwrap_or_default();
        change(&mut shard);
        self.disk.insert(key, shard.to_bytes());
    }
}

fn read(bytes: &[u8]) -> Shard {
    Shard::from_bytes(bytes).expect("its own bytes")
}
