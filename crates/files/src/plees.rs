//! Plees' CSV: a sleep a row, in milliseconds since 1970 UTC.

use std::collections::BTreeMap;

use askelma_diary::entries::Night;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::sleep::{DateOfSleep, night_and_naps};
use askelma_diary::time::{Instant, Zone};
use askelma_diary::values::{Minutes, Scale5, Times};

use crate::entries::here;
use crate::sheet::{Row, Sheet};
use crate::words::{fitted, mended};
use crate::{BadRowKind, Entries, FileError, Source};

const LONGEST_MIN: i64 = 24 * 60;

pub fn knows(sheet: &Sheet) -> bool {
    sheet.has(&["start", "stop", "rating"])
}

/// A sleep as it stands.
struct Sleep {
    from: Instant,
    to: Instant,
    rating: Option<Scale5>,
    /// How often one woke, if it was told.
    wakes: Option<u64>,
    comment: String,
}

/// All sleeps of all files: a night in pieces may stand in two.
pub fn read(sheets: &[Sheet], zone: &impl Zone, entries: &mut Entries) -> Result<(), FileError> {
    // The same sleep twice counts once.
    let mut sleeps = BTreeMap::new();
    for sheet in sheets {
        entries.from_source(Source::Plees);
        for row in sheet.rows() {
            match sleep(sheet, &row, zone) {
                Ok(sleep) => {
                    sleeps.entry((sleep.from.unix_s(), sleep.to.unix_s())).or_insert(sleep);
                }
                Err(why) => entries.leave_out(&sheet.name, row.line, why),
            }
        }
    }
    let sleeps: Vec<Sleep> = sleeps.into_values().collect();
    let spans: Vec<_> = sleeps.iter().map(|sleep| (sleep.from, sleep.to)).collect();
    for date in night_and_naps(&spans) {
        let pieces: Vec<&Sleep> =
            date.pieces.iter().filter_map(|index| sleeps.get(*index)).collect();
        let (night, is_cut) = night(&date, &pieces);
        if entries.put(Id::once_a_day(Kind::Night, date.date), night)? && is_cut {
            entries.cut_note();
        }
    }
    Ok(())
}

/// A night of one piece or more, and whether its note was cut.
fn night(date: &DateOfSleep, pieces: &[&Sleep]) -> (Night, bool) {
    // Of a night in pieces the longest piece that was rated speaks for all.
    let rated = pieces.iter().filter(|piece| piece.rating.is_some());
    let rating = rated.max_by_key(|piece| piece.to.minutes_since(piece.from));
    let told: Vec<u64> = pieces.iter().filter_map(|piece| piece.wakes).collect();
    let between = u64::try_from(date.awakenings).unwrap_or(u64::MAX);
    let wakes = told.into_iter().fold(between, u64::saturating_add);
    let comments: Vec<&str> = pieces
        .iter()
        .map(|piece| piece.comment.as_str())
        .filter(|comment| !comment.is_empty())
        .collect();
    let (note, is_cut) = fitted(&comments.join("\n"));
    let night = Night {
        into_bed: None,
        tried: date.night.0,
        fall_asleep_min: None,
        // None is what the app writes where nothing was told; more than is kept is left out.
        awakenings: u8::try_from(wakes)
            .ok()
            .filter(|wakes| *wakes > 0)
            .and_then(|wakes| Times::new(wakes).ok()),
        awake_min: Some(date.awake_min).filter(|awake| *awake > Minutes::MIN),
        woke: date.night.1,
        out_of_bed: None,
        quality: rating.and_then(|piece| piece.rating),
        naps_min: Some(date.naps_min).filter(|naps| *naps > Minutes::MIN),
        note,
        estimate: false,
    };
    (night, is_cut)
}

fn sleep(sheet: &Sheet, row: &Row<'_>, zone: &impl Zone) -> Result<Sleep, BadRowKind> {
    if row.width() > sheet.heads.len() {
        return Err(BadRowKind::Columns);
    }
    let cell = |name| row.cell(sheet.column(name));
    let at = |name| {
        let ms = whole(cell(name)).ok_or(BadRowKind::Time)?;
        // To the whole minute, as a night is told.
        here(zone, ms.div_euclid(60_000) * 60).ok_or(BadRowKind::Date)
    };
    let (from, to) = (at("start")?, at("stop")?);
    if !(1..=LONGEST_MIN).contains(&to.minutes_since(from)) {
        return Err(BadRowKind::Times);
    }
    // A night is worth more than its rating: one that says nothing here does not take it away.
    let rating = whole(cell("rating")).and_then(|rating| u8::try_from(rating).ok());
    let rating = rating.and_then(|rating| Scale5::new(rating).ok());
    let wakes = whole(cell("wakes")).and_then(|wakes| u64::try_from(wakes).ok());
    let comment = mended(cell("comment"));
    Ok(Sleep { from, to, rating, wakes, comment })
}

/// A whole number, also as spreadsheets write it, 4.0 and 4,0. Not 1.79547E+12, which has lost the
/// hour.
fn whole(text: &str) -> Option<i64> {
    let (whole, zeros) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if zeros.bytes().all(|digit| digit == b'0') { whole.parse().ok() } else { None }
}
