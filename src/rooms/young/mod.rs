//! The young person's rooms.

pub mod begin;
mod day_mood;
mod day_routine;
mod day_school;
mod days;
pub mod hard;
pub mod marks;
pub mod me;
pub mod moment;
pub mod mood;
pub mod night;
pub mod path;
pub mod people;
pub mod routine;
pub mod routine_item;
pub mod routine_ready;
pub mod school;
pub mod school_day;
mod school_lessons;
pub mod share;
mod share_choice;
mod share_out;
pub mod terms;
pub mod timetable;
mod timetable_day;
pub mod today;
