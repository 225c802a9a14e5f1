//! Loop Habit Tracker's CSVs: its habits become routine items that have ended, so that Today stays
//! as it is; what was ticked by hand becomes ticks.
//!
//! `Checkmarks.csv` is a table of all habits by date; a habit's own file of that name, in its
//! folder, has the columns `Date,Value,Notes`. `Habits.csv` lists the names.

mod tables;

use std::collections::BTreeMap;

use askelma_diary::entries::{RoutineItem, Tick, TickLevel};
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::time::{Day, Zone, within_day};
use askelma_diary::values::{PartOfDay, Words};
use askelma_diary::weekdays::EVERY_DAY;

use crate::clock::{self, Order, OrderSeen};
use crate::sheet::{Row, Sheet};
use crate::words::fitted;
use crate::{BadRowKind, Entries, FileError, Source};
use tables::{Habit, is_checks, is_one_habit, number};
pub use tables::{has_checks, knows};

const NOON_MIN: u16 = 12 * 60;
/// The title of a habit whose name is told nowhere.
const NAMELESS: &str = "Loop";

/// A habit with the dates on which it was ticked.
struct Item {
    title: Words,
    order: u16,
    span: Option<(Day, Day)>,
}

/// What is read so far.
struct Reading<'a, Z> {
    entries: &'a mut Entries,
    zone: &'a Z,
    items: BTreeMap<Id, Item>,
}

/// # Errors
/// [`FileError::HabitNames`], before anything is taken; [`FileError::TooLarge`].
pub fn read(sheets: &[Sheet], zone: &impl Zone, entries: &mut Entries) -> Result<(), FileError> {
    let listed = tables::listed(sheets);
    let mut all = Vec::new();
    for sheet in sheets.iter().filter(|sheet| is_checks(sheet)) {
        all.push((sheet, tables::names(sheet, &listed)?));
    }
    let mut reading = Reading { entries, zone, items: BTreeMap::new() };
    for (sheet, names) in all {
        reading.all_habits(sheet, &names)?;
    }
    for sheet in sheets.iter().filter(|sheet| is_one_habit(sheet)) {
        reading.one_habit(sheet)?;
    }
    reading.put_items()
}

impl<Z: Zone> Reading<'_, Z> {
    /// A table of all habits.
    fn all_habits(&mut self, sheet: &Sheet, names: &[String]) -> Result<(), FileError> {
        self.entries.from_source(Source::Loop);
        let has_words = tables::has_words(sheet);
        let order = order(sheet);
        let habits: Vec<Option<Id>> =
            names.iter().map(|name| Some(self.item(item_id(name), name))).collect();
        for row in sheet.rows() {
            let Some(day) = self.day(sheet, &row, order) else { continue };
            let mut why = None;
            let values = tables::values(&row);
            for (index, value) in values.iter().enumerate() {
                match (habits.get(index).copied().flatten(), was_done(value, has_words)) {
                    (_, Some(false)) => {}
                    (Some(item), Some(true)) => self.tick(item, day)?,
                    (None, _) => why = Some(BadRowKind::Columns),
                    (_, None) => why = Some(BadRowKind::Value),
                }
            }
            if let Some(why) = why {
                self.entries.leave_out(&sheet.name, row.line, why);
            }
        }
        Ok(())
    }

    /// One habit's own table.
    fn one_habit(&mut self, sheet: &Sheet) -> Result<(), FileError> {
        self.entries.from_source(Source::Loop);
        let has_words = tables::has_words(sheet);
        let order = order(sheet);
        let id = match tables::habit(sheet) {
            Habit::Named(name) => self.item(item_id(&name), &name),
            Habit::Nameless => {
                // The first date stays the same in a later export, and parts it from other habits.
                let days = sheet.rows().filter_map(|row| clock::date(row.cell(Some(0)), order));
                let first = days.min().map(|day| day.to_string()).unwrap_or_default();
                let name = format!("loop\u{1f}\u{1f}{first}");
                self.item(Id::named(Kind::RoutineItem, name.as_bytes()), NAMELESS)
            }
        };
        let (value, notes) = (sheet.column("value"), sheet.column("notes"));
        for row in sheet.rows() {
            let Some(day) = self.day(sheet, &row, order) else { continue };
            if !row.cell(notes).is_empty() {
                self.entries.leave_note();
            }
            match was_done(row.cell(value), has_words) {
                Some(false) => {}
                Some(true) => self.tick(id, day)?,
                None => self.entries.leave_out(&sheet.name, row.line, BadRowKind::Value),
            }
        }
        Ok(())
    }

    /// A row's date. One without is left out.
    fn day(&mut self, sheet: &Sheet, row: &Row<'_>, order: Option<Order>) -> Option<Day> {
        let day = clock::date(row.cell(Some(0)), order).and_then(|date| Day::new(date).ok());
        if day.is_none() {
            self.entries.leave_out(&sheet.name, row.line, BadRowKind::Date);
        }
        day
    }

    /// A habit's item, which may be there from another table.
    fn item(&mut self, id: Id, title: &str) -> Id {
        let order = u16::try_from(self.items.len()).unwrap_or(u16::MAX);
        if let Some(title) = fitted(title).0 {
            self.items.entry(id).or_insert(Item { title, order, span: None });
        }
        id
    }

    fn tick(&mut self, item: Id, day: Day) -> Result<(), FileError> {
        let Ok(when) = within_day(self.zone, day, NOON_MIN) else { return Ok(()) };
        let Some(found) = self.items.get_mut(&item) else { return Ok(()) };
        let span = found.span.get_or_insert((day, day));
        *span = (span.0.min(day), span.1.max(day));
        let tick = Tick { day, item, when, level: TickLevel::Done };
        self.entries.put(Id::once_a_day_for(Kind::Tick, day, item), tick).map(drop)
    }

    /// The habits that were ticked at all.
    fn put_items(self) -> Result<(), FileError> {
        for (id, Item { title, order, span }) in self.items {
            let Some((from, until)) = span else { continue };
            let item = RoutineItem {
                item: id,
                title,
                icon: 0,
                part: PartOfDay::Day,
                about_min: None,
                weekdays: EVERY_DAY,
                from,
                until: Some(until),
                order,
            };
            self.entries.put(id, item)?;
        }
        Ok(())
    }
}

/// Which number of its dates is the day, after a spreadsheet.
fn order(sheet: &Sheet) -> Option<Order> {
    let mut order = OrderSeen::default();
    for row in sheet.rows() {
        order.look(row.cell(Some(0)), "");
    }
    order.order()
}

fn item_id(habit: &str) -> Id {
    Id::named(Kind::RoutineItem, format!("loop\u{1f}{habit}").as_bytes())
}

/// Whether a check was made by hand; `None` for a value that is not known. Ones that the app
/// filled in itself are nobody's doing. A number in a table with words is a measured amount; in one
/// without it may be an older export's code: 2 by hand, 1 filled in, 0 no, -1 unknown, 3 skipped.
fn was_done(value: &str, has_words: bool) -> Option<bool> {
    match value {
        "YES_MANUAL" => Some(true),
        "YES_AUTO" | "NO" | "UNKNOWN" | "SKIP" | "" => Some(false),
        "1" | "3" if !has_words => Some(false),
        value => Some(number(value)? > 0.0),
    }
}
