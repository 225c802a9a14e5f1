//! The whole diary as JSON that a person can read, and back, without loss. The schema is written
//! down in `docs/backup-format.md`.

mod names;
mod value;

use askelma_diary::id::Id;
use askelma_diary::record::fields::Field;
use askelma_diary::record::{Body, Content, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::Instant;
use minicbor::{Decoder, Encoder};
use serde_json::{Map, Value, json};

use crate::{FileError, Preview, Source};
pub(crate) use names::name;
use value::{Wrong, base64, from_base64, from_moment, moment};

/// The newest version of the schema that is written and read.
pub const VERSION: u64 = 1;

/// A backup, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was saved.
    pub made_at: Instant,
    /// Its records, each with where it is kept.
    pub records: Vec<(ShardKey, Record)>,
}

/// Whether a text looks like a backup of any version.
pub fn knows(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    start.starts_with(b"{")
}

/// What would come of a backup.
///
/// # Errors
/// As [`from_json`].
pub(crate) fn preview(bytes: &[u8]) -> Result<Preview, FileError> {
    let Backup { made_at, records } = from_json(bytes)?;
    let mut preview = Preview { made_at: Some(made_at), ..Preview::of(Source::Backup) };
    for (key, record) in records {
        if let Some(day) = record.body().and_then(Body::day) {
            preview.reach(day);
        }
        preview.shards.entry(key).or_default().merge(record);
    }
    Ok(preview)
}

/// The backup of these records.
///
/// # Errors
/// [`FileError::Damaged`] for a record whose own bytes say nothing; no diary holds one.
pub fn to_json(records: &[(ShardKey, Record)], made_at: Instant) -> Result<String, FileError> {
    let records: Result<Vec<Value>, Wrong> = records.iter().map(record).collect();
    let records = records.map_err(|_| FileError::Damaged)?;
    let whole = json!({ "askelma": VERSION, "made_at": moment(made_at), "records": records });
    serde_json::to_string_pretty(&whole).map_err(|_| FileError::Damaged)
}

fn record((shard, record): &(ShardKey, Record)) -> Result<Value, Wrong> {
    let Stamp { ms, counter, writer } = record.stamp;
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(record.id.hex()));
    // An entry that was received stands where it lay first, so that its line never changes.
    let place = record.body().map_or(*shard, |body| ShardKey::of(body.day()));
    out.insert("in".to_owned(), json!(place.to_string()));
    out.insert("stamp".to_owned(), json!([ms, counter, writer]));
    match &record.content {
        Content::Gone => {
            out.insert("gone".to_owned(), json!(true));
        }
        Content::Foreign { kind, bytes } => {
            out.insert("kind".to_owned(), json!(kind));
            out.insert("bytes".to_owned(), json!(base64(bytes)));
        }
        Content::Live { body, .. } => {
            out.insert("kind".to_owned(), json!(name(body.kind())));
            let bytes = entry_bytes(record)?;
            let entry = value::object(&mut Decoder::new(&bytes), body.kind().fields())?;
            out.insert("entry".to_owned(), entry);
        }
    }
    Ok(Value::Object(out))
}

/// The entry's own CBOR map, newer fields included.
pub(crate) fn entry_bytes(record: &Record) -> Result<Vec<u8>, Wrong> {
    let bytes = minicbor::to_vec(record).map_err(|_| Wrong)?;
    let mut d = Decoder::new(&bytes);
    d.array()?;
    for _ in 0..3 {
        d.skip()?;
    }
    Ok(d.bytes()?.to_vec())
}

/// The entry's fields by name.
pub(crate) fn entry_object(d: &mut Decoder<'_>, fields: &[Field]) -> Result<Value, FileError> {
    value::object(d, fields).map_err(|_| FileError::Damaged)
}

/// Reads a backup.
///
/// # Errors
/// [`FileError`]: not a backup, damaged, or of a newer app.
pub fn from_json(bytes: &[u8]) -> Result<Backup, FileError> {
    let text = crate::text::decoded(bytes)?;
    let whole: Value = serde_json::from_str(&text).map_err(|_| FileError::Damaged)?;
    match whole.get("askelma").and_then(Value::as_u64) {
        None => return Err(FileError::NotKnown),
        Some(version) if version > VERSION => return Err(FileError::Newer),
        Some(_) => {}
    }
    let read = || {
        let made_at = from_moment(whole.get("made_at").ok_or(Wrong)?)?;
        let list = whole.get("records").and_then(Value::as_array).ok_or(Wrong)?;
        let records = list.iter().map(read_record).collect::<Result<Vec<_>, Wrong>>()?;
        Ok::<_, Wrong>(Backup { made_at, records })
    };
    read().map_err(|_| FileError::Damaged)
}

fn read_record(value: &Value) -> Result<(ShardKey, Record), Wrong> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).ok_or(Wrong);
    let shard = ShardKey::parse(text("in")?).ok_or(Wrong)?;
    let id = Id::from_hex(text("id")?).ok_or(Wrong)?;
    let stamp = value.get("stamp").and_then(Value::as_array).ok_or(Wrong)?;
    let part = |at: usize| stamp.get(at).and_then(Value::as_u64).ok_or(Wrong);
    let small = |at: usize| u32::try_from(part(at)?).map_err(|_| Wrong);
    let stamp = Stamp { ms: part(0)?, counter: small(1)?, writer: small(2)? };
    if value.get("gone") == Some(&Value::Bool(true)) {
        return Ok((shard, Record { id, stamp, content: Content::Gone }));
    }
    if let Some(kind) = value.get("kind").and_then(Value::as_u64) {
        let kind = u8::try_from(kind).map_err(|_| Wrong)?;
        let bytes = from_base64(value.get("bytes").ok_or(Wrong)?)?;
        return Ok((shard, Record { id, stamp, content: Content::Foreign { kind, bytes } }));
    }
    let kind = names::kind(text("kind")?).ok_or(Wrong)?;
    let mut entry = Encoder::new(Vec::new());
    value::map(value.get("entry").ok_or(Wrong)?, kind.fields(), &mut entry)?;
    let mut whole = Encoder::new(Vec::new());
    let written = || -> Result<_, minicbor::encode::Error<std::convert::Infallible>> {
        whole.array(4)?.encode(id)?.encode(stamp)?.u8(kind.code())?.bytes(entry.writer())?;
        Ok(whole.into_writer())
    };
    let record: Record = minicbor::decode(&written().map_err(|_| Wrong)?)?;
    // What only a newer app could read may come, but under its number, not under a name.
    let place = record.body().map(ShardKey::of_body).ok_or(Wrong)?;
    // What was received for a case lay with what has no date once.
    if place != shard && !matches!(place, ShardKey::Case(_)) {
        return Err(Wrong);
    }
    Ok((place, record))
}
