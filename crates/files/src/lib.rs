//! Files that come and go: the diary's own backup as JSON, tables for a spreadsheet, a calendar of
//! reminders, and what other apps export. Pure: bytes in, records out, and the other way round.
//!
//! A row that cannot be read is left out and named by its line, and a file by its name; neither ever
//! stops the rest.

pub mod backup;
mod bad_rows;
pub mod calendar;
mod clock;
mod daylio;
mod entries;
mod html;
mod loop_habits;
mod plees;
mod read;
mod shards;
mod sheet;
pub mod tables;
mod text;
mod unpack;
mod words;

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::record::import::Origin;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::Mood;
use minicbor::{Decode, Encode};
use thiserror::Error;

pub use bad_rows::{BadRow, BadRowKind, BadRows};
pub use entries::Entries;
pub use read::read;
pub use shards::{Saved, ShardBytes, WholeRecords, whole_records};

/// The most bytes of the files that are read at once. No backup that is saved is larger, and a
/// received message of 16 MiB, the most that one record holds, fits. Of tables of other apps,
/// unpacked, there are fewer.
pub const MOST_BYTES: usize = 32_000_000;
/// The most records of a backup.
pub const MOST_RECORDS: usize = 100_000;

/// A file that a person chose.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NamedFile {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// What it holds.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Encode, Decode)]
#[cbor(index_only)]
pub enum FileError {
    /// None that is known here.
    #[error("not a known file")]
    #[n(0)]
    NotKnown,
    /// Nothing in it.
    #[error("an empty file")]
    #[n(1)]
    Empty,
    /// More bytes, rows, columns or entries than a diary has.
    #[error("too large a file")]
    #[n(2)]
    TooLarge,
    /// Text that is neither Unicode nor what Windows writes in western Europe.
    #[error("text in an unknown encoding")]
    #[n(3)]
    Encoding,
    /// Not whole.
    #[error("a damaged file")]
    #[n(4)]
    Damaged,
    /// A newer app saved it.
    #[error("saved by a newer app")]
    #[n(5)]
    Newer,
    /// A zip with a password, or packed in a way that is not known here.
    #[error("packed in an unknown way")]
    #[n(6)]
    Packed,
    /// More different names of moods than anybody gives faces to.
    #[error("too many names of moods")]
    #[n(7)]
    ManyMoods,
    /// Loop's table of all checks with a comma in a habit's name, which it does not mark, and
    /// without the list of habits beside it.
    #[error("names of habits that cannot be told apart")]
    #[n(8)]
    HabitNames,
}

/// Where a file is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Source {
    /// Askelma's own backup.
    #[n(0)]
    Backup,
    /// Daylio's CSV.
    #[n(1)]
    Daylio,
    /// Loop Habit Tracker's CSV, as a folder's files or a zip.
    #[n(2)]
    Loop,
    /// Plees' CSV.
    #[n(3)]
    Plees,
}

/// A mood's name in a file, the face that it surely has, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct MoodName {
    /// The name.
    #[n(0)]
    pub name: String,
    /// Its face, for the app's own five names.
    #[n(1)]
    pub mood: Option<Mood>,
    /// How often.
    #[n(2)]
    pub times: u32,
}

/// A file that cannot be read, beside others that can.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Unread {
    /// Its name.
    #[n(0)]
    pub file: String,
    /// What is wrong with it.
    #[n(1)]
    pub why: FileError,
}

/// What would come of some files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Preview {
    /// Where they are from, each source once.
    #[n(0)]
    pub sources: Vec<Source>,
    /// When a backup was saved, the latest of several.
    #[n(1)]
    pub made_at: Option<Instant>,
    /// The records by shard. Another app's have the lowest stamp, below that of any edit.
    #[cbor(n(2), with = "shards")]
    pub shards: BTreeMap<ShardKey, Shard>,
    /// Rows, or records of a backup, that are left out.
    #[n(3)]
    pub bad: BadRows,
    /// Check-ins; not counted in a backup, nor are the next three.
    #[n(4)]
    pub moods: u32,
    /// Nights.
    #[n(5)]
    pub nights: u32,
    /// Routine items.
    #[n(6)]
    pub items: u32,
    /// Ticks.
    #[n(7)]
    pub ticks: u32,
    /// The first date.
    #[n(8)]
    pub from: Option<Day>,
    /// The last date.
    #[n(9)]
    pub to: Option<Day>,
    /// Notes of which only the beginning comes along.
    #[n(10)]
    pub cut: u32,
    /// Notes that do not come along: those of habits, for a tick has none.
    #[n(11)]
    pub left_notes: u32,
    /// Files of several that cannot be read.
    #[n(12)]
    pub unread: Vec<Unread>,
    /// How many records of a backup have a part that only a newer app knows and come without it.
    #[n(13)]
    pub partly: u32,
}

impl Preview {
    /// Nothing yet.
    fn of(source: Source) -> Self {
        Self { sources: vec![source], ..Self::default() }
    }

    /// Whose records they are.
    pub fn origin(&self) -> Origin {
        if self.sources == [Source::Backup] { Origin::Backup } else { Origin::OtherApp }
    }

    /// Reaches to a date.
    fn reach(&mut self, day: Day) {
        self.from = Some(self.from.map_or(day, |from| from.min(day)));
        self.to = Some(self.to.map_or(day, |to| to.max(day)));
    }
}

/// What was found in some files.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Found {
    /// Moods with names of their own: which faces are they?
    #[n(0)]
    WhichFaces(#[n(0)] Vec<MoodName>),
    /// What would come.
    #[n(1)]
    Preview(#[n(0)] Preview),
}

/// The records of shards, each with where it is kept.
pub fn records(shards: &BTreeMap<ShardKey, Shard>) -> Vec<(ShardKey, Record)> {
    let of = |(key, shard): (&ShardKey, &Shard)| {
        shard.records().map(|record| (*key, record.clone())).collect::<Vec<_>>()
    };
    shards.iter().flat_map(of).collect()
}
