//! The worker's side of an exchange: sealing, codes and camera frames, away from the page.
//!
//! [`desk`] does the work and knows no browser; [`picture`] turns camera frames into grey
//! pictures; [`bridge`] takes the page's messages and answers them; [`protocol`] holds the words
//! that both sides use. The page's side is `platform::exchange`.

pub mod bridge;
pub mod desk;
pub mod file_desk;
pub mod files;
pub mod picture;
pub mod protocol;
