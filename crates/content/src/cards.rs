//! The built-in cards of "What makes school hard, what helps": one file says which there are,
//! another what they say in a language (`docs/reason-cards.md`).

use std::collections::BTreeMap;

use askelma_diary::id::Id;
use askelma_diary::reasons::{Card, built_in_id};
use askelma_diary::values::{CardMark, LifeArea, Side};

use crate::ContentError;
use crate::json::{Row, code_of, parse, texts};

/// The cards in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deck {
    /// The cards, in the order in which they are sorted.
    pub cards: Vec<Card>,
    /// What school could change, offered with a sensory card.
    pub supports: BTreeMap<Id, Vec<String>>,
}

/// Reads `reasons/cards.json` and the words of one language. A card without words is left out.
///
/// # Errors
/// [`ContentError`] when either is not what it should be.
pub fn read(cards: &str, words: &str) -> Result<Deck, ContentError> {
    let (cards, words) = (parse(cards)?, parse(words)?);
    let words = Row::of(&words, "words")?;
    let sentences = words.row("words")?;
    let mut deck = Deck::default();
    for value in Row::of(&cards, "cards")?.list("cards")? {
        let row = Row::of(value, "cards")?;
        if let Some(text) = sentences.word(row.text("code")?) {
            deck.cards.push(card(row, text)?);
        }
    }
    for (code, supports) in words.row("supports")?.entries() {
        let supports = supports.as_array().ok_or(ContentError::Field("supports"))?;
        deck.supports.insert(built_in_id(code), texts(supports, "supports")?);
    }
    Ok(deck)
}

fn card(row: Row<'_>, text: &str) -> Result<Card, ContentError> {
    let area = code_of(LifeArea::NAMES, row.text("area")?).and_then(LifeArea::from_code);
    let side = code_of(Side::NAMES, row.text("side")?).and_then(Side::from_code);
    let mark = match row.optional_text("mark")? {
        None => None,
        Some(mark) => {
            let mark = code_of(CardMark::NAMES, mark).and_then(CardMark::from_code);
            Some(mark.ok_or(ContentError::Field("mark"))?)
        }
    };
    Ok(Card {
        id: built_in_id(row.text("code")?),
        area: area.ok_or(ContentError::Field("area"))?,
        side: side.ok_or(ContentError::Field("side"))?,
        mark,
        text: text.to_owned(),
        is_own: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = r#"{"words": {"a": "A."}, "supports": {"a": ["b"]}}"#;

    fn read_row(row: &str) -> Result<Deck, ContentError> {
        read(&format!(r#"{{"cards": [{row}]}}"#), WORDS)
    }

    #[test]
    fn a_card_says_what_its_row_and_its_words_say() {
        let row = r#"{"code": "a", "area": "home", "side": "push", "mark": "home_danger"}"#;
        let id = built_in_id("a");
        let card = Card {
            id,
            area: LifeArea::Home,
            side: Side::Push,
            mark: Some(CardMark::HomeDanger),
            text: "A.".to_owned(),
            is_own: false,
        };
        let supports = BTreeMap::from([(id, vec!["b".to_owned()])]);
        assert_eq!(read_row(row), Ok(Deck { cards: vec![card], supports }));
    }

    #[test]
    fn a_card_without_words_is_left_out() {
        let deck = read_row(r#"{"code": "b", "area": "home", "side": "push"}"#);
        assert_eq!(deck.map(|deck| deck.cards), Ok(Vec::new()));
    }

    #[test]
    fn a_value_that_is_not_known_is_named() {
        for (row, field) in [
            (r#"{"code": "a", "area": "moon", "side": "push"}"#, "area"),
            (r#"{"code": "a", "area": "home", "side": 1}"#, "side"),
            (r#"{"code": "a", "area": "home", "side": "push", "mark": "x"}"#, "mark"),
            (r#"{"area": "home", "side": "push"}"#, "code"),
            ("1", "cards"),
        ] {
            assert_eq!(read_row(row), Err(ContentError::Field(field)));
        }
        assert_eq!(read("[", WORDS), Err(ContentError::NotJson));
        assert_eq!(read(r#"{"cards": []}"#, "{}"), Err(ContentError::Field("words")));
    }
}
