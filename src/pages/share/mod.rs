//! Sharing: what, with whom, and the code.

pub(crate) mod share;
pub(crate) mod share_choice;
pub(crate) mod share_draft;
pub(crate) mod share_out;
pub(crate) mod share_path;
