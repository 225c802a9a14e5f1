//! What helped in a try: what was to help, what helped before, and own words.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::Words;
use leptos::prelude::*;

use crate::pages::after_saving::after_saving;
use crate::pages::path::step_supports::{LONGEST, chips as words_as_chips, ready};
use crate::pages::{store, walker};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{app, path_new, supports as u, try_now as t};
use crate::ui::{Build, Button, Card, Chips, Kind, Notice, TextField, dynamic};

/// Words offered at most.
const MOST: usize = 12;

/// The card.
pub(crate) fn helped(id: Id) -> AnyView {
    let store = store();
    let now = Memo::new(move |_| {
        store.diary.with(|diary| path::try_of(diary, id).map(|it| it.helped.clone()))
    });
    // Offered once: a word that is let go must not jump away under the finger.
    let offered = RwSignal::new(offered(id));
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let add = move |()| match Words::new(&typed.get_untracked()) {
        Ok(Some(words)) => {
            problem.set(None);
            typed.set(String::new());
            let said = [Some(words.clone())];
            offered.update(|all| {
                if !all.contains(&words) {
                    all.push(words.clone());
                }
            });
            actions::change_try(store, id, move |it| {
                if !it.helped.contains(&words) {
                    it.helped.push(words);
                }
            });
            if after_saving(&said, Route::Path) == Route::HelpCard {
                walk(Route::HelpCard);
            }
        }
        Ok(None) => {}
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let chips = move || {
        let all = offered.get();
        let options = words_as_chips(&all);
        let shown = all.clone();
        let chosen = Signal::derive(move || {
            let taken = now.get().unwrap_or_default();
            let places = shown.iter().zip(0_u16..);
            places.filter(|(words, _)| taken.contains(words)).map(|(_, at)| at).collect()
        });
        let toggle = move |number: u16| {
            let Some(words) = all.get(usize::from(number)).cloned() else { return };
            actions::change_try(store, id, |it| {
                if it.helped.contains(&words) {
                    it.helped.retain(|known| *known != words);
                } else {
                    it.helped.push(words);
                }
            });
        };
        view! { <Chips label=t::helped() options chosen on_toggle=toggle /> }
    };
    view! {
        <Card title=t::helped()>
            {dynamic(chips)}
            <TextField
                label=u::own()
                value=typed
                limit=LONGEST
                on_enter=Callback::new(add.clone())
            />
            <Button label=path_new::add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
            <Notice text=problem />
        </Card>
    }
    .built()
}

/// What was said already, what was to help, what helped before, and ready words.
fn offered(id: Id) -> Vec<Words> {
    let (it, before) = store()
        .diary
        .with_untracked(|diary| (path::try_of(diary, id).cloned(), path::helped_before(diary)));
    let own = it.map(|it| [it.helped, it.supports].concat()).unwrap_or_default();
    let mut all: Vec<Words> = Vec::new();
    for words in own.into_iter().chain(before).chain(ready()) {
        if !all.iter().any(|known| known.same_as(&words)) && all.len() < MOST {
            all.push(words);
        }
    }
    all
}
