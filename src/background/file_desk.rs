//! Reads and writes files for the page.

use std::collections::BTreeMap;

use askelma_diary::shard::{Shard, ShardKey};
use askelma_files as files;
use askelma_files::{BadRowKind, FileError, Found, Preview, backup, calendar, tables};

use crate::background::files::{
    Answer, Ask, BadRow, BadWhy, Came, Face, NamedFile, Refusal, ShardBytes, Source, records_of,
};
use crate::background::protocol::Trouble;
use crate::browser::clock::Here;

/// Does what is asked; both sides in CBOR.
///
/// # Errors
/// [`Trouble::Request`] for bytes that ask nothing.
pub fn work(ask: &[u8]) -> Result<Vec<u8>, Trouble> {
    let ask: Ask = minicbor::decode(ask).map_err(|_| Trouble::Request)?;
    let answer = answer(ask).unwrap_or_else(Answer::Refused);
    minicbor::to_vec(answer).map_err(|_| Trouble::Request)
}

fn answer(ask: Ask) -> Result<Answer, Refusal> {
    match ask {
        Ask::Backup { shards, made_at } => {
            let text = backup::to_json(&records_of(&shards)?, made_at)?;
            Ok(Answer::File(text.into_bytes()))
        }
        Ask::Tables { shards } => Ok(Answer::File(tables::to_zip(&records_of(&shards)?)?)),
        Ask::Calendar { reminders, neutral, made_at, plans } => {
            let text = calendar::file(&reminders, &plans, &neutral, made_at);
            Ok(Answer::File(text.into_bytes()))
        }
        Ask::Read { files, faces } => match files.as_slice() {
            [NamedFile { bytes, .. }] if backup::knows(bytes) => own_backup(bytes),
            _ => others(files, &faces),
        },
    }
}

fn own_backup(bytes: &[u8]) -> Result<Answer, Refusal> {
    let backup = backup::from_json(bytes)?;
    let (mut from, mut to) = (None, None);
    let mut shards: BTreeMap<ShardKey, Shard> = BTreeMap::new();
    for (key, record) in backup.records {
        if let Some(day) = record.body().and_then(askelma_diary::record::Body::day) {
            from = Some(from.map_or(day, |from: askelma_diary::time::Day| from.min(day)));
            to = Some(to.map_or(day, |to: askelma_diary::time::Day| to.max(day)));
        }
        shards.entry(key).or_default().merge(record);
    }
    Ok(Answer::Came(Came {
        source: Source::Backup,
        made_at: Some(backup.made_at),
        shards: bytes_of(&shards),
        bad: Vec::new(),
        moods: 0,
        nights: 0,
        items: 0,
        ticks: 0,
        from,
        to,
    }))
}

fn others(files: Vec<NamedFile>, faces: &[Face]) -> Result<Answer, Refusal> {
    let files: Vec<_> = files
        .into_iter()
        .map(|NamedFile { name, bytes }| files::NamedFile { name, bytes })
        .collect();
    let faces: Vec<_> = faces.iter().map(|face| (face.name.clone(), face.mood)).collect();
    Ok(match files::read(&files, &faces, &Here)? {
        Found::WhichFaces(names) => Answer::WhichFaces(
            names
                .into_iter()
                .map(|name| Face { name: name.name, mood: name.mood, times: name.times })
                .collect(),
        ),
        Found::Preview(preview) => Answer::Came(came(preview)),
    })
}

fn came(preview: Preview) -> Came {
    let source = match preview.source {
        files::Source::Daylio => Source::Daylio,
        files::Source::Loop => Source::Loop,
        files::Source::Plees => Source::Plees,
    };
    let bad = preview.bad.into_iter().map(|row| BadRow {
        file: row.file,
        line: u32::try_from(row.line).unwrap_or(u32::MAX),
        why: match row.why {
            BadRowKind::Date => BadWhy::Date,
            BadRowKind::Time => BadWhy::Time,
            BadRowKind::Mood => BadWhy::Mood,
            BadRowKind::Times => BadWhy::Times,
            BadRowKind::Columns => BadWhy::Columns,
            BadRowKind::Value => BadWhy::Value,
        },
    });
    Came {
        source,
        made_at: None,
        shards: bytes_of(&preview.shards),
        bad: bad.collect(),
        moods: preview.moods,
        nights: preview.nights,
        items: preview.items,
        ticks: preview.ticks,
        from: preview.from,
        to: preview.to,
    }
}

fn bytes_of(shards: &BTreeMap<ShardKey, Shard>) -> Vec<ShardBytes> {
    let one = |(key, shard): (&ShardKey, &Shard)| ShardBytes {
        key: key.to_string(),
        bytes: shard.to_bytes(),
    };
    shards.iter().map(one).collect()
}

impl From<FileError> for Refusal {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotKnown => Self::NotKnown,
            FileError::Empty => Self::Empty,
            FileError::TooLarge => Self::TooLarge,
            FileError::Encoding => Self::Encoding,
            FileError::Damaged => Self::Damaged,
            FileError::Newer => Self::Newer,
        }
    }
}
