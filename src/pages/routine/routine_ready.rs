//! Ready-made routines: looked at, thinned out, taken.

use askelma_diary::routine::edit::{Wanted, current};
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, PartOfDay, Words};
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS, WEEKEND, Weekdays};

use crate::browser::intl;
use crate::pages::layout::ReadPage;
use crate::pages::routine::routine::weekdays;
use crate::pages::today::routine_card::picture;
use crate::pages::{back_to, navigator, store};
use crate::routes::Route;
use crate::store::routine as actions;
use crate::text::{app, routine_ready as t, starter as s, today};
use crate::ui::prelude::*;
use crate::ui::{Button, RowButton, Sheet, Tick, TickRow, Tint};

/// A ready-made routine.
struct Ready {
    title: &'static str,
    hint: &'static str,
    icon: icondata_core::Icon,
    tint: Tint,
    items: Vec<ReadyItem>,
}

/// Title, picture, part of day, about when (0 for no time), weekdays.
type ReadyItem = (&'static str, u8, PartOfDay, u16, Weekdays);

fn all() -> Vec<Ready> {
    use PartOfDay::{Day as Daytime, Evening, Morning};
    vec![
        Ready {
            title: t::morning(),
            hint: t::morning_hint(),
            icon: icondata_lu::LuSunrise,
            tint: Tint::Dawn,
            items: vec![
                (s::curtains(), 0, Morning, 7 * 60, SCHOOL_DAYS),
                (t::wash(), 10, Morning, 7 * 60 + 10, SCHOOL_DAYS),
                (s::dressed(), 2, Morning, 7 * 60 + 20, SCHOOL_DAYS),
                (s::breakfast(), 1, Morning, 7 * 60 + 30, SCHOOL_DAYS),
                (s::bag(), 3, Morning, 7 * 60 + 45, SCHOOL_DAYS),
                (t::way(), 12, Morning, 8 * 60, SCHOOL_DAYS),
            ],
        },
        Ready {
            title: t::home(),
            hint: t::home_hint(),
            icon: icondata_lu::LuHouse,
            tint: Tint::Moss,
            items: vec![
                (s::curtains(), 0, Morning, 9 * 60, SCHOOL_DAYS),
                (s::dressed(), 2, Morning, 9 * 60 + 30, SCHOOL_DAYS),
                (s::task(), 5, Daytime, 10 * 60, SCHOOL_DAYS),
                (s::meal(), 6, Daytime, 12 * 60, SCHOOL_DAYS),
                (s::outside(), 4, Daytime, 13 * 60, SCHOOL_DAYS),
                (t::message(), 18, Daytime, 0, SCHOOL_DAYS),
            ],
        },
        Ready {
            title: t::evening(),
            hint: t::evening_hint(),
            icon: icondata_lu::LuMoon,
            tint: Tint::Night,
            items: vec![
                (s::tomorrow(), 7, Evening, 19 * 60 + 30, EVERY_DAY),
                (t::shower(), 10, Evening, 20 * 60, EVERY_DAY),
                (s::screens(), 8, Evening, 21 * 60, EVERY_DAY),
                (t::quiet(), 16, Evening, 21 * 60 + 15, EVERY_DAY),
                (s::lights(), 9, Evening, 22 * 60, EVERY_DAY),
            ],
        },
        Ready {
            title: t::weekend(),
            hint: t::weekend_hint(),
            icon: icondata_lu::LuTreePine,
            tint: Tint::Sky,
            items: vec![
                (s::curtains(), 0, Morning, 9 * 60 + 30, WEEKEND),
                (s::breakfast(), 1, Morning, 10 * 60, WEEKEND),
                (s::outside(), 4, Daytime, 0, WEEKEND),
                (t::nice(), 19, Daytime, 0, WEEKEND),
                (t::helping(), 6, Daytime, 0, WEEKEND),
            ],
        },
        Ready {
            title: t::parts(),
            hint: t::parts_hint(),
            icon: icondata_lu::LuBackpack,
            tint: Tint::Spruce,
            items: vec![
                (t::arrive(), 13, Daytime, 0, SCHOOL_DAYS),
                (t::first_lesson(), 5, Daytime, 0, SCHOOL_DAYS),
                (t::pause(), 4, Daytime, 0, SCHOOL_DAYS),
                (t::second_lesson(), 5, Daytime, 0, SCHOOL_DAYS),
                (t::rest(), 16, Daytime, 0, SCHOOL_DAYS),
            ],
        },
    ]
}

/// The page: the ready-made routines, and the sheet that takes one over.
pub fn page() -> AnyView {
    let open = RwSignal::new(None::<usize>);
    let rows = all()
        .into_iter()
        .enumerate()
        .map(|(index, ready)| {
            view! {
                <RowButton
                    title=ready.title
                    hint=ready.hint
                    icon=ready.icon
                    tint=ready.tint
                    on_press=move |()| open.set(Some(index))
                />
            }
        })
        .collect::<Vec<_>>();
    let open_sheet = move || {
        open.get().and_then(|index| all().into_iter().nth(index)).map(|ready| sheet(ready, open))
    };
    view! {
        <ReadPage title=t::title() back=back_to(Route::Routine)>
            <p class="quiet">{t::hint()}</p>
            {rows}
            {open_sheet}
        </ReadPage>
    }
}

/// What a ready-made routine holds; each thing can be let go.
fn sheet(ready: Ready, open: RwSignal<Option<usize>>) -> AnyView {
    let store = store();
    let day = store.now.get_untracked().day();
    let items_now = store.diary.with_untracked(|diary| current(diary, day));
    let has_already = |item: &ReadyItem| {
        let title = Words::new(item.0).ok().flatten();
        title.is_some_and(|title| {
            items_now.iter().any(|present_item| present_item.title.same_as(&title))
        })
    };
    // What is there already is not taken twice, unless it is asked for.
    let chosen =
        RwSignal::new(ready.items.iter().map(|item| !has_already(item)).collect::<Vec<_>>());
    let rows = ready
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let (icon, tint) = picture(item.1);
            let mut hint = Vec::new();
            if item.3 > 0 {
                hint.push(today::about(&intl::clock(item.3)));
            }
            hint.push(if has_already(item) {
                t::there().to_owned()
            } else {
                weekdays(item.4, day)
            });
            let state = Signal::derive(move || {
                let on = chosen.with(|chosen| chosen.get(index).copied().unwrap_or_default());
                if on { Tick::Done } else { Tick::Empty }
            });
            let press = move |()| {
                chosen.update(|chosen| {
                    if let Some(on) = chosen.get_mut(index) {
                        *on = !*on;
                    }
                });
            };
            view! { <TickRow title=item.0 hint=hint.join(" · ") icon tint state on_press=press /> }
        })
        .collect::<Vec<_>>();
    let count =
        Signal::derive(move || chosen.with(|chosen| chosen.iter().filter(|on| **on).count()));
    let navigate = navigator();
    let items = ready.items;
    let save = move |()| {
        let chosen_now = chosen.get_untracked();
        let wanted = items.iter().zip(chosen_now).filter(|(_, on)| *on);
        let wanted: Vec<_> = wanted.filter_map(|(item, _)| wanted_of(item, day)).collect();
        if actions::take(store, wanted).is_ok() {
            open.set(None);
            navigate(Route::Routine);
        }
    };
    let label = Signal::derive(move || match count.get() {
        0 => t::take_none().to_owned(),
        count => t::take(count),
    });
    view! {
        <Sheet title=ready.title close_label=app::close() on_close=move |()| open.set(None)>
            <div class="tick-list">{rows}</div>
            <Button label disabled=Signal::derive(move || count.get() == 0) on_press=save />
        </Sheet>
    }
}

fn wanted_of(item: &ReadyItem, from: Day) -> Option<Wanted> {
    let (title, icon, part, about, weekdays) = *item;
    Some(Wanted {
        title: Words::new(title).ok()??,
        icon,
        part,
        about_min: (about > 0).then(|| Minutes::new(about).ok()).flatten(),
        weekdays,
        from,
        until: None,
    })
}
