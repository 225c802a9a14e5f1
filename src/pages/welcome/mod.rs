//! The first run.

pub(crate) mod begin;
pub(crate) mod welcome;
