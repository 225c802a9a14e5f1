//! What was received: the camera, a parent's week, a worker's cases and sheet.

pub(crate) mod calm_week;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod meeting_sheet;
pub(crate) mod receive;
pub(crate) mod receive_camera;
pub(crate) mod receive_keep;
pub(crate) mod sheet_path;
pub(crate) mod sheet_words;
pub(crate) mod visibility;
