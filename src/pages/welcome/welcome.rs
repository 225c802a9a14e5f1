//! The first run: who is using this, a name, the language. Under a minute.

use askelma_diary::values::Words;
use leptos::prelude::*;

use crate::pages::settings::language_field::language_field;
use crate::pages::{session, walker};
use crate::routes::Route;
use crate::store::{OpenDiary, Role, actions};
use crate::text::{app, nav, welcome as t};
use crate::ui::{
    Build, Button, HelpLink, Kind, Notice, Page, PageHeader, RowButton, TextField, Tint, dynamic,
    either,
};

/// Two short pages: who, and a name.
#[component]
pub fn Welcome() -> impl IntoView {
    let role = RwSignal::new(None::<Role>);
    dynamic(move || match role.get() {
        None => who(role),
        Some(chosen) => name(chosen, role),
    })
}

fn who(role: RwSignal<Option<Role>>) -> AnyView {
    let session = session();
    let looking = RwSignal::new(false);
    let open_diary: OpenDiary = expect_context();
    let walk = walker();
    let choose = Callback::new(move |chosen: Role| {
        if !looking.get_untracked() {
            role.set(Some(chosen));
            return;
        }
        let walk = walk.clone();
        leptos::task::spawn_local(async move {
            session.choose_role(Some(chosen), true);
            walk(Route::Home);
            open_diary.open(chosen, true).await;
        });
    });
    let rows = [
        (Role::Young, t::young(), t::young_hint(), icondata_lu::LuFootprints, Tint::Spruce),
        (Role::Parent, t::parent(), t::parent_hint(), icondata_lu::LuHouse, Tint::Dawn),
        (Role::Worker, t::worker(), t::worker_hint(), icondata_lu::LuClipboardList, Tint::Sky),
    ]
    .map(|(role, title, hint, icon, tint)| {
        view! { <RowButton title hint icon tint on_press=move |()| choose.run(role) /> }
    });
    let title = Signal::derive(move || {
        if looking.get() { t::example_as().to_owned() } else { t::who().to_owned() }
    });
    view! {
        <Page ground=crate::ui::Ground::Sky>
            <PageHeader title above=app::name()>{help_link()}</PageHeader>
            <p class="quiet">{t::who_hint()}</p>
            <div class="stack">{rows.into_iter().collect::<Vec<_>>()}</div>
            {either(
                move || looking.get(),
                move || view! {
                    <Button label=app::back() kind=Kind::Text on_press=move |()| looking.set(false) />
                }.built(),
                move || view! {
                    <Button
                        label=t::example()
                        kind=Kind::Text
                        icon=icondata_lu::LuEye
                        on_press=move |()| looking.set(true)
                    />
                }.built(),
            )}
            {language_field()}
            <p class="quiet">{t::privacy()}</p>
        </Page>
    }
    .built()
}

/// Help comes before any choice.
fn help_link() -> AnyView {
    view! { <HelpLink href=Route::Help.href() label=nav::help() /> }.built()
}

fn name(chosen: Role, role: RwSignal<Option<Role>>) -> AnyView {
    let session = session();
    let open_diary: OpenDiary = expect_context();
    let walk = walker();
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let begin = Callback::new(move |words: Option<Words>| {
        let walk = walk.clone();
        leptos::task::spawn_local(async move {
            session.choose_role(Some(chosen), false);
            let next = if chosen == Role::Young { Route::Begin } else { Route::Home };
            walk(next);
            let store = open_diary.open(chosen, false).await;
            // A diary that is there already, from before, is opened as it is.
            if store.diary.with_untracked(|diary| diary.profile().is_none()) {
                actions::begin(store, words, chosen == Role::Young).await;
            }
        });
    });
    let go_on = move |()| match Words::new(&name.get()) {
        Ok(words) => begin.run(words),
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    view! {
        <Page ground=crate::ui::Ground::Sky>
            <PageHeader title=t::name() above=app::name()>{help_link()}</PageHeader>
            <p class="quiet">{t::name_hint()}</p>
            <TextField label=t::name_field() value=name limit=60 autocomplete="nickname" />
            <Notice text=problem />
            <Button label=t::next() on_press=go_on />
            <Button label=t::name_skip() kind=Kind::Text on_press=move |()| begin.run(None) />
            <Button label=app::back() kind=Kind::Text on_press=move |()| role.set(None) />
        </Page>
    }
    .built()
}
