//! Rooms that every role has.

pub mod about;
pub mod help;
mod language_field;
pub mod leaving;
pub mod my_data;
pub mod nothing;
pub mod receive;
mod receive_camera;
mod receive_keep;
mod region;
pub mod settings;
pub mod sheet_path;
pub mod sheet_view;
mod sheet_words;
pub mod take_in;
mod take_in_faces;
pub mod welcome;
