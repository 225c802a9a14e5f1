//! Sorting the cards: one at a time, three large answers.

use std::sync::Arc;

use askelma_content::cards::Deck;
use askelma_diary::reasons::{self, Asks, Card, Sorts};
use askelma_diary::values::{Fit, LifeArea};
use leptos::html;

use crate::pages::layout::TitleWithHelp;
use crate::pages::reasons::reason_ask::{answer_words, area_name, area_picture, ask};
use crate::pages::reasons::reason_deck::with_deck;
use crate::pages::{close_to, store};
use crate::routes::Route;
use crate::store::{DiaryStore, reason_actions as actions};
use crate::text::{reason_sort as t, reasons as r};
use crate::ui::prelude::*;
use crate::ui::{Button, EmptyState, Kind, LinkButton, Page, Pill, Progress, Rating, Tint};

/// The cards at hand and how far one is. Cheap to copy.
#[derive(Clone, Copy)]
struct Sorting {
    store: DiaryStore,
    queue: StoredValue<Vec<Card>>,
    at: RwSignal<usize>,
    asking: RwSignal<Asks>,
    root: NodeRef<html::Div>,
}

impl Sorting {
    fn len(self) -> usize {
        self.queue.with_value(Vec::len)
    }

    fn card(self, at: usize) -> Option<Card> {
        self.queue.with_value(|queue| queue.get(at).cloned())
    }

    /// The answer that the card at hand has already.
    fn chosen(self) -> Option<u8> {
        let card = self.card(self.at.get())?;
        let today = self.store.today();
        let fit = self.store.diary.with(|diary| Sorts::read(diary).fit(card.id, today));
        fit.map(Fit::code)
    }

    fn answer(self, code: u8) {
        let card = self.card(self.at.get_untracked());
        let (Some(card), Some(fit)) = (card, Fit::from_code(code)) else { return };
        actions::sort_card(self.store, card.id, fit);
        match reasons::asks(card.mark, fit) {
            Asks::Nothing => self.go_to(self.at.get_untracked() + 1),
            asks => self.asking.set(asks),
        }
    }

    fn go_to(self, at: usize) {
        self.at.set(at.min(self.len()));
        if self.asking.get_untracked() != Asks::Nothing {
            self.asking.set(Asks::Nothing);
        }
        // What was pressed may be gone: the keys go on working from here.
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if lost || at >= self.len() {
            self.take_focus();
        }
    }

