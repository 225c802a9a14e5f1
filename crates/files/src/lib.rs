//! Files that come and go: the diary's own backup as JSON, tables for a spreadsheet, a calendar of
//! reminders, and what other apps export. Pure: bytes in, records out, and the other way round.
//!
//! A row that cannot be read is named by its line and left out; it never stops the rest.

pub mod backup;
pub mod calendar;
mod daylio;
mod entries;
mod loop_habits;
mod plees;
mod shards;
pub mod tables;
mod text;

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::record::import::Origin;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::time::{Day, Instant, Zone};
use askelma_diary::values::Mood;
use minicbor::{Decode, Encode};
use thiserror::Error;

pub use entries::Entries;
pub use shards::{Saved, ShardBytes, WholeRecords, whole_records};

/// The most bytes of the files that are read at once, and of everything that a zip holds. No backup
/// that is saved is larger, and a received message of 16 MiB, the most that one record holds, fits.
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
    /// Over [`MOST_BYTES`].
    #[error("too large a file")]
    #[n(2)]
    TooLarge,
    /// Text that is neither UTF-8 nor UTF-16.
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
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum BadRowKind {
    /// No date.
    #[n(0)]
    Date,
    /// No time.
    #[n(1)]
    Time,
    /// A mood that was given no face.
    #[n(2)]
    Mood,
    /// Times that cannot be.
    #[n(3)]
    Times,
    /// Other columns than the rest.
    #[n(4)]
    Columns,
    /// A value that is not known, or too long.
    #[n(5)]
    Value,
    /// An entry of a kind that only a newer app knows.
    #[n(20)]
    Newer,
    /// An entry that stands under another month than its own.
    #[n(21)]
    Place,
    /// Something that is no entry.
    #[n(22)]
    Entry,
    /// Here the file breaks off; what stands before is read.
    #[n(23)]
    Cut,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BadRow {
    /// The file.
    #[n(0)]
    pub file: String,
    /// Its line in it, from 1.
    #[n(1)]
    pub line: u64,
    /// What is wrong.
    #[n(2)]
    pub why: BadRowKind,
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

/// What would come of a file.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Preview {
    /// Where it is from.
    #[n(0)]
    pub source: Source,
    /// When a backup was saved.
    #[n(1)]
    pub made_at: Option<Instant>,
    /// The records by shard. Another app's have the lowest stamp, below that of any edit.
    #[cbor(n(2), with = "shards")]
    pub shards: BTreeMap<ShardKey, Shard>,
    /// Rows, or records of a backup, that are left out.
    #[n(3)]
    pub bad: Vec<BadRow>,
    /// How many records of a backup have a part that only a newer app knows and come without it.
    #[n(20)]
    pub partly: u32,
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
}

impl Preview {
    /// Nothing yet.
    fn of(source: Source) -> Self {
        Self {
            source,
            made_at: None,
            shards: BTreeMap::new(),
            bad: Vec::new(),
            partly: 0,
            moods: 0,
            nights: 0,
            items: 0,
            ticks: 0,
            from: None,
            to: None,
        }
    }

    /// Whose records they are.
    pub fn origin(&self) -> Origin {
        match self.source {
            Source::Backup => Origin::Backup,
            Source::Daylio | Source::Loop | Source::Plees => Origin::OtherApp,
        }
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

/// Reads a backup or another app's files. `faces` says which face a mood's own name has; where it says nothing
/// of a Daylio file with such names, they are asked for first.
///
/// # Errors
/// [`FileError`].
pub fn read(
    files: &[NamedFile],
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Result<Found, FileError> {
    if let [file] = files
        && backup::knows(&file.bytes)
    {
        return backup::preview(file).map(Found::Preview);
    }
    let files = text::unpacked(files)?;
    let mut texts = Vec::new();
    for file in &files {
        texts.push((file.name.clone(), text::decoded(&file.bytes)?));
    }
    let first = texts.first().ok_or(FileError::Empty)?;
    if texts.iter().all(|(_, text)| text.trim().is_empty()) {
        return Err(FileError::Empty);
    }
    match text::columns(&first.1) {
        columns if daylio::knows(&columns) => Ok(daylio::read(first, faces, zone)),
        columns if plees::knows(&columns) => Ok(Found::Preview(plees::read(first, zone))),
        // Last: its checks are any table that begins with a date.
        _ if loop_habits::knows(&texts) => loop_habits::read(&texts, zone).map(Found::Preview),
        _ => Err(FileError::NotKnown),
    }
}

/// The records of shards, each with where it is kept.
pub fn records(shards: &BTreeMap<ShardKey, Shard>) -> Vec<(ShardKey, Record)> {
    let of = |(key, shard): (&ShardKey, &Shard)| {
        shard.records().map(|record| (*key, record.clone())).collect::<Vec<_>>()
    };
    shards.iter().flat_map(of).collect()
}
