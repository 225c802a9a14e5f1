//! One record of a backup.

use std::convert::Infallible;

use askelma_diary::id::Id;
use askelma_diary::record::{Content, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use minicbor::Encoder;
use minicbor::encode::Error as EncodeError;
use serde_json::Value;

use super::value::{Wrong, from_base64, map, whole};
use super::{Rules, names};
use crate::BadRowKind;

/// A record, read.
pub struct ReadRecord {
    /// Where it is kept.
    pub shard: ShardKey,
    /// The record.
    pub record: Record,
    /// Whether it has a part that only a newer app knows and that is not taken.
    pub partly: bool,
}

/// Reads a record, or tells why it is left out.
pub fn read(value: &Value, rules: Rules) -> Result<ReadRecord, BadRowKind> {
    let Envelope { shard, id, stamp } = envelope(value).ok_or(BadRowKind::Entry)?;
    if value.get("gone") == Some(&Value::Bool(true)) {
        let record = Record { id, stamp, content: Content::Gone };
        return Ok(ReadRecord { shard, record, partly: false });
    }
    let named = value.get("kind").ok_or(BadRowKind::Entry)?;
    let (code, bytes, partly) = if let Some(name) = named.as_str() {
        let kind = names::kind(name).ok_or(BadRowKind::Newer)?;
        let mut entry = Encoder::new(Vec::new());
        let fields = value.get("entry").ok_or(BadRowKind::Entry)?;
        let left = map(fields, kind.fields(), &mut entry).map_err(|Wrong| BadRowKind::Value)?;
        (kind.code(), entry.into_writer(), left)
    } else {
        let code = whole(named).and_then(|code| u8::try_from(code).ok());
        let bytes = value.get("bytes").and_then(|bytes| from_base64(bytes).ok());
        (code.ok_or(BadRowKind::Entry)?, bytes.ok_or(BadRowKind::Entry)?, false)
    };
    let record = decoded(id, stamp, code, &bytes).ok_or(BadRowKind::Value)?;
    let Some(body) = record.body() else {
        // What only a newer app could read may come, but under its number, not under a name.
        let kept = named.is_number().then_some(ReadRecord { shard, record, partly: false });
        return kept.ok_or(BadRowKind::Value);
    };
    let place = ShardKey::of_body(body);
    // What was received for a case stands where it lay first.
    if place != shard && !matches!(place, ShardKey::Case(_)) {
        return Err(BadRowKind::Place);
    }
    rules(body)?;
    Ok(ReadRecord { shard: place, record, partly })
}

struct Envelope {
    shard: ShardKey,
    id: Id,
    stamp: Stamp,
}

fn envelope(value: &Value) -> Option<Envelope> {
    let text = |name: &str| value.get(name)?.as_str();
    let stamp = value.get("stamp")?.as_array()?;
    // The milliseconds may be any number that fits: an absurd one is mended later.
    let ms = stamp.first()?;
    let ms = ms.as_u64().or_else(|| u64::try_from(whole(ms)?).ok())?;
    let small = |at: usize| u32::try_from(whole(stamp.get(at)?)?).ok();
    Some(Envelope {
        shard: ShardKey::parse(text("in")?)?,
        id: Id::from_hex(text("id")?)?,
        stamp: Stamp { ms, counter: small(1)?, writer: small(2)? },
    })
}

/// The record with an entry of that kind.
fn decoded(id: Id, stamp: Stamp, code: u8, entry: &[u8]) -> Option<Record> {
    let mut e = Encoder::new(Vec::new());
    let written = || -> Result<_, EncodeError<Infallible>> {
        e.array(4)?.encode(id)?.encode(stamp)?.u8(code)?.bytes(entry)?;
        Ok(e.into_writer())
    };
    minicbor::decode(&written().ok()?).ok()
}
