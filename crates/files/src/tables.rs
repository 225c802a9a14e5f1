//! The diary as tables for a spreadsheet: a CSV a kind, in one zip. For reading, not for reading
//! back.

use std::io::{Cursor, Write as _};

use askelma_diary::record::{Kind, Record};
use askelma_diary::shard::ShardKey;
use minicbor::Decoder;
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::FileError;
use crate::backup::{entry_bytes, entry_object, name};

/// The zip. Kinds without an entry have no table.
///
/// # Errors
/// [`FileError::Damaged`] for a record whose own bytes say nothing; no diary holds one.
pub fn to_zip(records: &[(ShardKey, Record)]) -> Result<Vec<u8>, FileError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for kind in Kind::ALL {
        let of_kind = |record: &&Record| record.body().is_some_and(|body| body.kind() == *kind);
        let records: Vec<&Record> =
            records.iter().map(|(_, record)| record).filter(of_kind).collect();
        if records.is_empty() {
            continue;
        }
        zip.start_file(format!("{}.csv", name(*kind)), SimpleFileOptions::default())
            .map_err(|_| FileError::Damaged)?;
        zip.write_all(&table(*kind, &records)?).map_err(|_| FileError::Damaged)?;
    }
    Ok(zip.finish().map_err(|_| FileError::Damaged)?.into_inner())
}

fn table(kind: Kind, records: &[&Record]) -> Result<Vec<u8>, FileError> {
    let columns = kind.fields();
    // A spreadsheet takes the text for UTF-8 by its mark alone.
    let mut csv = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let head = std::iter::once("id").chain(columns.iter().map(|(name, _)| *name));
    csv.write_record(head).map_err(|_| FileError::Damaged)?;
    let mut rows = Vec::new();
    for record in records {
        let bytes = entry_bytes(record).map_err(|_| FileError::Damaged)?;
        let entry = entry_object(&mut Decoder::new(&bytes), columns)?;
        let mut row = vec![record.id.hex()];
        row.extend(columns.iter().map(|(name, _)| cell(entry.get(name))));
        rows.push(row);
    }
    // The first column after the name is a date or a time in almost every kind. What has an order
    // of its own stands in it: steps by their path, easiest first.
    let column = |name: &str| {
        columns.iter().position(|(field_name, _)| *field_name == name).map(|at| at + 1)
    };
    let (path, order) = (column("path"), column("order"));
    let place = |row: &Vec<String>| {
        let order: u32 = row.get(order?)?.parse().ok()?;
        Some((path.and_then(|at| row.get(at)).cloned(), order))
    };
    rows.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.get(1..).cmp(&b.get(1..))));
    for row in rows {
        csv.write_record(row).map_err(|_| FileError::Damaged)?;
    }
    csv.into_inner().map_err(|_| FileError::Damaged)
}

/// A value as a cell. What a spreadsheet would take for a formula begins with an apostrophe.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{text}")
        }
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(|item| cell(Some(item))).collect();
            items.join("; ")
        }
        Some(Value::Object(fields)) => {
            let field = |(name, value): (&String, &Value)| format!("{name}: {}", cell(Some(value)));
            fields.iter().map(field).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell(Some(&json!("=1+1"))), "'=1+1");
        assert_eq!(cell(Some(&json!("@a"))), "'@a");
        assert_eq!(cell(Some(&json!(["kind", "brave"]))), "kind; brave");
        let support = json!([{"stays": true, "words": "earplugs"}]);
        assert_eq!(cell(Some(&support)), "stays: true, words: earplugs");
        assert_eq!((cell(Some(&json!(-3))), cell(None)), ("-3".to_owned(), String::new()));
    }
}
