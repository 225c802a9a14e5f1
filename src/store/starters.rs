//! The starter routine that a new diary begins with.

use askelma_diary::entries::RoutineItem;
use askelma_diary::id::Id;
use askelma_diary::record::Kind;
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, PartOfDay, Words};

use crate::text::starter;

const SCHOOL_DAYS: u8 = 0b001_1111;
const EVERY_DAY: u8 = 0b111_1111;

/// The items in the current language. Their ids are derived, so that two tabs begin alike.
pub fn routine(from: Day) -> Vec<(Id, RoutineItem)> {
    use PartOfDay::{Day as Daytime, Evening, Morning};
    // Title, picture, part, about when (0 for no time), weekdays.
    let items = [
        (starter::curtains(), 0, Morning, 7 * 60 + 10, EVERY_DAY),
        (starter::breakfast(), 1, Morning, 7 * 60 + 30, EVERY_DAY),
        (starter::dressed(), 2, Morning, 7 * 60 + 45, EVERY_DAY),
        (starter::bag(), 3, Morning, 8 * 60, SCHOOL_DAYS),
        (starter::outside(), 4, Daytime, 0, EVERY_DAY),
        (starter::task(), 5, Daytime, 0, SCHOOL_DAYS),
        (starter::meal(), 6, Daytime, 0, EVERY_DAY),
        (starter::tomorrow(), 7, Evening, 19 * 60 + 30, EVERY_DAY),
        (starter::screens(), 8, Evening, 21 * 60, EVERY_DAY),
        (starter::lights(), 9, Evening, 22 * 60, EVERY_DAY),
    ];
    items
        .into_iter()
        .filter_map(|(title, icon, part, about, weekdays)| {
            let item = Id::named(Kind::RoutineItem, &[b's', icon]);
            let entry = RoutineItem {
                item,
                title: Words::new(title).ok()??,
                icon,
                part,
                about_min: (about > 0).then(|| Minutes::new(about).ok()).flatten(),
                weekdays,
                from,
                until: None,
                order: u16::from(icon) * 10,
            };
            Some((item, entry))
        })
        .collect()
}
