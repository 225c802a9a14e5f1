//! Loop Habit Tracker's CSVs: its habits become routine items that have ended, so that Today stays
//! as it is; what was ticked by hand becomes ticks.

use askelma_diary::entries::{RoutineItem, Tick, TickLevel};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::time::{Day, Zone, within_day};
use askelma_diary::values::{PartOfDay, Words};
use askelma_diary::weekdays::EVERY_DAY;

use crate::text::{columns, reader};
use crate::{BadRowKind, Entries, FileError, Preview, Source};

const NOON_MIN: u16 = 12 * 60;

/// A file of checks by date; the list of habits beside it says nothing that is needed.
fn is_checks(text: &str) -> bool {
    let columns = columns(text);
    columns.len() > 1 && columns[0] == "date"
}

fn is_habits(text: &str) -> bool {
    let columns = columns(text);
    ["name", "question"].iter().all(|name| columns.iter().any(|column| column == name))
}

pub fn knows(texts: &[(String, String)]) -> bool {
    texts.iter().any(|(_, text)| is_checks(text) || is_habits(text))
}

pub fn read(texts: &[(String, String)], zone: &impl Zone) -> Result<Preview, FileError> {
    // The list of habits alone tells of no day. Scores stand in a file like that of the checks.
    let named = |(name, text): &&(String, String)| {
        is_checks(text) && !name.to_lowercase().contains("scores")
    };
    let (name, text) = texts.iter().find(named).ok_or(FileError::NotKnown)?;
    let mut entries = Entries::of(Source::Loop);
    let mut reader = reader(text);
    let habits: Vec<Option<Words>> = reader
        .headers()
        .map_err(|_| FileError::Damaged)?
        .iter()
        .skip(1)
        .map(|habit| Words::new(habit).ok().flatten())
        .collect();
    let mut spans: Vec<Option<(Day, Day)>> = vec![None; habits.len()];
    for row in reader.records() {
        let Ok(row) = row else {
            entries.leave_out(name, 0, BadRowKind::Columns);
            continue;
        };
        let line = row.position().map_or(0, csv::Position::line);
        let Ok(day) = Day::parse(row.get(0).unwrap_or_default().trim()) else {
            entries.leave_out(name, line, BadRowKind::Date);
            continue;
        };
        for (at, habit) in habits.iter().enumerate() {
            let Some(habit) = habit else { continue };
            match was_done(row.get(at + 1).unwrap_or_default().trim()) {
                Some(false) => {}
                Some(true) => {
                    let item = item_id(habit);
                    let Ok(when) = within_day(zone, day, NOON_MIN) else { continue };
                    let tick = Tick { day, item, when, level: TickLevel::Done };
                    entries.put(Id::once_a_day_for(Kind::Tick, day, item), tick);
                    let span = spans[at].get_or_insert((day, day));
                    *span = (span.0.min(day), span.1.max(day));
                }
                None => entries.leave_out(name, line, BadRowKind::Value),
            }
        }
    }
    for (order, (habit, span)) in (0_u16..).zip(habits.into_iter().zip(spans)) {
        let (Some(title), Some((from, until))) = (habit, span) else { continue };
        let item = item_id(&title);
        let item = RoutineItem {
            item,
            title,
            icon: 0,
            part: PartOfDay::Day,
            about_min: None,
            weekdays: EVERY_DAY,
            from,
            until: Some(until),
            order,
        };
        entries.put(item.item, item);
    }
    Ok(entries.preview())
}

fn item_id(habit: &Words) -> Id {
    Id::named(Kind::RoutineItem, format!("loop\u{1f}{}", habit.as_str()).as_bytes())
}

/// Whether a check was made by hand; `None` for a value that is not known. Ones that the app
/// filled in itself are nobody's doing. A number is a measured amount, or an older export's code:
/// 2 by hand, 1 filled in, 0 no, -1 unknown, 3 skipped.
fn was_done(value: &str) -> Option<bool> {
    match value {
        "YES_MANUAL" | "2" => Some(true),
        "YES_AUTO" | "NO" | "UNKNOWN" | "SKIP" | "" | "-1" | "0" | "1" | "3" => Some(false),
        number => Some(number.replace(',', ".").parse::<f64>().ok()? > 0.0),
    }
}