    fn take_focus(self) {
        if let Some(root) = self.root.get_untracked() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = root.focus_with_options(&options);
        }
    }

    fn back(self) {
        let at = self.at.get_untracked();
        // While something is asked, back is to the answers of the same card.
        let asking = self.asking.get_untracked() != Asks::Nothing;
        self.go_to(if asking { at } else { at.saturating_sub(1) });
    }

    fn key(self, event: &web_sys::KeyboardEvent) {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if !plain || self.asking.get_untracked() != Asks::Nothing {
            return;
        }
        match event.key().as_str() {
            "1" => self.answer(1),
            "2" => self.answer(2),
            "3" => self.answer(3),
            "ArrowLeft" => self.back(),
            "ArrowRight" => self.go_to(self.at.get_untracked() + 1),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The page: cards of one life area, or of all.
pub fn page(area: Option<LifeArea>) -> AnyView {
    let sorting = Sorting {
        store: store(),
        queue: StoredValue::new(Vec::new()),
        at: RwSignal::new(0),
        asking: RwSignal::new(Asks::Nothing),
        root: NodeRef::new(),
    };
    let draw = move |deck: &Arc<Deck>| {
        sorting.queue.set_value(queue(sorting.store, deck, area));
        table(sorting, Arc::clone(deck))
    };
    view! {
        <Page>
            <div
                class="sort"
                tabindex="-1"
                node_ref=sorting.root
                on:keydown=move |event| sorting.key(&event)
            >
                <TitleWithHelp title=t::title() back=close_to(Route::Reasons) />
                {with_deck(t::title(), draw)}
            </div>
        </Page>
    }
}

/// What is left to sort; where nothing is, all of it once more.
fn queue(store: DiaryStore, deck: &Deck, area: Option<LifeArea>) -> Vec<Card> {
    let today = store.now.get_untracked().day();
    store.diary.with_untracked(|diary| {
        let cards = reasons::deck(&deck.cards, diary);
        let mut ids = reasons::unsorted(&cards, &Sorts::read(diary), area, today);
        if ids.is_empty() {
            ids = reasons::of_area(&cards, area).collect();
        }
        cards.into_iter().filter(|card| ids.contains(&card.id)).collect()
    })
}

fn table(sorting: Sorting, deck: Arc<Deck>) -> AnyView {
    let all_sorted = move || sorting.at.get() >= sorting.len();
    view! {
        <Show when=all_sorted fallback=move || one_card(sorting, &deck)>
            <EmptyState
                icon=icondata_lu::LuSparkles
                title=t::sorted_all()
                sentence=t::sorted_all_hint()
                tint=Tint::Moss
            >
                <LinkButton href=Route::Reasons.href() label=t::to_map() />
            </EmptyState>
        </Show>
    }
}

fn one_card(sorting: Sorting, deck: &Arc<Deck>) -> AnyView {
    let count = u32::try_from(sorting.len()).unwrap_or(u32::MAX);
    let at =
        Signal::derive(move || u32::try_from(sorting.at.get() + 1).unwrap_or(count).min(count));
    let position_text = Signal::derive(move || t::at(&at.get().to_string(), &count.to_string()));
    let text = move || sorting.card(sorting.at.get()).map(|card| card.text);
    let pill = move || {
        sorting.card(sorting.at.get()).map(|card| {
            let (icon, tint) = area_picture(card.area);
            view! { <Pill text=area_name(card.area) icon tint /> }
        })
    };
    let deck = Arc::clone(deck);
    view! {
        <Progress label=t::progress() value=at max=count text=position_text />
        <section class="sort-card">
            {pill}
            <p class="sort-text" aria-live="polite">
                {text}
            </p>
        </section>
        <Show
            when=move || sorting.asking.get() == Asks::Nothing
            fallback=move || question(sorting, &deck)
        >
            {answers(sorting)}
        </Show>
    }
}

fn answers(sorting: Sorting) -> AnyView {
    let chosen = Signal::derive(move || sorting.chosen());
    let first = Signal::derive(move || sorting.at.get() == 0);
    view! {
        <Rating
            label=r::answers()
            words=answer_words()
            chosen
            on_choose=move |code| sorting.answer(code)
        />
        <div class="pair">
            <Button
                label=t::back_one()
                kind=Kind::Outline
                icon=icondata_lu::LuArrowLeft
                disabled=first
                on_press=move |()| sorting.back()
            />
            <Button
                label=t::skip()
                kind=Kind::Outline
                on_press=move |()| sorting.go_to(sorting.at.get_untracked() + 1)
            />
        </div>
        <LinkButton href=Route::Reasons.href() label=t::stop() kind=Kind::Text />
        <p class="quiet small sort-keys">{t::keys()}</p>
    }
}

fn question(sorting: Sorting, deck: &Arc<Deck>) -> AnyView {
    let Some(card) = sorting.card(sorting.at.get_untracked()) else { return ().into_any() };
    let asks = sorting.asking.get_untracked();
    view! {
        {ask(asks, &card, deck)}
        <div class="pair">
            <Button
                label=t::back_one()
                kind=Kind::Outline
                icon=icondata_lu::LuArrowLeft
                on_press=move |()| {
                    sorting.back();
                    sorting.take_focus();
                }
            />
            <Button
                label=t::next()
                on_press=move |()| {
                    sorting.go_to(sorting.at.get_untracked() + 1);
                    sorting.take_focus();
                }
            />
        </div>
    }
}
