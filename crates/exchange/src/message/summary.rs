//! The body of a summary.
//!
//! Keys are never used twice: 17 to 22 are kept for reasons, parent log, agreements, passport,
//! meeting and observations. The path has 16 for its steps and 23 for its tries.

use askelma_diary::order::by_number;
use askelma_diary::sharing::summary::{Part, StepRow, Summary, TryRow, Visibility};
use askelma_diary::time::{Day, Instant};
use minicbor::Encoder;

use super::columns::{Columns, Shape, Writer, Written};
use super::read::{Read, Reader, array_len, day, int, map, narrow, words};
use super::{MOST_DAYS, MOST_ROWS, MessageError};

mod parts;

use parts::Rows;

const ID: i64 = 0;
const MADE_AT: i64 = 1;
const FROM: i64 = 2;
const TO: i64 = 3;
const NAME: i64 = 4;
const PURPOSE: i64 = 5;
const KEEP_UNTIL: i64 = 6;
const MOODS: i64 = 10;
const NOTES: i64 = 11;
const NIGHTS: i64 = 12;
const ROUTINE: i64 = 13;
const SCHOOL: i64 = 14;
const MOMENTS: i64 = 15;
const STEPS: i64 = 16;
const TRIES: i64 = 23;

/// The widest span of instants that is looked at, in seconds around 1970: within it the diary's
/// own check decides, beyond it date arithmetic could overflow.
const MOST_UNIX_S: i64 = 10_000_000_000;

pub(super) fn write(out: &mut Writer, summary: &Summary) -> Written {
    // Written apart first: the map's length, which stands before it, depends on what there is.
    let mut body = Encoder::new(Vec::new());
    let mut entries = 5;
    body.i64(ID)?.bytes(&summary.id)?;
    let made_at = summary.made_at;
    body.i64(MADE_AT)?.array(2)?.i64(made_at.unix_s())?.i16(made_at.offset_min())?;
    body.i64(FROM)?.i32(summary.from.number())?;
    body.i64(TO)?.i32(summary.to.number())?;
    body.i64(NAME)?.str(summary.name.as_str())?;
    if let Some(purpose) = &summary.purpose {
        body.i64(PURPOSE)?.str(purpose.as_str())?;
        entries += 1;
    }
    if let Some(day) = summary.keep_until {
        body.i64(KEEP_UNTIL)?.i32(day.number())?;
        entries += 1;
    }
    let from = summary.from;
    entries += write_part(&mut body, MOODS, from, summary.moods.as_ref())?;
    entries += write_part(&mut body, NOTES, from, summary.notes.as_ref())?;
    entries += write_part(&mut body, NIGHTS, from, summary.nights.as_ref())?;
    entries += write_part(&mut body, ROUTINE, from, summary.routine.as_ref())?;
    entries += write_part(&mut body, SCHOOL, from, summary.school.as_ref())?;
    entries += write_part(&mut body, MOMENTS, from, summary.moments.as_ref())?;
    entries += write_part(&mut body, STEPS, from, summary.steps.as_ref())?;
    entries += write_part(&mut body, TRIES, from, summary.tries.as_ref())?;
    out.map(entries)?;
    out.writer_mut().extend(body.into_writer());
    Ok(())
}

/// How many map entries were written: none for a part that was not chosen.
fn write_part<R: Rows>(
    out: &mut Writer,
    key: i64,
    from: Day,
    part: Option<&Part<R>>,
) -> Result<u64, minicbor::encode::Error<std::convert::Infallible>> {
    let Some(part) = part else { return Ok(0) };
    let mut rows: Vec<&R> = part.rows.iter().collect();
    by_number(&mut rows, |row| row.place());
    out.i64(key)?;
    super::columns::write_part(out, rows.len(), part.visibility, R::columns(&rows, from))?;
    Ok(1)
}

