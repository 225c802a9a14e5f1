//! The data files that the app fetches while it runs: text in, checked values out. What each field
//! means stands in `docs/reason-cards.md` and `docs/region-pack.md`.
//!
//! The tests of the data itself, in every language, are this crate's.

pub mod cards;
mod json;
pub mod ladders;
pub mod licences;
pub mod regions;

use thiserror::Error;

/// Why a data file is not what it should be: a mistake of the build, never of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ContentError {
    /// Not JSON.
    #[error("not JSON")]
    NotJson,
    /// A field is missing, or its value is none that it may have.
    #[error("{0} is missing or cannot be")]
    Field(&'static str),
}
