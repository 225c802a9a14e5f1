//! The built-in cards: a data file that says which there are, and one with the words of a language.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use askelma_diary::id::Id;
use askelma_diary::reasons::{Card, built_in_id};
use askelma_diary::values::{CardMark, LifeArea, Side};
use leptos::prelude::*;
use serde::Deserialize;

use crate::browser::data_files;
use crate::pages::back_to;
use crate::routes::Route;
use crate::text::{self, Language, nav, reasons as t};
use crate::ui::{Build, HelpLink, PageHeader, dynamic};

/// The cards in one language, in the order to be sorted.
#[derive(Debug, Default)]
pub struct Deck {
    /// The cards.
    pub cards: Vec<Card>,
    /// What school could change, offered with a sensory card.
    pub supports: BTreeMap<Id, Vec<String>>,
}

#[derive(Deserialize)]
struct CardsFile {
    cards: Vec<CardRow>,
}

#[derive(Deserialize)]
struct CardRow {
    code: String,
    area: AreaName,
    side: SideName,
    mark: Option<MarkName>,
}

#[derive(Deserialize)]
struct WordsFile {
    words: BTreeMap<String, String>,
    supports: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum AreaName {
    Lessons,
    Breaks,
    Friends,
    Adults,
    Way,
    Body,
    Sleep,
    Home,
    Screens,
    Bigger,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum SideName {
    Push,
    Pull,
    Help,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum MarkName {
    Safety,
    Sensory,
    HomeDanger,
}

impl AreaName {
    fn area(self) -> LifeArea {
        match self {
            Self::Lessons => LifeArea::Lessons,
            Self::Breaks => LifeArea::Breaks,
            Self::Friends => LifeArea::Friends,
            Self::Adults => LifeArea::Adults,
            Self::Way => LifeArea::Way,
            Self::Body => LifeArea::Body,
            Self::Sleep => LifeArea::Sleep,
            Self::Home => LifeArea::Home,
            Self::Screens => LifeArea::Screens,
            Self::Bigger => LifeArea::Bigger,
        }
    }
}

impl CardRow {
    fn card(&self, text: String) -> Card {
        let side = match self.side {
            SideName::Push => Side::Push,
            SideName::Pull => Side::Pull,
            SideName::Help => Side::Help,
        };
        let mark = self.mark.map(|mark| match mark {
            MarkName::Safety => CardMark::Safety,
            MarkName::Sensory => CardMark::Sensory,
            MarkName::HomeDanger => CardMark::HomeDanger,
        });
        let id = built_in_id(&self.code);
        Card { id, area: self.area.area(), side, mark, text, own: false }
    }
}

/// The deck of the two files' texts; `None` when one of them is not what it should be. A card
/// without words is left out.
fn read(cards: &str, words: &str) -> Option<Deck> {
    let rows: CardsFile = serde_json::from_str(cards).ok()?;
    let mut words: WordsFile = serde_json::from_str(words).ok()?;
    let cards = rows.cards.iter().filter_map(|row| Some(row.card(words.words.remove(&row.code)?)));
    let cards = cards.collect();
    let mut supports = BTreeMap::new();
    supports.extend(words.supports.into_iter().map(|(code, all)| (built_in_id(&code), all)));
    Some(Deck { cards, supports })
}

thread_local! {
    // From room to room the same: each would otherwise begin with nothing for a moment.
    static KNOWN: RefCell<Option<(Language, Arc<Deck>)>> = const { RefCell::new(None) };
}

fn known() -> Option<Arc<Deck>> {
    KNOWN.with_borrow(|known| {
        let known = known.as_ref().filter(|(language, _)| *language == text::language());
        known.map(|(_, deck)| Arc::clone(deck))
    })
}

async fn fetch() -> Option<Arc<Deck>> {
    let language = text::language();
    let words = data_files::fetch_text(&format!("reasons/{}.json", language.code())).await.ok()?;
    let cards = data_files::fetch_text("reasons/cards.json").await.ok()?;
    let deck = Arc::new(read(&cards, &words)?);
    KNOWN.set(Some((language, Arc::clone(&deck))));
    Some(deck)
}

/// Draws with the deck once it is there; until then, or when it cannot be had, says so under a
/// header of its own.
pub fn with_deck(
    title: &'static str,
    draw: impl Fn(&Arc<Deck>) -> AnyView + Send + 'static,
) -> AnyView {
    let deck = RwSignal::new(known().map(Some));
    if deck.with_untracked(Option::is_none) {
        leptos::task::spawn_local(async move {
            let fetched = fetch().await;
            deck.try_set(Some(fetched));
        });
    }
    dynamic(move || match deck.get() {
        Some(Some(deck)) => draw(&deck),
        Some(None) => without(title, view! { <p role="status">{t::unavailable()}</p> }.built()),
        None => view! { <p class="quiet" aria-live="polite">{t::loading()}</p> }.built(),
    })
}

fn without(title: &'static str, said: AnyView) -> AnyView {
    view! {
        <PageHeader title back=back_to(Route::Me)>
            <HelpLink href=Route::Help.href() label=nav::help() />
        </PageHeader>
        {said}
    }
    .built()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn file(name: &str) -> String {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/reasons");
        std::fs::read_to_string(folder.join(name)).expect("a file of cards")
    }

    fn deck(language: Language) -> Deck {
        let words = file(&format!("{}.json", language.code()));
        read(&file("cards.json"), &words).expect("a deck")
    }

    fn rows() -> Vec<serde_json::Value> {
        let all: serde_json::Value = serde_json::from_str(&file("cards.json")).expect("json");
        all["cards"].as_array().expect("a list").clone()
    }

    #[test]
    fn every_language_has_words_for_the_same_cards() {
        let codes: BTreeSet<String> =
            rows().iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect();
        assert!(codes.len() >= 66 && codes.len() == rows().len());
        let sensory: BTreeSet<Id> = deck(Language::En)
            .cards
            .iter()
            .filter(|card| card.mark == Some(CardMark::Sensory))
            .map(|card| card.id)
            .collect();
        assert!(sensory.len() >= 4, "noise, light, crowd, smell");
        for language in Language::ALL {
            let words: WordsFile =
                serde_json::from_str(&file(&format!("{}.json", language.code()))).expect("words");
            assert_eq!(words.words.keys().cloned().collect::<BTreeSet<_>>(), codes, "{language:?}");
            let said: BTreeSet<_> = words.words.values().collect();
            assert_eq!(said.len(), codes.len(), "{language:?}: two cards say the same");
            let deck = deck(language);
            assert_eq!(deck.supports.keys().copied().collect::<BTreeSet<_>>(), sensory);
            assert!(deck.supports.values().all(|all| all.len() >= 3));
            for text in words.words.values() {
                assert!(text.ends_with('.') && text.chars().count() <= 95, "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn the_sides_are_balanced_and_each_area_has_all_three() {
        let cards = deck(Language::En).cards;
        let count = |side: Side| cards.iter().filter(|card| card.side == side).count();
        for side in Side::ALL {
            // Within a fifth of a third.
            let (five_thirds, own) = (cards.len() * 5, count(*side) * 15);
            assert!(own >= five_thirds * 4 / 5 && own <= five_thirds * 6 / 5, "{side:?}");
            for area in LifeArea::ALL {
                let here = cards.iter().filter(|card| card.area == *area && card.side == *side);
                assert!(here.count() >= 2, "{area:?} {side:?}");
            }
        }
    }

    #[test]
    fn no_area_ends_with_something_hard() {
        let cards = deck(Language::En).cards;
        for area in LifeArea::ALL {
            let last = cards.iter().rfind(|card| card.area == *area).expect("an area has cards");
            assert_eq!(last.side, Side::Help, "{area:?}");
        }
    }

    #[test]
    fn the_four_functions_of_school_absence_are_each_there_several_times() {
        // Kearney & Silverman 1993: avoiding bad feelings, escaping social or evaluative
        // situations, closeness, rewards outside school. Never shown.
        for function in ["feelings", "social", "closeness", "rewards"] {
            let count = rows().iter().filter(|row| row["function"] == function).count();
            assert!(count >= 6, "{function}: {count}");
        }
        for row in rows() {
            assert_eq!(row["side"] == "help", row.get("function").is_none(), "{row}");
        }
    }

    #[test]
    fn the_example_sorts_cards_that_there_are() {
        use askelma_diary::example::{Story, twelve_weeks};
        use askelma_diary::record::Body;
        use askelma_diary::time::{Day, Instant, TimeError, Zone};
        use chrono::NaiveDateTime;
        struct Fixed;
        impl Zone for Fixed {
            fn instant(&self, local: NaiveDateTime) -> Result<Instant, TimeError> {
                Instant::from_local(local, 120)
            }
        }

        let noon = Day::from_ymd(2026, 11, 24).expect("a date").date().and_hms_opt(12, 0, 0);
        let now = Instant::from_local(noon.expect("a time"), 120).expect("in range");
        let known: BTreeSet<Id> = deck(Language::En).cards.iter().map(|card| card.id).collect();
        let mut sorted = 0;
        for (_, body) in twelve_weeks(&Story::default(), now, &Fixed) {
            if let Body::ReasonSort(sort) = body {
                assert!(known.contains(&sort.card));
                sorted += 1;
            }
        }
        assert_eq!(sorted, 19);
    }

    #[test]
    fn safety_cards_speak_of_bullying_violence_adults_and_home() {
        let marked = |mark: &str| {
            let rows = rows().into_iter().filter(|row| row["mark"] == mark);
            rows.map(|row| row["code"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        let safety = marked("safety");
        for code in ["friends-bully", "breaks-hit", "breaks-touch", "adults-frightening"] {
            assert!(safety.iter().any(|it| it == code), "{code}");
        }
        assert_eq!(marked("home_danger"), ["home-danger"]);
    }
}
