//! What leaves and what comes: the share log, and the cases of received summaries.

pub mod cases;
pub mod edit;
pub mod sheet;
pub mod summarise;
pub mod summary;
