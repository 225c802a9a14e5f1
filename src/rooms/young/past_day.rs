//! One day of the diary: everything that was written for it in one place, each open for mending.

use askelma_diary::order::by_number;
use askelma_diary::record::Body;
use askelma_diary::time::Day;
use askelma_diary::today::{DayView, day_view};
use askelma_diary::values::Mood;
use leptos::prelude::*;

use super::{day_routine, day_school, days, entry_cards, today};
use crate::components::{
    Build, Card, FaceRow, HelpLink, Kind, LinkButton, Page, PageHeader, dynamic,
};
use crate::rooms::{Place, back_to, keeper, say, three_faces};
use crate::state::actions;
use crate::text::{nav, pastday as t, today as td};

/// The page of a date; today's own is Today.
pub fn past_day(day: Day) -> AnyView {
    let keeper = keeper();
    let view = Memo::new(move |_| keeper.diary.with(|diary| day_view(diary, day)));
    view! {
        <Page>
            <PageHeader title=say::long(day) above=td::earlier() back=back_to(Place::Start)>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{td::earlier_hint()}</p>
            <div class="pair">
                <LinkButton
                    href=Place::Night(day).href()
                    label=Signal::derive(move || view.with(today::night_label))
                    kind=Kind::Night
                    icon=icondata_lu::LuMoon
                />
            </div>
            {night(view)}
            {today::like_last_time(view)}
            {moods(view)}
            <day_routine::DayRoutine view />
            <day_school::DaySchool view is_today=false />
            {tries(day)}
            {reasons(day)}
            {today::moments(view)}
            <days::LastDays open=day />
            {ways(day)}
        </Page>
    }
    .built()
}

fn night(view: Memo<DayView>) -> AnyView {
    let night = Memo::new(move |_| view.with(|view| view.night.clone()));
    dynamic(move || night.with(|night| night.as_ref().map(entry_cards::night)))
}

/// Five faces for another check-in, and all there are.
fn moods(view: Memo<DayView>) -> AnyView {
    let keeper = keeper();
    let three = three_faces();
    let day = view.with_untracked(|view| view.day);
    let moods = Memo::new(move |_| view.with(|view| view.moods.clone()));
    let latest =
        Signal::derive(move || moods.with(|moods| moods.last().map(|(_, entry)| entry.mood.get())));
    let choose = move |mood| {
        if let Ok(mood) = Mood::new(mood) {
            actions::add_mood(keeper, day, mood);
        }
    };
    let cards = move || {
        let moods = moods.get();
        moods.iter().map(|(id, entry)| entry_cards::check_in(day, *id, entry)).collect::<Vec<_>>()
    };
    view! {
        <Card title=td::felt()>
            <FaceRow
                label=td::felt()
                names=say::mood_names().map(str::to_owned).to_vec()
                chosen=latest
                three
                on_choose=choose
            />
        </Card>
        {dynamic(cards)}
    }
    .built()
}

/// The day's tries, one that was never ended among them.
fn tries(day: Day) -> AnyView {
    let keeper = keeper();
    let tries = Memo::new(move |_| {
        keeper.diary.with(|diary| {
            let of_day = diary.of_day(day).filter_map(|(id, body)| match body {
                Body::Try(it) => Some((id, it.clone())),
                _ => None,
            });
            let mut all: Vec<_> = of_day.collect();
            by_number(&mut all, |(_, it)| it.when.unix_s());
            all
        })
    });
    dynamic(move || {
        let cards = tries.get().into_iter().map(|(id, it)| entry_cards::a_try(id, &it));
        cards.collect::<Vec<_>>()
    })
}

/// Cards of "what makes it hard, what helps" that were sorted on the day, with what was said.
fn reasons(day: Day) -> AnyView {
    let keeper = keeper();
    let sorted = Memo::new(move |_| {
        keeper.diary.with(|diary| {
            let said = diary.of_day(day).filter_map(|(_, body)| match body {
                Body::ReasonSort(sort) => {
                    let words = sort.words.iter().chain(&sort.supports);
                    Some(words.map(|words| words.as_str().to_owned()).collect::<Vec<_>>())
                }
                _ => None,
            });
            said.collect::<Vec<_>>()
        })
    });
    let card = move || {
        let sorted = sorted.get();
        (!sorted.is_empty()).then(|| {
            let count = sorted.len();
            let said = sorted.into_iter().flatten();
            let said = said.map(|words| view! { <p class="own-words">{words}</p> }.built());
            let said = said.collect::<Vec<_>>();
            view! {
                <Card title=t::sorted_title()>
                    <p>{t::sorted(count)}</p>
                    {said}
                    <LinkButton
                        href=Place::Reasons.href()
                        label=t::sorted_open()
                        kind=Kind::Soft
                        icon=icondata_lu::LuLayers
                    />
                </Card>
            }
        })
    };
    dynamic(card)
}

/// The day before, the day after, all days.
fn ways(day: Day) -> AnyView {
    let today = keeper().now.get_untracked().day();
    let after = day.plus(1);
    let to_after = if after == today { Place::Start } else { Place::Day(after) };
    let after = (after <= today).then(|| {
        view! { <LinkButton href=to_after.href() label=t::after() kind=Kind::Outline /> }.built()
    });
    view! {
        <div class="pair">
            <LinkButton href=Place::Day(day.plus(-1)).href() label=t::before() kind=Kind::Outline />
            {after}
        </div>
        <LinkButton
            href=Place::Diary.href()
            label=t::all()
            kind=Kind::Text
            icon=icondata_lu::LuCalendarDays
        />
    }
    .built()
}
