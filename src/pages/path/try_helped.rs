//! What helped in a try: what was to help, what helped before, and own words.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::Words;

use crate::pages::after_saving::leads_to_help;
use crate::pages::drafts::drafts;
use crate::pages::path::step_supports::{LONGEST, chips as words_as_chips, ready};
use crate::pages::{navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{app, path_new, supports as u, try_now as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Chips, Kind, Notice, TextField, toggle};

/// Words offered at most.
const MAX_OFFERED: usize = 12;

/// The card of what helped.
pub(crate) fn helped(id: Id) -> AnyView {
    let store = store();
    let helped_now = Memo::new(move |_| {
        store.diary.with(|diary| path::try_of(diary, id).map(|entry| entry.helped.clone()))
    });
    // Offered once: a word that is let go must not jump away under the finger.
    let offered = RwSignal::new(offered(id));
    let typed = drafts().part("helped").keep("typed", String::new());
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let add = move |()| match Words::new(&typed.get_untracked()) {
        Ok(Some(words)) => {
            problem.set(None);
            typed.set(String::new());
            let saved_words = [Some(words.clone())];
            offered.update(|words_offered| {
                if !words_offered.contains(&words) {
                    words_offered.push(words.clone());
                }
            });
            actions::change_try(store, id, move |entry| {
                if !entry.helped.contains(&words) {
                    entry.helped.push(words);
                }
            });
            if leads_to_help(&saved_words) {
                navigate(Route::HelpCard);
            }
        }
        Ok(None) => {}
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let chips = move || {
        let words_offered = offered.get();
        let options = words_as_chips(&words_offered);
        let words_shown = words_offered.clone();
        let chosen = Signal::derive(move || {
            let helped = helped_now.get().unwrap_or_default();
            let numbered = words_shown.iter().zip(0_u16..);
            numbered.filter(|(words, _)| helped.contains(words)).map(|(_, number)| number).collect()
        });
        let on_toggle = move |number: u16| {
            let Some(words) = words_offered.get(usize::from(number)).cloned() else { return };
            actions::change_try(store, id, |entry| toggle(&mut entry.helped, words));
        };
        view! { <Chips label=t::helped() options chosen on_toggle /> }
    };
    view! {
        <Card title=t::helped()>
            {chips}
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
}

/// What was said already, what was to help, what helped before, and ready words.
fn offered(id: Id) -> Vec<Words> {
    let (entry, before) = store()
        .diary
        .with_untracked(|diary| (path::try_of(diary, id).cloned(), path::helped_before(diary)));
    let own_words = entry.map(|entry| [entry.helped, entry.supports].concat()).unwrap_or_default();
    let mut offered: Vec<Words> = Vec::new();
    for words in own_words.into_iter().chain(before).chain(ready()) {
        if !offered.iter().any(|listed| listed.same_as(&words)) && offered.len() < MAX_OFFERED {
            offered.push(words);
        }
    }
    offered
}
