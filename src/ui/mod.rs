//! What pages are built of. Nothing here knows the diary or a language: sentences and values come in
//! as plain props, what the person does goes out through callbacks.

mod built;
pub(crate) mod charts;
pub(crate) mod controls;
pub(crate) mod drawings;
pub(crate) mod layout;

pub(crate) use built::{Build, Kids, dynamic, either, when};
pub(crate) use charts::*;
pub(crate) use controls::*;
pub(crate) use drawings::*;
pub(crate) use layout::*;
