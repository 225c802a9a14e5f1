//! Which of Loop's tables one is, and whose columns they are.

use std::borrow::Cow;

use crate::FileError;
use crate::sheet::{MOST_CELLS, Row, Sheet};

/// The words that Loop alone writes.
const OWN_WORDS: [&str; 2] = ["YES_MANUAL", "YES_AUTO"];
/// Its other words.
const WORDS: [&str; 3] = ["NO", "UNKNOWN", "SKIP"];
/// How version 2.0.3 writes a check: `Entry(timestamp=2023-02-17, value=2)`.
const ENTRY: &str = "Entry(";
const VALUE: &str = "value=";

/// One habit's own table.
pub enum Habit {
    /// By its folder or its zip.
    Named(String),
    /// A file that was chosen alone says nothing of it.
    Nameless,
}

pub fn knows(sheet: &Sheet) -> bool {
    has_checks(sheet) || is_list(sheet) || is_scores(sheet)
}

/// Whether it tells of days.
pub fn has_checks(sheet: &Sheet) -> bool {
    is_one_habit(sheet) || is_checks(sheet)
}

fn is_list(sheet: &Sheet) -> bool {
    sheet.has(&["name", "question"])
}

fn begins_with_date(sheet: &Sheet) -> bool {
    sheet.column("date") == Some(0)
}

/// Scores stand in a table like that of the checks.
fn is_scores(sheet: &Sheet) -> bool {
    begins_with_date(sheet) && sheet.name.to_lowercase().contains("scores")
}

pub fn is_one_habit(sheet: &Sheet) -> bool {
    let columns: Vec<&str> = sheet.columns.iter().map(String::as_str).collect();
    let is_its_own = matches!(columns[..], ["date", "value"] | ["date", "value", "notes"]);
    is_its_own && (is_named_so(sheet) || has_own_cells(sheet))
}

/// A table of all habits. Many tables begin with a date: this one has Loop's name or words, or a
/// blank column at the end and nothing but its codes.
pub fn is_checks(sheet: &Sheet) -> bool {
    if !begins_with_date(sheet) || is_scores(sheet) || is_one_habit(sheet) {
        return false;
    }
    let ends_blank = sheet.heads.len() > 2 && sheet.heads.last().is_some_and(String::is_empty);
    let is_code = |value: &Cow<'_, str>| is_word(value) || number(value).is_some();
    is_named_so(sheet)
        || has_own_cells(sheet)
        || (ends_blank && sheet.rows().all(|row| values(&row).iter().all(is_code)))
}

fn is_named_so(sheet: &Sheet) -> bool {
    sheet.name.to_lowercase().contains("checkmarks")
}

/// Whether a cell stands in it that Loop alone writes.
fn has_own_cells(sheet: &Sheet) -> bool {
    any_cell(sheet, |cell| OWN_WORDS.contains(&cell) || cell.starts_with(ENTRY))
}

/// Whether its checks are words, so that its numbers are amounts.
pub fn has_words(sheet: &Sheet) -> bool {
    any_cell(sheet, |cell| OWN_WORDS.contains(&cell))
}

fn any_cell(sheet: &Sheet, is: fn(&str) -> bool) -> bool {
    sheet.rows().any(|row| row.cells.iter().skip(1).any(|cell| is(cell.trim())))
}

fn is_word(value: &str) -> bool {
    value.is_empty() || OWN_WORDS.contains(&value) || WORDS.contains(&value)
}

/// A number, with a comma or a point.
pub fn number(value: &str) -> Option<f64> {
    let is_plain = value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'-'));
    if is_plain { value.replace(',', ".").parse().ok() } else { None }
}

/// The values of a row behind its date, trimmed, without what is empty at the end. A check of
/// version 2.0.3, which has a comma that nothing marks, is put together again.
pub fn values<'a>(row: &'a Row<'_>) -> Vec<Cow<'a, str>> {
    let cells = row.cells.get(1..row.width()).unwrap_or_default();
    let mut values: Vec<Cow<'a, str>> = Vec::with_capacity(cells.len());
    let mut entry: Option<String> = None;
    for cell in cells.iter().map(|cell| cell.trim()) {
        let whole = match entry.take() {
            Some(begun) => format!("{begun},{cell}"),
            None if cell.starts_with(ENTRY) => cell.to_owned(),
            None => {
                values.push(Cow::Borrowed(cell));
                continue;
            }
        };
        if whole.ends_with(')') {
            values.push(Cow::Owned(entry_value(&whole)));
        } else {
            entry = Some(whole);
        }
    }
    // One that never ends is no value that is known.
    values.extend(entry.map(Cow::Owned));
    values
}

/// The code in `Entry(timestamp=2023-02-17, value=2)`.
fn entry_value(entry: &str) -> String {
    let value = entry.split_once(VALUE).map_or(entry, |(_, value)| value);
    value.split([',', ')']).next().unwrap_or_default().trim().to_owned()
}

/// The names in the lists of habits.
pub fn listed(sheets: &[Sheet]) -> Vec<String> {
    let names = |sheet: &Sheet| {
        let column = sheet.column("name");
        let names = sheet.rows().map(|row| row.cell(column).to_owned());
        names.filter(|name| !name.is_empty()).take(MOST_CELLS).collect::<Vec<_>>()
    };
    sheets.iter().filter(|sheet| is_list(sheet)).flat_map(names).take(MOST_CELLS).collect()
}

