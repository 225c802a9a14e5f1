//! Check-ins.

pub mod edit;
