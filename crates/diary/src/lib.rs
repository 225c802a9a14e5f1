//! The diary: what a young person, a parent or a worker keeps, and every rule behind a number.
//!
//! Pure: no clock, no storage, no browser. "Now" and randomness are passed in. [`record`] is what
//! is kept and how; beside it stands a folder a feature, with its rules, what its pages show, and
//! in `edit` what a person does, each deed a function to a [`change::Change`].

pub mod days;
pub mod example;
pub mod insights;
pub mod mood;
pub mod path;
pub mod people;
pub mod progress;
pub mod reasons;
pub mod record;
pub mod routine;
pub mod rules;
pub mod safety;
pub mod school;
pub mod settings;
pub mod sharing;
pub mod sleep;
pub mod statistics;
pub mod strengths;
pub mod today;

// What every feature speaks of, by its short name.
pub use record::{change, diary, entries, id, order, shard, stamp, time, travel, values, weekdays};
