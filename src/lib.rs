//! Askelma: a way back to school, one small step at a time.

pub mod app;
pub mod components;
pub mod platform;
pub mod rooms;
pub mod state;
pub mod storage;
pub mod text;
pub mod worker;
