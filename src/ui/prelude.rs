//! Leptos' prelude, with the vocabulary of [`super::view`] in the place of its own: whoever writes
//! markup takes this one.

pub(crate) use leptos::prelude::*;

pub(crate) use super::resource::LocalResource;
pub(crate) use super::view::{Children, For, Show, view};
