//! Starter ladders: looked at, thinned out, taken as a path of one's own.

use askelma_content::ladders::{self, Ladder};
use askelma_diary::path::WantedStep;

use crate::browser::data_files;
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store, walker};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{self, app, path as p, path_new, path_ready as t, routine_ready, step as s};
use crate::ui::prelude::*;
use crate::ui::{Button, Fetched, RowButton, Sheet, Tick, TickRow, Tint};

async fn fetch() -> Option<Vec<Ladder>> {
    let language = text::language().code();
    let words = data_files::fetch_text(&format!("ladders/{language}.json")).await.ok()?;
    let ladders = data_files::fetch_text("ladders/ladders.json").await.ok()?;
    ladders::read(&ladders, &words).ok()
}

/// The room.
pub fn page() -> AnyView {
    let all = LocalResource::new(fetch);
    let open = RwSignal::new(None::<usize>);
    let rows = move |all: Vec<Ladder>| {
        all.iter()
            .enumerate()
            .map(|(at, ladder)| row(at, ladder, open))
            .collect::<Vec<_>>()
            .into_any()
    };
    let shown = move || {
        let ladder = all.get()??.get(open.get()?).cloned();
        ladder.map(|ladder| sheet(ladder, open))
    };
    view! {
        <ReadPage title=p::ready() back=back_to(Route::Path)>
            <p class="quiet">{t::ladder_hint()}</p>
            <Fetched from=all loading=app::loading() failed=app::engine() children=rows />
            {shown}
        </ReadPage>
    }
}

fn row(at: usize, ladder: &Ladder, open: RwSignal<Option<usize>>) -> AnyView {
    view! {
        <RowButton
            title=ladder.title.as_str().to_owned()
            hint=ladder.steps.first().map(|step| t::first(step.as_str())).unwrap_or_default()
            icon=icondata_lu::LuFootprints
            tint=Tint::Spruce
            on_press=move |()| open.set(Some(at))
        />
    }
}

/// The steps of a ladder; each can be let go.
fn sheet(ladder: Ladder, open: RwSignal<Option<usize>>) -> AnyView {
    let store = store();
    let taken = RwSignal::new(vec![true; ladder.steps.len()]);
    let rows = ladder
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let state = Signal::derive(move || {
                let on = taken.with(|taken| taken.get(at).copied().unwrap_or_default());
                if on { Tick::Done } else { Tick::Empty }
            });
            let press = move |()| {
                taken.update(|taken| {
                    if let Some(on) = taken.get_mut(at) {
                        *on = !*on;
                    }
                });
            };
            let title = step.as_str().to_owned();
            view! { <TickRow title icon=icondata_lu::LuFootprints tint=Tint::Plain state on_press=press /> }
        })
        .collect::<Vec<_>>();
    let count = Signal::derive(move || taken.with(|taken| taken.iter().filter(|on| **on).count()));
    let walk = walker();
    let title = ladder.title.as_str().to_owned();
    let take = move |()| {
        let chosen = ladder.steps.iter().cloned().zip(taken.get_untracked());
        let wanted: Vec<_> =
            chosen.filter(|(_, on)| *on).map(|(step, _)| WantedStep::titled(step)).collect();
        if !wanted.is_empty() {
            actions::add(store, ladder.title.clone(), None, wanted);
            open.set(None);
            walk(Route::Path);
        }
    };
    let label = Signal::derive(move || match count.get() {
        0 => routine_ready::take_none().to_owned(),
        _ => path_new::take().to_owned(),
    });
    view! {
        <Sheet title=title close_label=app::close() on_close=move |()| open.set(None)>
            <p class="quiet">{s::what()}</p>
            <div class="tick-list">{rows}</div>
            <Button label disabled=Signal::derive(move || count.get() == 0) on_press=take />
        </Sheet>
    }
}
