//! Starter ladders: looked at, thinned out, taken as a path of one's own.

use askelma_content::ladders::{self, Ladder};
use askelma_diary::path::WantedStep;

use crate::browser::data_files;
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, navigator, store};
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

/// The page: the starter ladders, and the sheet that takes one over.
pub fn page() -> AnyView {
    let ladders = LocalResource::new(fetch);
    let open = RwSignal::new(None::<usize>);
    let rows = move |ladders: Vec<Ladder>| {
        ladders
            .iter()
            .enumerate()
            .map(|(index, ladder)| row(index, ladder, open))
            .collect::<Vec<_>>()
            .into_any()
    };
    let open_sheet = move || {
        let ladder = ladders.get()??.get(open.get()?).cloned();
        ladder.map(|ladder| sheet(ladder, open))
    };
    view! {
        <ReadPage title=p::ready() back=back_to(Route::Path)>
            <p class="quiet">{t::ladder_hint()}</p>
            <Fetched from=ladders loading=app::loading() failed=app::engine() children=rows />
            {open_sheet}
        </ReadPage>
    }
}

fn row(index: usize, ladder: &Ladder, open: RwSignal<Option<usize>>) -> AnyView {
    view! {
        <RowButton
            title=ladder.title.as_str().to_owned()
            hint=ladder.steps.first().map(|step| t::first(step.as_str())).unwrap_or_default()
            icon=icondata_lu::LuFootprints
            tint=Tint::Spruce
            on_press=move |()| open.set(Some(index))
        />
    }
}

/// The steps of a ladder; each can be let go.
fn sheet(ladder: Ladder, open: RwSignal<Option<usize>>) -> AnyView {
    let store = store();
    let chosen = RwSignal::new(vec![true; ladder.steps.len()]);
    let rows = ladder
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
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
            let title = step.as_str().to_owned();
            view! { <TickRow title icon=icondata_lu::LuFootprints tint=Tint::Plain state on_press=press /> }
        })
        .collect::<Vec<_>>();
    let count =
        Signal::derive(move || chosen.with(|chosen| chosen.iter().filter(|on| **on).count()));
    let navigate = navigator();
    let title = ladder.title.as_str().to_owned();
    let save = move |()| {
        let chosen_steps = ladder.steps.iter().cloned().zip(chosen.get_untracked());
        let wanted: Vec<_> =
            chosen_steps.filter(|(_, on)| *on).map(|(step, _)| WantedStep::titled(step)).collect();
        if !wanted.is_empty() {
            actions::add(store, ladder.title.clone(), None, wanted);
            open.set(None);
            navigate(Route::Path);
        }
    };
    let label = Signal::derive(move || match count.get() {
        0 => routine_ready::take_none().to_owned(),
        _ => path_new::take().to_owned(),
    });
    view! {
        <Sheet title close_label=app::close() on_close=move |()| open.set(None)>
            <p class="quiet">{s::what()}</p>
            <div class="tick-list">{rows}</div>
            <Button label disabled=Signal::derive(move || count.get() == 0) on_press=save />
        </Sheet>
    }
}
