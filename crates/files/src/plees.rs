//! Plees' CSV: a sleep a row, in milliseconds since 1970 UTC.

use askelma_diary::entries::Night;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::sleep::night_and_naps;
use askelma_diary::time::{Instant, Zone};
use askelma_diary::values::{Minutes, Scale5, Times, Words};

use crate::entries::here;
use crate::text::{columns, reader};
use crate::{BadRowKind, Entries, Preview, Source};

const LONGEST_MIN: i64 = 24 * 60;

pub fn knows(columns: &[String]) -> bool {
    ["start", "stop", "rating"].iter().all(|name| columns.iter().any(|column| column == name))
}

/// A sleep as it stands.
struct Sleep {
    from: Instant,
    to: Instant,
    rating: Option<Scale5>,
    wakes: Option<Times>,
    comment: Option<Words>,
}

pub fn read((name, text): &(String, String), zone: &impl Zone) -> Preview {
    let mut entries = Entries::of(Source::Plees);
    let columns = columns(text);
    let mut sleeps = Vec::new();
    for row in reader(text).records() {
        let Ok(row) = row else {
            entries.leave_out(name, 0, BadRowKind::Columns);
            continue;
        };
        let field = |wanted: &str| {
            row.get(columns.iter().position(|column| column == wanted)?).map(str::trim)
        };
        match sleep(field, zone) {
            Ok(sleep) => sleeps.push(sleep),
            Err(why) => {
                entries.leave_out(name, row.position().map_or(0, csv::Position::line), why);
            }
        }
    }
    let spans: Vec<_> = sleeps.iter().map(|sleep| (sleep.from, sleep.to)).collect();
    for date in night_and_naps(&spans) {
        let Some(sleep) = sleeps.iter().find(|sleep| (sleep.from, sleep.to) == date.night) else {
            continue;
        };
        let night = Night {
            into_bed: None,
            tried: sleep.from,
            fall_asleep_min: None,
            awakenings: sleep.wakes,
            awake_min: None,
            woke: sleep.to,
            out_of_bed: None,
            quality: sleep.rating,
            naps_min: Some(date.naps_min).filter(|naps| *naps > Minutes::MIN),
            note: sleep.comment.clone(),
            estimate: false,
        };
        entries.put(Id::once_a_day(Kind::Night, date.date), night);
    }
    entries.preview()
}

fn sleep<'a>(
    field: impl Fn(&str) -> Option<&'a str>,
    zone: &impl Zone,
) -> Result<Sleep, BadRowKind> {
    let at = |name: &str| {
        let ms: i64 = field(name).and_then(|ms| ms.parse().ok()).ok_or(BadRowKind::Time)?;
        // To the whole minute, as a night is told.
        here(zone, ms.div_euclid(60_000) * 60).ok_or(BadRowKind::Date)
    };
    let (from, to) = (at("start")?, at("stop")?);
    if !(1..=LONGEST_MIN).contains(&to.minutes_since(from)) {
        return Err(BadRowKind::Times);
    }
    let number = |name: &str| match field(name).unwrap_or_default() {
        "" => Ok(None),
        text => text.parse::<u8>().map(Some).map_err(|_| BadRowKind::Value),
    };
    let rating = match number("rating")? {
        None | Some(0) => None,
        Some(rating) => Some(Scale5::new(rating).map_err(|_| BadRowKind::Value)?),
    };
    let wakes = match number("wakes")? {
        None => None,
        Some(wakes) => Some(Times::new(wakes).map_err(|_| BadRowKind::Value)?),
    };
    let comment = field("comment").unwrap_or_default().replace("\r\n", "\n");
    let comment = Words::new(&comment).map_err(|_| BadRowKind::Value)?;
    Ok(Sleep { from, to, rating, wakes, comment })
}
