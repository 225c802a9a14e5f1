//! Settings, and what Askelma is.

pub(crate) mod about;
pub(crate) mod language_field;
pub(crate) mod settings;
