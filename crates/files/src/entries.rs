//! Entries on their way into shards.

use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Kind, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Instant, Zone};
use chrono::{DateTime, Duration};

use crate::{BadRowKind, FileError, Preview, Source, Unread};

/// The most entries that are taken of other apps' files together.
const MOST_ENTRIES: u32 = 100_000;

/// What is read of other apps' files so far.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    preview: Preview,
    taken: u32,
}

impl Entries {
    /// Something of that app comes.
    pub fn from_source(&mut self, source: Source) {
        if !self.preview.sources.contains(&source) {
            self.preview.sources.push(source);
        }
    }

    /// Takes an entry under the lowest stamp. The same name twice counts once: says whether it is
    /// the first.
    ///
    /// # Errors
    /// [`FileError::TooLarge`] when it is one too many.
    pub fn put(&mut self, id: Id, body: impl Into<Body>) -> Result<bool, FileError> {
        let body = body.into();
        let (kind, day) = (body.kind(), body.day());
        let shard = self.preview.shards.entry(ShardKey::of(day)).or_default();
        let is_first = shard.record(id).is_none();
        let content = Content::Live { body, newer_fields: Vec::new() };
        shard.merge(Record { id, stamp: Stamp::default(), content });
        if !is_first {
            return Ok(false);
        }
        self.taken += 1;
        if self.taken > MOST_ENTRIES {
            return Err(FileError::TooLarge);
        }
        match kind {
            Kind::Mood => self.preview.moods += 1,
            Kind::Night => self.preview.nights += 1,
            Kind::RoutineItem => self.preview.items += 1,
            Kind::Tick => self.preview.ticks += 1,
            _ => {}
        }
        if let Some(day) = day {
            self.preview.reach(day);
        }
        Ok(true)
    }

    /// Leaves a row out.
    pub fn leave_out(&mut self, file: &str, line: u64, why: BadRowKind) {
        self.preview.bad.push(file, line, why);
    }

    /// Takes only the beginning of a note.
    pub fn cut_note(&mut self) {
        self.preview.cut += 1;
    }

    /// Leaves a note out.
    pub fn leave_note(&mut self) {
        self.preview.left_notes += 1;
    }

    /// Leaves a whole file out.
    pub fn leave_file(&mut self, file: &str, why: FileError) {
        self.preview.unread.push(Unread { file: file.to_owned(), why });
    }

    /// Takes a backup along.
    pub fn take_backup(&mut self, backup: Preview) {
        for source in backup.sources {
            self.from_source(source);
        }
        let preview = &mut self.preview;
        preview.made_at = preview.made_at.max(backup.made_at);
        for (key, shard) in backup.shards {
            let all = preview.shards.entry(key).or_default();
            for record in shard.records() {
                all.merge(record.clone());
            }
        }
        preview.bad.extend(backup.bad);
        for day in [backup.from, backup.to].into_iter().flatten() {
            preview.reach(day);
        }
    }

    /// What would come of it.
    ///
    /// # Errors
    /// What is wrong with the first file, when none can be read.
    pub fn preview(self) -> Result<Preview, FileError> {
        match self.preview.unread.first() {
            _ if !self.preview.sources.is_empty() => Ok(self.preview),
            Some(unread) => Err(unread.why),
            None => Err(FileError::Empty),
        }
    }
}

/// The moment that many seconds after 1970 UTC, with the offset that the place had then. In the
/// hour that comes twice, the first offset stands for both, an hour early at worst on the clock
/// and never in length.
pub fn here(zone: &impl Zone, unix_s: i64) -> Option<Instant> {
    let utc = DateTime::from_timestamp(unix_s, 0)?.naive_utc();
    let guess = zone.instant(utc).ok()?;
    let local = utc + Duration::minutes(i64::from(guess.offset_min()));
    let offset = zone.instant(local).ok()?.offset_min();
    Instant::new(unix_s, offset).ok()
}
