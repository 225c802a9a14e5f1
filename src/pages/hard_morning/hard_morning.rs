//! Hard morning: one small thing at a time.

use askelma_diary::people::{line, own_card};
use askelma_diary::values::OwnCardKind;

use crate::browser::share_text::sms;
use crate::pages::hard_morning::{adult, body, small_things};
use crate::pages::layout::{MessageLink, ReadPage};
use crate::pages::people::own_card_lines::fields;
use crate::pages::{close_to, store};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{hard_morning as m, hard_morning as t, help, nav};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Ground, Kind, RowButton, RowLink, Tint};

/// The page: small things, my adult, what helped, and what is still possible.
pub fn page() -> AnyView {
    let staying = RwSignal::new(false);
    view! {
        <ReadPage title=t::title() back=close_to(Route::Home) ground=Ground::Sky>
            <p class="quiet">{t::hint()}</p>
            {small_things::smallest()}
            {adult::adult()}
            {body::helped()}
            {body::body_hurts()}
            {body::breathing()}
            <RowLink
                href=Route::Help.href()
                title=nav::help()
                hint=help::above()
                icon=icondata_lu::LuLifeBuoy
                tint=Tint::Berry
            />
            <Show
                when=move || staying.get()
                fallback=move || {
                    view! {
                        <Button
                            label=t::not_now()
                            kind=Kind::Outline
                            on_press=move |()| staying.set(true)
                        />
                    }
                }
            >
                {still_possible()}
            </Show>
        </ReadPage>
    }
}

/// What was chosen of what is still possible.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Possible {
    Later,
    OneLesson,
    Remote,
    AtHome,
}

/// What is still possible when not going in now.
fn still_possible() -> AnyView {
    let store = store();
    let chosen = RwSignal::new(None::<Possible>);
    let choose = move |possible| {
        move |()| {
            if possible == Possible::AtHome {
                let day = store.now.get_untracked().day();
                actions::stay_at_home(store, day);
            }
            chosen.set(Some(possible));
        }
    };
    view! {
        <Card title=t::possible()>
            <RowButton
                title=t::later()
                icon=icondata_lu::LuClock
                tint=Tint::Dawn
                on_press=choose(Possible::Later)
            />
            <RowButton
                title=t::one_lesson()
                icon=icondata_lu::LuBookOpen
                tint=Tint::Sky
                on_press=choose(Possible::OneLesson)
            />
            <RowButton
                title=t::remote()
                icon=icondata_lu::LuLaptop
                tint=Tint::Spruce
                on_press=choose(Possible::Remote)
            />
            <RowLink
                href=sms(adult::reached().map(|(_, phone)| phone).as_deref(), t::sms())
                title=t::contact()
                icon=icondata_lu::LuMessageCircle
                tint=Tint::Berry
            />
            <RowButton
                title=t::at_home()
                icon=icondata_lu::LuHouse
                tint=Tint::Moss
                on_press=choose(Possible::AtHome)
            />
            <Show when=move || chosen.get().is_some()>
                <p aria-live="polite">{t::chosen()}</p>
            </Show>
            {move || chosen.get().map(next)}
        </Card>
    }
}

/// What comes next: a message that is ready to go, or what was agreed for a day at home.
fn next(possible: Possible) -> AnyView {
    let words = match possible {
        Possible::Later => m::sms_later(),
        Possible::OneLesson => m::sms_lesson(),
        Possible::Remote => m::sms_remote(),
        Possible::AtHome => return agreed(),
    };
    let reached = adult::reached();
    let (label, phone) = match &reached {
        Some((person, phone)) => (m::send(person.name.as_str()), Some(phone.clone())),
        None => (m::ready().to_owned(), None),
    };
    view! {
        <p class="own-words">{words}</p>
        <MessageLink nostrip:number=phone message=words label />
    }
}

fn agreed() -> AnyView {
    let card = store().diary.with(|diary| own_card(diary, OwnCardKind::AtHome).cloned());
    let Some(card) = card else {
        let hint = crate::text::own_card::home_hint();
        let title = crate::text::own_card::home();
        let href = Route::OwnCard(OwnCardKind::AtHome).href();
        return view! { <RowLink href title hint icon=icondata_lu::LuPencil tint=Tint::Plain /> };
    };
    let lines: Vec<_> = fields(OwnCardKind::AtHome)
        .into_iter()
        .filter_map(|(field, label, _)| {
            let answer = line(&card, field)?.as_str().to_owned();
            Some(view! {
                <li>
                    <p class="quiet">{label}</p>
                    <p class="own-words">{answer}</p>
                </li>
            })
        })
        .collect();
    view! {
        <h3>{m::agreed()}</h3>
        <ul class="lines-list">{lines}</ul>
    }
}
