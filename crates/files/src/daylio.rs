//! Daylio's CSV: a check-in a row, with names for moods that may be the person's own.

use std::collections::BTreeMap;

use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::time::{Instant, Zone};
use askelma_diary::values::{Mood, Words};
use chrono::NaiveDate;

use crate::clock::{self, Order, OrderSeen};
use crate::sheet::{Row, Sheet};
use crate::words::{cut, fitted, mended};
use crate::{BadRowKind, Entries, FileError, MoodName, Source, html};

/// The five names that Daylio gives by itself, in English.
const OWN_NAMES: [(&str, u8); 5] = [("rad", 5), ("good", 4), ("meh", 3), ("bad", 2), ("awful", 1)];
/// The most different names: each is a card on the page that asks for its face.
const MOST_NAMES: usize = 100;
/// The most characters of one.
const MOST_NAME_CHARS: usize = 100;
/// The fewest characters that a note keeps when what stands around it is long.
const LEAST_NOTE_CHARS: usize = 500;

pub fn knows(sheet: &Sheet) -> bool {
    sheet.has(&["time", "mood"]) && (sheet.has(&["full_date"]) || sheet.has(&["year", "date"]))
}

/// Where its columns stand.
struct Columns {
    full_date: Option<usize>,
    year: Option<usize>,
    date: Option<usize>,
    time: Option<usize>,
    mood: Option<usize>,
    activities: Option<usize>,
    scales: Option<usize>,
    title: Option<usize>,
    note: Option<usize>,
    order: Option<Order>,
}

impl Columns {
    fn of(sheet: &Sheet) -> Self {
        let (full_date, date) = (sheet.column("full_date"), sheet.column("date"));
        let mut order = OrderSeen::default();
        for row in sheet.rows() {
            order.look(row.cell(full_date), row.cell(date));
        }
        Self {
            full_date,
            date,
            order: order.order(),
            year: sheet.column("year"),
            time: sheet.column("time"),
            mood: sheet.column("mood"),
            activities: sheet.column("activities"),
            scales: sheet.column("scales"),
            title: sheet.column("note_title"),
            note: sheet.column("note"),
        }
    }

    /// The date of a row; exports of years ago have the year apart.
    fn day(&self, row: &Row<'_>) -> Option<NaiveDate> {
        if self.full_date.is_some() {
            return clock::date(row.cell(self.full_date), self.order);
        }
        let text = format!("{} {}", row.cell(self.year), row.cell(self.date));
        let read = |form| NaiveDate::parse_from_str(&text, form).ok();
        read("%Y %B %d").or_else(|| read("%Y %d %B"))
    }
}

/// Each mood's name once, the most frequent first.
pub fn names(sheets: &[Sheet]) -> Result<Vec<MoodName>, FileError> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for sheet in sheets {
        let column = sheet.column("mood");
        for row in sheet.rows() {
            let name = row.cell(column);
            if !is_name(name) {
                continue;
            }
            if let Some(times) = times.get_mut(name) {
                *times += 1;
            } else if times.len() == MOST_NAMES {
                return Err(FileError::ManyMoods);
            } else {
                times.insert(name.to_owned(), 1);
            }
        }
    }
    let mut names: Vec<_> = times
        .into_iter()
        .map(|(name, times)| MoodName { mood: own_face(&name), name, times })
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.times));
    Ok(names)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().nth(MOST_NAME_CHARS).is_none()
}

fn own_face(name: &str) -> Option<Mood> {
    let (_, face) = OWN_NAMES.iter().find(|(own_name, _)| own_name.eq_ignore_ascii_case(name))?;
    Mood::new(*face).ok()
}

pub fn read(
    sheet: &Sheet,
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
    entries: &mut Entries,
) -> Result<(), FileError> {
    entries.from_source(Source::Daylio);
    let columns = Columns::of(sheet);
    for row in sheet.rows() {
        match entry(&row, sheet, &columns, faces, zone) {
            Ok((id, entry, is_cut)) => {
                if entries.put(id, entry)? && is_cut {
                    entries.cut_note();
                }
            }
            Err(why) => entries.leave_out(&sheet.name, row.line, why),
        }
    }
    Ok(())
}

/// A row's check-in, its name, and whether its note was cut.
fn entry(
    row: &Row<'_>,
    sheet: &Sheet,
    columns: &Columns,
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Result<(Id, MoodEntry, bool), BadRowKind> {
    let is_short = columns.mood.is_none_or(|mood| mood >= row.cells.len());
    if is_short || row.width() > sheet.heads.len() {
        return Err(BadRowKind::Columns);
    }
    let name = row.cell(columns.mood);
    let chosen = faces.iter().find(|(chosen, _)| chosen == name);
    let mood = chosen.map_or_else(|| own_face(name), |(_, mood)| *mood);
    let date = columns.day(row).ok_or(BadRowKind::Date)?;
    let time = clock::time(row.cell(columns.time)).ok_or(BadRowKind::Time)?;
    let mood = mood.filter(|_| is_name(name)).ok_or(BadRowKind::Mood)?;
    let when: Instant = zone.instant(date.and_time(time)).map_err(|_| BadRowKind::Date)?;
    let note = mended(html::plain(row.cell(columns.note)).trim());
    let (title, activities) = (row.cell(columns.title), row.cell(columns.activities));
    let mut entry = MoodEntry::new(when, mood);
    let around = [title.to_owned(), parts(activities), parts(row.cell(columns.scales))];
    let (words, is_cut) = whole_note(around, &note);
    entry.note = words;
    // As it is meant, not as it is written: a copy that a spreadsheet saved is the same check-in.
    let (date, time) = (date.to_string(), time.format("%H:%M").to_string());
    // The unit separator stands in no typed text.
    let name = ["daylio", &date, &time, name, activities, title, &note].join("\u{1f}");
    Ok((Id::named(Kind::Mood, name.as_bytes()), entry, is_cut))
}

/// What a bar parts, in one line.
fn parts(text: &str) -> String {
    let parts: Vec<&str> = text.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Title, note, activities and scales, a line each. Where they are too long together, the note is
/// cut, and all of it only where that is not enough.
fn whole_note([title, activities, scales]: [String; 3], note: &str) -> (Option<Words>, bool) {
    let joined = |note: &str| {
        let lines = [&title, note, &activities, &scales];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let too_many = joined(note).chars().count().saturating_sub(Words::MOST_CHARS);
    let room = note.chars().count().saturating_sub(too_many);
    if too_many == 0 || room < LEAST_NOTE_CHARS {
        return fitted(&joined(note));
    }
    let (short, _) = cut(note, room);
    (fitted(&joined(&short)).0, true)
}
