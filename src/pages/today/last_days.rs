//! Ways to other days: the last seven, and the calendar of a month.

use askelma_diary::diary::Diary;
use askelma_diary::entries::MoodEntry;
use askelma_diary::order::middle_mood;
use askelma_diary::time::Day;
use askelma_diary::values::Mood;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::device;
use crate::browser::intl::{self, DateStyle};
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::text::{diary, me, today as t};
use crate::ui::{Build, Card, DayCell, DayStrip, MonthCalendar, SelectField, dynamic};

/// The last seven days, with what is written there.
#[component]
pub fn LastDays(open: Day) -> impl IntoView {
    let store = store();
    let read = move || {
        let today = untrack(|| store.today());
        store.diary.with_untracked(|diary| {
            today.plus(-6).through(today).map(|day| cell(diary, day, today, open)).collect()
        })
    };
    let cells = RwSignal::new(read());
    Effect::new(move |seen: Option<()>| {
        store.diary.track();
        store.today();
        if seen.is_some() {
            spawn_local(async move {
                // The tap is answered first.
                device::painted().await;
                let new: Vec<DayCell> = read();
                if cells.try_with_untracked(|known| *known != new) == Some(true) {
                    cells.set(new);
                }
            });
        }
    });
    let strip = move || view! { <DayStrip label=t::days() cells=cells.get() /> };
    view! { <Card title=t::days()>{dynamic(strip)}</Card> }.built()
}

/// A calendar to any past day.
#[component]
pub fn AnyDay() -> impl IntoView {
    let store = store();
    let month = RwSignal::new(store.now.get_untracked().day().first_of_month());
    let calendar = move || {
        let today = store.today();
        let first = month.get();
        let next = first.plus(31);
        let next = next.plus(1 - i32::try_from(next.ymd().2).unwrap_or(1));
        let days = first.through(next.plus(-1));
        let cells = store.diary.with(|diary| {
            // The calendar's head names the weekdays once.
            let bare = |day| DayCell { weekday: String::new(), ..cell(diary, day, today, today) };
            days.map(bare).collect::<Vec<_>>()
        });
        let monday = first.monday();
        let weekdays = monday
            .through(monday.plus(6))
            .map(|day| intl::date(day, DateStyle::WeekdayBrief))
            .collect::<Vec<_>>();
        view! {
            <MonthCalendar
                title=wording::capital(&intl::date(first, DateStyle::Month))
                weekdays
                blank=first.weekday()
                cells
                previous_label=me::previous_month()
                next_label=me::next_month()
                next_disabled={next > today}
                on_previous=move |()| month.set(first.plus(-1).first_of_month())
                on_next=move |()| month.set(next)
            />
        }
    };
    view! {
        <Card>
            {years(month)}
            {dynamic(calendar)}
        </Card>
    }
    .built()
}

/// A leap to another year, once there is one.
fn years(month: RwSignal<Day>) -> AnyView {
    let store = store();
    // Older months come in only after the room stands.
    let span = Memo::new(move |_| {
        let (last, _, _) = store.today().ymd();
        let first = store.diary.with(|diary| diary.days().last());
        (first.map_or(last, |first| first.ymd().0), last)
    });
    let leap = move |year: String| {
        let (_, of_year, _) = month.get_untracked().ymd();
        let first = year.parse().ok().and_then(|year| Day::from_ymd(year, of_year, 1).ok());
        if let Some(first) = first {
            month.set(first.min(store.now.get_untracked().day().first_of_month()));
        }
    };
    let shown = Signal::derive(move || month.get().ymd().0.to_string());
    dynamic(move || {
        let (first, last) = span.get();
        let options = (first..=last).rev().map(|year| (year.to_string(), year.to_string()));
        let options = options.collect::<Vec<_>>();
        (first < last).then(|| {
            view! { <SelectField label=diary::year() options value=shown on_change=leap /> }
        })
    })
}

fn cell(diary: &Diary, day: Day, today: Day, open: Day) -> DayCell {
    let filled = diary.of_day(day).next().is_some();
    let mood = middle_mood(diary.on::<MoodEntry>(day).map(|(_, entry)| entry.mood)).map(Mood::get);
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
