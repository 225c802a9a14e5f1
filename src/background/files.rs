//! Backups and other apps' files, read and written away from the page: what the page asks and what
//! it is answered. Both go over as CBOR, so that the page's modules know no file format.

use askelma_diary::entries::{Reminder, StepPlan};
use askelma_diary::id::Id;
use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::Mood;
use minicbor::{Decode, Encode};

/// A shard as it lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShardBytes {
    /// Its key, as [`ShardKey`] writes it.
    #[n(0)]
    pub key: String,
    /// Its bytes.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// A file that a person chose.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct NamedFile {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// What it holds.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Ask {
    /// The whole diary as JSON.
    #[n(0)]
    Backup {
        /// All shards.
        #[n(0)]
        shards: Vec<ShardBytes>,
        /// Now.
        #[n(1)]
        made_at: Instant,
    },
    /// The whole diary as tables in a zip.
    #[n(1)]
    Tables {
        /// All shards.
        #[n(0)]
        shards: Vec<ShardBytes>,
    },
    /// What is in these files.
    #[n(2)]
    Read {
        /// The files: one, or those of a folder.
        #[n(0)]
        files: Vec<NamedFile>,
        /// Faces for moods of one's own names; empty before they were asked for.
        #[n(1)]
        faces: Vec<Face>,
    },
    /// A calendar file.
    #[n(3)]
    Calendar {
        /// The reminders with their names.
        #[n(0)]
        reminders: Vec<(Id, Reminder)>,
        /// The title of those without one.
        #[n(1)]
        neutral: String,
        /// Now.
        #[n(2)]
        made_at: Instant,
        /// Planned tries, where they are to go along; under the neutral title.
        #[n(3)]
        plans: Vec<(Id, StepPlan)>,
    },
}

/// The face of a mood's own name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Face {
    /// The name.
    #[n(0)]
    pub name: String,
    /// The face; `None` leaves its check-ins out.
    #[n(1)]
    pub mood: Option<Mood>,
    /// How often the name stands in the file.
    #[n(2)]
    pub times: u32,
}

/// What the page is answered.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Answer {
    /// The file that was asked for.
    #[n(0)]
    File(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// Moods have names of their own: which faces are they?
    #[n(1)]
    WhichFaces(#[n(0)] Vec<Face>),
    /// What would come.
    #[n(2)]
    Came(#[n(0)] Came),
    /// Why it cannot be read.
    #[n(3)]
    Refused(#[n(0)] Refusal),
}

/// Where a file is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Source {
    /// Askelma's own backup.
    #[n(0)]
    Backup,
    /// Daylio.
    #[n(1)]
    Daylio,
    /// Loop Habit Tracker.
    #[n(2)]
    Loop,
    /// Plees.
    #[n(3)]
    Plees,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Refusal {
    /// None that the app knows.
    #[n(0)]
    NotKnown,
    /// Nothing in it.
    #[n(1)]
    Empty,
    /// Too large for a diary.
    #[n(2)]
    TooLarge,
    /// Text that cannot be read.
    #[n(3)]
    Encoding,
    /// Not whole.
    #[n(4)]
    Damaged,
    /// Saved by a newer app.
    #[n(5)]
    Newer,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Came {
    /// Where it is from.
    #[n(0)]
    pub source: Source,
    /// When a backup was saved.
    #[n(1)]
    pub made_at: Option<Instant>,
    /// The records, by shard.
    #[n(2)]
    pub shards: Vec<ShardBytes>,
    /// Rows that cannot be read.
    #[n(3)]
    pub bad: Vec<BadRow>,
    /// Check-ins.
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

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct BadRow {
    /// The file's name.
    #[n(0)]
    pub file: String,
    /// The line in it, from 1.
    #[n(1)]
    pub line: u32,
    /// What is wrong.
    #[n(2)]
    pub why: BadWhy,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum BadWhy {
    /// No date.
    #[n(0)]
    Date,
    /// No time.
    #[n(1)]
    Time,
    /// A mood without a face.
    #[n(2)]
    Mood,
    /// Times that cannot be.
    #[n(3)]
    Times,
    /// Other columns than the rest.
    #[n(4)]
    Columns,
    /// An unknown value.
    #[n(5)]
    Value,
}

/// The records of some shards, each with where it is kept.
///
/// # Errors
/// [`Refusal`] when a shard cannot be read.
pub fn records_of(shards: &[ShardBytes]) -> Result<Vec<(ShardKey, Record)>, Refusal> {
    let mut all = Vec::new();
    for ShardBytes { key, bytes } in shards {
        let key = ShardKey::parse(key).ok_or(Refusal::Damaged)?;
        let shard = Shard::from_bytes(bytes).map_err(|_| Refusal::Damaged)?;
        all.extend(shard.records().map(|record| (key, record.clone())));
    }
    Ok(all)
}
