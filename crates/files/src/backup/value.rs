//! CBOR values as JSON and back, without loss. What has no name here is kept as its bytes.

use askelma_diary::id::Id;
use askelma_diary::record::fields::{Field, Form};
use askelma_diary::time::{Day, Instant};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset, NaiveDateTime, SecondsFormat};
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use serde_json::{Map, Value, json};

use super::names::snake;

/// What a JSON value is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong;

impl From<minicbor::decode::Error> for Wrong {
    fn from(_: minicbor::decode::Error) -> Self {
        Self
    }
}

/// A field that only a newer app knows stands under its number: `#12`.
const UNNAMED: char = '#';

/// Bytes, in base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads [`base64`].
pub fn from_base64(value: &Value) -> Result<Vec<u8>, Wrong> {
    STANDARD.decode(value.as_str().ok_or(Wrong)?).map_err(|_| Wrong)
}

/// A moment with its offset.
pub fn moment(at: Instant) -> String {
    let local = at.local();
    let offset = FixedOffset::east_opt(i32::from(at.offset_min()) * 60);
    offset
        .and_then(|offset| local.and_local_timezone(offset).single())
        .map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, false))
        .unwrap_or_default()
}

/// Reads [`moment`].
pub fn from_moment(value: &Value) -> Result<Instant, Wrong> {
    let at = DateTime::parse_from_rfc3339(value.as_str().ok_or(Wrong)?).map_err(|_| Wrong)?;
    let offset_min = i16::try_from(at.offset().local_minus_utc() / 60).map_err(|_| Wrong)?;
    let local: NaiveDateTime = at.naive_local();
    Instant::from_local(local, offset_min).map_err(|_| Wrong)
}

/// The fields of a CBOR map as a JSON object.
pub fn object(d: &mut Decoder<'_>, fields: &[Field]) -> Result<Value, Wrong> {
    let mut out = Map::new();
    let count = d.map()?.ok_or(Wrong)?;
    for _ in 0..count {
        let number = d.u32()?;
        let field = usize::try_from(number).ok().and_then(|at| fields.get(at));
        let (name, value) = if let Some((name, form)) = field {
            ((*name).to_owned(), to_json(d, *form)?)
        } else {
            let from = d.position();
            d.skip()?;
            let bytes = d.input().get(from..d.position()).ok_or(Wrong)?;
            (format!("{UNNAMED}{number}"), json!(base64(bytes)))
        };
        out.insert(name, value);
    }
    Ok(Value::Object(out))
}

/// A whole number, also where a program that knows fractions alone wrote it: `4.0`, `4e0`.
pub fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
        // Beyond these a fraction is no longer exact.
        (number.abs() <= 9_007_199_254_740_992.0).then(|| format!("{number:.0}").parse().ok())?
    })
}

/// Writes the CBOR map of a JSON object, its fields in the order of their numbers. Returns whether it
/// has a field of another name, which only a newer app knows: that one is not written.
pub fn map(value: &Value, fields: &[Field], e: &mut Encoder<Vec<u8>>) -> Result<bool, Wrong> {
    let object = value.as_object().ok_or(Wrong)?;
    let mut numbered = Vec::new();
    let mut left = false;
    for (name, value) in object {
        let at = fields.iter().position(|(field_name, _)| field_name == name);
        let number = match (at, name.strip_prefix(UNNAMED)) {
            (Some(at), _) => u32::try_from(at).map_err(|_| Wrong)?,
            (None, Some(number)) => number.parse().map_err(|_| Wrong)?,
            (None, None) => {
                left = true;
                continue;
            }
        };
        numbered.push((number, at.and_then(|at| fields.get(at)), value));
    }
    numbered.sort_by_key(|(number, _, _)| *number);
    let count = u64::try_from(numbered.len()).map_err(|_| Wrong)?;
    written(e.map(count))?;
    for (number, field, value) in numbered {
        written(e.u32(number))?;
        match field {
            Some((_, form)) => left |= from_json(value, *form, e)?,
            None => e.writer_mut().extend(one_value(from_base64(value)?)?),
        }
    }
    Ok(left)
}

