//! A table as text, however it was saved: its columns and its rows, each with its true line.
//!
//! Read by a reader of its own: files of people have lines that end in CR alone, quotes that never
//! close and quotes after a backslash, and a row that is left out must be named by the line on
//! which it really stands.

use std::borrow::Cow;

/// Quotes that do not close are looked for in vain through so many times the text; after that none
/// reaches beyond its line.
const MOST_LOOKS: usize = 20;

/// The most cells of a row that are kept: a table that is known here has fewer columns.
pub const MOST_CELLS: usize = 1_001;

/// A table.
#[derive(Debug)]
pub struct Sheet {
    /// The name of its file, with its folder in a zip.
    pub name: String,
    /// The name of the zip that it came in.
    pub zip: Option<String>,
    /// Its columns as they stand.
    pub heads: Vec<String>,
    /// Its columns in small letters.
    pub columns: Vec<String>,
    text: String,
    separator: u8,
    /// Where the rows begin, in bytes, and on which line.
    body: (usize, u64),
}

/// A row.
#[derive(Debug)]
pub struct Row<'a> {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells; a quoted one as it stands, the others trimmed.
    pub cells: Vec<Cow<'a, str>>,
}

impl Row<'_> {
    /// A cell, trimmed; nothing where the row is shorter.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// How many cells it has up to the last one that is not empty.
    pub fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
    }
}

impl Sheet {
    /// The table of a text. One without a row at all has no columns.
    pub fn new(name: String, text: String) -> Self {
        let (separator, start) = separator(&text);
        let mut rows = Rows::new(&text, separator, start);
        let heads = rows.next().map(|row| row.cells).unwrap_or_default();
        let heads: Vec<String> = heads.iter().map(|head| head.trim().to_owned()).collect();
        let body = (rows.at, rows.line);
        let columns = heads.iter().map(|head| head.to_lowercase()).collect();
        Self { name, zip: None, heads, columns, text, separator, body }
    }

    /// Whether it holds nothing but blanks.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where a column stands, by its name in small letters.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Whether it has all of these columns.
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(name).is_some())
    }

    /// Its rows from the top; empty ones are passed over.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        Rows::new(&self.text, self.separator, self.body)
    }
}

/// What parts the cells, and where the table begins: behind a line `sep=;`, which spreadsheets read.
fn separator(text: &str) -> (u8, (usize, u64)) {
    let first = text.split(['\r', '\n']).next().unwrap_or_default();
    let said = first.trim().trim_matches('"').to_lowercase();
    if let Some([separator]) = said.strip_prefix("sep=").map(str::as_bytes)
        && separator.is_ascii()
    {
        return (*separator, (first.len(), 1));
    }
    // The tables that are known here begin with a column whose name has no such sign.
    let of = |text: &str| text.bytes().find(|byte| matches!(byte, b',' | b';' | b'\t'));
    let heads = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
    (of(heads).unwrap_or(b','), (0, 1))
}

/// The rows from a place on.
struct Rows<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    line: u64,
    /// Bytes that were looked through in vain.
    in_vain: usize,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, separator: u8, (at, line): (usize, u64)) -> Self {
        Self { text, separator, at, line, in_vain: 0 }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Whether a cell ends there.
    fn ends(&self, at: usize) -> bool {
        self.byte(at).is_none_or(|byte| byte == self.separator || matches!(byte, b'\r' | b'\n'))
    }

    fn after_blanks(&self, mut at: usize) -> usize {
        while self.byte(at) == Some(b' ') {
            at += 1;
        }
        at
    }

    /// The next cell; stands then at what ends it.
    fn cell(&mut self) -> Cow<'a, str> {
        let start = self.after_blanks(self.at);
        let is_quoted = self.byte(start) == Some(b'"');
        if is_quoted && let Some((cell, end)) = self.quoted(start + 1) {
            self.line += line_ends(&self.text[start..end]);
            self.at = end;
            return cell;
        }
        let rest = &self.text.as_bytes()[start..];
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\r' | b'\n');
        let end = rest.iter().position(ends).map_or(self.text.len(), |length| start + length);
        self.at = end;
        // A quote that never closes is none of the words'.
        Cow::Borrowed(self.text[start + usize::from(is_quoted)..end].trim())
    }

    /// What stands in quotes from there on, and where its cell ends. Nothing if they do not close:
    /// a quote with words behind it, after a line's end, opens another row's cell.
    fn quoted(&mut self, start: usize) -> Option<(Cow<'a, str>, usize)> {
        let mut words: Cow<'a, str> = Cow::Borrowed("");
        let (mut from, mut at) = (start, start);
        let mut is_beyond_line = false;
        let mut has_backslashes = false;
        loop {
            let rest = &self.text.as_bytes()[at..];
            let Some(length) = rest.iter().position(|byte| matches!(byte, b'"' | b'\r' | b'\n'))
            else {
                self.in_vain += self.text.len() - start;
                return None;
            };
            at += length;
            if self.byte(at) != Some(b'"') {
                if self.in_vain > self.text.len() * MOST_LOOKS {
                    return None;
                }
                is_beyond_line = true;
                at += 1;
                continue;
            }
            let is_escaped = at > from && self.byte(at - 1) == Some(b'\\');
            let next = self.byte(at + 1);
            let end = self.after_blanks(at + 1);
            if is_escaped && (has_backslashes || !(self.ends(end) || next == Some(b'"'))) {
                has_backslashes = true;
                words += &self.text[from..at - 1];
                from = at;
                at += 1;
            } else if next == Some(b'"') {
                words += &self.text[from..=at];
                from = at + 2;
                at = from;
            } else if self.ends(end) {
                words += &self.text[from..at];
                return Some((words, end));
            } else if is_beyond_line {
                self.in_vain += at - start;
                return None;
            } else {
                at += 1;
            }
        }
    }

    /// Goes over the end of a line; CR and LF together are one.
    fn end_line(&mut self) {
        let ends = &self.text[self.at..];
        self.at += if ends.starts_with("\r\n") { 2 } else { usize::from(!ends.is_empty()) };
        self.line += 1;
    }
}

