//! The young person's rooms.

pub mod begin;
mod day_mood;
mod day_routine;
mod day_school;
mod days;
pub mod hard;
pub mod me;
pub mod moment;
mod moment_own;
pub mod mood;
pub mod night;
pub mod path;
pub mod people;
mod reason_ask;
pub mod reason_card;
mod reason_deck;
pub mod reason_new;
pub mod reason_sort;
pub mod reasons;
pub mod share;
mod share_choice;
mod share_out;
mod strength_field;
pub mod strengths;
pub mod today;
