//! The only place that knows where things are kept on the device.

mod database;
mod diary_database;
pub mod names;
pub mod preferences;

pub use database::StorageError;
pub use diary_database::{Awaited, DiaryDatabase, SetAside, Taken};
