//! Nights.

pub(crate) mod night;
pub(crate) mod night_details;
