//! Before a try: the guess, what I think will happen, with whom, what helps. All may stay blank.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::{Scale10, Words};

use crate::pages::after_saving::after_saving;
use crate::pages::drafts::drafts;
use crate::pages::layout::{SaveBar, TitleWithHelp};
use crate::pages::path::step_edit::safe_first;
use crate::pages::path::step_supports::{LONGEST, chips, names};
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::store::path::Before;
use crate::text::{app, step as s, supports as u, try_before as t, try_now};
use crate::ui::prelude::*;
use crate::ui::{Card, Chips, Kind, LinkButton, Page, ScaleRow, TextField, toggle};

/// The page: the guess and the thought, then the way into the try.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let (step, paused) = store
        .diary
        .with_untracked(|diary| (path::step(diary, id).cloned(), path::paused(diary, id, today)));
    let Some(step) = step else { return crate::pages::not_found::page() };
    let header = view! {
        <TitleWithHelp
            title=step.title.as_str().to_owned()
            above=t::title()
            back=close_to(Route::Step(id))
        />
    };
    if paused {
        // From an old link too: nobody starts a step that is paused without having resumed it.
        return view! { <Page>{header} {safe_first()}</Page> };
    }
    let drafts = drafts();
    let guess = drafts.keep("guess", step.guess.map(Scale10::get));
    let thought = drafts.keep("thought", String::new());
    let with_whom = drafts.keep(
        "with",
        step.with_whom.as_ref().map(|who| who.as_str().to_owned()).unwrap_or_default(),
    );
    let supports: Vec<Words> = step.supports.iter().map(|support| support.words.clone()).collect();
    let chosen = drafts.keep("supports", (0_u16..).take(supports.len()).collect::<Vec<_>>());
    let typed = drafts.keep("typed", String::new());
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let supports_offered = supports.clone();
    let begin = move |()| {
        let words = [thought, with_whom, typed].map(|text| Words::new(&text.get_untracked()));
        let [Ok(thought), Ok(with_whom), Ok(own_support)] = words else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let guess = guess.get().and_then(|guess| Scale10::new(guess).ok());
        let supports_chosen = supports_offered
            .iter()
            .zip(0_u16..)
            .filter(|(_, number)| chosen.with(|numbers| numbers.contains(number)));
        let supports =
            supports_chosen.map(|(words, _)| words.clone()).chain(own_support.clone()).collect();
        let saved_words = [thought.clone(), own_support];
        let before = Before { guess, thought, with_whom, supports };
        if let Some(try_id) = actions::begin_try(store, id, before) {
            drafts.saved();
            navigate(after_saving(&saved_words, Route::TryNow(try_id)));
        }
    };
    view! {
        <Page>
            {header}
            <Card title=t::guess()>
                <ScaleRow
                    label=t::guess()
                    low=try_now::calm()
                    high=try_now::high()
                    chosen=guess
                    on_choose=move |to| guess.set(to)
                />
            </Card>
            <TextField label=t::thought() hint=t::thought_hint() value=thought limit=300 />
            <details class="more">
                <summary>{t::with_and_helps()}</summary>
                <Card>
                    <TextField label=s::with() value=with_whom limit=60 suggestions=names() />
                    {helping(&supports, chosen)}
                    <TextField label=u::own() value=typed limit=LONGEST />
                </Card>
            </details>
            <SaveBar problem save=t::start() on_save=begin />
            <p class="quiet">{try_now::by_plan()}</p>
            <LinkButton href=Route::TryTell(id).href() label=try_now::later() kind=Kind::Text />
        </Page>
    }
}

/// What helps with the step; each can be left out this time.
fn helping(supports: &[Words], chosen: RwSignal<Vec<u16>>) -> Option<AnyView> {
    let options = chips(supports);
    let on_toggle = move |number| chosen.update(|chosen| toggle(chosen, number));
    (!options.is_empty()).then(|| {
        view! {
            <h2>{s::supports()}</h2>
            <Chips label=s::supports() options chosen on_toggle />
        }
    })
}
