//! A path changed: what it is called, the order of its steps, and whether Today shows it.

use askelma_diary::entries::Step;
use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, SaveBar};
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::store::path::Put;
use crate::text::{app, path as p, path_edit as t, path_new as n, routine as r, step as s};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, LinkButton, RowLink, SortList, SortRow, TextField, Tint};

/// The longest title of a path or a step, in letters.
pub(crate) const LONGEST: u32 = 80;

/// The page: the title, the order of the steps, and what becomes of the path.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(saved_path) = store.diary.with_untracked(|diary| path::path(diary, id).cloned())
    else {
        return crate::pages::not_found::page();
    };
    let drafts = drafts();
    let title = drafts.keep("title", saved_path.title.as_str().to_owned());
    let why = drafts.keep(
        "why",
        saved_path.why.as_ref().map(|why| why.as_str().to_owned()).unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let save = move |()| {
        let (Ok(title), Ok(why)) = (Words::new(&title.get()), Words::new(&why.get())) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        match title {
            Some(title) => {
                actions::rename(store, id, title, why);
                drafts.saved();
                navigate(Route::PathOf(id));
            }
            None => problem.set(Some(n::needs_title().to_owned())),
        }
    };
    let is_todays = move || store.diary.with(|diary| path::todays_path(diary) == Some(id));
    let archived = Memo::new(move |_| {
        store.diary.with(|diary| path::path(diary, id).is_some_and(|path| path.archived.is_some()))
    });
    view! {
        <ReadPage title=t::title() back=close_to(Route::PathOf(id))>
            <TextField label=n::where_to() value=title limit=LONGEST />
            <TextField label=n::why() value=why limit=LONGEST />
            {order(id)}
            {move || put_away(id)}
            <SaveBar problem on_save=save />
            <Show when=move || !is_todays() && !archived.get()>
                <Button
                    label=p::on_today()
                    kind=Kind::Soft
                    icon=icondata_lu::LuSun
                    on_press=move |()| actions::show_on_today(store, id)
                />
            </Show>
            {move || {
                let archived = archived.get();
                let (label, put) = if archived {
                    (p::take_out(), Put::Back)
                } else {
                    (t::archive(), Put::Away)
                };
                view! {
                    <Button
                        label
                        kind=Kind::Text
                        on_press=move |()| actions::archive(store, id, put)
                    />
                }
            }}
        </ReadPage>
    }
}

/// The steps in order, easiest first: by dragging a handle or by the arrow keys on it.
fn order(id: Id) -> AnyView {
    let store = store();
    let steps = Memo::new(move |_| {
        store.diary.with(|diary| {
            let open_steps = path::steps(diary, id);
            open_steps.into_iter().map(|(id, step)| (id, step.clone())).collect::<Vec<_>>()
        })
    });
    let rows = Signal::derive(move || {
        steps.with(|steps| steps.iter().map(|(id, step)| row(*id, step)).collect::<Vec<_>>())
    });
    let spoken = RwSignal::new(String::new());
    let on_move = move |(from_index, to_index): (usize, usize)| {
        let Some((step, title, count)) = steps.with_untracked(|steps| {
            let (id, step) = steps.get(from_index)?;
            Some((*id, step.title.as_str().to_owned(), steps.len()))
        }) else {
            return;
        };
        actions::reorder(store, step, to_index);
        spoken.set(r::moved(&(to_index + 1).to_string(), &count.to_string(), &title));
    };
    view! {
        <Card title=t::steps()>
            <p class="quiet">{t::steps_hint()}</p>
            <SortList label=p::list() handle_hint=r::handle_hint() rows on_move />
            <p class="sr-only" aria-live="polite">
                {spoken}
            </p>
            <LinkButton
                href=Route::StepNew(id).href()
                label=t::add_step()
                kind=Kind::Soft
                icon=icondata_lu::LuPlus
            />
        </Card>
    }
}

fn row(id: Id, step: &Step) -> SortRow {
    let title = step.title.as_str().to_owned();
    let mut hint = Vec::new();
    hint.extend(step.guess.map(|guess| p::spoken_guess(&guess.get().to_string())));
    hint.extend(step.with_whom.as_ref().map(|who| who.as_str().to_owned()));
    SortRow {
        key: id.hex(),
        href: Route::StepEdit(id).href(),
        handle: r::handle(&title),
        title,
        hint: hint.join(" · "),
        picture: (icondata_lu::LuFootprints, Tint::Spruce),
    }
}

/// The steps put away; each leads to its tries and back onto the path.
fn put_away(id: Id) -> Option<AnyView> {
    let retired_steps = store().diary.with(|diary| {
        let steps = path::all_steps(diary, id);
        let retired_steps = steps.into_iter().filter(|(_, step)| step.retired.is_some());
        retired_steps.map(|(id, step)| (id, step.title.as_str().to_owned())).collect::<Vec<_>>()
    });
    if retired_steps.is_empty() {
        return None;
    }
    let rows = retired_steps
        .into_iter()
        .map(|(id, title)| {
            view! {
                <RowLink
                    href=Route::Step(id).href()
                    title
                    hint=s::restore()
                    icon=icondata_lu::LuArchive
                    tint=Tint::Plain
                />
            }
        })
        .collect::<Vec<_>>();
    Some(view! {
        <details class="more">
            <summary>{t::put_away()}</summary>
            <div class="stack">{rows}</div>
        </details>
    })
}
