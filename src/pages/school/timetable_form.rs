//! What is being said of one version of a timetable.

use askelma_diary::entries::{Lesson, Timetable};
use askelma_diary::school::Which;
use askelma_diary::school::edit::{WantedTable, weekday_min};
use askelma_diary::school::edit_day::USUAL_DAY_MIN;
use askelma_diary::time::Day;
use askelma_diary::values::Minutes;
use leptos::prelude::*;

use crate::pages::drafts::Drafts;

/// What is being said of a version.
#[derive(Clone, Copy)]
pub struct Form {
    /// Which of the two timetables.
    pub which: Which,
    /// The first date on which it counts.
    pub from: RwSignal<Day>,
    /// The last one, of an own plan that ends.
    pub until: RwSignal<Option<Day>>,
    /// Minutes of weekdays without lessons.
    pub hours: RwSignal<[Minutes; 7]>,
    /// All lessons, in the order in which they were added.
    pub lessons: RwSignal<Vec<Lesson>>,
}

impl Form {
    /// A version as it stands; without one, a usual week.
    pub fn of(which: Which, table: Option<&Timetable>, from: Day, drafts: &Drafts) -> Self {
        Self {
            which,
            from: drafts.keep("from", from),
            until: drafts.keep("until", table.and_then(|table| table.until)),
            hours: drafts.keep_as(
                "hours",
                table.map_or_else(usual, hours_of),
                |hours| hours.to_vec(),
                |hours, draft| {
                    if let Ok(draft) = draft.try_into() {
                        *hours = draft;
                    }
                },
            ),
            lessons: drafts
                .keep("lessons", table.map(|table| table.lessons.clone()).unwrap_or_default()),
        }
    }

    /// Minutes of a weekday, 0 for Monday.
    pub fn minutes(self, weekday: u8) -> u32 {
        let minutes = self
            .hours
            .with(|hours| self.lessons.with(|lessons| weekday_min(lessons, hours, weekday)));
        minutes.map_or(0, |min| u32::from(min.get()))
    }

    /// What is to be kept.
    pub fn wanted(self) -> WantedTable {
        WantedTable {
            from: self.from.get_untracked(),
            until: self.until.get_untracked().filter(|_| self.which == Which::OwnPlan),
            hours: self.hours.get_untracked(),
            lessons: self.lessons.get_untracked(),
        }
    }
}

fn usual() -> [Minutes; 7] {
    let school = Minutes::new(USUAL_DAY_MIN).unwrap_or(Minutes::MIN);
    std::array::from_fn(|weekday| if weekday < 5 { school } else { Minutes::MIN })
}

/// Minutes of each weekday of a version, Monday first.
pub fn hours_of(table: &Timetable) -> [Minutes; 7] {
    std::array::from_fn(|weekday| table.week_min.get(weekday).copied().unwrap_or(Minutes::MIN))
}
