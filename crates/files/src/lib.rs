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
pub mod tables;
mod text;

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::time::{Day, Zone};
use askelma_diary::values::Mood;
use thiserror::Error;

pub use entries::Entries;

/// The most bytes of one file, and of everything that a zip holds.
pub const MOST_BYTES: usize = 50_000_000;

/// A file that a person chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FileError {
    /// None that is known here.
    #[error("not a known file")]
    NotKnown,
    /// Nothing in it.
    #[error("an empty file")]
    Empty,
    /// Over [`MOST_BYTES`].
    #[error("too large a file")]
    TooLarge,
    /// Text that is neither UTF-8 nor UTF-16.
    #[error("text in an unknown encoding")]
    Encoding,
    /// Not whole.
    #[error("a damaged file")]
    Damaged,
    /// A newer app saved it.
    #[error("saved by a newer app")]
    Newer,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRowKind {
    /// No date.
    Date,
    /// No time.
    Time,
    /// A mood that was given no face.
    Mood,
    /// Times that cannot be.
    Times,
    /// Other columns than the rest.
    Columns,
    /// A value that is not known, or too long.
    Value,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The file.
    pub file: String,
    /// Its line in it, from 1.
    pub line: u64,
    /// What is wrong.
    pub why: BadRowKind,
}

/// Where a file is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Daylio's CSV.
    Daylio,
    /// Loop Habit Tracker's CSV, as a folder's files or a zip.
    Loop,
    /// Plees' CSV.
    Plees,
}

/// A mood's name in a file, the face that it surely has, and how often it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodName {
    /// The name.
    pub name: String,
    /// Its face, for the app's own five names.
    pub mood: Option<Mood>,
    /// How often.
    pub times: u32,
}

/// What would come of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Where it is from.
    pub source: Source,
    /// The records by shard, each with the lowest stamp: what is here already always stays.
    pub shards: BTreeMap<ShardKey, Shard>,
    /// Rows that are left out.
    pub bad: Vec<BadRow>,
    /// Check-ins.
    pub moods: u32,
    /// Nights.
    pub nights: u32,
    /// Routine items.
    pub items: u32,
    /// Ticks.
    pub ticks: u32,
    /// The first date.
    pub from: Option<Day>,
    /// The last date.
    pub to: Option<Day>,
}

/// What was found in some files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Moods with names of their own: which faces are they?
    WhichFaces(Vec<MoodName>),
    /// What would come.
    Preview(Preview),
}

/// Reads another app's files. `faces` says which face a mood's own name has; where it says nothing
/// of a Daylio file with such names, they are asked for first.
///
/// # Errors
/// [`FileError`].
pub fn read(
    files: &[NamedFile],
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Result<Found, FileError> {
    let files = text::unpacked(files)?;
    let mut texts = Vec::new();
    for file in &files {
        texts.push((file.name.clone(), text::decoded(&file.bytes)?));
    }
    let first = texts.first().ok_or(FileError::Empty)?;
    if texts.iter().all(|(_, text)| text.trim().is_empty()) {
        return Err(FileError::Empty);
    }
    if loop_habits::knows(&texts) {
        return loop_habits::read(&texts, zone).map(Found::Preview);
    }
    match text::columns(&first.1) {
        columns if daylio::knows(&columns) => daylio::read(first, faces, zone),
        columns if plees::knows(&columns) => plees::read(first, zone).map(Found::Preview),
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
