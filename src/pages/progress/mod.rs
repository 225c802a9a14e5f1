//! My weeks: what the diary shows over time.

pub(crate) mod charts;
pub(crate) mod insights;
pub(crate) mod progress;
pub(crate) mod tries;
