//! The mood's faces.

use crate::ui::prelude::*;

/// The mouths from low to high, on a canvas of 48.
const MOUTHS: [&str; 5] = [
    "M15 34q9-9.5 18 0",
    "M15 32.5q9-5 18 0",
    "M15.5 31h17",
    "M15 29.5q9 6 18 0",
    "M14.5 28q9.5 12 19 0",
];

/// The mouth of a mood from 1 to 5.
pub(crate) fn mouth(mood: u8) -> &'static str {
    MOUTHS[usize::from(mood.clamp(1, 5)) - 1]
}

fn class(base: &str, mood: u8) -> String {
    [base, ["1", "2", "3", "4", "5"][usize::from(mood.clamp(1, 5)) - 1]].concat()
}

/// `mood mood-n`: sets `--mood` for what is inside.
pub(crate) fn mood_class(mood: u8) -> String {
    class("mood mood-", mood)
}

/// One face; decoration, its name stands beside it.
#[component]
pub fn Face(
    /// The mood from 1 (low) to 5 (high).
    mood: u8,
) -> impl IntoView {
    view! {
        <svg class=class("face mood-", mood) viewBox="0 0 48 48" aria-hidden="true">
            <circle class="face-skin" cx="24" cy="24" r="23" />
            <circle class="face-eye" cx="16.8" cy="19.5" r="2.7" />
            <circle class="face-eye" cx="31.2" cy="19.5" r="2.7" />
            <path class="face-mouth" d=mouth(mood) />
        </svg>
    }
}

/// The faces in a row, none chosen beforehand.
#[component]
pub fn FaceRow(
    /// The group's spoken name, mostly the question above it.
    #[prop(into)]
    label: String,
    /// The five faces' names from low to high.
    names: Vec<String>,
    /// The chosen mood.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
    /// Only 1, 3 and 5.
    #[prop(optional)]
    three: bool,
    /// Show the names under the faces.
    #[prop(optional)]
    show_names: bool,
    /// A face was pressed.
    #[prop(into)]
    on_choose: Callback<u8>,
) -> impl IntoView {
    let faces = (1_u8..)
        .zip(names)
        .filter(|(mood, _)| !three || mood % 2 == 1)
        .map(|(mood, name)| {
            let pressed =
                Signal::derive(move || if chosen.get() == Some(mood) { "true" } else { "false" });
            let name_below = show_names.then(|| name.clone());
            view! {
                <button
                    type="button"
                    class="face-button"
                    aria-pressed=pressed
                    aria-label=name
                    on:click=move |_| on_choose.run(mood)
                >
                    <Face mood />
                    {name_below.map(|name| view! { <span class="face-name">{name}</span> })}
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="face-row" role="group" aria-label=label>
            {faces}
        </div>
    }
}
