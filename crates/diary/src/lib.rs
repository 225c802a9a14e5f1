//! The diary: what a young person, a parent or a worker keeps, and every rule behind a number.
//!
//! Pure: no clock, no storage, no browser. "Now" and randomness are passed in.

pub mod summary;
pub mod time;
pub mod values;
