//! Region packs: who answers in a region, as its data file says (`docs/region-pack.md`).

use askelma_diary::order::by_number;
use askelma_diary::safety::help_lines::{Hours, Opening, State, state};
use askelma_diary::time::{Day, Instant};
use askelma_diary::weekdays::Weekdays;
use serde_json::Value;

use crate::ContentError;
use crate::json::{Row, parse, texts};

/// Who answers in a region, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionPack {
    /// The region, as its people call it.
    pub name: String,
    /// The number for danger now.
    pub emergency: String,
    /// The lines, in the file's order.
    pub lines: Vec<Line>,
}

/// A line to call or to write to: it has a phone, a page, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is called.
    pub name: String,
    /// For whom it is.
    pub for_whom: String,
    /// The number to call: digits.
    pub phone: Option<Contact>,
    /// Its page: an `https` address.
    pub web: Option<Contact>,
    /// When it is open.
    pub opening: Opening,
    /// What else is certain.
    pub note: Option<String>,
    /// The first day of the month of its source.
    pub checked: Option<Day>,
    /// It seldom answers.
    pub never_first: bool,
    /// Codes of the languages spoken there; empty when its source does not say.
    pub languages: Vec<String>,
}

/// Where a button leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Number or address.
    pub target: String,
    /// The same as people write it.
    pub text: String,
}

impl Line {
    /// Whether a language is spoken there, as far as it is known.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|spoken| spoken == language)
    }
}

/// Reads the pack of a region in a language (`fi`).
///
/// # Errors
/// [`ContentError`] when it is not what it should be, or has no sentence in that language.
pub fn read(text: &str, language: &str) -> Result<RegionPack, ContentError> {
    let file = parse(text)?;
    let file = Row::of(&file, "region")?;
    let emergency = file.text("emergency")?;
    Ok(RegionPack {
        name: sentence(file.row("name")?, "name", language)?,
        emergency: checked(emergency, is_number(emergency), "emergency")?,
        lines: file
            .list("lines")?
            .iter()
            .map(|row| line(row, language))
            .collect::<Result<_, _>>()?,
    })
}

/// The lines as they are shown now: those open first, then those of uncertain hours, then those
/// that open later; within one state the reader's own language first, then the file's order. One
/// that seldom answers stands behind all others.
pub fn in_order(lines: Vec<Line>, now: Instant, language: &str) -> Vec<(State, Line)> {
    let mut lines: Vec<(State, Line)> =
        lines.into_iter().map(|line| (state(&line.opening, now), line)).collect();
    by_number(&mut lines, |(state, line)| {
        let rank = match state {
            State::Always | State::OpenUntil(_) => 0,
            State::Unsure => 1,
            State::Opens(..) => 2,
            State::Closed => 3,
        };
        i64::from(line.never_first) << 8 | rank << 4 | i64::from(!line.speaks(language))
    });
    lines
}

fn line(value: &Value, language: &str) -> Result<Line, ContentError> {
    let row = Row::of(value, "lines")?;
    let phone = contact(row, "phone", "phone_shown", is_number)?;
    let web = contact(row, "web", "web_shown", |address| address.starts_with("https://"))?;
    if phone.is_none() && web.is_none() {
        return Err(ContentError::Field("phone"));
    }
    let note = row.optional_row("note")?;
    let month = row.optional_text("checked")?;
    let month = month.map(|month| Day::parse(&format!("{month}-01")));
    Ok(Line {
        name: sentence(row.row("name")?, "name", language)?,
        for_whom: sentence(row.row("for_whom")?, "for_whom", language)?,
        phone,
        web,
        opening: opening(row.row("opening")?)?,
        note: note.map(|note| sentence(note, "note", language)).transpose()?,
        checked: month.transpose().map_err(|_| ContentError::Field("checked"))?,
        never_first: row.truth("never_first")?,
        languages: texts(row.list("languages")?, "languages")?,
    })
}

fn sentence(in_all: Row<'_>, name: &'static str, language: &str) -> Result<String, ContentError> {
    in_all.word(language).map(str::to_owned).ok_or(ContentError::Field(name))
}

/// Both fields or neither.
fn contact(
    row: Row<'_>,
    target_field: &'static str,
    text_field: &'static str,
    fits: impl Fn(&str) -> bool,
) -> Result<Option<Contact>, ContentError> {
    match (row.optional_text(target_field)?, row.optional_text(text_field)?) {
        (Some(target), Some(text)) => {
            let target = checked(target, fits(target), target_field)?;
            Ok(Some(Contact { target, text: text.to_owned() }))
        }
        (None, None) => Ok(None),
        _ => Err(ContentError::Field(text_field)),
    }
}

fn checked(text: &str, fits: bool, name: &'static str) -> Result<String, ContentError> {
    if fits { Ok(text.to_owned()) } else { Err(ContentError::Field(name)) }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn opening(row: Row<'_>) -> Result<Opening, ContentError> {
    match row.text("kind")? {
        "always" => Ok(Opening::Always),
        "unsure" => Ok(Opening::Unsure),
        "hours" => {
            let parts = row.list("hours")?.iter().map(|value| {
                let row = Row::of(value, "hours")?;
                hours(row).ok_or(ContentError::Field("hours"))
            });
            Ok(Opening::Hours(parts.collect::<Result<_, _>>()?))
        }
        _ => Err(ContentError::Field("kind")),
    }
}

fn hours(row: Row<'_>) -> Option<Hours> {
    let weekday = |day: &Value| {
        let day = day.as_u64().filter(|day| (1..=7).contains(day))?;
        u8::try_from(day - 1).ok()
    };
    let weekdays: Weekdays =
        row.list("weekdays").ok()?.iter().map(weekday).collect::<Option<_>>()?;
    let opens_min = clock_min(row.text("opens").ok()?)?;
    let closes_min = clock_min(row.text("closes").ok()?)?;
    let possible = !weekdays.is_empty() && opens_min < closes_min && closes_min <= 24 * 60;
    possible.then_some(Hours { weekdays, opens_min, closes_min })
}

/// `14.00` as a minute of the day.
fn clock_min(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once('.')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}
