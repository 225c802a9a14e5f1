//! What a card asks beside its answer: that adults make it safe, help at once, what school could
//! change.

use std::sync::Arc;

use askelma_content::cards::Deck;
use askelma_diary::entries::ReasonSort;
use askelma_diary::id::Id;
use askelma_diary::reasons::{Asks, Card, Sorts};
use askelma_diary::values::{Fit, LifeArea, Words};

use crate::pages::drafts::drafts;
use crate::pages::layout::{CallLink, MessageLink};
use crate::pages::store;
use crate::routes::Route;
use crate::store::reason_actions as actions;
use crate::text::{app, area, help, nav, reasons as t};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card as Sheet, ChipOption, Chips, Kind, LinkButton, Notice, Switch, TextField, Tint,
    TintCard, toggle,
};

/// The three answers' words.
pub fn answer_words() -> [&'static str; 3] {
    [t::not_me(), t::a_little(), t::a_lot()]
}

/// An answer within a sentence.
pub fn answer(fit: Fit) -> String {
    let words = match fit {
        Fit::NotMe => t::not_me(),
        Fit::ALittle => t::a_little(),
        Fit::ALot => t::a_lot(),
    };
    words.to_lowercase()
}

/// A life area's name.
pub fn area_name(area: LifeArea) -> &'static str {
    match area {
        LifeArea::Lessons => area::lessons(),
        LifeArea::Breaks => area::breaks(),
        LifeArea::Friends => area::friends(),
        LifeArea::Adults => area::adults(),
        LifeArea::Way => area::way(),
        LifeArea::Body => area::body(),
        LifeArea::Sleep => area::sleep(),
        LifeArea::Home => area::home(),
        LifeArea::Screens => area::screens(),
        LifeArea::Bigger => area::bigger(),
    }
}

/// A life area's picture and colour.
pub fn area_picture(area: LifeArea) -> (icondata_core::Icon, Tint) {
    match area {
        LifeArea::Lessons => (icondata_lu::LuBookOpen, Tint::Sky),
        LifeArea::Breaks => (icondata_lu::LuUtensils, Tint::Dawn),
        LifeArea::Friends => (icondata_lu::LuUsersRound, Tint::Berry),
        LifeArea::Adults => (icondata_lu::LuHandHelping, Tint::Spruce),
        LifeArea::Way => (icondata_lu::LuBus, Tint::Moss),
        LifeArea::Body => (icondata_lu::LuHeart, Tint::Berry),
        LifeArea::Sleep => (icondata_lu::LuMoon, Tint::Night),
        LifeArea::Home => (icondata_lu::LuHouse, Tint::Dawn),
        LifeArea::Screens => (icondata_lu::LuGamepad2, Tint::Sky),
        LifeArea::Bigger => (icondata_lu::LuSprout, Tint::Moss),
    }
}

/// How a card stands now, moving on with the diary.
pub fn standing(card: Id) -> Memo<Option<ReasonSort>> {
    let store = store();
    Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| Sorts::read(diary).on(card, today).cloned())
    })
}

/// What is asked with this card.
pub fn ask(asks: Asks, card: &Card, deck: &Arc<Deck>) -> AnyView {
    match asks {
        Asks::Nothing => ().into_any(),
        Asks::Safety => safety(card.id),
        Asks::Help => help_at_once(),
        Asks::Supports => {
            supports(card.id, deck.supports.get(&card.id).cloned().unwrap_or_default())
        }
    }
}

