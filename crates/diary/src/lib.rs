//! The diary: what a young person, a parent or a worker keeps, and every rule behind a number.
//!
//! Pure: no clock, no storage, no browser. "Now" and randomness are passed in.

pub mod change;
pub mod diary;
pub mod drift;
pub mod effort;
pub mod entries;
pub mod example;
pub mod excerpt;
pub mod help_lines;
pub mod id;
pub mod insights;
pub mod mood;
pub mod nudge;
pub mod order;
pub mod own_words;
pub mod pages;
pub mod path;
pub mod people;
pub mod picture;
pub mod reasons;
pub mod record;
pub mod routine;
pub mod safety;
pub mod school;
pub mod search;
pub mod settings;
pub mod shard;
pub mod sharing;
pub mod sheet;
pub mod sleep;
pub mod stamp;
pub mod statistics;
pub mod strengths;
pub mod summarise;
pub mod summary;
pub mod take_in;
pub mod time;
pub mod today;
pub mod travel;
pub mod usual_night;
pub mod values;
pub mod what_helped;
