//! The cards of "What makes school hard, what helps", in every language.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod data;

use std::collections::BTreeSet;

use askelma_content::cards::{Deck, read};
use askelma_diary::example::{Story, twelve_weeks};
use askelma_diary::id::Id;
use askelma_diary::record::Body;
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::{CardMark, LifeArea, Side};
use data::{LANGUAGES, file};
use serde_json::Value;

fn deck(language: &str) -> Deck {
    read(&file("reasons/cards"), &file(&format!("reasons/{language}"))).expect("a deck")
}

fn rows() -> Vec<Value> {
    let all: Value = serde_json::from_str(&file("reasons/cards")).expect("json");
    all["cards"].as_array().expect("a list").clone()
}

#[test]
fn every_language_has_words_for_the_same_cards() {
    let codes: BTreeSet<String> =
        rows().iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect();
    assert!(codes.len() >= 66 && codes.len() == rows().len());
    let sensory: BTreeSet<Id> = deck("en")
        .cards
        .iter()
        .filter(|card| card.mark == Some(CardMark::Sensory))
        .map(|card| card.id)
        .collect();
    assert!(sensory.len() >= 4, "noise, light, crowd, smell");
    for language in LANGUAGES {
        let words: Value =
            serde_json::from_str(&file(&format!("reasons/{language}"))).expect("json");
        let words = words["words"].as_object().expect("words");
        assert_eq!(words.keys().cloned().collect::<BTreeSet<_>>(), codes, "{language}");
        let deck = deck(language);
        assert_eq!(deck.cards.len(), codes.len(), "{language}");
        let texts: BTreeSet<&str> = deck.cards.iter().map(|card| card.text.as_str()).collect();
        assert_eq!(texts.len(), codes.len(), "{language}: two cards say the same");
        assert_eq!(deck.supports.keys().copied().collect::<BTreeSet<_>>(), sensory);
        assert!(deck.supports.values().all(|all| all.len() >= 3));
        for text in texts {
            assert!(text.ends_with('.') && text.chars().count() <= 95, "{language}: {text}");
        }
    }
}

#[test]
fn the_sides_are_balanced_and_each_area_has_all_three() {
    let cards = deck("en").cards;
    for side in Side::ALL {
        // Within a fifth of a third.
        let of_side = cards.iter().filter(|card| card.side == *side).count();
        let (five_thirds, fifteenfold) = (cards.len() * 5, of_side * 15);
        let fair = five_thirds * 4 / 5..=five_thirds * 6 / 5;
        assert!(fair.contains(&fifteenfold), "{side:?}");
        for area in LifeArea::ALL {
            let here = cards.iter().filter(|card| card.area == *area && card.side == *side);
            assert!(here.count() >= 2, "{area:?} {side:?}");
        }
    }
}

#[test]
fn no_area_ends_with_something_hard() {
    let cards = deck("en").cards;
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
    /// Two hours east of Greenwich.
    struct EastTwo;
    impl Zone for EastTwo {
        fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
            Instant::from_local(local, 120)
        }
    }

    let noon = Day::from_ymd(2026, 11, 24).expect("a date").date().and_hms_opt(12, 0, 0);
    let now = Instant::from_local(noon.expect("a time"), 120).expect("in range");
    let card_ids: BTreeSet<Id> = deck("en").cards.iter().map(|card| card.id).collect();
    let mut sorted = 0;
    for (_, body) in twelve_weeks(&Story::default(), now, &EastTwo) {
        if let Body::ReasonSort(sort) = body {
            assert!(card_ids.contains(&sort.card));
            sorted += 1;
        }
    }
    assert_eq!(sorted, 19);
}

#[test]
fn safety_cards_speak_of_bullying_violence_adults_and_home() {
    let marked = |mark: &str| {
        let rows = rows().into_iter().filter(|row| row["mark"] == mark);
        rows.map(|row| row["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    let safety = marked("safety");
    for code in ["friends-bully", "breaks-hit", "breaks-touch", "adults-frightening"] {
        assert!(safety.iter().any(|marked| marked == code), "{code}");
    }
    assert_eq!(marked("home_danger"), ["home-danger"]);
}
