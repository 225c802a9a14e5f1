//! Each part's rows as columns and back, every value through its checked constructor.

mod path;

use askelma_diary::sharing::summary::{
    MomentRow, MoodRow, NightRow, NoteRow, RoutineRow, SchoolLogged, SchoolRow,
};
use askelma_diary::time::{DAY_TURNS_AT_MIN, Day};
use askelma_diary::values::{
    BodySign, Feeling, Minutes, Mood, Scale5, Scale10, SchoolMode, Strength, Times,
};

use super::super::MessageError;
use super::super::columns::{Column, Columns, Shape, day_column, ints};
use super::super::read::{Read, narrow};

/// The most items of a day's routine.
const MOST_DUE: u8 = 200;
const LAST_CLOCK_MIN: u16 = 1439;

/// The column that every part has.
const DAY: i64 = 2;

/// A part's rows.
pub(super) trait Rows: Sized {
    const SHAPE: Shape;

    /// Where the row stands among the others; rows of one place stay as they were.
    fn place(&self) -> i64;

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)>;

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>>;
}

const fn numbers(last: i64) -> Shape {
    Shape { last, texts: &[], text_lists: &[] }
}

impl Rows for MoodRow {
    const SHAPE: Shape = numbers(8);

    fn place(&self) -> i64 {
        in_time(self.day, self.clock_min)
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| Some(row.clock_min))),
            (4, ints(rows, |row| Some(row.mood.get()))),
            (5, ints(rows, |row| row.energy.map(Scale5::get))),
            (6, ints(rows, |row| row.worry.map(Scale10::get))),
            (7, ints(rows, |row| mask(row.feelings.iter().map(|one| one.code())))),
            (8, ints(rows, |row| mask(row.body.iter().map(|one| one.code())))),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut clock = columns.required(3)?.into_iter();
        let mut mood = columns.required(4)?.into_iter();
        let mut energy = columns.optional(5).into_iter();
        let mut worry = columns.optional(6).into_iter();
        let mut feelings = columns.optional(7).into_iter();
        let mut body = columns.optional(8).into_iter();
        let row = |day| {
            Ok(Self {
                day,
                clock_min: clock_min(next(&mut clock)?)?,
                mood: Mood::new(narrow(next(&mut mood)?)?)?,
                energy: checked(next(&mut energy)?, |one| Ok(Scale5::new(narrow(one)?)?))?,
                worry: checked(next(&mut worry)?, |one| Ok(Scale10::new(narrow(one)?)?))?,
                feelings: unmask(next(&mut feelings)?, Feeling::from_code)?,
                body: unmask(next(&mut body)?, BodySign::from_code)?,
            })
        };
        days.into_iter().map(row).collect()
    }
}

impl Rows for NoteRow {
    const SHAPE: Shape = Shape { last: 4, texts: &[4], text_lists: &[] };

    fn place(&self) -> i64 {
        in_time(self.day, self.clock_min)
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| Some(row.clock_min))),
            (4, Column::Texts(rows.iter().map(|row| Some(&row.note)).collect())),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut clock = columns.required(3)?.into_iter();
        let mut note = columns.texts(4).into_iter();
        let row = |day| {
            Ok(Self {
                day,
                clock_min: clock_min(next(&mut clock)?)?,
                note: next(&mut note)?.ok_or(MessageError::ImpossibleValue)?,
            })
        };
        days.into_iter().map(row).collect()
    }
}

impl Rows for NightRow {
    const SHAPE: Shape = numbers(11);

    fn place(&self) -> i64 {
        i64::from(self.waking_day.number())
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.waking_day))),
            (3, ints(rows, |row| Some(row.tried_clock_min))),
            (4, ints(rows, |row| Some(row.lasted_min.get()))),
            (5, ints(rows, |row| row.fall_asleep_min.map(Minutes::get))),
            (6, ints(rows, |row| row.awakenings.map(Times::get))),
            (7, ints(rows, |row| row.awake_min.map(Minutes::get))),
            (8, ints(rows, |row| row.bed_before_min.map(Minutes::get))),
            (9, ints(rows, |row| row.bed_after_min.map(Minutes::get))),
            (10, ints(rows, |row| row.quality.map(Scale5::get))),
            (11, ints(rows, |row| row.estimate.then_some(1))),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut tried = columns.required(3)?.into_iter();
        let mut lasted = columns.required(4)?.into_iter();
        let mut fall_asleep = columns.optional(5).into_iter();
        let mut awakenings = columns.optional(6).into_iter();
        let mut awake = columns.optional(7).into_iter();
        let mut bed_before = columns.optional(8).into_iter();
        let mut bed_after = columns.optional(9).into_iter();
        let mut quality = columns.optional(10).into_iter();
        let mut estimate = columns.optional(11).into_iter();
        let row = |waking_day| {
            Ok(Self {
                waking_day,
                tried_clock_min: clock_min(next(&mut tried)?)?,
                lasted_min: minutes(next(&mut lasted)?).and_then(at_least_one)?,
                fall_asleep_min: checked(next(&mut fall_asleep)?, minutes)?,
                awakenings: checked(next(&mut awakenings)?, |one| Ok(Times::new(narrow(one)?)?))?,
                awake_min: checked(next(&mut awake)?, minutes)?,
                bed_before_min: checked(next(&mut bed_before)?, minutes)?,
                bed_after_min: checked(next(&mut bed_after)?, minutes)?,
                quality: checked(next(&mut quality)?, |one| Ok(Scale5::new(narrow(one)?)?))?,
                estimate: yes(next(&mut estimate)?)?,
            })
        };
        days.into_iter().map(row).collect()
    }
}

