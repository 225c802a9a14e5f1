//! The page at a route: the first run's end and Today at once, every other one from the chunk.

use super::chunk::Chunk;
use crate::pages::{session, store, today, welcome};
use crate::routes::Route;
use crate::store::Role;
use crate::ui::prelude::*;

/// The page of a role at a route.
pub(super) fn page(role: Role, route: Route) -> AnyView {
    let chunk: Chunk = expect_context();
    let (session, store) = (session(), store());
    // An example is filled by the chunk, and no page is drawn of an empty one.
    let waits_for_example = Memo::new(move |_| {
        session.example() && store.diary.with(|diary| diary.profile().is_none())
    });
    match (role, route) {
        (Role::Young, Route::Home) => {
            view! {
                <Show
                    when=move || waits_for_example.get()
                    fallback=move || {
                        chunk.fetch_soon();
                        today::today::page()
                    }
                >
                    {chunk.draw(|_| ().into_any())}
                </Show>
            }
        }
        (Role::Young, Route::Begin) => welcome::begin::page(),
        // Someone to talk to is there at once: it shows nothing of a diary.
        (_, Route::Help) => chunk.draw(move |pages| (pages.page)(role, route)),
        _ => chunk.draw(move |pages| {
            if waits_for_example.get() { ().into_any() } else { (pages.page)(role, route) }
        }),
    }
}

/// Someone to talk to now, before anybody has said who is using this.
pub(super) fn help() -> AnyView {
    expect_context::<Chunk>().draw(|pages| (pages.help)())
}
