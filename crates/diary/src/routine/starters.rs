//! The routine that a new diary begins with.

use crate::entries::RoutineItem;
use crate::id::Id;
use crate::record::Kind;
use crate::time::Day;
use crate::values::{Minutes, PartOfDay, Words};
use crate::weekdays::{EVERY_DAY, SCHOOL_DAYS, Weekdays};

/// How many items it has.
pub const STARTERS: usize = 10;

/// Part of day, about when (clock minute), weekdays. The place is the picture.
const PLAN: [(PartOfDay, Option<u16>, Weekdays); STARTERS] = {
    use PartOfDay::{Day as Daytime, Evening, Morning};
    [
        (Morning, Some(7 * 60 + 10), EVERY_DAY),
        (Morning, Some(7 * 60 + 30), EVERY_DAY),
        (Morning, Some(7 * 60 + 45), EVERY_DAY),
        (Morning, Some(8 * 60), SCHOOL_DAYS),
        (Daytime, None, EVERY_DAY),
        (Daytime, None, SCHOOL_DAYS),
        (Daytime, None, EVERY_DAY),
        (Evening, Some(19 * 60 + 30), EVERY_DAY),
        (Evening, Some(21 * 60), EVERY_DAY),
        (Evening, Some(22 * 60), EVERY_DAY),
    ]
};

/// Its items from a date on, titled in the reader's language: curtains, breakfast, dressed, bag,
/// outside, task, meal, tomorrow, screens, lights. Their ids are derived, so that two tabs begin
/// alike; what has no title is left out.
pub fn starters(titles: [&str; STARTERS], from: Day) -> Vec<(Id, RoutineItem)> {
    let item = |((icon, title), (part, about, weekdays)): (
        (u8, &str),
        (PartOfDay, Option<u16>, Weekdays),
    )| {
        let item = Id::named(Kind::RoutineItem, &[b's', icon]);
        let entry = RoutineItem {
            item,
            title: Words::new(title).ok()??,
            icon,
            part,
            about_min: about.and_then(|about| Minutes::new(about).ok()),
            weekdays,
            from,
            until: None,
            order: u16::from(icon) * 10,
        };
        Some((item, entry))
    };
    (0..).zip(titles).zip(PLAN).filter_map(item).collect()
}
