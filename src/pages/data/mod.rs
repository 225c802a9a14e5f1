//! My data: backups, imports, reminders, deleting.

pub(crate) mod data;
pub(crate) mod import;
pub(crate) mod import_faces;
pub(crate) mod leaving;
pub(crate) mod reminders;
mod set_aside;
