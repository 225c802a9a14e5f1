//! A try: a calm page while it goes on, and the questions after it.

use askelma_diary::entries::Try;
use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::Outcome;

use crate::browser::{clock, intl};
use crate::pages::hard_morning::body::breathing;
use crate::pages::layout::ReadPage;
use crate::pages::path::try_after::after;
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{step as s, try_now as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ElapsedBar, Ground, Kind, Pill, Tint};

/// The page of a try: by what became of it so far.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let over = Memo::new(move |_| {
        store.diary.with(|diary| path::try_of(diary, id).map(|entry| entry.outcome.is_some()))
    });
    view! {
        {move || match over.get() {
            Some(true) => after(id),
            Some(false) => during(id),
            None => crate::pages::not_found::page(),
        }}
    }
}

fn during(id: Id) -> AnyView {
    let store = store();
    let saved_try = store.diary.with_untracked(|diary| path::try_of(diary, id).cloned());
    let Some(entry) = saved_try else { return ().into_any() };
    let title = entry.title.as_str().to_owned();
    let step = entry.step;
    let is_in = Memo::new(move |_| {
        store.diary.with(|diary| path::try_of(diary, id).is_some_and(|entry| entry.in_at.is_some()))
    });
    let ended = move |outcome: Outcome| move |()| actions::end_try(store, id, outcome);
    view! {
        <ReadPage title above=t::during() back=back_to(Route::Step(step)) ground=Ground::Sky>
            {so_long(id, &entry)}
            {with(&entry)}
            <Show
                when=move || is_in.get()
                fallback=move || {
                    view! {
                        <Button label=t::i_am_in() on_press=move |()| actions::am_in(store, id) />
                        <Button
                            label=t::all_of_it()
                            kind=Kind::Outline
                            on_press=ended(Outcome::Did)
                        />
                    }
                }
            >
                <p class="lead" role="status">
                    {t::now_in()}
                </p>
                <Button label=t::all_of_it() on_press=ended(Outcome::Did) />
            </Show>
            <div class="pair">
                <Button label=t::a_part() kind=Kind::Outline on_press=ended(Outcome::Part) />
                <Button
                    label=t::turned_back()
                    kind=Kind::Outline
                    on_press=ended(Outcome::TurnedBack)
                />
            </div>
            <p class="quiet">{t::by_plan()}</p>
            {breathing()}
        </ReadPage>
    }
}

/// How long it has been, beside what was planned. Nothing counts down.
fn so_long(id: Id, entry: &Try) -> AnyView {
    let store = store();
    let minutes = Signal::derive(move || {
        let now = store.now.get().max(clock::now());
        let minutes = store
            .diary
            .with(|diary| path::try_of(diary, id).map(|entry| path::minutes(entry, now)));
        u32::try_from(minutes.unwrap_or_default()).unwrap_or_default()
    });
    let planned = entry.planned_min.map(|min| u32::from(min.get()));
    let length = move || wording::length(minutes.get());
    let planned_bar = planned.map(|planned| {
        // The sentence changes once, not with every minute.
        let full = Memo::new(move |_| minutes.get() >= planned);
        let plan_line = move || {
            if full.get() {
                t::plan_full().to_owned()
            } else {
                t::planned(&wording::length(planned))
            }
        };
        view! {
            <ElapsedBar elapsed=minutes planned />
            <p class="quiet">{plan_line}</p>
        }
    });
    let since = t::since(&intl::time(entry.when));
    view! {
        <Card>
            <p class="quiet">{since}</p>
            <p class="number" role="timer">
                {length}
            </p>
            {planned_bar}
        </Card>
    }
}

/// Who is with me and what helps, to be seen at a glance.
fn with(entry: &Try) -> Option<AnyView> {
    let who = entry.with_whom.as_ref().map(|who| {
        view! { <Pill text=who.as_str().to_owned() icon=icondata_lu::LuUsersRound tint=Tint::Sky /> }
    });
    let pills = entry
        .supports
        .iter()
        .map(|words| {
            view! { <Pill text=words.as_str().to_owned() icon=icondata_lu::LuLeaf tint=Tint::Spruce /> }
        })
        .collect::<Vec<_>>();
    (who.is_some() || !pills.is_empty()).then(|| {
        view! {
            <div class="pills" role="group" aria-label=s::supports()>
                {who}
                {pills}
            </div>
        }
    })
}
