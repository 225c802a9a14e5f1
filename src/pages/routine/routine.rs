//! My routine: everything that is not over, by part of day, in the order asked for.

use askelma_diary::entries::RoutineItem;
use askelma_diary::routine::edit::current;
use askelma_diary::time::Day;
use askelma_diary::values::PartOfDay;
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS, WEEKEND, Weekdays};

use crate::browser::intl::{self, DateStyle};
use crate::pages::layout::ReadPage;
use crate::pages::today::routine_card::picture;
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::store::routine as actions;
use crate::text::{routine as t, today};
use crate::ui::prelude::*;
use crate::ui::{Card, EmptyState, Kind, LinkButton, RowLink, SortList, SortRow, Tint};

/// The page: the items by part of day, each to be sorted or opened.
pub fn page() -> AnyView {
    let store = store();
    let items = Memo::new(move |_| {
        let day = store.today();
        store.diary.with(|diary| current(diary, day))
    });
    let spoken = RwSignal::new(String::new());
    // A part of the day is drawn anew only when it comes or goes: its list follows by itself.
    let parts = Memo::new(move |_| {
        let has =
            |part: &PartOfDay| items.with(|items| items.iter().any(|item| item.part == *part));
        PartOfDay::ALL.iter().copied().filter(has).collect::<Vec<_>>()
    });
    let cards =
        move || parts.get().into_iter().map(|part| card(items, part, spoken)).collect::<Vec<_>>();
    view! {
        <ReadPage title=t::title() back=back_to(Route::Home)>
            <p class="quiet">{t::hint()}</p>
            <Show when=move || items.with(Vec::is_empty)>
                <EmptyState
                    icon=icondata_lu::LuSunrise
                    title=t::empty_title()
                    sentence=t::empty()
                    tint=Tint::Dawn
                />
            </Show>
            {cards}
            <p class="sr-only" aria-live="polite">
                {spoken}
            </p>
            <LinkButton
                href=Route::RoutineItemNew.href()
                label=t::add()
                kind=Kind::Soft
                icon=icondata_lu::LuPlus
            />
            <RowLink
                href=Route::RoutineReady.href()
                title=t::ready()
                hint=t::ready_hint()
                icon=icondata_lu::LuListChecks
                tint=Tint::Moss
            />
        </ReadPage>
    }
}

fn card(items: Memo<Vec<RoutineItem>>, part: PartOfDay, spoken: RwSignal<String>) -> AnyView {
    let store = store();
    let part_items = Memo::new(move |_| {
        items.with(|items| {
            let part_items = items.iter().filter(|item| item.part == part);
            part_items.cloned().collect::<Vec<RoutineItem>>()
        })
    });
    let rows = Signal::derive(move || {
        let day = store.now.get_untracked().day();
        part_items
            .with(|part_items| part_items.iter().map(|item| row(item, day)).collect::<Vec<_>>())
    });
    let on_move = move |(from_index, to_index): (usize, usize)| {
        let Some((item, title, count)) = part_items.with_untracked(|part_items| {
            let item = part_items.get(from_index)?;
            Some((item.item, item.title.as_str().to_owned(), part_items.len()))
        }) else {
            return;
        };
        actions::reorder(store, item, to_index);
        spoken.set(t::moved(&(to_index + 1).to_string(), &count.to_string(), &title));
    };
    let name = wording::part_of_day(part);
    view! {
        <Card title=name>
            <SortList label=name handle_hint=t::handle_hint() rows on_move />
        </Card>
    }
}

fn row(item: &RoutineItem, today: Day) -> SortRow {
    let title = item.title.as_str().to_owned();
    SortRow {
        key: item.item.hex(),
        href: Route::RoutineItem(item.item).href(),
        handle: t::handle(&title),
        title,
        hint: hint(item, today),
        picture: picture(item.icon),
    }
}

/// "about 07:30 · Monday to Friday · until 1 Dec".
fn hint(item: &RoutineItem, today: Day) -> String {
    let mut parts = Vec::new();
    if let Some(min) = item.about_min {
        parts.push(today::about(&intl::clock(min.get())));
    }
    parts.push(weekdays(item.weekdays, today));
    if item.from > today {
        parts.push(t::from_date(&wording::short(item.from)));
    }
    if let Some(until) = item.until {
        parts.push(t::until_date(&wording::short(until)));
    }
    parts.join(" · ")
}

/// The weekdays of an item in words.
pub fn weekdays(days: Weekdays, today: Day) -> String {
    match days {
        EVERY_DAY => t::every_day().to_owned(),
        SCHOOL_DAYS => t::school_days().to_owned(),
        WEEKEND => t::weekend().to_owned(),
        some => {
            let monday = today.monday();
            let names = monday
                .through(monday.plus(6))
                .filter(|day| some.falls_on(*day))
                .map(|day| intl::date(day, DateStyle::WeekdayBrief));
            names.collect::<Vec<_>>().join(", ")
        }
    }
}
