//! The starter routine that a new diary begins with, in the language chosen.

use askelma_diary::entries::RoutineItem;
use askelma_diary::id::Id;
use askelma_diary::routine::starters;
use askelma_diary::time::Day;

use crate::text::starter;

/// Its items from a date on.
pub fn routine(from: Day) -> Vec<(Id, RoutineItem)> {
    let titles = [
        starter::curtains(),
        starter::breakfast(),
        starter::dressed(),
        starter::bag(),
        starter::outside(),
        starter::task(),
        starter::meal(),
        starter::tomorrow(),
        starter::screens(),
        starter::lights(),
    ];
    starters(titles, from)
}
