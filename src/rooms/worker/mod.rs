//! The worker's rooms.

pub mod case;
pub mod cases;
