//! The diary: any day, and search.

pub(crate) mod any_day;
pub(crate) mod day;
pub(crate) mod diary;
pub(crate) mod entry_cards;
