//! The diary as tables for a spreadsheet: a CSV a kind, in one zip. For reading, not for reading
//! back.
//!
//! No cell is a formula, whichever of the separators a spreadsheet parts the file by: the one that it
//! is written with, or the one of the spreadsheet's own language.

use std::io::{Cursor, Write as _};

use askelma_diary::record::{Kind, Record};
use askelma_diary::shard::ShardKey;
use csv::{QuoteStyle, WriterBuilder};
use minicbor::{Decode, Decoder, Encode};
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::FileError;
use crate::backup::{entry_bytes, entry_object, name};

/// What parts the cells of a row. A spreadsheet takes the one of its language, and puts a row parted
/// by another into one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Separator {
    /// Where the decimals stand behind a point: English.
    #[n(0)]
    Comma,
    /// Where the decimals stand behind a comma: Finnish, Swedish.
    #[n(1)]
    Semicolon,
}

impl Separator {
    /// The one that a spreadsheet takes in a language (`fi`, `sv`, `en`).
    #[must_use]
    pub fn for_language(code: &str) -> Self {
        match code {
            "fi" | "sv" => Self::Semicolon,
            _ => Self::Comma,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// The zip. Kinds without an entry have no table.
///
/// # Errors
/// [`FileError::Damaged`] for a record whose own bytes say nothing; no diary holds one.
pub fn to_zip(records: &[(ShardKey, Record)], separator: Separator) -> Result<Vec<u8>, FileError> {
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
        zip.write_all(&table(*kind, &records, separator)?).map_err(|_| FileError::Damaged)?;
    }
    Ok(zip.finish().map_err(|_| FileError::Damaged)?.into_inner())
}

fn table(kind: Kind, records: &[&Record], separator: Separator) -> Result<Vec<u8>, FileError> {
    let columns = kind.fields();
    // A spreadsheet takes the text for UTF-8 by its mark alone.
    let mut csv = WriterBuilder::new()
        .delimiter(separator.byte())
        .quote_style(QuoteStyle::Always)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let head = std::iter::once("id").chain(columns.iter().map(|(name, _)| *name));
    csv.write_record(head).map_err(|_| FileError::Damaged)?;
    let mut rows = Vec::new();
    for record in records {
        let bytes = entry_bytes(record);
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

/// A value as a cell.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => guarded(text),
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

/// A text with an apostrophe before whatever a spreadsheet would take for the beginning of a formula:
/// at its own beginning, and where a cell would begin if the row were parted by another separator, or
/// the quotes around the cell misread. No letter of the text goes.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut cell_begins = true;
    for letter in text.chars() {
        if cell_begins && begins_a_formula(letter) {
            out.push('\'');
        }
        out.push(letter);
        cell_begins =
            matches!(letter, ',' | ';' | '\t' | '\n' | '\r') || cell_begins && letter == '"';
    }
    out
}

/// Full-width signs are taken for the others where East Asian letters are typed.
fn begins_a_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@a", "'@a"),
            ("+358 40", "'+358 40"),
            ("-5 degrees", "'-5 degrees"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("tired;=HYPERLINK(1)", "tired;'=HYPERLINK(1)"),
            ("tired,@SUM(1)", "tired,'@SUM(1)"),
            ("tired;\"=1+1\"", "tired;\"'=1+1\""),
            ("two\n=lines", "two\n'=lines"),
        ] {
            assert_eq!(cell(Some(&json!(text))), expected);
            // One of a list, and one of several fields.
            assert_eq!(cell(Some(&json!(["kind", text]))), format!("kind; {expected}"));
            assert_eq!(cell(Some(&json!([{ "words": text }]))), format!("words: {expected}"));
        }
    }

    #[test]
    fn finnish_and_swedish_spreadsheets_part_by_semicolons() {
        let of = ["fi", "sv", "en"].map(Separator::for_language);
        assert_eq!(of, [Separator::Semicolon, Separator::Semicolon, Separator::Comma]);
    }

    #[test]
    fn what_is_no_formula_stands_as_it_was_written() {
        for text in ["a=b", "8-15", "äöå Ж 😀", "kello 8, -5 astetta", "a; b", "\"x\"", "it's"]
        {
            assert_eq!(cell(Some(&json!(text))), text);
        }
        let support = json!([{"stays": true, "words": "earplugs"}]);
        assert_eq!(cell(Some(&support)), "stays: true, words: earplugs");
        assert_eq!((cell(Some(&json!(-3))), cell(None)), ("-3".to_owned(), String::new()));
    }
}
