//! A diary written as backups, a record at a time. None is larger than what is read back.

use askelma_diary::record::fields::Field;
use askelma_diary::record::{Content, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::Instant;
use minicbor::Decoder;
use serde_json::{Map, Value, json};

use super::value::{self, Wrong, base64, moment};
use super::{VERSION, names};
use crate::{FileError, MOST_BYTES, MOST_RECORDS};

/// The backup of these records: one file, or as many as it takes for each to be read back. Reading
/// them one after the other gives the same as one.
pub fn to_files(records: &[(ShardKey, Record)], made_at: Instant) -> Vec<String> {
    within(records, made_at, MOST_BYTES, MOST_RECORDS)
}

/// The same with other limits: the bytes of a file and the records in it.
fn within(
    records: &[(ShardKey, Record)],
    made_at: Instant,
    most_bytes: usize,
    most_records: usize,
) -> Vec<String> {
    let head = head(made_at);
    let mut files = Vec::new();
    let (mut file, mut count) = (head.clone(), 0);
    for record in records {
        let text = pretty(&as_json(record), "    ");
        let longer = file.len() + SEPARATOR.len() + text.len() + END.len();
        if count > 0 && (longer > most_bytes || count == most_records) {
            file.push_str(END);
            files.push(std::mem::replace(&mut file, head.clone()));
            count = 0;
        }
        file.push_str(if count == 0 { "\n    " } else { SEPARATOR });
        file.push_str(&text);
        count += 1;
    }
    file.push_str(if count == 0 { "]\n}" } else { END });
    files.push(file);
    files
}

/// What stands between two records, and behind the last.
const SEPARATOR: &str = ",\n    ";
const END: &str = "\n  ]\n}";

fn head(made_at: Instant) -> String {
    format!(
        "{{\n  \"askelma\": {VERSION},\n  \"made_at\": {},\n  \"records\": [",
        json!(moment(made_at))
    )
}

/// A value over several lines, each but the first so far in. A text has no line break in JSON.
fn pretty(value: &Value, indent: &str) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.replace('\n', &format!("\n{indent}"))
}

fn as_json((shard, record): &(ShardKey, Record)) -> Value {
    let Stamp { ms, counter, writer } = record.stamp;
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(record.id.hex()));
    // An entry that was received stands where it lay first, so that its line never changes.
    let place = record.body().map_or(*shard, |body| ShardKey::of(body.day()));
    out.insert("in".to_owned(), json!(place.to_string()));
    out.insert("stamp".to_owned(), json!([ms, counter, writer]));
    let mut as_bytes = |kind: u8, bytes: &[u8]| {
        out.insert("kind".to_owned(), json!(kind));
        out.insert("bytes".to_owned(), json!(base64(bytes)));
    };
    match &record.content {
        Content::Gone => {
            out.insert("gone".to_owned(), json!(true));
        }
        Content::Foreign { kind, bytes } => as_bytes(*kind, bytes),
        Content::Live { body, .. } => {
            let bytes = entry_bytes(record);
            match value::object(&mut Decoder::new(&bytes), body.kind().fields()) {
                // What cannot be told by name is kept as it is: nothing is left out of a backup.
                Err(Wrong) => as_bytes(body.kind().code(), &bytes),
                Ok(entry) => {
                    out.insert("kind".to_owned(), json!(names::name(body.kind())));
                    out.insert("entry".to_owned(), entry);
                }
            }
        }
    }
    Value::Object(out)
}

/// The entry's own CBOR map, newer fields included; empty for what has no entry.
pub fn entry_bytes(record: &Record) -> Vec<u8> {
    let entry = || {
        let bytes = minicbor::to_vec(record).ok()?;
        let mut d = Decoder::new(&bytes);
        d.array().ok()?;
        for _ in 0..3 {
            d.skip().ok()?;
        }
        Some(d.bytes().ok()?.to_vec())
    };
    entry().unwrap_or_default()
}

/// The entry's fields by name.
pub fn entry_object(d: &mut Decoder<'_>, fields: &[Field]) -> Result<Value, FileError> {
    value::object(d, fields).map_err(|_| FileError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::from_json;
    use askelma_diary::id::Id;

    fn made_at() -> Instant {
        Instant::new(1_795_500_000, 120).expect("in range")
    }

    /// So many deletions.
    fn gone(count: u8) -> Vec<(ShardKey, Record)> {
        let record = |at| Record {
            id: Id::random([at; 16]),
            stamp: Stamp { ms: 5, counter: 0, writer: 7 },
            content: Content::Gone,
        };
        (0..count).map(|at| (ShardKey::Undated, record(at))).collect()
    }

    #[test]
    fn a_backup_stands_as_people_read_it() {
        let id = "00".repeat(6) + "4000" + "80" + &"00".repeat(7);
        let [empty] = &to_files(&[], made_at())[..] else { panic!("one file") };
        let head =
            "{\n  \"askelma\": 1,\n  \"made_at\": \"2026-11-24T08:00:00+02:00\",\n  \"records\": [";
        assert_eq!(*empty, format!("{head}]\n}}"));
        let [one] = &to_files(&gone(1), made_at())[..] else { panic!("one file") };
        let record = format!(
            "\n    {{\n      \"gone\": true,\n      \"id\": \"{id}\",\n      \"in\": \"undated\",\n      \
             \"stamp\": [\n        5,\n        0,\n        7\n      ]\n    }}\n  ]\n}}"
        );
        assert_eq!(*one, format!("{head}{record}"));
    }

    #[test]
    fn no_file_is_larger_than_what_is_read_back() {
        let records = gone(5);
        let one = within(&records, made_at(), usize::MAX, usize::MAX);
        let two = within(&gone(2), made_at(), usize::MAX, usize::MAX)[0].len();
        let lengths = |bytes, count| -> Vec<usize> {
            let files = within(&records, made_at(), bytes, count);
            assert!(files.iter().all(|file| file.len() <= bytes), "{files:?}");
            let read = files.iter().flat_map(|file| {
                let backup = from_json(file.as_bytes()).expect("a whole backup");
                assert_eq!(backup.left_out, []);
                backup.records
            });
            assert_eq!(read.collect::<Vec<_>>(), records);
            let count = |file: &String| from_json(file.as_bytes()).map(|it| it.records.len());
            files.iter().map(|file| count(file).expect("whole")).collect()
        };
        assert_eq!(one.len(), 1);
        assert_eq!(lengths(two, 100), [2, 2, 1]);
        assert_eq!(lengths(two - 1, 100), [1, 1, 1, 1, 1]);
        assert_eq!(lengths(usize::MAX, 3), [3, 2]);
        assert_eq!(lengths(one[0].len(), 5), [5]);
    }
}
