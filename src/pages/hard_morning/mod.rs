//! The hard morning, and the card for when it is very hard.

pub(crate) mod adult;
pub(crate) mod body;
pub(crate) mod hard_morning;
pub(crate) mod help_card;
pub(crate) mod small_things;
