//! A suggestion with its reason: the home screen, or a copy of the diary. At most one a week.

use askelma_diary::today::nudge::{Suggestion, suggestion};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::install::{self, Install};
use crate::pages::store;
use crate::routes::Route;
use crate::store::actions;
use crate::text::suggestion as t;
use crate::ui::{Build, Button, Card, Kind, LinkButton, when};

/// This visit's suggestion. That it was shown is kept at once, so that nobody is asked again
/// before a week has gone.
#[component]
pub fn Suggest() -> impl IntoView {
    let store = store();
    let today = store.now.get_untracked().day();
    let home = install::state();
    let installable = matches!(home, Install::Offered | Install::ByHand);
    let due = store.diary.with_untracked(|diary| suggestion(diary, today, installable));
    let shown = RwSignal::new(due.is_some());
    if due.is_some() {
        spawn_local(actions::note_suggested(store, today));
    }
    let card = move || match due {
        Some(Suggestion::Install) => home_screen(home, shown),
        _ => copy(shown),
    };
    when(move || shown.get(), card)
}

fn home_screen(home: Install, shown: RwSignal<bool>) -> AnyView {
    let ask = move |()| {
        shown.set(false);
        spawn_local(install::ask());
    };
    let offered = home == Install::Offered;
    view! {
        <Card title=t::install()>
            <p>{t::install_why()}</p>
            {if offered {
                view! { <Button label=t::install_do() kind=Kind::Soft on_press=ask /> }.built()
            } else {
                view! { <p>{t::how()}</p> }.built()
            }}
            {not_now(shown)}
        </Card>
    }
    .built()
}

fn copy(shown: RwSignal<bool>) -> AnyView {
    view! {
        <Card title=t::backup()>
            <p>{t::backup_why()}</p>
            <LinkButton href=Route::Data.href() label=t::backup_do() kind=Kind::Soft />
            {not_now(shown)}
        </Card>
    }
    .built()
}

fn not_now(shown: RwSignal<bool>) -> AnyView {
    let close = move |()| shown.set(false);
    view! { <Button label=t::later() kind=Kind::Text on_press=close /> }.built()
}
