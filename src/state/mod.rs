//! The reactive store over a diary, and one function for each thing a person can do.

pub mod actions;
pub mod example;
mod keeper;
pub mod path;
pub mod people;
pub mod reason_actions;
pub mod routine;
pub mod school;
mod session;
pub mod starters;

pub use keeper::{Keeper, Said, Trouble};
pub use session::{Role, Session, Vocabulary};
