//! Someone to talk to now.

pub(crate) mod help;
pub(crate) mod region;
