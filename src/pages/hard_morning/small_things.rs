//! Hard morning: the smallest thing, from one's own list and the starters.

use askelma_diary::id::Id;
use askelma_diary::people::small_things;
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::store;
use crate::store::{actions as common_actions, people as actions};
use crate::text::{app, hard_morning as h, hard_morning as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, IconButton, Kind, TextField};

/// One of the list: a starter by its number, or one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    Starter(u8),
    Own(Id),
}

fn list() -> Vec<(Which, String)> {
    let starters = [h::smallest_1(), h::smallest_2(), h::smallest_3(), h::smallest_4()];
    store().diary.with(|diary| {
        let hidden_starters = diary.choices().small_things_away;
        let own_things = small_things(diary).into_iter();
        let own_things =
            own_things.map(|(id, thing)| (Which::Own(id), thing.words.as_str().to_owned()));
        let starters =
            (0_u8..).zip(starters).filter(|(number, _)| !hidden_starters.contains(number));
        own_things
            .chain(starters.map(|(number, words)| (Which::Starter(number), words.to_owned())))
            .collect()
    })
}

/// The card of the smallest thing.
pub fn smallest() -> AnyView {
    let index = RwSignal::new(0_usize);
    let did = RwSignal::new(false);
    let changing = RwSignal::new(false);
    let things = Memo::new(move |_| list());
    let thing = move || {
        things.with(|things| {
            let current = things.get(index.get() % things.len().max(1));
            current.map(|(_, words)| words.clone()).unwrap_or_default()
        })
    };
    view! {
        <Card title=h::smallest()>
            <Show
                when=move || changing.get()
                fallback=move || {
                    view! {
                        <p class="lead">{thing}</p>
                        <Show
                            when=move || did.get()
                            fallback=move || {
                                view! {
                                    <div class="pair">
                                        <Button label=h::did() on_press=move |()| did.set(true) />
                                        <Button
                                            label=h::other()
                                            kind=Kind::Outline
                                            on_press=move |()| index.update(|index| *index += 1)
                                        />
                                    </div>
                                }
                            }
                        >
                            <p aria-live="polite">{h::did_said()}</p>
                        </Show>
                        <Button
                            label=t::own_edit()
                            kind=Kind::Text
                            on_press=move |()| changing.set(true)
                        />
                    }
                }
            >
                {change(changing)}
            </Show>
        </Card>
    }
}

fn change(changing: RwSignal<bool>) -> AnyView {
    let store = store();
    let new_words = drafts().part("smallest").keep("words", String::new());
    let add = move |()| {
        if let Ok(Some(words)) = Words::new(&new_words.get_untracked()) {
            actions::add_small_thing(store, words);
            new_words.set(String::new());
        }
    };
    let rows = move || {
        list()
            .into_iter()
            .map(|(which, words)| {
                let label = format!("{}: {words}", t::away());
                let put_away = move |()| match which {
                    Which::Starter(number) => actions::put_starter_away(store, number),
                    Which::Own(id) => common_actions::remove(store, id),
                };
                view! {
                    <li class="row-between">
                        <span>{words}</span>
                        <IconButton label icon=icondata_lu::LuX on_press=put_away />
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    let has_hidden =
        move || store.diary.with(|diary| !diary.choices().small_things_away.is_empty());
    view! {
        <ul class="lines-list">{rows}</ul>
        <TextField label=t::own_field() hint=t::own_hint() value=new_words limit=120 />
        <Button label=t::own_add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
        <Show when=has_hidden>
            <Button
                label=t::starter_back()
                kind=Kind::Text
                on_press=move |()| actions::bring_starters_back(store)
            />
        </Show>
        <Button label=app::close() kind=Kind::Outline on_press=move |()| changing.set(false) />
    }
}
