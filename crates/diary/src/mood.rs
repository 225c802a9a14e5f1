//! Check-ins.

pub mod edit;
pub mod own_words;
