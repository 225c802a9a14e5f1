//! Askelma: a way back to school, one small step at a time.

mod app;
mod background;
mod browser;
mod pages;
mod routes;
mod storage;
mod store;
mod text;
mod ui;

pub use app::{LaterPages, later_pages, open as open_page};
pub use background::start as start_background;
