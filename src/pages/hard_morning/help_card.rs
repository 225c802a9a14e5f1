//! The card that is shown by itself when a note or some days are very hard.

use askelma_diary::people::week_adult;
use askelma_diary::safety::low_mood_due;
use leptos::task::spawn_local;

use crate::pages::layout::{CallLink, MessageLink, ReadPage};
use crate::pages::{close_to, store};
use crate::routes::Route;
use crate::store::people as actions;
use crate::text::{help, help_card as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Kind, LinkButton, RowLink, Tint, TintCard};

/// The page: my adult first, then the emergency number and the lines.
pub fn page() -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    if store.diary.with_untracked(|diary| low_mood_due(diary, today)) {
        spawn_local(actions::note_low_mood_shown(store, today));
    }
    let adult = store.diary.with_untracked(|diary| week_adult(diary, today));
    let name_and_phone = adult.and_then(|(_, person)| {
        Some((person.name.as_str().to_owned(), person.phone.as_ref()?.as_str().to_owned()))
    });
    let adult_card = match name_and_phone {
        Some((name, phone)) => view! {
            <Card>
                <MessageLink number=phone.clone() message=t::sms() label=t::text(&name) />
                <CallLink number=phone label=t::call(&name) kind=Kind::Outline />
            </Card>
        },
        None => view! {
            <Card>
                <p>{t::nobody()}</p>
                <LinkButton
                    href=Route::PersonNew.href()
                    label=t::nobody_add()
                    kind=Kind::Outline
                    icon=icondata_lu::LuPlus
                />
            </Card>
        },
    };
    view! {
        <ReadPage title=t::title() back=close_to(Route::Home)>
            <p class="lead">{t::lead()}</p>
            {adult_card}
            <TintCard tint=Tint::Berry>
                <p>{t::danger()}</p>
                <CallLink number="112" label=help::call("112") />
            </TintCard>
            <RowLink
                href=Route::Help.href()
                title=t::lines()
                icon=icondata_lu::LuLifeBuoy
                tint=Tint::Berry
            />
            <LinkButton href=Route::Home.href() label=t::back() kind=Kind::Text />
        </ReadPage>
    }
}
