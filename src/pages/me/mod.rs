//! Me: ways to everything of my own.

pub(crate) mod me;
pub(crate) mod ways;
