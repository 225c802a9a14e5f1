//! One card: its answer now and before, what else is said of it.

use std::sync::Arc;

use askelma_content::cards::Deck;
use askelma_diary::entries::{ReasonCard, ReasonSort};
use askelma_diary::id::Id;
use askelma_diary::reasons::{self, Asks, Card, Sorts};
use askelma_diary::time::Day;
use askelma_diary::values::{Fit, Words};

use crate::browser::intl::{self, DateStyle};
use crate::pages::drafts::drafts;
use crate::pages::layout::{RemoveButton, TitleWithHelp};
use crate::pages::reasons::reason_ask::{answer, answer_words, area_name, ask, standing};
use crate::pages::reasons::reason_deck::with_deck;
use crate::pages::{back_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::reason_actions as actions;
use crate::text::{app, reason as t, reasons as r};
use crate::ui::prelude::*;
use crate::ui::{Button, Card as Sheet, Kind, Notice, Page, Rating, TextArea};

/// A date among the answers: the day within this year, the month before it.
pub fn date(day: Day, today: Day) -> String {
    if day.ymd().0 == today.ymd().0 {
        wording::short(day)
    } else {
        intl::date(day, DateStyle::Month)
    }
}

/// The page: the card's answers, its words, and what was answered before.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let draw = move |deck: &Arc<Deck>| {
        let cards = store.diary.with_untracked(|diary| reasons::deck(&deck.cards, diary));
        let Some(card) = cards.into_iter().find(|card| card.id == id) else {
            return view! {
                {header(t::card(), "")}
                <p>{t::gone()}</p>
            };
        };
        whole(&card, deck)
    };
    view! { <Page>{with_deck(t::card(), draw)}</Page> }
}

fn header(title: &str, above: &str) -> AnyView {
    view! { <TitleWithHelp title=title.to_owned() above back=back_to(Route::Reasons) /> }
}

fn whole(card: &Card, deck: &Arc<Deck>) -> AnyView {
    let store = store();
    let (id, mark) = (card.id, card.mark);
    let standing = standing(id);
    let fit = Memo::new(move |_| standing.with(|sort| sort.as_ref().map(|sort| sort.fit)));
    let asks = Memo::new(move |_| fit.get().map_or(Asks::Nothing, |fit| reasons::asks(mark, fit)));
    let choose = move |code| {
        if let Some(fit) = Fit::from_code(code) {
            actions::sort_card(store, id, fit);
        }
    };
    let (deck_for_asking, card_for_asking) = (Arc::clone(deck), card.clone());
    view! {
        {header(&card.text, area_name(card.area))}
        <Rating
            label=r::answers()
            words=answer_words()
            chosen=Signal::derive(move || fit.get().map(Fit::code))
            on_choose=choose
        />
        {move || ask(asks.get(), &card_for_asking, &deck_for_asking)}
        {more(standing)}
        {move || history(id)}
        {card.is_own.then(|| own(card))}
    }
}

/// What else there is to say, once the card has an answer.
fn more(standing: Memo<Option<ReasonSort>>) -> AnyView {
    let store = store();
    let saved_words = standing.get_untracked().and_then(|sort| sort.words);
    let drafts = drafts().part("said");
    let words = drafts
        .keep("words", saved_words.map(|words| words.as_str().to_owned()).unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    let save = move |()| {
        let Ok(words) = Words::new(&words.get_untracked()) else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        problem.set(None);
        if let Some(sort) = standing.get_untracked() {
            actions::say_of_card(store, ReasonSort { words, ..sort });
            drafts.saved();
        }
    };
    let disabled = Signal::derive(move || standing.with(Option::is_none));
    view! {
        <Sheet>
            <TextArea label=t::words() hint=t::words_hint() value=words limit=2000 />
            <Notice text=problem />
            <Button label=t::save() kind=Kind::Soft disabled=disabled on_press=save />
        </Sheet>
    }
}

fn history(id: Id) -> AnyView {
    let store = store();
    let today = store.today();
    let lines = store.diary.with(|diary| {
        let sorts = Sorts::read(diary);
        let line = |sort: &ReasonSort| t::answered(&answer(sort.fit), &date(sort.day, today));
        sorts.history(id).map(line).collect::<Vec<_>>()
    });
    let list = if lines.is_empty() {
        view! { <p class="quiet">{t::not_sorted()}</p> }
    } else {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="reason-history">{lines.collect::<Vec<_>>()}</ul> }
    };
    view! { <Sheet title=t::history()>{list}</Sheet> }
}

/// An own card can be worded anew, and taken away.
fn own(card: &Card) -> AnyView {
    let store = store();
    let (id, navigate) = (card.id, navigator());
    let drafts = drafts().part("own");
    let words = drafts.keep("words", card.text.clone());
    let problem = RwSignal::new(None::<String>);
    let save = move |()| {
        let saved_card = store.diary.with_untracked(|diary| diary.find::<ReasonCard>(id).cloned());
        match (Words::new(&words.get_untracked()), saved_card) {
            (Ok(Some(words)), Some(saved_card)) => {
                problem.set(None);
                actions::change_card(store, id, ReasonCard { words, ..saved_card });
                drafts.saved();
            }
            (Err(_), _) => problem.set(Some(app::too_long().to_owned())),
            _ => problem.set(Some(r::new_needs().to_owned())),
        }
    };
    view! {
        <Sheet title=r::new_title()>
            <TextArea label=r::new_words() value=words limit=200 />
            <Notice text=problem />
            <Button label=t::save() kind=Kind::Soft on_press=save />
            <RemoveButton
                label=t::remove_own()
                on_press=move |()| {
                    actions::remove_card(store, id);
                    navigate(Route::Reasons);
                }
            />
        </Sheet>
    }
}
