//! The parent's rooms.

pub mod home;
