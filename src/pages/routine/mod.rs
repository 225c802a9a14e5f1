//! The daily routine.

pub(crate) mod routine;
pub(crate) mod routine_item;
pub(crate) mod routine_ready;
