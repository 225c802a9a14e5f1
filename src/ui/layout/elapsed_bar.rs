//! Time that has elapsed beside time that was planned. It fills and never empties.

use crate::ui::prelude::*;

/// The bar; what it shows stands in words beside it.
#[component]
pub fn ElapsedBar(
    /// Minutes elapsed.
    #[prop(into)]
    elapsed: Signal<u32>,
    /// Minutes planned.
    planned: u32,
) -> impl IntoView {
    let width = move || {
        let share = f64::from(elapsed.get()) / f64::from(planned.max(1));
        format!("{:.1}%", share.min(1.0) * 100.0)
    };
    view! {
        <div class="passed" aria-hidden="true">
            <div class="passed-part" style:inline-size=width></div>
        </div>
    }
}
