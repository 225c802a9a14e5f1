//! The page at a route: the first run's end and Today at once, every other one from the chunk.

use leptos::prelude::*;

use super::chunk::Chunk;
use crate::pages::{session, store, today, welcome};
use crate::routes::Route;
use crate::store::Role;
use crate::ui::{Build, either};

/// The page of a role at a route.
pub(super) fn page(role: Role, route: Route) -> AnyView {
    let chunk: Chunk = expect_context();
    match (role, route) {
        (Role::Young, Route::Home) => {
            let (session, store) = (session(), store());
            // An example is filled by the chunk, and a day without a word is not its first picture.
            let waits_for_example =
                move || session.example() && store.diary.with(|diary| diary.profile().is_none());
            either(
                waits_for_example,
                move || chunk.draw(|_| ().built()),
                move || {
                    chunk.fetch_soon();
                    today::today::page()
                },
            )
        }
        (Role::Young, Route::Begin) => welcome::begin::page(),
        _ => chunk.draw(move |pages| (pages.page)(role, route)),
    }
}

/// Someone to talk to now, before anybody has said who is using this.
pub(super) fn help() -> AnyView {
    expect_context::<Chunk>().draw(|pages| (pages.help)())
}
