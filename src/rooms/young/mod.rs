//! The young person's rooms.

pub mod begin;
mod day_mood;
mod day_routine;
mod day_school;
mod days;
pub mod diary;
mod entry_cards;
mod feeling_pictures;
pub mod hard;
pub mod me;
pub mod moment;
pub mod mood;
mod mood_what;
pub mod night;
mod night_more;
pub mod past_day;
pub mod path;
pub mod people;
pub mod picture;
mod picture_charts;
mod picture_insights;
pub mod share;
mod share_choice;
mod share_out;
pub mod today;
mod ways;
