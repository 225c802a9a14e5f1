//! The reactive store over a diary, and one function for each thing a person can do.

pub mod actions;
mod diary_store;
pub mod example;
mod open_diary;
pub mod path;
pub mod people;
pub mod reason_actions;
pub mod routine;
pub mod school;
mod session;
pub mod starters;

pub use diary_store::{DiaryStore, Needs, Readiness, Trouble};
pub use open_diary::{OpenDiary, delete_example};
pub use session::{Role, Session};

/// What the store says of the database below it.
pub use crate::storage::{SetAside, StorageError};
