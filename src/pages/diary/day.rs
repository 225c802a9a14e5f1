//! One day of the diary: everything that was written for it in one place, each open for mending.

use askelma_diary::entries::{ReasonSort, Try};
use askelma_diary::order::by_number;
use askelma_diary::time::Day;
use askelma_diary::today::{DayView, day_view};
use askelma_diary::values::Mood;

use crate::pages::diary::entry_cards;
use crate::pages::layout::{ConfirmSheet, ReadPage, RemoveButton};
use crate::pages::today::{last_days, routine_card, school_card, today};
use crate::pages::{back_to, navigator, store, three_faces, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{day as t, said, today as td};
use crate::ui::prelude::*;
use crate::ui::{Card, FaceRow, Kind, LinkButton};

/// The page of a date; today's own is Today.
pub fn page(day: Day) -> AnyView {
    let store = store();
    let view = Memo::new(move |_| store.diary.with(|diary| day_view(diary, day)));
    view! {
        <ReadPage title=wording::long(day) above=td::earlier() back=back_to(Route::Home)>
            <p class="quiet">{td::earlier_hint()}</p>
            <div class="pair">
                <LinkButton
                    href=Route::Night(day).href()
                    label=Signal::derive(move || view.with(today::night_label))
                    kind=Kind::Night
                    icon=icondata_lu::LuMoon
                />
            </div>
            {night(view)}
            {today::like_last_time(view)}
            {moods(view)}
            <routine_card::DayRoutine view />
            <school_card::DaySchool view is_today=false />
            {tries(day)}
            {reasons(day)}
            {today::moments(view)}
            <last_days::LastDays open=day />
            {day_links(day)}
        </ReadPage>
    }
}

/// The page of a date that has not come yet, where something stands on it: written while the clock
/// was ahead. It can be looked at and taken away; nothing new is written there.
pub fn ahead(day: Day) -> AnyView {
    let store = store();
    let navigate = navigator();
    let view = Memo::new(move |_| store.diary.with(|diary| day_view(diary, day)));
    let asks = RwSignal::new(false);
    let remove = move |()| {
        store.run(
            |diary| {
                let ids: Vec<_> = diary.of_day(day).map(|(id, _)| id).collect();
                diary.removal(&ids)
            },
            said::removed(),
        );
        navigate(Route::Diary);
    };
    view! {
        <ReadPage title=wording::long(day) above=t::ahead() back=back_to(Route::Diary)>
            <p class="quiet">{t::ahead_hint()}</p>
            {night(view)}
            {check_ins(day, view)}
            {tries(day)}
            {reasons(day)}
            {today::moments(view)}
            <RemoveButton label=t::ahead_remove() on_press=move |()| asks.set(true) />
            <ConfirmSheet
                open=asks
                title=t::ahead_ask()
                confirm=t::ahead_remove()
                on_confirm=Callback::new(remove)
            />
        </ReadPage>
    }
}

fn check_ins(day: Day, view: Memo<DayView>) -> AnyView {
    let moods = Memo::new(move |_| view.with(|view| view.moods.clone()));
    let cards = move || {
        let moods = moods.get();
        moods.iter().map(|(id, entry)| entry_cards::check_in(day, *id, entry)).collect::<Vec<_>>()
    };
    view! { {cards} }
}

fn night(view: Memo<DayView>) -> AnyView {
    let night = Memo::new(move |_| view.with(|view| view.night.clone()));
    view! { {move || night.with(|night| night.as_ref().map(entry_cards::night))} }
}

/// Five faces for another check-in, and all there are.
fn moods(view: Memo<DayView>) -> AnyView {
    let store = store();
    let three = three_faces();
    let day = view.with_untracked(|view| view.day);
    let moods = Memo::new(move |_| view.with(|view| view.moods.clone()));
    let latest =
        Signal::derive(move || moods.with(|moods| moods.last().map(|(_, entry)| entry.mood.get())));
    let choose = move |mood| {
        if let Ok(mood) = Mood::new(mood) {
            actions::add_mood(store, day, mood);
        }
    };
    view! {
        <Card title=td::felt()>
            <FaceRow
                label=td::felt()
                names=wording::mood_names().map(str::to_owned).to_vec()
                chosen=latest
                three
                on_choose=choose
            />
        </Card>
        {check_ins(day, view)}
    }
}

/// The day's tries, one that was never ended among them.
fn tries(day: Day) -> AnyView {
    let store = store();
    let tries = Memo::new(move |_| {
        store.diary.with(|diary| {
            let of_day = diary.on::<Try>(day).map(|(id, a_try)| (id, a_try.clone()));
            let mut day_tries: Vec<_> = of_day.collect();
            by_number(&mut day_tries, |(_, entry)| entry.when.unix_s());
            day_tries
        })
    });
    view! {
        {move || {
            let cards = tries.get().into_iter().map(|(id, entry)| entry_cards::a_try(id, &entry));
            cards.collect::<Vec<_>>()
        }}
    }
}

/// Cards of "what makes it hard, what helps" that were sorted on the day, with what was said.
fn reasons(day: Day) -> AnyView {
    let store = store();
    let sorted = Memo::new(move |_| {
        store.diary.with(|diary| {
            let words_of_day = diary.on::<ReasonSort>(day).map(|(_, sort)| {
                let words = sort.words.iter().chain(&sort.supports);
                words.map(|words| words.as_str().to_owned()).collect::<Vec<_>>()
            });
            words_of_day.collect::<Vec<_>>()
        })
    });
    let card = move || {
        let sorted = sorted.get();
        (!sorted.is_empty()).then(|| {
            let count = sorted.len();
            let words_of_day = sorted.into_iter().flatten();
            let words_of_day = words_of_day.map(|words| view! { <p class="own-words">{words}</p> });
            let words_of_day = words_of_day.collect::<Vec<_>>();
            view! {
                <Card title=t::sorted_title()>
                    <p>{t::sorted(count)}</p>
                    {words_of_day}
                    <LinkButton
                        href=Route::Reasons.href()
                        label=t::sorted_open()
                        kind=Kind::Soft
                        icon=icondata_lu::LuLayers
                    />
                </Card>
            }
        })
    };
    view! { {card} }
}

/// The day before, the day after, all days.
fn day_links(day: Day) -> AnyView {
    let today = store().now.get_untracked().day();
    let after = day.plus(1);
    let to_after = if after == today { Route::Home } else { Route::Day(after) };
    let after = (after <= today).then(|| {
        view! { <LinkButton href=to_after.href() label=t::after() kind=Kind::Outline /> }
    });
    view! {
        <div class="pair">
            <LinkButton href=Route::Day(day.plus(-1)).href() label=t::before() kind=Kind::Outline />
            {after}
        </div>
        <LinkButton
            href=Route::Diary.href()
            label=t::all()
            kind=Kind::Text
            icon=icondata_lu::LuCalendarDays
        />
    }
}