/// Bytes that are one CBOR value and no more.
fn one_value(bytes: Vec<u8>) -> Result<Vec<u8>, Wrong> {
    let mut d = Decoder::new(&bytes);
    d.skip()?;
    let end = d.position();
    if end == bytes.len() { Ok(bytes) } else { Err(Wrong) }
}

/// A part of an entry, as [`map`]. What a newer app knows of a part is not kept under a number either.
fn part(value: &Value, fields: &[Field], e: &mut Encoder<Vec<u8>>) -> Result<bool, Wrong> {
    let is_newer = |name: &String| {
        let number = name.strip_prefix(UNNAMED).and_then(|number| number.parse::<usize>().ok());
        number.is_some_and(|number| number >= fields.len())
    };
    let newer = value.as_object().is_some_and(|object| object.keys().any(is_newer));
    Ok(map(value, fields, e)? | newer)
}

/// Writing to memory cannot fail.
fn written<T, E>(done: Result<T, E>) -> Result<(), Wrong> {
    done.map(drop).map_err(|_| Wrong)
}

fn to_json(d: &mut Decoder<'_>, form: Form) -> Result<Value, Wrong> {
    if d.datatype()? == Type::Null {
        d.null()?;
        return Ok(Value::Null);
    }
    Ok(match form {
        Form::Plain => match d.datatype()? {
            Type::Bool => json!(d.bool()?),
            Type::String => json!(d.str()?),
            _ => json!(d.i64()?),
        },
        Form::Day => json!(d.decode::<Day>()?.to_string()),
        Form::Instant => json!(moment(d.decode()?)),
        Form::Id => json!(d.decode::<Id>()?.hex()),
        Form::Bytes => json!(base64(d.bytes()?)),
        Form::OneOf(names) => {
            let code = d.u8()?;
            let name = names.iter().find(|(listed_code, _)| *listed_code == code).ok_or(Wrong)?.1;
            json!(snake(name))
        }
        Form::Fields(fields) => object(d, fields)?,
        Form::List(form) => {
            let count = d.array()?.ok_or(Wrong)?;
            let items: Result<Vec<Value>, Wrong> = (0..count).map(|_| to_json(d, *form)).collect();
            Value::Array(items?)
        }
    })
}

/// Writes a value; returns as [`map`].
fn from_json(value: &Value, form: Form, e: &mut Encoder<Vec<u8>>) -> Result<bool, Wrong> {
    if value.is_null() {
        return written(e.null()).map(|()| false);
    }
    let done = match form {
        Form::Fields(fields) => return part(value, fields, e),
        Form::List(form) => {
            let items = value.as_array().ok_or(Wrong)?;
            written(e.array(u64::try_from(items.len()).map_err(|_| Wrong)?))?;
            let item = |left, item| Ok(left | from_json(item, *form, e)?);
            return items.iter().try_fold(false, item);
        }
        Form::Plain => match value {
            Value::Bool(truth) => written(e.bool(*truth)),
            Value::String(text) => written(e.str(text)),
            other => written(e.i64(whole(other).ok_or(Wrong)?)),
        },
        Form::Day => {
            let day = Day::parse(value.as_str().ok_or(Wrong)?).map_err(|_| Wrong)?;
            written(e.encode(day))
        }
        Form::Instant => written(e.encode(from_moment(value)?)),
        Form::Id => written(e.encode(Id::from_hex(value.as_str().ok_or(Wrong)?).ok_or(Wrong)?)),
        Form::Bytes => written(e.bytes(&from_base64(value)?)),
        Form::OneOf(names) => {
            let name = value.as_str().ok_or(Wrong)?;
            let code =
                names.iter().find(|(_, listed_name)| snake(listed_name) == name).ok_or(Wrong)?.0;
            written(e.u8(code))
        }
    };
    done.map(|()| false)
}
