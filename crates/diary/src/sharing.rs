//! What leaves and what comes: the share log, and the cases of received summaries.

pub mod cases;
pub mod edit;
