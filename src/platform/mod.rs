//! The browser: clock, dates and numbers, camera, share sheet, service worker.

pub mod clock;
pub mod data_files;
pub mod device;
pub mod intl;
pub mod service_worker;
pub mod tabs;
