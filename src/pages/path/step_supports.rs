//! What helps with a step: words to keep, to let go, and to mark as meant to stay.

use askelma_diary::entries::Support;
use askelma_diary::people;
use askelma_diary::reasons::chosen_supports;
use askelma_diary::values::Words;

use crate::pages::store;
use crate::text::{app, path_new, step as t, supports as u};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, Chips, IconButton, Kind, Switch, TextField};

/// The longest support, in letters.
pub(crate) const LONGEST: u32 = 60;

/// Names of my people, to be filled in by a tap.
pub(crate) fn names() -> Vec<String> {
    let names = store().diary.with_untracked(|diary| {
        let names = people::people(diary);
        names.into_iter().map(|(_, person)| person.name.as_str().to_owned()).collect::<Vec<_>>()
    });
    names.into_iter().take(6).collect()
}

/// What was chosen with sensory cards: it is offered for every step, and stays.
fn staying() -> Vec<Words> {
    let store = store();
    let today = store.now.get_untracked().day();
    let mut staying = Vec::new();
    for (_, supports) in store.diary.with_untracked(|diary| chosen_supports(diary, today)) {
        for words in supports {
            if !staying.contains(&words) {
                staying.push(words);
            }
        }
    }
    staying
}

/// Ready words, in the reader's language.
pub(crate) fn ready() -> Vec<Words> {
    [u::music(), u::plan(), u::early(), u::quiet_place(), u::message(), u::a_break()]
        .into_iter()
        .filter_map(|text| Words::new(text).ok().flatten())
        .collect()
}

/// A chip for each, by its place.
pub(crate) fn chips<'a>(words: impl IntoIterator<Item = &'a Words>) -> Vec<ChipOption<u16>> {
    let numbered = words.into_iter().zip(0_u16..);
    numbered.map(|(words, number)| ChipOption::new(number, words.as_str())).collect()
}

/// Puts what is typed in the field to the others.
pub(crate) fn take_typed(chosen: RwSignal<Vec<Support>>, typed: RwSignal<String>) {
    if let Ok(Some(words)) = Words::new(&typed.get_untracked()) {
        add_support(chosen, words, false);
        typed.set(String::new());
    }
}

fn add_support(chosen: RwSignal<Vec<Support>>, words: Words, stays: bool) {
    chosen.update(|chosen| {
        if !chosen.iter().any(|support| support.words == words) {
            chosen.push(Support { words, stays });
        }
    });
}

/// The card of a step's supports.
pub(crate) fn supports(chosen: RwSignal<Vec<Support>>, typed: RwSignal<String>) -> AnyView {
    let staying = staying();
    let offered = (!staying.is_empty()).then(|| {
        view! {
            <p class="quiet">{t::stays_offered()}</p>
            {offer(chosen, t::stays_offered(), staying, true)}
        }
    });
    view! {
        <Card title=t::supports()>
            <For each=move || chosen.get() key=|support| support.words.clone() let:support>
                {row(chosen, support.words)}
            </For>
            {offered}
            {offer(chosen, t::supports(), ready(), false)}
            <TextField
                label=u::own()
                value=typed
                limit=LONGEST
                on_enter=Callback::new(move |()| take_typed(chosen, typed))
            />
            <Button
                label=path_new::add()
                kind=Kind::Soft
                icon=icondata_lu::LuPlus
                on_press=move |()| take_typed(chosen, typed)
            />
        </Card>
    }
}

/// One support: whether it stays, and the way to let it go.
fn row(chosen: RwSignal<Vec<Support>>, words: Words) -> AnyView {
    let label = words.as_str().to_owned();
    let remove_label = format!("{} {label}", app::remove());
    let words = StoredValue::new(words);
    let is_this = move |support: &Support| words.with_value(|words| support.words == *words);
    let stays = Signal::derive(move || {
        chosen.with(|chosen| chosen.iter().any(|support| is_this(support) && support.stays))
    });
    let on_change = move |stays: bool| {
        chosen.update(|chosen| {
            if let Some(support) = chosen.iter_mut().find(|support| is_this(support)) {
                support.stays = stays;
            }
        });
    };
    let on_remove = move |()| chosen.update(|chosen| chosen.retain(|support| !is_this(support)));
    view! {
        <div class="support">
            <Switch
                label
                hint=Signal::derive(move || Some(stays_hint(stays.get())))
                on=stays
                on_change
            />
            <IconButton
                icon=icondata_lu::LuX
                label=remove_label
                on_press=on_remove
            />
        </div>
    }
}

fn stays_hint(stays: bool) -> String {
    if stays { t::stays_hint() } else { t::stays_not() }.to_owned()
}

/// Words that a tap takes; what is taken stands above with the way to let it go.
fn offer(
    chosen: RwSignal<Vec<Support>>,
    label: &'static str,
    words_offered: Vec<Words>,
    stays: bool,
) -> AnyView {
    let is_chosen = move |words: &Words| {
        chosen.with(|chosen| chosen.iter().any(|support| support.words == *words))
    };
    let chips = move || {
        let options = words_offered.iter().zip(0_u16..).filter(|(words, _)| !is_chosen(words));
        let options = options
            .map(|(words, number)| ChipOption::new(number, words.as_str().to_owned()))
            .collect::<Vec<_>>();
        let words_offered = words_offered.clone();
        let on_toggle = move |number: u16| {
            if let Some(words) = words_offered.get(usize::from(number)).cloned() {
                add_support(chosen, words, stays);
            }
        };
        (!options.is_empty()).then(|| view! { <Chips label options chosen=Vec::new() on_toggle /> })
    };
    view! { {chips} }
}