/// What is read before the parts, and the parts.
#[derive(Debug, Default)]
struct Body {
    id: Option<[u8; 16]>,
    made_at: Option<Instant>,
    from: Option<Day>,
    to: Option<Day>,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Read<Summary> {
    let mut body = Body::default();
    let (mut name, mut purpose, mut keep_until) = (None, None, None);
    let (mut moods, mut notes, mut nights) = (None, None, None);
    let (mut routine, mut school, mut moments) = (None, None, None);
    let (mut steps, mut tries) = (None, None);
    let mut budget = MOST_ROWS;
    map(reader, |key, reader| {
        match key {
            ID => body.id = Some(id(reader)?),
            MADE_AT => body.made_at = Some(instant(reader)?),
            FROM => body.from = Some(day(int(reader)?)?),
            TO => body.to = Some(day(int(reader)?)?),
            NAME => name = Some(words(reader)?),
            PURPOSE => purpose = Some(words(reader)?),
            KEEP_UNTIL => keep_until = Some(day(int(reader)?)?),
            MOODS => moods = Some(read_part(reader, &body, &mut budget)?),
            NOTES => notes = Some(read_part(reader, &body, &mut budget)?),
            NIGHTS => nights = Some(read_part(reader, &body, &mut budget)?),
            ROUTINE => routine = Some(read_part(reader, &body, &mut budget)?),
            SCHOOL => school = Some(read_part(reader, &body, &mut budget)?),
            MOMENTS => moments = Some(read_part(reader, &body, &mut budget)?),
            STEPS => steps = Some(read_part(reader, &body, &mut budget)?),
            TRIES => tries = Some(read_part(reader, &body, &mut budget)?),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let (from, to) = body.dates()?;
    let (steps, tries) = path_parts(steps, tries)?;
    Ok(Summary {
        id: body.id.ok_or(MessageError::Malformed)?,
        made_at: body.made_at.ok_or(MessageError::Malformed)?,
        from,
        to,
        name: name.ok_or(MessageError::Malformed)?,
        purpose,
        keep_until,
        moods,
        notes,
        nights,
        routine,
        school,
        moments,
        steps,
        tries,
    })
}

type PathParts = (Option<Part<StepRow>>, Option<Part<TryRow>>);

/// Steps and tries as they belong together: each try has its step among the summary's, and the
/// stricter of the two visibilities holds for both.
fn path_parts(steps: Option<Part<StepRow>>, tries: Option<Part<TryRow>>) -> Read<PathParts> {
    let Some(mut tries) = tries else { return Ok((steps, None)) };
    let mut steps = steps.ok_or(MessageError::ImpossibleValue)?;
    if tries.rows.iter().any(|row| row.step >= steps.rows.len()) {
        return Err(MessageError::ImpossibleValue);
    }
    if steps.visibility != tries.visibility {
        (steps.visibility, tries.visibility) = (Visibility::OnlyYou, Visibility::OnlyYou);
    }
    Ok((Some(steps), Some(tries)))
}

impl Body {
    /// First and last date. Their keys are lower than any part's, so they are known by then.
    fn dates(&self) -> Read<(Day, Day)> {
        let from = self.from.ok_or(MessageError::Malformed)?;
        let to = self.to.ok_or(MessageError::Malformed)?;
        if (0..MOST_DAYS).contains(&to.since(from)) {
            Ok((from, to))
        } else {
            Err(MessageError::ImpossibleValue)
        }
    }
}

fn read_part<R: Rows>(reader: &mut Reader<'_>, body: &Body, budget: &mut usize) -> Read<Part<R>> {
    let (from, to) = body.dates()?;
    let shape: Shape = R::SHAPE;
    let mut columns = Columns::read(reader, from, shape, budget)?;
    let rows = R::rows(&mut columns, to)?;
    Ok(Part { rows, visibility: columns.visibility })
}

fn id(reader: &mut Reader<'_>) -> Read<[u8; 16]> {
    reader.bytes()?.try_into().map_err(|_| MessageError::Malformed)
}

fn instant(reader: &mut Reader<'_>) -> Read<Instant> {
    if array_len(reader)? != 2 {
        return Err(MessageError::Malformed);
    }
    let (unix_s, offset_min) = (int(reader)?, int(reader)?);
    if !(-MOST_UNIX_S..=MOST_UNIX_S).contains(&unix_s) {
        return Err(MessageError::ImpossibleValue);
    }
    Instant::new(unix_s, narrow(offset_min)?).map_err(|_| MessageError::ImpossibleValue)
}
