//! Entries on their way into shards.

use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Kind, Record};
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Instant, Zone};
use chrono::{DateTime, Duration};

use crate::{BadRow, BadRowKind, Preview, Source};

/// What is read of another app's files so far.
#[derive(Debug, Clone)]
pub struct Entries {
    preview: Preview,
}

impl Entries {
    /// Nothing yet.
    pub fn of(source: Source) -> Self {
        Self { preview: Preview::of(source) }
    }

    /// Takes an entry under the lowest stamp. The same name twice counts once.
    pub fn put(&mut self, id: Id, body: impl Into<Body>) {
        let body = body.into();
        let day = body.day();
        let shard: &mut Shard = self.preview.shards.entry(ShardKey::of(day)).or_default();
        let content = Content::Live { body: body.clone(), newer_fields: Vec::new() };
        let before = shard.records().count();
        shard.merge(Record { id, stamp: Stamp::default(), content });
        if shard.records().count() == before {
            return;
        }
        match body.kind() {
            Kind::Mood => self.preview.moods += 1,
            Kind::Night => self.preview.nights += 1,
            Kind::RoutineItem => self.preview.items += 1,
            Kind::Tick => self.preview.ticks += 1,
            _ => {}
        }
        if let Some(day) = day {
            self.preview.reach(day);
        }
    }

    /// Leaves a row out.
    pub fn leave_out(&mut self, file: &str, line: u64, why: BadRowKind) {
        self.preview.bad.push(BadRow { file: file.to_owned(), line, why });
    }

    /// What would come of it.
    pub fn preview(self) -> Preview {
        self.preview
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
