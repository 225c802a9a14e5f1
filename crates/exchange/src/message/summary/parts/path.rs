//! The path's steps and tries. A try names its step by the step's place among the rows.

use askelma_diary::sharing::summary::{PathHead, StepRow, StepStanding, TryRow};
use askelma_diary::time::Day;
use askelma_diary::values::{Outcome, Scale10};

use super::super::super::MessageError;
use super::super::super::columns::{Column, Columns, Shape, day_column, ints};
use super::super::super::read::{Read, narrow};
use super::{DAY, Rows, checked, clock_min, in_time, next};

impl Rows for StepRow {
    const SHAPE: Shape = Shape { last: 8, texts: &[3, 4, 5, 8], text_lists: &[] };

    /// Steps have no date: they stand in the order of their paths.
    fn place(&self) -> i64 {
        0
    }

    fn columns<'a>(rows: &[&'a Self], _: Day) -> Vec<(u8, Column<'a>)> {
        let head = |row: &&'a Self| row.begins.as_ref();
        vec![
            (3, Column::Texts(rows.iter().map(|row| head(row).map(|head| &head.title)).collect())),
            (4, Column::Texts(rows.iter().map(|row| head(row)?.why.as_ref()).collect())),
            (5, Column::Texts(rows.iter().map(|row| Some(&row.title)).collect())),
            (6, ints(rows, |row| Some(row.standing.code()))),
            (7, ints(rows, |row| row.guess.map(Scale10::get))),
            (8, Column::Texts(rows.iter().map(|row| row.with_whom.as_ref()).collect())),
        ]
    }

    fn rows(columns: &mut Columns, _: Day) -> Read<Vec<Self>> {
        let count = columns.rows;
        let mut path = columns.texts(3).into_iter();
        let mut why = columns.texts(4).into_iter();
        let mut title = columns.texts(5).into_iter();
        let mut standing = columns.required(6)?.into_iter();
        let mut guess = columns.optional(7).into_iter();
        let mut with_whom = columns.texts(8).into_iter();
        let mut along = Along::Nowhere;
        let row = |_| {
            let begins = match (next(&mut path)?, next(&mut why)?) {
                (Some(title), why) => Some(PathHead { title, why }),
                (None, None) => None,
                (None, Some(_)) => return Err(MessageError::ImpossibleValue),
            };
            let standing = StepStanding::from_code(narrow(next(&mut standing)?)?);
            let standing = standing.ok_or(MessageError::ImpossibleValue)?;
            along = along.step(begins.is_some(), standing)?;
            Ok(Self {
                begins,
                title: next(&mut title)?.ok_or(MessageError::ImpossibleValue)?,
                standing,
                guess: checked(next(&mut guess)?, scale)?,
                with_whom: next(&mut with_whom)?,
            })
        };
        (0..count).map(row).collect()
    }
}

/// How far along a path the steps read so far have come: behind, one "here", then ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Along {
    /// No path has begun.
    Nowhere,
    /// All steps so far lie behind.
    Behind,
    /// "Here" was passed.
    Passed,
}

impl Along {
    /// The next step. Steps put away stand anywhere; nothing stands before the first path.
    fn step(self, begins: bool, standing: StepStanding) -> Read<Self> {
        let so_far = if begins { Self::Behind } else { self };
        match (so_far, standing) {
            (Self::Nowhere, _) | (Self::Passed, StepStanding::Behind | StepStanding::Here) => {
                Err(MessageError::ImpossibleValue)
            }
            (_, StepStanding::Here | StepStanding::Ahead) => Ok(Self::Passed),
            (_, StepStanding::Behind | StepStanding::PutAway) => Ok(so_far),
        }
    }
}

impl Rows for TryRow {
    const SHAPE: Shape = Shape { last: 12, texts: &[10, 11, 12], text_lists: &[9] };

    fn place(&self) -> i64 {
        in_time(self.day, self.clock_min)
    }

    fn columns<'a>(rows: &[&'a Self], from: Day) -> Vec<(u8, Column<'a>)> {
        let step = |row: &&Self| i64::try_from(row.step).ok();
        vec![
            (2, day_column(from, rows.iter().map(|row| row.day))),
            (3, ints(rows, |row| Some(row.clock_min))),
            (4, ints(rows, step)),
            (5, ints(rows, |row| Some(row.outcome.code()))),
            (6, ints(rows, |row| row.guess.map(Scale10::get))),
            (7, ints(rows, |row| row.hardest.map(Scale10::get))),
            (8, ints(rows, |row| row.after.map(Scale10::get))),
            (9, Column::TextLists(rows.iter().map(|row| row.helped.as_slice()).collect())),
            (10, Column::Texts(rows.iter().map(|row| row.thought.as_ref()).collect())),
            (11, Column::Texts(rows.iter().map(|row| row.found_out.as_ref()).collect())),
            (12, Column::Texts(rows.iter().map(|row| row.note.as_ref()).collect())),
        ]
    }

    fn rows(columns: &mut Columns, to: Day) -> Read<Vec<Self>> {
        let days = columns.days(DAY, to)?;
        let mut clock = columns.required(3)?.into_iter();
        let mut step = columns.required(4)?.into_iter();
        let mut outcome = columns.required(5)?.into_iter();
        let mut guess = columns.optional(6).into_iter();
        let mut hardest = columns.optional(7).into_iter();
        let mut after = columns.optional(8).into_iter();
        let mut helped = columns.text_lists(9).into_iter();
        let mut thought = columns.texts(10).into_iter();
        let mut found_out = columns.texts(11).into_iter();
        let mut note = columns.texts(12).into_iter();
        let row = |day| {
            let outcome = Outcome::from_code(narrow(next(&mut outcome)?)?);
            Ok(Self {
                day,
                clock_min: clock_min(next(&mut clock)?)?,
                step: narrow(next(&mut step)?)?,
                outcome: outcome.ok_or(MessageError::ImpossibleValue)?,
                guess: checked(next(&mut guess)?, scale)?,
                hardest: checked(next(&mut hardest)?, scale)?,
                after: checked(next(&mut after)?, scale)?,
                helped: next(&mut helped)?,
                thought: next(&mut thought)?,
                found_out: next(&mut found_out)?,
                note: next(&mut note)?,
            })
        };
        days.into_iter().map(row).collect()
    }
}

fn scale(number: i64) -> Read<Scale10> {
    Ok(Scale10::new(narrow(number)?)?)
}