impl Rows for RoutineRow {
    const SHAPE: Shape = numbers(5);

    fn place(&self) -> i64 {
        i64::from(self.day.number())
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| Some(row.due))),
            (4, ints(rows, |row| Some(row.done))),
            (5, ints(rows, |row| Some(row.some))),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut due = columns.required(3)?.into_iter();
        let mut done = columns.required(4)?.into_iter();
        let mut some = columns.required(5)?.into_iter();
        let row = |day| {
            let due: u8 = narrow(next(&mut due)?)?;
            let (done, some): (u8, u8) = (narrow(next(&mut done)?)?, narrow(next(&mut some)?)?);
            if due > MOST_DUE || u16::from(done) + u16::from(some) > u16::from(due) {
                return Err(MessageError::ImpossibleValue);
            }
            Ok(Self { day, due, done, some })
        };
        days.into_iter().map(row).collect()
    }
}

impl Rows for SchoolRow {
    const SHAPE: Shape = numbers(5);

    fn place(&self) -> i64 {
        i64::from(self.day.number())
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| Some(row.planned_min.get()))),
            (4, ints(rows, |row| row.logged.map(|logged| logged.mode.code()))),
            (5, ints(rows, |row| row.logged.map(|logged| logged.attended_min.get()))),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut planned = columns.required(3)?.into_iter();
        let mut mode = columns.optional(4).into_iter();
        let mut attended = columns.optional(5).into_iter();
        let row = |day| {
            let logged = match (next(&mut mode)?, next(&mut attended)?) {
                (Some(mode), Some(attended)) => {
                    let mode = SchoolMode::from_code(narrow(mode)?);
                    let mode = mode.ok_or(MessageError::ImpossibleValue)?;
                    Some(SchoolLogged { mode, attended_min: minutes(attended)? })
                }
                (None, None) => None,
                _ => return Err(MessageError::ImpossibleValue),
            };
            Ok(Self { day, planned_min: minutes(next(&mut planned)?)?, logged })
        };
        days.into_iter().map(row).collect()
    }
}

impl Rows for MomentRow {
    const SHAPE: Shape = Shape { last: 6, texts: &[5, 6], text_lists: &[4] };

    fn place(&self) -> i64 {
        i64::from(self.day.number())
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| mask(row.strengths.iter().map(|one| one.code())))),
            (4, Column::TextLists(rows.iter().map(|row| row.own_strengths.as_slice()).collect())),
            (5, Column::Texts(rows.iter().map(|row| row.words.as_ref()).collect())),
            (6, Column::Texts(rows.iter().map(|row| row.gift_from.as_ref()).collect())),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut strengths = columns.optional(3).into_iter();
        let mut own_strengths = columns.text_lists(4).into_iter();
        let mut words = columns.texts(5).into_iter();
        let mut gift = columns.texts(6).into_iter();
        let row = |day| {
            Ok(Self {
                day,
                strengths: unmask(next(&mut strengths)?, Strength::from_code)?,
                own_strengths: next(&mut own_strengths)?,
                words: next(&mut words)?,
                gift_from: next(&mut gift)?,
            })
        };
        days.into_iter().map(row).collect()
    }
}

/// Every column was read with as many cells as there are rows.
fn next<T>(cells: &mut impl Iterator<Item = T>) -> Read<T> {
    cells.next().ok_or(MessageError::Malformed)
}

fn checked<T>(cell: Option<i64>, check: impl Fn(i64) -> Read<T>) -> Read<Option<T>> {
    cell.map(check).transpose()
}

fn minutes(number: i64) -> Read<Minutes> {
    Ok(Minutes::new(narrow(number)?)?)
}

fn at_least_one(minutes: Minutes) -> Read<Minutes> {
    if minutes == Minutes::MIN { Err(MessageError::ImpossibleValue) } else { Ok(minutes) }
}

fn clock_min(number: i64) -> Read<u16> {
    let minute = narrow(number)?;
    if minute <= LAST_CLOCK_MIN { Ok(minute) } else { Err(MessageError::ImpossibleValue) }
}

fn yes(cell: Option<i64>) -> Read<bool> {
    match cell {
        None | Some(0) => Ok(false),
        Some(1) => Ok(true),
        Some(_) => Err(MessageError::ImpossibleValue),
    }
}

/// The minute of a clock on a diary day.
fn in_time(day: Day, clock_min: u16) -> i64 {
    let into_day = if clock_min < DAY_TURNS_AT_MIN {
        clock_min + (1440 - DAY_TURNS_AT_MIN)
    } else {
        clock_min - DAY_TURNS_AT_MIN
    };
    i64::from(day.number()) * 1440 + i64::from(into_day)
}

/// A list as a number: bit 0 for the one with code 0, and so on. Nothing for an empty list.
fn mask(codes: impl Iterator<Item = u8>) -> Option<i64> {
    let mask = codes.fold(0_i64, |mask, code| mask | 1 << code);
    (mask != 0).then_some(mask)
}

/// The list's members in the list's order. A bit that this version does not know is passed over:
/// a newer list has more members.
fn unmask<T>(cell: Option<i64>, from_code: impl Fn(u8) -> Option<T>) -> Read<Vec<T>> {
    let mask = cell.unwrap_or(0);
    if mask < 0 {
        return Err(MessageError::ImpossibleValue);
    }
    Ok((0..63).filter(|code| mask >> code & 1 == 1).filter_map(from_code).collect())
}
