//! The first run: who is using this, a name, the language. Under a minute.

use std::time::Duration;

use askelma_diary::values::Words;
use gloo_events::EventListener;
use web_sys::Event;

use crate::browser::first_screen;
use crate::pages::layout::TitleWithHelp;
use crate::pages::{navigator, session};
use crate::routes::Route;
use crate::store::{OpenDiary, Role, actions};
use crate::text::{Language, app, welcome as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, Notice, Page, TextField, adopted};

/// Two short pages: who, and a name.
pub fn page() -> AnyView {
    let role = RwSignal::new(None::<Role>);
    view! {
        {move || match role.get() {
            None => who(role),
            Some(chosen) => name(chosen, role),
        }}
    }
}

/// Who is using this. The question stands in the page from its first paint (`first_screen.html`); it
/// is taken over as it stands, and what was tapped on it meanwhile is done.
fn who(role: RwSignal<Option<Role>>) -> AnyView {
    let session = session();
    let Some(question) = first_screen::question(session.language().code()) else {
        return ().into_any();
    };
    let open_diary: OpenDiary = expect_context();
    let looking = RwSignal::new(false);
    let navigate = navigator();
    first_screen::show_state(&question, "asking");
    let choose = move |chosen: Role| {
        if !looking.get_untracked() {
            role.set(Some(chosen));
            return;
        }
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            session.choose_role(Some(chosen), true);
            navigate(Route::Home);
            open_diary.open(chosen, true).await;
        });
    };
    let question_shown = question.clone();
    let press = move |event: &Event| {
        let Some(value) = first_screen::pressed(event) else { return };
        if let Some(chosen) = Role::from_code(&value) {
            return choose(chosen);
        }
        let looks_around = value == "look";
        looking.set(looks_around);
        first_screen::show_state(&question_shown, if looks_around { "looking" } else { "asking" });
    };
    let change = move |event: &Event| {
        if let Some(language) = Language::from_tag(&event_target_value(event)) {
            session.choose_language(language);
        }
    };
    // They go with the question's owner.
    StoredValue::new_local([
        EventListener::new(&question, "click", press),
        EventListener::new(&question, "change", change),
    ]);
    set_timeout(first_screen::tap_again, Duration::ZERO);
    adopted(question.into())
}

fn name(chosen: Role, role: RwSignal<Option<Role>>) -> AnyView {
    let session = session();
    let open_diary: OpenDiary = expect_context();
    let navigate = navigator();
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let begin = Callback::new(move |words: Option<Words>| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            session.choose_role(Some(chosen), false);
            let next = if chosen == Role::Young { Route::Begin } else { Route::Home };
            navigate(next);
            let store = open_diary.open(chosen, false).await;
            store.when_read(move || {
                // A diary that is there already, from before, is opened as it is.
                if store.diary.with_untracked(|diary| diary.profile().is_none()) {
                    leptos::task::spawn_local(actions::begin(store, words, chosen == Role::Young));
                }
            });
        });
    });
    let go_on = move |()| match Words::new(&name.get()) {
        Ok(words) => begin.run(words),
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    view! {
        <Page ground=crate::ui::Ground::Sky>
            <TitleWithHelp title=t::name() above=app::name() />
            <p class="quiet">{t::name_hint()}</p>
            <TextField label=t::name_field() value=name limit=60 autocapitalize="words" />
            <Notice text=problem />
            <Button label=t::next() on_press=go_on />
            <Button label=t::name_skip() kind=Kind::Text on_press=move |()| begin.run(None) />
            <Button label=app::back() kind=Kind::Text on_press=move |()| role.set(None) />
        </Page>
    }
}
