//! Daylio's CSV: a check-in a row, with names for moods that may be the person's own.

use std::collections::BTreeMap;

use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::time::{Instant, Zone};
use askelma_diary::values::{Mood, Words};
use chrono::{NaiveDate, NaiveTime};

use crate::text::{columns, reader};
use crate::{BadRowKind, Entries, Found, MoodName, Source};

/// The five names that Daylio gives by itself, in English.
const OWN_NAMES: [(&str, u8); 5] = [("rad", 5), ("good", 4), ("meh", 3), ("bad", 2), ("awful", 1)];

pub fn knows(columns: &[String]) -> bool {
    ["full_date", "time", "mood"].iter().all(|name| columns.iter().any(|column| column == name))
}

/// A row as it stands.
struct Row {
    line: u64,
    date: String,
    time: String,
    mood: String,
    activities: String,
    title: String,
    note: String,
}

pub fn read(
    (name, text): &(String, String),
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Found {
    let mut entries = Entries::of(Source::Daylio);
    let mut rows = Vec::new();
    let columns = columns(text);
    for row in reader(text).records() {
        let Ok(row) = row else {
            entries.leave_out(name, 0, BadRowKind::Columns);
            continue;
        };
        let line = row.position().map_or(0, csv::Position::line);
        let field = |wanted: &str| {
            let at = columns.iter().position(|column| column == wanted)?;
            Some(row.get(at)?.trim().to_owned())
        };
        let cells = (field("full_date"), field("time"), field("mood"));
        let (Some(date), Some(time), Some(mood)) = cells else {
            entries.leave_out(name, line, BadRowKind::Columns);
            continue;
        };
        let rest = |wanted| field(wanted).unwrap_or_default();
        let (activities, title, note) = (rest("activities"), rest("note_title"), rest("note"));
        rows.push(Row { line, date, time, mood, activities, title, note });
    }
    let names = names(&rows);
    if faces.is_empty() && names.iter().any(|name| name.mood.is_none()) {
        return Found::WhichFaces(names);
    }
    for row in rows {
        match entry(&row, faces, zone) {
            Ok((id, entry)) => entries.put(id, entry),
            Err(why) => entries.leave_out(name, row.line, why),
        }
    }
    Found::Preview(entries.preview())
}

/// Each mood's name once, the most frequent first.
fn names(rows: &[Row]) -> Vec<MoodName> {
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        *times.entry(&row.mood).or_default() += 1;
    }
    let mut names: Vec<_> = times
        .into_iter()
        .map(|(name, times)| MoodName { name: name.to_owned(), mood: own_face(name), times })
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.times));
    names
}

fn own_face(name: &str) -> Option<Mood> {
    let (_, face) = OWN_NAMES.iter().find(|(own_name, _)| own_name.eq_ignore_ascii_case(name))?;
    Mood::new(*face).ok()
}

fn entry(
    row: &Row,
    faces: &[(String, Option<Mood>)],
    zone: &impl Zone,
) -> Result<(Id, MoodEntry), BadRowKind> {
    let chosen = faces.iter().find(|(name, _)| *name == row.mood);
    let mood = chosen.map_or_else(|| own_face(&row.mood), |(_, mood)| *mood);
    let date = NaiveDate::parse_from_str(&row.date, "%Y-%m-%d").map_err(|_| BadRowKind::Date)?;
    let time = time(&row.time).ok_or(BadRowKind::Time)?;
    let mood = mood.ok_or(BadRowKind::Mood)?;
    let when: Instant = zone.instant(date.and_time(time)).map_err(|_| BadRowKind::Date)?;
    let mut entry = MoodEntry::new(when, mood);
    entry.note = note(row).map_err(|_| BadRowKind::Value)?;
    let content = [&row.date, &row.time, &row.mood, &row.activities, &row.title, &row.note]
        .map(String::as_str);
    // The unit separator stands in no typed text.
    let name = format!("daylio\u{1f}{}", content.join("\u{1f}"));
    Ok((Id::named(Kind::Mood, name.as_bytes()), entry))
}

/// 18:52, 18.52, 10:00 pm, 10:00 PM with any blank between.
fn time(text: &str) -> Option<NaiveTime> {
    let text = text.replace(['\u{202f}', '\u{a0}'], " ").to_lowercase().replace('.', ":");
    let (clock, half) = match text.trim_end_matches([' ', ':']) {
        text if text.ends_with('m') => {
            let at = text.find(|c: char| c.is_alphabetic())?;
            (text[..at].trim(), Some(text[at..].replace([':', ' '], "")))
        }
        text => (text, None),
    };
    let (hours, minutes) = clock.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    let hours = match (half.as_deref(), hours) {
        (Some("am"), 12) => 0,
        (None, 0..24) | (Some("am"), 1..12) | (Some("pm"), 12) => hours,
        (Some("pm"), 1..12) => hours + 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

/// Title, note and activities, a line each.
fn note(row: &Row) -> Result<Option<Words>, askelma_diary::values::OutOfRange> {
    let activities: Vec<&str> =
        row.activities.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
    let note = row.note.replace("<br>", "\n").replace("\r\n", "\n");
    let lines = [row.title.clone(), note, activities.join(" · ")];
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let text: String = lines
        .join("\n")
        .chars()
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect();
    Words::new(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_twelve_and_of_24_hours() {
        let minutes = |text: &str| {
            use chrono::Timelike as _;
            time(text).map(|time| time.hour() * 60 + time.minute())
        };
        assert_eq!(minutes("18:52"), Some(18 * 60 + 52));
        assert_eq!(minutes("8.05"), Some(8 * 60 + 5));
        assert_eq!(minutes("10:00 pm"), Some(22 * 60));
        assert_eq!(minutes("12:30\u{202f}AM"), Some(30));
        assert_eq!(minutes("12:30 p.m."), Some(12 * 60 + 30));
        assert_eq!((minutes("24:00"), minutes("13:00 pm"), minutes("0:10 am")), (None, None, None));
        assert_eq!((minutes("soon"), minutes(""), minutes("7")), (None, None, None));
    }
}
