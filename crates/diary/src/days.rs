//! The diary day by day: its pages, and words found in it.

pub mod excerpt;
pub mod pages;
pub mod search;
