//! Rooms that every role has.

pub mod about;
pub mod help;
mod language_field;
pub mod leaving;
pub mod nothing;
pub mod receive;
mod receive_camera;
mod receive_keep;
pub mod settings;
pub mod sheet_view;
pub mod welcome;
