//! The pages: one file a page, in the folder of its feature, thin. What a page shows is computed by
//! the diary; it only draws. This file holds what all of them use.

pub(crate) mod after_saving;
pub(crate) mod background;
pub(crate) mod data;
pub(crate) mod diary;
pub(crate) mod drafts;
pub(crate) mod hard_morning;
pub(crate) mod help;
pub(crate) mod layout;
pub(crate) mod me;
pub(crate) mod mood;
pub(crate) mod not_found;
pub(crate) mod path;
pub(crate) mod people;
pub(crate) mod progress;
pub(crate) mod reasons;
pub(crate) mod received;
pub(crate) mod routine;
pub(crate) mod school;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod sleep;
pub(crate) mod strengths;
pub(crate) mod today;
pub(crate) mod welcome;
pub(crate) mod wording;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::routes::Route;
use crate::store::{DiaryStore, Session};
use crate::text;
use crate::ui::Back;

/// The open diary.
pub(crate) fn store() -> DiaryStore {
    expect_context()
}

/// Whether this person wants three faces instead of five.
fn three_faces() -> bool {
    store().diary.with_untracked(|diary| diary.choices().three_faces == Some(true))
}

/// The choices of this browser.
pub(crate) fn session() -> Session {
    expect_context()
}

/// A way to go to a route from an event.
pub fn navigator() -> impl Fn(Route) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |route| {
        // The router puts the base before it.
        navigate(&route.href(), leptos_router::NavigateOptions::default());
    }
}

/// An arrow that leads one up.
fn back_to(route: Route) -> Back {
    Back { href: route.href(), label: text::app::back().to_owned(), close: false }
}

/// A cross that leaves.
fn close_to(route: Route) -> Back {
    Back { href: route.href(), label: text::app::close().to_owned(), close: true }
}
