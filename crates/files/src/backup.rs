//! The whole diary as JSON that a person can read, and back, without loss. The schema is written
//! down in `docs/backup-format.md`.

mod names;
mod read;
mod record;
mod value;
mod write;

use askelma_diary::record::{Body, Record};
use askelma_diary::rules;
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::Instant;

use crate::{BadRowKind, BadRows, FileError, MOST_BYTES, NamedFile, Preview, Source};
pub(crate) use names::name;
pub(crate) use write::{entry_bytes, entry_object};

pub use write::to_files;

/// The newest version of the schema that is written and read.
pub const VERSION: u64 = 1;

/// A backup, read. Whatever of it is whole is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was saved.
    pub made_at: Instant,
    /// Its records, each with where it is kept.
    pub records: Vec<(ShardKey, Record)>,
    /// What is left out, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// How many of the records have a part that only a newer app knows and that is not taken.
    pub partly: u32,
}

/// A record of a backup that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The line of the file where it begins, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub why: BadRowKind,
}

/// What an entry has to keep to beyond its fields' own ranges.
type Rules = fn(&Body) -> Result<(), BadRowKind>;

/// Whether a text looks like a backup of any version, in UTF-8 or UTF-16.
pub fn knows(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let text = MARKS.iter().find_map(|mark| bytes.strip_prefix(*mark)).unwrap_or(bytes);
    // A letter of UTF-16 is two bytes, and one of these is 0.
    text.iter().find(|byte| **byte != 0 && !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// What would come of a backup.
///
/// # Errors
/// As [`from_json`]; [`FileError::TooLarge`] over [`MOST_BYTES`].
pub(crate) fn preview(file: &NamedFile) -> Result<Preview, FileError> {
    if file.bytes.len() > MOST_BYTES {
        return Err(FileError::TooLarge);
    }
    let Backup { made_at, records, left_out, partly } = read::read(&file.bytes, of_a_form)?;
    let mut bad = BadRows::default();
    for LeftOut { line, why } in left_out {
        bad.push(&file.name, line, why);
    }
    let mut preview =
        Preview { made_at: Some(made_at), bad, partly, ..Preview::of(Source::Backup) };
    for (key, mut record) in records {
        record.stamp = taken(record.stamp, made_at);
        if let Some(day) = record.body().and_then(Body::day) {
            preview.reach(day);
        }
        preview.shards.entry(key).or_default().merge(record);
    }
    Ok(preview)
}

/// Whether a form could have made it.
fn of_a_form(body: &Body) -> Result<(), BadRowKind> {
    rules::check(body).map_err(|broken| match broken {
        rules::Broken::Times => BadRowKind::Times,
        rules::Broken::Value => BadRowKind::Value,
    })
}

/// Reads a backup as its schema says, whether or not a form could have made its entries.
///
/// # Errors
/// [`FileError`]: not a backup, nothing of it is whole, more than [`crate::MOST_RECORDS`] records, or
/// of a newer app.
pub fn from_json(bytes: &[u8]) -> Result<Backup, FileError> {
    read::read(bytes, |_| Ok(()))
}

/// A stamp as a diary takes it from a backup made at `made_at`.
fn taken(stamp: Stamp, made_at: Instant) -> Stamp {
    // 0 is for what another app said.
    let made_at_ms = u64::try_from(made_at.unix_s()).unwrap_or_default().max(1) * 1000;
    stamp.within_years(made_at_ms)
}
