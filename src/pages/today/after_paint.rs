//! What a tap need not wait for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::device;

/// Calls once what changed is on the screen, after each change of what `track` reads: the tap is
/// answered first. It watches from now on, not from the next turn.
pub(super) fn after_paint(
    track: impl Fn() + Send + Sync + 'static,
    call: impl Fn() + Copy + Send + Sync + 'static,
) {
    let effect = RenderEffect::new(move |previous: Option<()>| {
        track();
        if previous.is_some() {
            spawn_local(async move {
                device::painted().await;
                call();
            });
        }
    });
    // It goes with the page.
    on_cleanup(move || drop(effect));
}
