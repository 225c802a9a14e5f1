//! What pages are built of. Nothing here knows the diary or a language: sentences and values come in
//! as plain props, what the person does goes out through callbacks.

pub(crate) mod charts;
pub(crate) mod controls;
pub(crate) mod drawings;
pub(crate) mod layout;
pub(crate) mod prelude;
pub(crate) mod resource;
pub(crate) mod view;

pub(crate) use charts::*;
pub(crate) use controls::*;
pub(crate) use drawings::*;
pub(crate) use layout::*;
pub(crate) use view::adopted;
