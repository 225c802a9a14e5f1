//! The browser: clock, dates and numbers, camera, share sheet, service worker.

pub mod camera;
pub mod clock;
pub mod data_files;
pub mod device;
pub mod drafts;
pub mod first_screen;
pub mod install;
pub mod intl;
pub mod js;
pub mod launch;
pub mod service_worker;
pub mod share_file;
pub mod share_text;
pub mod tabs;
pub mod wake_lock;
