//! The built-in cards, fetched once a language.

use std::cell::RefCell;
use std::sync::Arc;

use askelma_content::cards::{self, Deck};

use crate::browser::data_files;
use crate::pages::back_to;
use crate::pages::layout::TitleWithHelp;
use crate::routes::Route;
use crate::text::{self, Language, reasons as t};
use crate::ui::prelude::*;

thread_local! {
    // The same on every page: each would otherwise begin with nothing for a moment.
    static FETCHED: RefCell<Option<(Language, Arc<Deck>)>> = const { RefCell::new(None) };
}

fn fetched_before() -> Option<Arc<Deck>> {
    FETCHED.with_borrow(|fetched| {
        let fetched = fetched.as_ref().filter(|(language, _)| *language == text::language());
        fetched.map(|(_, deck)| Arc::clone(deck))
    })
}

async fn fetch() -> Option<Arc<Deck>> {
    let language = text::language();
    let words = data_files::fetch_text(&format!("reasons/{}.json", language.code())).await.ok()?;
    let cards = data_files::fetch_text("reasons/cards.json").await.ok()?;
    let deck = Arc::new(cards::read(&cards, &words).ok()?);
    FETCHED.set(Some((language, Arc::clone(&deck))));
    Some(deck)
}

/// Draws with the deck once it is there; until then, or when it cannot be had, says so under a
/// header of its own.
pub fn with_deck(
    title: &'static str,
    draw: impl Fn(&Arc<Deck>) -> AnyView + Send + 'static,
) -> AnyView {
    let before = fetched_before().map(Some);
    let fetched = before.is_none().then(|| LocalResource::new(fetch));
    let deck = move || before.clone().or_else(|| fetched?.get());
    view! {
        {move || match deck() {
            Some(Some(deck)) => draw(&deck),
            Some(None) => without(title, view! { <p role="status">{t::unavailable()}</p> }),
            None => {
                view! {
                    <p class="quiet" aria-live="polite">
                        {t::loading()}
                    </p>
                }
            }
        }}
    }
}

fn without(title: &'static str, message: AnyView) -> AnyView {
    view! {
        <TitleWithHelp title back=back_to(Route::Me) />
        {message}
    }
}
