//! The Web Worker: sealing, codes, camera frames, insights and files, away from the page.
//!
//! [`protocol`] is what crosses between the two, [`client`] the page's side of it and [`handler`]
//! the worker's; [`waiting`] holds the requests under way, and [`camera_frame`] turns camera frames into grey pictures.

mod camera_frame;
mod client;
mod handler;
mod protocol;
mod waiting;

pub use client::Background;
pub use handler::start;
pub use protocol::{BackgroundError, CalendarInput};
