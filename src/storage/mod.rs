//! The only place that knows where things are kept on the device.

mod database;
pub mod preferences;
mod vault;

pub use database::{StorageError, names};
pub use vault::{SetAside, Taken, Vault};
