//! Starter ladders: looked at, thinned out, taken as a path of one's own.

use std::collections::BTreeMap;

use askelma_diary::path::WantedStep;
use askelma_diary::values::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

use crate::browser::data_files;
use crate::pages::{back_to, store, walker};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{self, app, nav, path as p, path_new as t, routine_ready, step as s};
use crate::ui::{
    Build, Button, HelpLink, Page, PageHeader, RowButton, Sheet, Tick, TickRow, Tint, dynamic,
};

/// A ladder in the reader's language.
#[derive(Debug, Clone, PartialEq)]
struct Ladder {
    title: String,
    steps: Vec<String>,
}

#[derive(Deserialize)]
struct LaddersFile {
    ladders: Vec<LadderRow>,
}

#[derive(Deserialize)]
struct LadderRow {
    code: String,
    steps: Vec<String>,
}

#[derive(Deserialize)]
struct WordsFile {
    words: BTreeMap<String, String>,
}

/// The ladders of the two files' texts; what has no words is left out.
fn read(ladders: &str, words: &str) -> Option<Vec<Ladder>> {
    let rows: LaddersFile = serde_json::from_str(ladders).ok()?;
    let words: WordsFile = serde_json::from_str(words).ok()?;
    let ladder = |row: LadderRow| {
        let steps = row.steps.iter().filter_map(|code| words.words.get(code).cloned()).collect();
        Some(Ladder { title: words.words.get(&row.code)?.clone(), steps })
    };
    Some(rows.ladders.into_iter().filter_map(ladder).collect())
}

async fn fetch() -> Option<Vec<Ladder>> {
    let language = text::language().code();
    let words = data_files::fetch_text(&format!("ladders/{language}.json")).await.ok()?;
    let ladders = data_files::fetch_text("ladders/ladders.json").await.ok()?;
    read(&ladders, &words)
}

/// The room.
pub fn page() -> AnyView {
    let all = RwSignal::new(None::<Option<Vec<Ladder>>>);
    spawn_local(async move {
        all.try_set(Some(fetch().await));
    });
    let open = RwSignal::new(None::<usize>);
    let rows = move || match all.get() {
        None => view! { <p class="quiet" aria-live="polite">{app::loading()}</p> }.built(),
        Some(None) => view! { <p role="status">{app::engine()}</p> }.built(),
        Some(Some(all)) => all
            .into_iter()
            .enumerate()
            .map(|(at, it)| row(at, it, open))
            .collect::<Vec<_>>()
            .built(),
    };
    let shown = move || {
        let ladder = all.with(|all| all.as_ref()?.as_ref()?.get(open.get()?).cloned());
        ladder.map(|ladder| sheet(ladder, open))
    };
    view! {
        <Page>
            <PageHeader title=p::ready() back=back_to(Route::Path)>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{t::ladder_hint()}</p>
            {dynamic(rows)}
            {dynamic(shown)}
        </Page>
    }
    .built()
}

fn row(at: usize, ladder: Ladder, open: RwSignal<Option<usize>>) -> AnyView {
    view! {
        <RowButton
            title=ladder.title
            hint=ladder.steps.first().map(|step| t::first(step)).unwrap_or_default()
            icon=icondata_lu::LuFootprints
            tint=Tint::Spruce
            on_press=move |()| open.set(Some(at))
        />
    }
    .built()
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
            let title = step.clone();
            view! {
                <TickRow title icon=icondata_lu::LuFootprints tint=Tint::Plain state on_press=press />
            }
        })
        .collect::<Vec<_>>();
    let count = Signal::derive(move || taken.with(|taken| taken.iter().filter(|on| **on).count()));
    let walk = walker();
    let title = ladder.title.clone();
    let take = move |()| {
        let chosen = taken.get_untracked();
        let words = ladder.steps.iter().zip(chosen).filter(|(_, on)| *on);
        let words = words.filter_map(|(step, _)| Words::new(step).ok().flatten());
        let wanted: Vec<_> = words.map(WantedStep::titled).collect();
        if let Ok(Some(title)) = Words::new(&ladder.title)
            && !wanted.is_empty()
        {
            actions::add(store, title, None, wanted);
            open.set(None);
            walk(Route::Path);
        }
    };
    let label = Signal::derive(move || match count.get() {
        0 => routine_ready::take_none().to_owned(),
        _ => t::take().to_owned(),
    });
    view! {
        <Sheet title=title close_label=app::close() on_close=move |()| open.set(None)>
            <p class="quiet">{s::what()}</p>
            <div class="tick-list">{rows}</div>
            <Button label disabled=Signal::derive(move || count.get() == 0) on_press=take />
        </Sheet>
    }
    .built()
}

#[cfg(test)]
mod tests {
    use super::read;

    fn file(name: &str) -> String {
        let path = format!("{}/public/data/ladders/{name}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn twelve_ladders_of_six_to_twelve_steps_in_each_language() {
        let count: usize = ["en", "fi", "sv"]
            .map(|language| {
                let ladders = read(&file("ladders"), &file(language)).unwrap();
                assert_eq!(ladders.len(), 12, "{language}");
                for ladder in &ladders {
                    assert!((6..=12).contains(&ladder.steps.len()), "{ladder:?}");
                    assert!(
                        ladder.steps.iter().all(|step| step.chars().count() <= 48),
                        "{ladder:?}"
                    );
                }
                ladders.iter().map(|ladder| ladder.steps.len()).sum::<usize>()
            })
            .into_iter()
            .sum();
        assert_eq!(count, 3 * 91);
    }
}