fn safety(card: Id) -> AnyView {
    let store = store();
    let standing = standing(card);
    let on = Signal::derive(move || {
        standing.with(|sort| sort.as_ref().is_some_and(|sort| sort.may_share == Some(true)))
    });
    let share = move |on: bool| {
        if let Some(sort) = standing.get_untracked() {
            actions::say_of_card(store, ReasonSort { may_share: Some(on), ..sort });
        }
    };
    view! {
        <TintCard tint=Tint::Berry>
            <p class="lead" role="status">{t::safety()}</p>
            <p>{t::safety_hint()}</p>
            <MessageLink message=t::tell_sms() label=t::tell() />
            <LinkButton
                href=Route::Help.href()
                label=nav::help()
                icon=icondata_lu::LuLifeBuoy
                kind=Kind::Outline
            />
        </TintCard>
        <Sheet>
            <Switch label=t::may_share() hint=t::may_share_hint() on on_change=share />
        </Sheet>
    }
}

fn help_at_once() -> AnyView {
    view! {
        <TintCard tint=Tint::Berry>
            <p class="lead" role="status">{t::home()}</p>
            <p>{t::home_hint()}</p>
            <LinkButton
                href=Route::Help.href()
                label=nav::help()
                icon=icondata_lu::LuLifeBuoy
            />
            <CallLink number="112" label=help::call("112") kind=Kind::Outline />
            <MessageLink message=t::home_sms() label=t::home_tell() kind=Kind::Outline />
            <p class="quiet">{t::home_stays()}</p>
        </TintCard>
    }
}

fn supports(card: Id, offered: Vec<String>) -> AnyView {
    let store = store();
    let standing = standing(card);
    let chosen = Memo::new(move |_| standing.with(|sort| chosen_words(sort.as_ref())));
    // An own one that is let go stays on the page until the page is left.
    let mut options = offered;
    options.extend(
        chosen
            .get_untracked()
            .into_iter()
            .filter(|own_words| !options.contains(own_words))
            .collect::<Vec<_>>(),
    );
    let options = RwSignal::new(options);
    let own_words = drafts().part("supports").keep("own", String::new());
    let problem = RwSignal::new(None::<String>);
    let save = move |words: Vec<String>| {
        let Some(sort) = standing.get_untracked() else { return };
        let supports = words.iter().filter_map(|text| Words::new(text).ok().flatten()).collect();
        actions::say_of_card(store, ReasonSort { supports, ..sort });
    };
    let on_toggle = move |index: u16| {
        let Some(word) = options.with_untracked(|options| options.get(usize::from(index)).cloned())
        else {
            return;
        };
        let mut words = chosen.get_untracked();
        toggle(&mut words, word);
        save(words);
    };
    let add = move |()| {
        let Ok(word) = Words::new(&own_words.get_untracked()) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        problem.set(None);
        let Some(word) = word.map(|word| word.as_str().to_owned()) else { return };
        own_words.set(String::new());
        let mut words = chosen.get_untracked();
        if !words.contains(&word) {
            words.push(word.clone());
            save(words);
        }
        if !options.with_untracked(|options| options.contains(&word)) {
            options.update(|options| options.push(word));
        }
    };
    let chosen_numbers = Signal::derive(move || {
        let chosen = chosen.get();
        options.with(|options| {
            let numbered = (0_u16..).zip(options).filter(|(_, word)| chosen.contains(word));
            numbered.map(|(index, _)| index).collect::<Vec<_>>()
        })
    });
    let chips = move || {
        let options = options.with(|options| {
            (0_u16..)
                .zip(options)
                .map(|(index, word)| ChipOption::new(index, word.clone()))
                .collect()
        });
        view! { <Chips label=t::supports() options chosen=chosen_numbers on_toggle /> }
    };
    view! {
        <Sheet title=t::supports()>
            <p class="quiet">{t::supports_hint()}</p>
            {chips}
            <TextField label=t::supports_own() value=own_words limit=120 on_enter=add />
            <Notice text=problem />
            <Button label=t::supports_add() kind=Kind::Soft icon=icondata_lu::LuPlus on_press=add />
            <p>{t::supports_stay()}</p>
        </Sheet>
    }
}

fn chosen_words(sort: Option<&ReasonSort>) -> Vec<String> {
    let supports = sort.into_iter().flat_map(|sort| &sort.supports);
    supports.map(|words| words.as_str().to_owned()).collect()
}
