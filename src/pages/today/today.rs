//! Today: mood, the night, the routine, time at school, a good moment.

use askelma_diary::sleep::NightInput;
use askelma_diary::time::Day;
use askelma_diary::today::nudge::nudge_due;
use askelma_diary::today::{DayView, Greeting, day_view, greeting};

use crate::browser::clock::Here;
use crate::browser::intl;
use crate::pages::layout::TitleWithHelp;
use crate::pages::today::{last_days, mood_card, routine_card, school_card, step_card, suggestion};
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{moment, today as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, LinkButton, Page, RowLink, Tint};

/// Today, moving on at 04:00.
pub fn page() -> AnyView {
    let store = store();
    let day = Memo::new(move |_| store.today());
    // A new date draws the page anew; what is said of one date changes piece by piece.
    view! { {move || one_day(day.get())} }
}

fn one_day(day: Day) -> AnyView {
    let store = store();
    let view = Memo::new(move |_| store.diary.with(|diary| day_view(diary, day)));
    view! {
        <Page>
            {header(day)}
            {nudge()}
            {step_card::today_step()}
            <div class="pair">
                <LinkButton
                    href=Route::HardMorning.href()
                    label=t::hard()
                    kind=Kind::Berry
                    icon=icondata_lu::LuHeartHandshake
                />
                <LinkButton
                    href=Route::Night(day).href()
                    label=Signal::derive(move || view.with(night_label))
                    kind=Kind::Night
                    icon=icondata_lu::LuMoon
                />
            </div> {like_last_time(view)} <mood_card::DayMood view />
            <routine_card::DayRoutine view />
            <school_card::DaySchool view is_today=true />
            {moments(view)}
            <suggestion::Suggest />
            <last_days::LastDays open=day />
        </Page>
    }
}

/// The quiet line of a day without a word.
fn nudge() -> AnyView {
    let store = store();
    let due = Memo::new(move |_| store.diary.with(|diary| nudge_due(diary, store.now.get())));
    view! {
        <Show when=move || due.get()>
            <p class="quiet">{t::nudge()}</p>
        </Show>
    }
}

fn header(day: Day) -> AnyView {
    let store = store();
    let title = Signal::derive(move || {
        let name =
            store.diary.with(|diary| Some(diary.profile()?.name.as_ref()?.as_str().to_owned()));
        greet(greeting(store.now.get()), name.as_deref())
    });
    view! { <TitleWithHelp title above=wording::long(day) /> }
}

fn greet(greeting: Greeting, name: Option<&str>) -> String {
    match (greeting, name) {
        (Greeting::Morning, Some(name)) => t::morning(name),
        (Greeting::Day, Some(name)) => t::day(name),
        (Greeting::Evening, Some(name)) => t::evening(name),
        (Greeting::Night, Some(name)) => t::night(name),
        (Greeting::Morning, None) => t::morning_plain().to_owned(),
        (Greeting::Day, None) => t::day_plain().to_owned(),
        (Greeting::Evening, None) => t::evening_plain().to_owned(),
        (Greeting::Night, None) => t::night_plain().to_owned(),
    }
}

/// The length of the night, or the question for it.
pub fn night_label(view: &DayView) -> String {
    view.night.as_ref().map_or_else(
        || t::last_night().to_owned(),
        |night| wording::length(minutes(night.woke.minutes_since(night.tried))),
    )
}

fn minutes(minutes: i64) -> u32 {
    u32::try_from(minutes).unwrap_or_default()
}

/// One tap for a night like the last one that was told.
pub fn like_last_time(view: Memo<DayView>) -> AnyView {
    let store = store();
    let offer = Memo::new(move |_| {
        view.with(|view| if view.night.is_none() { view.last_time } else { None })
    });
    let offered = move || {
        let last = offer.get()?;
        let day = view.with_untracked(|view| view.day);
        let times = format!("{}–{}", intl::clock(last.tried_clock), intl::clock(last.woke_clock));
        let keep = move |()| {
            if let Ok(night) = NightInput::like(day, last).night(&Here) {
                actions::keep_night(store, night);
            }
        };
        let label = format!("{} · {times}", t::sleep_like());
        Some(view! { <Button label kind=Kind::Outline on_press=keep /> })
    };
    view! { {offered} }
}

/// The day's good moments, and the way to write one down.
pub fn moments(view: Memo<DayView>) -> AnyView {
    let list = Memo::new(move |_| view.with(|view| view.moments.clone()));
    let rows = move || {
        let day = view.with_untracked(|view| view.day);
        list.get()
            .into_iter()
            .map(|(id, entry)| {
                let names: Vec<_> = entry
                    .strengths
                    .iter()
                    .map(|strength| wording::strength(*strength).to_owned())
                    .chain(entry.own_strengths.iter().map(|strength| strength.as_str().to_owned()))
                    .collect();
                let words = entry.words.as_ref().map(|words| words.as_str().to_owned());
                let (title, hint) = match words {
                    Some(words) => (words, Some(names.join(" · "))),
                    None => (names.join(" · "), None),
                };
                let hint = hint.filter(|hint| !hint.is_empty());
                view! {
                    <RowLink
                        href=Route::Moment(day, id).href()
                        title
                        hint=hint.unwrap_or_default()
                        icon=icondata_lu::LuSparkles
                        tint=Tint::Dawn
                    />
                }
            })
            .collect::<Vec<_>>()
    };
    let day = view.with_untracked(|view| view.day);
    view! {
        {rows}
        <LinkButton
            href=Route::MomentNew(day).href()
            label=moment::add()
            kind=Kind::Soft
            icon=icondata_lu::LuPlus
        />
    }
}
