//! The routine by part of day, with one-tap ticks and no overdue times.

use askelma_diary::entries::{RoutineItem, TickLevel};
use askelma_diary::id::Id;
use askelma_diary::today::DayView;
use askelma_diary::values::PartOfDay;

use crate::browser::intl;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::today as t;
use crate::ui::prelude::*;
use crate::ui::{Card, Kind, LinkButton, Tick, TickRow, Tint};

/// The pictures of routine items with their grounds, by number. A number is stored for ever.
pub(crate) const PICTURES: [(icondata_core::Icon, Tint); 20] = [
    (icondata_lu::LuSunrise, Tint::Dawn),
    (icondata_lu::LuCoffee, Tint::Moss),
    (icondata_lu::LuShirt, Tint::Sky),
    (icondata_lu::LuBackpack, Tint::Spruce),
    (icondata_lu::LuTreePine, Tint::Moss),
    (icondata_lu::LuBookOpen, Tint::Sky),
    (icondata_lu::LuSoup, Tint::Dawn),
    (icondata_lu::LuShirt, Tint::Spruce),
    (icondata_lu::LuSmartphone, Tint::Berry),
    (icondata_lu::LuMoon, Tint::Night),
    (icondata_lu::LuDroplets, Tint::Sky),
    (icondata_lu::LuPill, Tint::Berry),
    (icondata_lu::LuBus, Tint::Dawn),
    (icondata_lu::LuSchool, Tint::Spruce),
    (icondata_lu::LuLaptop, Tint::Night),
    (icondata_lu::LuDog, Tint::Moss),
    (icondata_lu::LuMusic, Tint::Berry),
    (icondata_lu::LuBike, Tint::Moss),
    (icondata_lu::LuMessageCircle, Tint::Sky),
    (icondata_lu::LuPalette, Tint::Dawn),
];

/// The picture of that number; a newer app's one is a sun.
pub(crate) fn picture(number: u8) -> (icondata_core::Icon, Tint) {
    PICTURES.get(usize::from(number)).copied().unwrap_or((icondata_lu::LuSun, Tint::Plain))
}

/// One card a part of the day.
#[component]
pub fn DayRoutine(view: Memo<DayView>) -> impl IntoView {
    // The list of items alone: a tick changes its row and keeps the keyboard's place.
    let parts = Memo::new(move |_| {
        view.with(|view| {
            let part = |part: &askelma_diary::today::RoutinePart| {
                let items = part.items.iter().map(|due| due.item.clone());
                (part.part, items.collect::<Vec<RoutineItem>>())
            };
            view.routine.iter().map(part).collect::<Vec<_>>()
        })
    });
    let cards = move || {
        parts.get().into_iter().map(|(part, items)| card(view, part, items)).collect::<Vec<_>>()
    };
    view! {
        {cards}
        <LinkButton
            href=Route::Routine.href()
            label=t::edit_routine()
            kind=Kind::Text
            icon=icondata_lu::LuPencil
        />
    }
}

fn card(view: Memo<DayView>, part: PartOfDay, items: Vec<RoutineItem>) -> AnyView {
    let done = Signal::derive(move || {
        let done = view.with(|view| {
            view.routine
                .iter()
                .find(|routine_part| routine_part.part == part)
                .map_or(0, |routine_part| routine_part.done)
        });
        // A morning that has only begun is not counted at anybody.
        (done > 0).then(|| t::done(done))
    });
    let rows: Vec<_> = items.into_iter().map(|item| row(view, item)).collect();
    view! { <Card title=wording::part_of_day(part) aside=done>{rows}</Card> }
}

fn row(view: Memo<DayView>, item: RoutineItem) -> AnyView {
    let store = store();
    let day = view.with_untracked(|view| view.day);
    let id = item.item;
    let level = Memo::new(move |_| view.with(|view| level_of(view, id)));
    let state = Signal::derive(move || match level.get() {
        None => Tick::Empty,
        Some(TickLevel::Some) => Tick::Some,
        Some(TickLevel::Done) => Tick::Done,
    });
    let (icon, tint) = picture(item.icon);
    let hint = item.about_min.map(|min| t::about(&intl::clock(min.get()))).unwrap_or_default();
    view! {
        <TickRow
            title=item.title.as_str().to_owned()
            hint
            icon
            tint
            state
            on_press=move |()| actions::tick(store, day, id)
        />
    }
}

fn level_of(view: &DayView, item: Id) -> Option<TickLevel> {
    let mut due = view.routine.iter().flat_map(|part| &part.items);
    due.find(|due| due.item.item == item).and_then(|due| due.level)
}
