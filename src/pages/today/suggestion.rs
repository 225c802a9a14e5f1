//! A suggestion with its reason: the home screen, or a copy of the diary. At most one a week.

use askelma_diary::today::nudge::{Suggestion, suggestion};
use leptos::task::spawn_local;

use crate::browser::install::{self, Install};
use crate::pages::store;
use crate::routes::Route;
use crate::store::actions;
use crate::text::suggestion as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, LinkButton};

/// This visit's suggestion. That it was shown is kept at once, so that nobody is asked again
/// before a week has gone.
#[component]
pub fn Suggest() -> impl IntoView {
    let store = store();
    let today = store.now.get_untracked().day();
    let home = install::state();
    let installable = matches!(home, Install::Offered | Install::ByHand);
    let due = store.diary.with_untracked(|diary| suggestion(diary, today, installable));
    let visible = RwSignal::new(due.is_some());
    if due.is_some() {
        spawn_local(actions::note_suggested(store, today));
    }
    let card = move || match due {
        Some(Suggestion::Install) => home_screen(home, visible),
        _ => copy(visible),
    };
    view! { <Show when=move || visible.get()>{card()}</Show> }
}

fn home_screen(home: Install, visible: RwSignal<bool>) -> AnyView {
    let ask = move |()| {
        visible.set(false);
        spawn_local(install::ask());
    };
    let offered = home == Install::Offered;
    view! {
        <Card title=t::install()>
            <p>{t::install_why()}</p>
            {if offered {
                view! { <Button label=t::install_do() kind=Kind::Soft on_press=ask /> }
            } else {
                view! { <p>{t::how()}</p> }
            }}
            {not_now(visible)}
        </Card>
    }
}

fn copy(visible: RwSignal<bool>) -> AnyView {
    view! {
        <Card title=t::backup()>
            <p>{t::backup_why()}</p>
            <LinkButton href=Route::Data.href() label=t::backup_do() kind=Kind::Soft />
            {not_now(visible)}
        </Card>
    }
}

fn not_now(visible: RwSignal<bool>) -> AnyView {
    let close = move |()| visible.set(false);
    view! { <Button label=t::later() kind=Kind::Text on_press=close /> }
}