/// The habits' names in their order. Loop writes them raw: with a comma in one there are more heads
/// than values, and the list of habits says where a name ends.
pub fn names(sheet: &Sheet, listed: &[String]) -> Result<Vec<String>, FileError> {
    let heads = sheet.heads.get(1..).unwrap_or_default();
    if heads.len() + 1 >= MOST_CELLS {
        return Err(FileError::TooLarge);
    }
    let count = heads.iter().rposition(|head| !head.is_empty()).map_or(0, |last| last + 1);
    let heads = &heads[..count];
    let widest = sheet.rows().map(|row| values(&row).len()).max();
    if widest.is_none_or(|widest| widest >= heads.len()) {
        return Ok(heads.to_vec());
    }
    let mut names = Vec::new();
    let mut rest = heads;
    while !rest.is_empty() {
        let fits = |name: &&String| {
            let parts: Vec<&str> = name.split(',').map(str::trim).collect();
            parts.len() <= rest.len() && rest.iter().zip(&parts).all(|(head, part)| head == part)
        };
        let parts = |name: &&String| name.matches(',').count() + 1;
        let longest = listed.iter().filter(fits).max_by_key(parts).ok_or(FileError::HabitNames)?;
        rest = &rest[parts(&longest)..];
        names.push(longest.clone());
    }
    if Some(names.len()) == widest { Ok(names) } else { Err(FileError::HabitNames) }
}

/// The name that a habit's own table has by its folder, its file or its zip.
pub fn habit(sheet: &Sheet) -> Habit {
    let (folder, file) = sheet.name.rsplit_once('/').unwrap_or(("", &sheet.name));
    let folder = folder.rsplit('/').next().unwrap_or_default();
    let zip = sheet.zip.as_deref().unwrap_or_default();
    let of_all = |name: &str| name.to_lowercase().starts_with("loop habits");
    let names = [folder, file, zip].map(|name| {
        let name = without_ending(name);
        if of_all(name) { String::new() } else { without_number(name) }
    });
    names.into_iter().find(|name| !name.is_empty()).map_or(Habit::Nameless, Habit::Named)
}

fn without_ending(name: &str) -> &str {
    let ending = |ending: &&str| name.to_lowercase().ends_with(ending);
    let length = [".csv", ".zip"].iter().find(|end| ending(end)).map_or(0, |end| end.len());
    name.get(..name.len() - length).unwrap_or(name)
}

/// `001 Walk` and `Walk - Checkmarks (1)` as `Walk`.
fn without_number(name: &str) -> String {
    let number = name.bytes().take_while(u8::is_ascii_digit).count();
    // "5 a day" is a name.
    let is_numbered = number >= 3 && name[number..].starts_with(' ');
    let name = if is_numbered { &name[number..] } else { name };
    let at = name.to_lowercase().find("checkmarks").filter(|at| name.is_char_boundary(*at));
    let name = at.map_or(name, |at| &name[..at]);
    name.trim_matches([' ', '-', '_']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file: &str, zip: Option<&str>) -> Option<String> {
        let mut sheet = Sheet::new(file.to_owned(), String::new());
        sheet.zip = zip.map(str::to_owned);
        match habit(&sheet) {
            Habit::Named(name) => Some(name),
            Habit::Nameless => None,
        }
    }

    #[test]
    fn a_habits_own_table_is_named_by_where_it_lies() {
        let walk = Some("Walk".to_owned());
        assert_eq!(named("001 Walk/Checkmarks.csv", Some("habits.zip")), walk);
        assert_eq!(named("Loop Habits CSV 2026-11-24/001 Walk/Checkmarks.csv", None), walk);
        assert_eq!(named("Checkmarks.csv", Some("001 Walk.zip")), walk);
        assert_eq!(named("Walk - Checkmarks (1).csv", None), walk);
        assert_eq!(named("5 a day/Checkmarks.csv", None), Some("5 a day".to_owned()));
        assert_eq!(named("Checkmarks.csv", None), None);
        assert_eq!(named("Checkmarks (2).csv", Some("Loop Habits CSV 2026-11-24.zip")), None);
    }

    #[test]
    fn names_with_commas_are_those_of_the_list() {
        let sheet =
            |heads: &str| Sheet::new(String::new(), format!("Date,{heads}\n2026-11-23,NO,NO,\n"));
        let listed = ["B", "A, b", "A"].map(str::to_owned);
        assert_eq!(names(&sheet("A, b,B,"), &listed), Ok(vec!["A, b".to_owned(), "B".to_owned()]));
        assert_eq!(names(&sheet("A, b,B,"), &[]), Err(FileError::HabitNames));
        // Two names for three: read as "A" and "b", nobody would be left for "B".
        assert_eq!(names(&sheet("A, b,C,"), &listed), Err(FileError::HabitNames));
        assert_eq!(names(&sheet("A,B,"), &[]), Ok(vec!["A".to_owned(), "B".to_owned()]));
    }
}
