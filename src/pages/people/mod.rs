//! My people and the cards of my own.

pub(crate) mod own_card;
pub(crate) mod own_card_lines;
pub(crate) mod people;
pub(crate) mod person;
