//! What a tap need not wait for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::device;

/// What `read` reads now, and after each change that `track` follows what it reads once the frame
/// of the change is on the screen: a tap is answered first.
pub(super) fn once_painted<T: PartialEq + Send + Sync + 'static>(
    track: impl Fn() + 'static,
    read: impl Fn() -> T + Copy + 'static,
) -> RwSignal<T> {
    let known = RwSignal::new(untrack(read));
    Effect::new(move |seen: Option<()>| {
        track();
        if seen.is_some() {
            spawn_local(async move {
                device::painted().await;
                // The page may have been left meanwhile, and what is read with it.
                if known.is_disposed() {
                    return;
                }
                let new = untrack(read);
                if known.with_untracked(|known| *known != new) {
                    known.set(new);
                }
            });
        }
    });
    known
}