fn line_ends(text: &str) -> u64 {
    let (mut count, mut last) = (0, 0);
    for byte in text.bytes() {
        count += u64::from(byte == b'\r' || (byte == b'\n' && last != b'\r'));
        last = byte;
    }
    count
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        while self.at < self.text.len() {
            let line = self.line;
            let mut cells = vec![self.cell()];
            while self.byte(self.at) == Some(self.separator) {
                self.at += 1;
                let cell = self.cell();
                if cells.len() < MOST_CELLS {
                    cells.push(cell);
                }
            }
            self.end_line();
            if cells.iter().any(|cell| !cell.is_empty()) {
                return Some(Row { line, cells });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let sheet = Sheet::new(String::new(), text.to_owned());
        let row = |row: Row<'_>| (row.line, row.cells.iter().map(ToString::to_string).collect());
        sheet.rows().map(row).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn lines_are_counted_as_they_stand() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,\"x", "y\"", "", "2,z", ",", "3,"].join(end);
            let inner = format!("x{end}y");
            let expected = [row(2, &["1", &inner]), row(5, &["2", "z"]), row(7, &["3", ""])];
            assert_eq!(rows(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn what_parts_the_cells_is_seen_in_the_first_line() {
        for text in ["a;b\n1;x,y", "a\tb\n1\tx,y", "sep=;\r\na;b\r\n1;x,y", "\"sep=;\"\na;b\n1;x,y"]
        {
            let rows = rows(text);
            assert_eq!((rows.len(), &rows[0].1), (1, &vec!["1".to_owned(), "x,y".to_owned()]));
        }
        assert_eq!(rows("\n a , b\n\n1, x \n"), [row(4, &["1", "x"])]);
    }

    #[test]
    fn quotes_hold_cells_together() {
        assert_eq!(rows("a,b\n\"x, \"\"y\"\"\",\"\"\n"), [row(2, &["x, \"y\"", ""])]);
        assert_eq!(rows("a,b\n \"x, y\" , z\n"), [row(2, &["x, y", "z"])]);
        let backslashes = "a,b\n1,\"she said \\\"fine\\\", and left\"\n2,\"\\\"so\\\"\"\n";
        let expected = [row(2, &["1", "she said \"fine\", and left"]), row(3, &["2", "\"so\""])];
        assert_eq!(rows(backslashes), expected);
        // A backslash of its own at the end is no escape.
        assert_eq!(rows("a,b\n\"C:\\\",x\n"), [row(2, &["C:\\", "x"])]);
        assert_eq!(rows("a,b\n\"say \"x\" now\",y\n"), [row(2, &["say \"x\" now", "y"])]);
    }

    #[test]
    fn a_quote_that_never_closes_swallows_no_row() {
        let expected = [row(2, &["1", "open"]), row(3, &["2", "z"])];
        assert_eq!(rows("a,b\n1,\"open\n2,z\n"), expected);
        // The next row's quotes do not close it.
        let expected = [row(2, &["1", "open"]), row(3, &["2", "x, y"])];
        assert_eq!(rows("a,b\n1,\"open\n2,\"x, y\"\n"), expected);
    }

    #[test]
    fn quotes_that_never_close_are_not_looked_for_without_end() {
        // Every row opens one, and no later sign closes it; the last one of the second text ends
        // each look at its very end.
        let many = "\"\"a\n".repeat(10_000);
        for (text, count) in [(many.clone(), 10_000), (format!("{many}\"b c\n"), 10_001)] {
            let mut rows = Rows::new(&text, b',', (0, 1));
            assert_eq!(rows.by_ref().count(), count);
            assert!(rows.in_vain <= text.len() * (MOST_LOOKS + 2), "{}", rows.in_vain);
        }
    }
}
