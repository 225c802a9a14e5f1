//! Starter ladders: looked at, thinned out, taken as a path of one's own.

use askelma_content::ladders::{self, Ladder};
use askelma_diary::path::WantedStep;
use askelma_diary::values::Words;

use crate::browser::data_files;
use crate::pages::layout::ReadPage;
use crate::pages::{back_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{self, app, path as p, path_new, path_ready as t, routine_ready, step as s};
use crate::ui::prelude::*;
use crate::ui::{Fetched, PickList, PickRow, RowButton, Sheet, Tint};

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
    let row = |step: &Words| PickRow {
        title: step.as_str().to_owned(),
        hint: String::new(),
        icon: icondata_lu::LuFootprints,
        tint: Tint::Plain,
    };
    let rows = ladder.steps.iter().map(row).collect();
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
    let label = |count| match count {
        0 => routine_ready::take_none().to_owned(),
        _ => path_new::take().to_owned(),
    };
    view! {
        <Sheet title close_label=app::close() on_close=move |()| open.set(None)>
            <p class="quiet">{s::what()}</p>
            <PickList rows picked=chosen label on_take=save />
        </Sheet>
    }
}
