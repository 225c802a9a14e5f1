//! The browser: clock, dates and numbers, camera, share sheet, service worker.

pub mod clock;
pub mod device;
pub mod intl;
pub mod tabs;
