//! Shards: the bytes in which a month of records, or all without a date, are kept.
//!
//! `ASKD`, schema (1 byte), CRC-32 (4 bytes, big-endian), a CBOR array of records. From schema 2 on
//! the checksum is that of the schema byte and the array, in every schema to come: so a flipped bit
//! is never taken for a newer app. In schema 1 it was that of the array alone.

use std::collections::BTreeMap;

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use crate::id::Id;
use crate::record::{Body, Content, Record};
use crate::time::Day;

const MAGIC: &[u8; 4] = b"ASKD";
/// The newest shard schema that this app reads, and the one that it writes.
pub const SCHEMA: u8 = 2;
/// The schema whose checksum does not cover its own byte.
const UNCOVERED_SCHEMA: u8 = 1;
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

/// The array's bytes, once the checksum holds.
fn payload_of(bytes: &[u8]) -> Result<&[u8], ShardError> {
    let Some((header, payload)) = bytes.split_at_checked(HEADER) else {
        return Err(ShardError::Damaged);
    };
    let (magic, schema, sum) = (&header[..4], header[4], &header[5..]);
    if magic != MAGIC || schema == 0 || sum != checksum(schema, payload) {
        return Err(ShardError::Damaged);
    }
    if schema > SCHEMA { Err(ShardError::Newer) } else { Ok(payload) }
}

fn checksum(schema: u8, payload: &[u8]) -> [u8; 4] {
    let mut hasher = crc32fast::Hasher::new();
    if schema != UNCOVERED_SCHEMA {
        hasher.update(&[schema]);
    }
    hasher.update(payload);
    hasher.finalize().to_be_bytes()
}

/// What became of the record of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// This stands now: the deed's own record, or one of a later deed.
    Standing(Record),
    /// What stands there is understood by a newer app only, and stays.
    OnlyNewerKnows,
}

/// Where a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShardKey {
    /// What has no date.
    Undated,
    /// A calendar month: year and month 1 to 12.
    Month(i32, u32),
    /// What was received for a case: long messages, which a tap on a setting must not write anew.
    Case(Id),
}

/// Stands before a case's name in a key.
const CASE: &str = "case-";

impl ShardKey {
    /// The shard of a day, or of what has none.
    pub fn of(day: Option<Day>) -> Self {
        day.map_or(Self::Undated, |day| {
            let (year, month, _) = day.ymd();
            Self::Month(year, month)
        })
    }

    /// The shard of an entry.
    pub fn of_body(body: &Body) -> Self {
        match body {
            Body::Received(received) => Self::Case(received.case),
            _ => Self::of(body.day()),
        }
    }

    /// Reads what [`std::fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "undated" {
            return Some(Self::Undated);
        }
        if let Some(case) = text.strip_prefix(CASE) {
            return Id::from_hex(case).map(Self::Case);
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
            Self::Case(case) => write!(f, "{CASE}{}", case.hex()),
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
        let payload = payload_of(bytes)?;
        let mut shard = Self::default();
        let mut d = Decoder::new(payload);
        for record in d.array_iter::<Record>().map_err(|_| ShardError::Damaged)? {
            shard.merge(record.map_err(|_| ShardError::Damaged)?);
        }
        Ok(shard)
    }

    /// Like [`Self::from_bytes`]; no bytes are an empty shard.
    ///
    /// # Errors
    /// [`ShardError`]: newer, or damaged.
    pub fn from_bytes_or_empty(bytes: &[u8]) -> Result<Self, ShardError> {
        if bytes.is_empty() { Ok(Self::default()) } else { Self::from_bytes(bytes) }
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
        [&MAGIC[..], &[SCHEMA], &checksum(SCHEMA, &payload), &payload].concat()
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

    /// Takes the record of a deed. What a newer app knows of it stays: its fields, and an entry that
    /// this app does not understand. Taking one again changes nothing.
    pub fn keep(&mut self, mut record: Record) -> Kept {
        let newer = matches!(record.content, Content::Foreign { .. });
        let existing = self.records.get(&record.id).map(|existing| &existing.content);
        match (&mut record.content, existing) {
            (_, Some(Content::Foreign { .. })) if !newer => return Kept::OnlyNewerKnows,
            (
                Content::Live { body, newer_fields },
                Some(Content::Live { body: existing, newer_fields: existing_fields }),
            ) if newer_fields.is_empty() && body.kind() == existing.kind() => {
                newer_fields.clone_from(existing_fields);
            }
            _ => {}
        }
        let id = record.id;
        self.merge(record);
        match self.records.get(&id) {
            Some(standing) => Kept::Standing(standing.clone()),
            None => Kept::OnlyNewerKnows,
        }
    }

    /// Takes out the entries that are kept elsewhere by now, each with its shard.
    pub fn take_misplaced(&mut self, key: ShardKey) -> Vec<(ShardKey, Record)> {
        let place =
            |record: &Record| record.body().map(ShardKey::of_body).filter(|place| *place != key);
        let misplaced: Vec<_> = self
            .records
            .values()
            .filter_map(|record| Some((place(record)?, record.clone())))
            .collect();
        for (_, record) in &misplaced {
            self.records.remove(&record.id);
        }
        misplaced
    }

    /// The records that can still be read in damaged bytes, up to where they cannot.
    pub fn salvage(bytes: &[u8]) -> Vec<Record> {
        let mut d = Decoder::new(bytes.get(HEADER..).unwrap_or_default());
        let Ok(records) = d.array_iter::<Record>() else { return Vec::new() };
        records.map_while(Result::ok).collect()
    }
}
