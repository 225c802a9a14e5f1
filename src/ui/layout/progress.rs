//! How far something is.

use crate::ui::prelude::*;

/// A bar with its words.
#[component]
pub fn Progress(
    /// What is going on.
    #[prop(into)]
    label: Signal<String>,
    /// How much of `max` there is.
    #[prop(into)]
    value: Signal<u32>,
    /// All of it; 0 when that is not known yet.
    #[prop(into)]
    max: Signal<u32>,
    /// The words on the right: "12 of 31".
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let part = move || {
        let max = f64::from(max.get().max(1));
        format!("{:.4}", (f64::from(value.get()) / max).min(1.0))
    };
    view! {
        <div class="progress">
            <p class="progress-words">
                <span>{label}</span>
                <span>{text}</span>
            </p>
            <div
                class="progress-bar"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=move || max.get().to_string()
                aria-valuenow=move || value.get().to_string()
                aria-valuetext=text
            >
                <span class="progress-done" style=("--part", part)></span>
            </div>
        </div>
    }
}
