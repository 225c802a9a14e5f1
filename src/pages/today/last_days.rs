//! Ways to the last seven days.

use askelma_diary::diary::Diary;
use askelma_diary::order::middle_of_day;
use askelma_diary::time::Day;
use askelma_diary::values::Mood;

use crate::browser::intl::{self, DateStyle};
use crate::pages::today::after_paint::after_paint;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::text::today as t;
use crate::ui::prelude::*;
use crate::ui::{Card, DayCell, DayStrip};

/// The last seven days, with what is written there.
#[component]
pub fn LastDays(open: Day) -> impl IntoView {
    let store = store();
    let read_cells = move || {
        let today = untrack(|| store.today());
        store.diary.with_untracked(|diary| {
            today.plus(-6).through(today).map(|day| cell(diary, day, today, open)).collect()
        })
    };
    let cells = RwSignal::new(read_cells());
    let track = move || {
        store.diary.track();
        store.today();
    };
    after_paint(track, move || {
        // The page may have been left meanwhile.
        if cells.is_disposed() {
            return;
        }
        let new_cells: Vec<DayCell> = read_cells();
        if cells.with_untracked(|shown_cells| *shown_cells != new_cells) {
            cells.set(new_cells);
        }
    });
    let strip = move || view! { <DayStrip label=t::days() cells=cells.get() /> };
    view! { <Card title=t::days()>{strip}</Card> }
}

/// A day as a strip or a calendar shows it; `open` is the one on the page.
pub(crate) fn cell(diary: &Diary, day: Day, today: Day, open: Day) -> DayCell {
    let filled = diary.of_day(day).next().is_some();
    let mood = middle_of_day(diary, day).map(Mood::get);
    let date = wording::long(day);
    let href = if day == today { Route::Home.href() } else { Route::Day(day).href() };
    DayCell {
        number: u8::try_from(day.ymd().2).unwrap_or_default(),
        weekday: intl::date(day, DateStyle::WeekdayBrief),
        href: (day <= today).then_some(href),
        filled,
        mood,
        today: day == today,
        open: day == open,
        label: if filled { t::filled(&date) } else { t::blank(&date) },
    }
}
