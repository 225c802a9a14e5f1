//! The rooms: one file a room, thin. What a room shows is computed by the diary; it only draws.

pub mod every;
pub mod first;
mod frame;
mod parent;
mod place;
mod say;
mod shared;
mod worker;
mod young;

pub use frame::Frame;
pub use place::Place;
pub use shared::welcome::Welcome;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::components::{Back, in_base};
use crate::state::{Keeper, Role, Session};
use crate::text;

/// The rooms that one module of the page holds.
#[derive(Debug, Clone, Copy)]
pub struct RoomSet {
    /// The room at a place.
    pub room: fn(Role, Place) -> AnyView,
    /// Someone to talk to now, before anybody has said who is using this.
    pub help: fn() -> AnyView,
    /// What stands beside the places on a wide screen.
    pub beside: fn(Role) -> Option<AnyView>,
    /// Fills an example diary, where this module can.
    pub fill_example: Option<fn(Role, Keeper)>,
}

/// The open diary.
fn keeper() -> Keeper {
    expect_context()
}

/// Whether this person wants three faces instead of five.
fn three_faces() -> bool {
    keeper().diary.with_untracked(|diary| diary.choices().three_faces == Some(true))
}

/// The choices of this browser.
fn session() -> Session {
    expect_context()
}

/// A way to go to a place from an event.
fn walker() -> impl Fn(Place) + Clone + 'static {
    let navigate = use_navigate();
    let base = in_base("/".to_owned());
    move |place| {
        let href = format!("{}{}", base.trim_end_matches('/'), place.href());
        navigate(&href, leptos_router::NavigateOptions::default());
    }
}

/// An arrow that leads one up.
fn back_to(place: Place) -> Back {
    Back { href: place.href(), label: text::app::back().to_owned(), close: false }
}

/// A cross that leaves.
fn close_to(place: Place) -> Back {
    Back { href: place.href(), label: text::app::close().to_owned(), close: true }
}
