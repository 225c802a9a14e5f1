//! A part's rows as columns: one array a field, which deflates to about half of what rows take,
//! and which any CBOR library reads.
//!
//! A part is a map: 0 the number of rows, 1 the visibility when it is not the usual "only you",
//! then one key a column. Dates are differences: the first from the summary's first date, each
//! other from the row before. `null` is a gap; a column of gaps or zeros alone is left out.

use std::collections::BTreeMap;
use std::convert::Infallible;

use askelma_diary::sharing::summary::Visibility;
use askelma_diary::time::Day;
use askelma_diary::values::Words;
use minicbor::Encoder;
use minicbor::encode::Error;

use super::MessageError;
use super::read::{Read, Reader, array_len, day, int, int_or_gap, map, words_or_gap};

pub(super) type Writer = Encoder<Vec<u8>>;
pub(super) type Written = Result<(), Error<Infallible>>;

const ROWS: i64 = 0;
const VISIBILITY: i64 = 1;
const FIRST_COLUMN: i64 = 2;

/// One column that is about to be written.
#[derive(Debug)]
pub(super) enum Column<'a> {
    Ints(Vec<Option<i64>>),
    Texts(Vec<Option<&'a Words>>),
    TextLists(Vec<&'a [Words]>),
}

impl Column<'_> {
    fn says_nothing(&self) -> bool {
        match self {
            Self::Ints(cells) => cells.iter().all(Option::is_none),
            Self::Texts(cells) => cells.iter().all(Option::is_none),
            Self::TextLists(cells) => cells.iter().all(|list| list.is_empty()),
        }
    }

    fn write(&self, out: &mut Writer) -> Written {
        match self {
            Self::Ints(cells) => {
                out.array(cells.len() as u64)?;
                for cell in cells {
                    match cell {
                        Some(number) => out.i64(*number)?,
                        None => out.null()?,
                    };
                }
            }
            Self::Texts(cells) => {
                out.array(cells.len() as u64)?;
                for cell in cells {
                    match cell {
                        Some(text) => out.str(text.as_str())?,
                        None => out.null()?,
                    };
                }
            }
            Self::TextLists(cells) => {
                out.array(cells.len() as u64)?;
                for list in cells {
                    out.array(list.len() as u64)?;
                    for text in *list {
                        out.str(text.as_str())?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Differences of the days, the first from `from`.
pub(super) fn day_column<'a>(from: Day, days: impl Iterator<Item = Day>) -> Column<'a> {
    let mut before = from;
    let differences =
        days.map(|day| Some(i64::from(day.since(std::mem::replace(&mut before, day)))));
    Column::Ints(differences.collect())
}

/// Numbers of which some may be missing.
pub(super) fn ints<'a, R, T: Into<i64>>(rows: &[R], cell: impl Fn(&R) -> Option<T>) -> Column<'a> {
    Column::Ints(rows.iter().map(|row| cell(row).map(Into::into)).collect())
}

/// Writes a part; its columns in ascending order of their keys.
pub(super) fn write_part(
    out: &mut Writer,
    rows: usize,
    visibility: Visibility,
    columns: Vec<(u8, Column<'_>)>,
) -> Written {
    let columns: Vec<_> =
        columns.into_iter().filter(|(_, column)| !column.says_nothing()).collect();
    let meeting = visibility == Visibility::Meeting;
    out.map(columns.len() as u64 + 1 + u64::from(meeting))?;
    out.i64(ROWS)?.u64(rows as u64)?;
    if meeting {
        out.i64(VISIBILITY)?.u8(1)?;
    }
    for (key, column) in columns {
        out.u8(key)?;
        column.write(out)?;
    }
    Ok(())
}

/// A part's columns as they were read; each is taken once.
#[derive(Debug)]
pub(super) struct Columns {
    pub rows: usize,
    pub visibility: Visibility,
    from: Day,
    ints: BTreeMap<i64, Vec<Option<i64>>>,
    texts: BTreeMap<i64, Vec<Option<Words>>>,
    text_lists: BTreeMap<i64, Vec<Vec<Words>>>,
}

/// Which of a part's columns hold texts; all other known ones hold numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// Highest key that this version knows.
    pub last: i64,
    /// Columns of texts.
    pub texts: &'static [i64],
    /// Columns of lists of texts.
    pub text_lists: &'static [i64],
}

impl Columns {
    /// Reads a part. `budget` is what may still come of the message's rows and list entries.
    pub fn read(
        reader: &mut Reader<'_>,
        from: Day,
        shape: Shape,
        budget: &mut usize,
    ) -> Read<Self> {
        let mut rows = None;
        let mut columns = Self {
            rows: 0,
            visibility: Visibility::OnlyYou,
            from,
            ints: BTreeMap::new(),
            texts: BTreeMap::new(),
            text_lists: BTreeMap::new(),
        };
        map(reader, |key, reader| {
            if key == ROWS {
                let count = usize::try_from(int(reader)?).map_err(|_| MessageError::TooLarge)?;
                *budget = budget.checked_sub(count).ok_or(MessageError::TooLarge)?;
                rows = Some(count);
                return Ok(true);
            }
            let rows = rows.ok_or(MessageError::Malformed)?;
            if key == VISIBILITY {
                columns.visibility = visibility(int(reader)?);
            } else if !(FIRST_COLUMN..=shape.last).contains(&key) {
                return Ok(false);
            } else if shape.text_lists.contains(&key) {
                let cells = cells(reader, rows, |reader| text_list(reader, budget))?;
                columns.text_lists.insert(key, cells);
            } else if shape.texts.contains(&key) {
                columns.texts.insert(key, cells(reader, rows, words_or_gap)?);
            } else {
                columns.ints.insert(key, cells(reader, rows, int_or_gap)?);
            }
            Ok(true)
        })?;
        columns.rows = rows.ok_or(MessageError::Malformed)?;
        Ok(columns)
    }

    /// The dates, each within the summary's.
    pub fn days(&mut self, key: i64, to: Day) -> Read<Vec<Day>> {
        let mut number = i64::from(self.from.number());
        let mut days = Vec::new();
        for difference in self.required(key)? {
            if difference < 0 {
                return Err(MessageError::ImpossibleValue);
            }
            number = number.checked_add(difference).ok_or(MessageError::ImpossibleValue)?;
            let day = day(number)?;
            if day > to {
                return Err(MessageError::ImpossibleValue);
            }
            days.push(day);
        }
        Ok(days)
    }

    /// A column without gaps.
    pub fn required(&mut self, key: i64) -> Read<Vec<i64>> {
        self.optional(key)
            .into_iter()
            .map(|cell| cell.ok_or(MessageError::ImpossibleValue))
            .collect()
    }

    /// A column with gaps; all gaps when it was left out.
    pub fn optional(&mut self, key: i64) -> Vec<Option<i64>> {
        self.ints.remove(&key).unwrap_or_else(|| vec![None; self.rows])
    }

    /// Texts with gaps; all gaps when the column was left out.
    pub fn texts(&mut self, key: i64) -> Vec<Option<Words>> {
        self.texts.remove(&key).unwrap_or_else(|| vec![None; self.rows])
    }

    /// Lists of texts; all empty when the column was left out.
    pub fn text_lists(&mut self, key: i64) -> Vec<Vec<Words>> {
        self.text_lists.remove(&key).unwrap_or_else(|| vec![Vec::new(); self.rows])
    }
}

/// What this version does not know is treated as the stricter: only the receiver sees it.
fn visibility(number: i64) -> Visibility {
    if number == 1 { Visibility::Meeting } else { Visibility::OnlyYou }
}

/// Exactly as many cells as the part has rows.
fn cells<T>(
    reader: &mut Reader<'_>,
    rows: usize,
    mut cell: impl FnMut(&mut Reader<'_>) -> Read<T>,
) -> Read<Vec<T>> {
    if usize::try_from(array_len(reader)?) != Ok(rows) {
        return Err(MessageError::Malformed);
    }
    let mut cells = Vec::new();
    for _ in 0..rows {
        cells.push(cell(reader)?);
    }
    Ok(cells)
}

fn text_list(reader: &mut Reader<'_>, budget: &mut usize) -> Read<Vec<Words>> {
    let mut list = Vec::new();
    for _ in 0..array_len(reader)? {
        *budget = budget.checked_sub(1).ok_or(MessageError::TooLarge)?;
        list.push(words_or_gap(reader)?.ok_or(MessageError::ImpossibleValue)?);
    }
    Ok(list)
}
