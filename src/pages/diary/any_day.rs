//! A calendar of a month at a time.

use askelma_diary::time::Day;

use crate::browser::intl::{self, DateStyle};
use crate::pages::today::last_days::cell;
use crate::pages::{store, wording};
use crate::text::diary as t;
use crate::ui::prelude::*;
use crate::ui::{Card, DayCell, MonthCalendar, SelectField};

/// A calendar to any past day.
#[component]
pub fn AnyDay() -> impl IntoView {
    let store = store();
    let month = RwSignal::new(store.now.get_untracked().day().first_of_month());
    let calendar = move || {
        let today = store.today();
        let first = month.get();
        let next = first.first_of_next_month();
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
                previous_label=t::previous_month()
                next_label=t::next_month()
                next_disabled={next > today}
                on_previous=move |()| month.set(first.plus(-1).first_of_month())
                on_next=move |()| month.set(next)
            />
        }
    };
    view! {
        <Card>
            {years(month)}
            {calendar}
        </Card>
    }
}

/// A leap to another year, once there is one.
fn years(month: RwSignal<Day>) -> AnyView {
    let store = store();
    // Older months come in only after the page stands.
    let span = Memo::new(move |_| {
        let (last, _, _) = store.today().ymd();
        let first = store.diary.with(|diary| diary.days().last());
        (first.map_or(last, |first| first.ymd().0), last)
    });
    let choose_year = move |year: String| {
        let (_, month_number, _) = month.get_untracked().ymd();
        let first = year.parse().ok().and_then(|year| Day::from_ymd(year, month_number, 1).ok());
        if let Some(first) = first {
            month.set(first.min(store.now.get_untracked().day().first_of_month()));
        }
    };
    let shown_year = Signal::derive(move || month.get().ymd().0.to_string());
    let choice = move || {
        let (first, last) = span.get();
        let options = (first..=last).rev().map(|year| (year.to_string(), year.to_string()));
        let options = options.collect::<Vec<_>>();
        (first < last).then(|| {
            view! { <SelectField label=t::year() options value=shown_year on_change=choose_year /> }
        })
    };
    view! { {choice} }
}
