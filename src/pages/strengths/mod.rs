//! Good moments and the strengths in them.

pub(crate) mod moment;
pub(crate) mod moment_own;
pub(crate) mod strength_field;
pub(crate) mod strengths;
