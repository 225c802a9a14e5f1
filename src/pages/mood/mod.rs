//! A check-in's details.

pub(crate) mod feeling_drawings;
pub(crate) mod mood;
pub(crate) mod mood_details;
pub(crate) mod mood_words;
