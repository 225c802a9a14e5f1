//! A backup read record by record: no more than one is in memory as JSON, and what is wrong with one
//! does not touch the next.

use std::fmt;

use askelma_diary::record::Record;
use askelma_diary::shard::ShardKey;
use askelma_diary::time::Instant;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use serde_json::value::RawValue;

use super::value::{from_moment, whole};
use super::{Backup, LeftOut, Rules, VERSION, record};
use crate::{BadRowKind, FileError, MOST_RECORDS};

/// Reads a backup whose entries have to keep to these rules.
pub fn read(bytes: &[u8], rules: Rules) -> Result<Backup, FileError> {
    let text = crate::text::decoded(bytes)?;
    let mut reading = Reading::of(&text, rules);
    let mut json = serde_json::Deserializer::from_str(&text);
    let outcome = Top(&mut reading).deserialize(&mut json).and_then(|()| json.end());
    reading.backup(outcome.err())
}

/// What is read so far.
struct Reading<'t> {
    text: &'t str,
    rules: Rules,
    version: Option<u64>,
    made_at: Option<Instant>,
    /// Whether there was a list of records at all.
    has_list: bool,
    records: Vec<(ShardKey, Record)>,
    left_out: Vec<LeftOut>,
    partly: u32,
    /// Up to which byte lines were counted, and how many ended before it.
    counted: (usize, u64),
}

impl<'t> Reading<'t> {
    fn of(text: &'t str, rules: Rules) -> Self {
        Self {
            text,
            rules,
            version: None,
            made_at: None,
            has_list: false,
            records: Vec::new(),
            left_out: Vec::new(),
            partly: 0,
            counted: (0, 0),
        }
    }

    /// The backup, where the file did not end well too: what stands before the end is whole.
    fn backup(mut self, broken: Option<serde_json::Error>) -> Result<Backup, FileError> {
        if self.version.is_some_and(|version| version > VERSION) {
            return Err(FileError::Newer);
        }
        if self.is_full() {
            return Err(FileError::TooLarge);
        }
        if self.version.is_none() && broken.is_none() {
            return Err(FileError::NotKnown);
        }
        let made_at = self.made_at.filter(|_| self.has_list && self.version.is_some());
        let made_at = made_at.ok_or(FileError::Damaged)?;
        if let Some(error) = broken {
            if self.records.is_empty() {
                return Err(FileError::Damaged);
            }
            let line = u64::try_from(error.line()).unwrap_or_default();
            self.left_out.push(LeftOut { line, why: BadRowKind::Cut });
        }
        let Self { records, left_out, partly, .. } = self;
        Ok(Backup { made_at, records, left_out, partly })
    }

    fn is_full(&self) -> bool {
        self.records.len() + self.left_out.len() > MOST_RECORDS
    }

    fn record(&mut self, json: &'t RawValue) {
        let value = serde_json::from_str::<Value>(json.get()).map_err(|_| BadRowKind::Entry);
        match value.and_then(|value| record::read(&value, self.rules)) {
            Ok(read) => {
                self.partly += u32::from(read.partly);
                self.records.push((read.shard, read.record));
            }
            Err(why) => {
                let line = self.line(json.get());
                self.left_out.push(LeftOut { line, why });
            }
        }
    }

    /// The line where a part of the text begins. Parts are asked for in their order.
    fn line(&mut self, part: &str) -> u64 {
        let at = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        let (from, lines) = self.counted;
        let between = self.text.as_bytes().get(from..at).unwrap_or_default();
        let ended: u64 = between.iter().map(|byte| u64::from(*byte == b'\n')).sum();
        self.counted = (at, lines + ended);
        self.counted.1 + 1
    }
}

/// The object that a backup is.
struct Top<'r, 't>(&'r mut Reading<'t>);

impl<'de> DeserializeSeed<'de> for Top<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a backup")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "askelma" => {
                    self.0.version = whole(&map.next_value()?).and_then(|it| it.try_into().ok());
                }
                "made_at" => self.0.made_at = from_moment(&map.next_value()?).ok(),
                "records" => map.next_value_seed(List(&mut *self.0))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Its list of records.
struct List<'r, 't>(&'r mut Reading<'t>);

impl<'de> DeserializeSeed<'de> for List<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.has_list = true;
        while let Some(json) = list.next_element::<&'de RawValue>()? {
            self.0.record(json);
            if self.0.is_full() {
                return Err(A::Error::custom("more records than a diary has"));
            }
        }
        Ok(())
    }
}
