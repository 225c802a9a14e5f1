//! Days to go to: a month, or the last seven.

use crate::ui::Icon;
use crate::ui::controls::face::{mood_class, mouth};
use crate::ui::layout::link::in_base;
use crate::ui::prelude::*;

/// One day that can be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayCell {
    /// The day of the month.
    pub number: u8,
    /// The short weekday, shown in the strip only.
    pub weekday: String,
    /// Where it leads; `None` for a day that cannot be opened (the future).
    pub href: Option<String>,
    /// Whether something is written there.
    pub filled: bool,
    /// The day's mood from 1 to 5, if there is one.
    pub mood: Option<u8>,
    /// Whether it is today.
    pub today: bool,
    /// Whether it is the day that is open.
    pub open: bool,
    /// The spoken words: "Tuesday 24 November, something written".
    pub label: String,
}

/// A small mouth on the mood's colour.
pub(crate) fn mood_mark(mood: u8) -> AnyView {
    view! {
        <svg class=mood_class(mood) viewBox="8 8 32 32" aria-hidden="true">
            <path class="face-mouth" d=mouth(mood) transform="translate(0 -7)" />
        </svg>
    }
}

fn day(cell: DayCell) -> AnyView {
    let DayCell { number, weekday, href, filled, mood, today, open, label } = cell;
    let class = if today { "day day-today" } else { "day" };
    let current = if open {
        Some("true")
    } else if today {
        Some("date")
    } else {
        None
    };
    let mark = match mood {
        Some(mood) => mood_mark(mood),
        None if filled => view! { <span class="day-dot"></span> },
        None => view! { <span class="day-dot day-blank"></span> },
    };
    let weekday = (!weekday.is_empty()).then(|| view! { <span class="day-week">{weekday}</span> });
    let content = view! {
        {weekday}
        <span class="day-number">{number.to_string()}</span>
        {mark}
    };
    match href {
        Some(href) => view! {
            <a class=class href=in_base(href) aria-current=current>
                <span class="sr-only">{label}</span>
                <span class="day-inside" aria-hidden="true">
                    {content}
                </span>
            </a>
        },
        None => view! {
            <span class="day day-closed" aria-hidden="true">
                <span class="day-inside">{content}</span>
            </span>
        },
    }
}

/// A month with a link for each day that can be opened.
#[component]
pub fn MonthCalendar(
    /// The month's name.
    #[prop(into)]
    title: String,
    /// The seven short weekday names, the week's first day first.
    weekdays: Vec<String>,
    /// Blank places before the first day.
    blank: u8,
    /// The days from the first.
    cells: Vec<DayCell>,
    /// The spoken name of the way to the month before.
    #[prop(into)]
    previous_label: String,
    /// The spoken name of the way to the month after.
    #[prop(into)]
    next_label: String,
    /// Whether there is no later month to go to.
    #[prop(optional, into)]
    next_disabled: Signal<bool>,
    /// To the month before.
    #[prop(into)]
    on_previous: Callback<()>,
    /// To the month after.
    #[prop(into)]
    on_next: Callback<()>,
) -> impl IntoView {
    let mut slots: Vec<Option<DayCell>> = (0..blank).map(|_| None).collect();
    slots.extend(cells.into_iter().map(Some));
    let weeks = slots
        .chunks(7)
        .map(|week| {
            let days = week
                .iter()
                .cloned()
                .map(|cell| view! { <td>{cell.map(day)}</td> })
                .collect::<Vec<_>>();
            view! { <tr>{days}</tr> }
        })
        .collect::<Vec<_>>();
    let names =
        weekdays.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect::<Vec<_>>();
    view! {
        <div class="month">
            <div class="month-head">
                <button
                    type="button"
                    class="icon-button"
                    aria-label=previous_label
                    on:click=move |_| on_previous.run(())
                >
                    <Icon icon=icondata_lu::LuChevronLeft />
                </button>
                <h2 aria-live="polite">{title.clone()}</h2>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=next_label
                    disabled=next_disabled
                    on:click=move |_| on_next.run(())
                >
                    <Icon icon=icondata_lu::LuChevronRight />
                </button>
            </div>
            <table class="month-days" aria-label=title>
                <thead>
                    <tr>{names}</tr>
                </thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
}

/// The last days in a row, each a link with its mark.
#[component]
pub fn DayStrip(
    /// The list's spoken name.
    #[prop(into)]
    label: String,
    /// The days, oldest first.
    cells: Vec<DayCell>,
) -> impl IntoView {
    let days = cells.into_iter().map(|cell| view! { <li>{day(cell)}</li> });
    view! {
        <ul class="day-strip" aria-label=label>
            {days.collect::<Vec<_>>()}
        </ul>
    }
}
