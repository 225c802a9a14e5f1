//! Today: the day as it is now, and the cards it is made of.

mod after_paint;
pub(crate) mod last_days;
pub(crate) mod mood_card;
pub(crate) mod routine_card;
pub(crate) mod school_card;
pub(crate) mod step_card;
pub(crate) mod suggestion;
pub(crate) mod today;
