//! Shards: the bytes in which a month of records, or all without a date, are kept.
//!
//! `ASKD`, schema (1 byte), CRC-32 of the rest (4 bytes, big-endian), a CBOR array of records.

use std::collections::BTreeMap;

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use crate::change::Item;
use crate::id::Id;
use crate::record::{Content, Record};
use crate::stamp::StampClock;
use crate::time::Day;

const MAGIC: &[u8; 4] = b"ASKD";
/// The newest shard schema that this app reads and writes.
pub const SCHEMA: u8 = 1;
const HEADER: usize = 9;

/// Why a shard's bytes are not records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ShardError {
    /// A newer app wrote it: it must not be written and is not damaged.
    #[error("written by a newer app")]
    Newer,
    /// The bytes are not what was written.
    #[error("damaged")]
    Damaged,
}

/// Where a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShardKey {
    /// What has no date.
    Undated,
    /// A calendar month: year and month 1 to 12.
    Month(i32, u32),
}

impl ShardKey {
    /// The shard of a day, or of what has none.
    pub fn of(day: Option<Day>) -> Self {
        day.map_or(Self::Undated, |day| {
            let (year, month, _) = day.ymd();
            Self::Month(year, month)
        })
    }

    /// Reads what [`std::fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "undated" {
            return Some(Self::Undated);
        }
        let day = Day::parse(&format!("{text}-01")).ok()?;
        Some(Self::of(Some(day)))
    }
}

impl std::fmt::Display for ShardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Undated => f.write_str("undated"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

/// The records of one shard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shard {
    records: BTreeMap<Id, Record>,
}

impl Shard {
    /// Reads a shard's bytes. This is the one door through which stored bytes come in.
    ///
    /// # Errors
    /// [`ShardError`]: newer, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ShardError> {
        let header = bytes.get(..HEADER).ok_or(ShardError::Damaged)?;
        if header[..4] != *MAGIC {
            return Err(ShardError::Damaged);
        }
        // The schema stands before the checksum: a newer schema may check itself in another way.
        if header[4] > SCHEMA {
            return Err(ShardError::Newer);
        }
        let payload = bytes.get(HEADER..).ok_or(ShardError::Damaged)?;
        if header[5..] != crc32fast::hash(payload).to_be_bytes() {
            return Err(ShardError::Damaged);
        }
        let mut shard = Self::default();
        let mut d = Decoder::new(payload);
        for record in d.array_iter::<Record>().map_err(|_| ShardError::Damaged)? {
            shard.merge(record.map_err(|_| ShardError::Damaged)?);
        }
        Ok(shard)
    }

    /// The bytes to keep.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::new());
        // Writing to memory cannot fail.
        let _ = e.array(self.records.len() as u64);
        for record in self.records.values() {
            let _ = e.encode(record);
        }
        let payload = e.into_writer();
        let checksum = crc32fast::hash(&payload).to_be_bytes();
        [&MAGIC[..], &[SCHEMA], &checksum, &payload].concat()
    }

    /// Its records, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The record of that id, as it stands here.
    pub fn record(&self, id: Id) -> Option<&Record> {
        self.records.get(&id)
    }

    /// Takes a record; the winning version stays. Commutative, associative, idempotent. Returns
    /// whether it was taken.
    pub fn merge(&mut self, record: Record) -> bool {
        match self.records.get(&record.id) {
            Some(existing) if !record.wins_over(existing) => false,
            _ => {
                self.records.insert(record.id, record);
                true
            }
        }
    }

    /// Writes one item of a change over whatever stands here, with a stamp above it, and keeps
    /// what a newer app had added. Returns the record as written.
    pub fn write(&mut self, item: &Item, clock: &mut StampClock, now_ms: u64) -> Record {
        let id = item.id();
        let existing = self.records.get(&id);
        let stamp = clock.issue(now_ms, existing.map(|existing| existing.stamp));
        let content = match item {
            Item::Remove { .. } => Content::Gone,
            Item::Put { body, .. } => {
                let newer_fields = match existing.map(|existing| &existing.content) {
                    Some(Content::Live { newer_fields, .. }) => newer_fields.clone(),
                    _ => Vec::new(),
                };
                Content::Live { body: body.clone(), newer_fields }
            }
        };
        let record = Record { id, stamp, content };
        self.records.insert(id, record.clone());
        record
    }
}
