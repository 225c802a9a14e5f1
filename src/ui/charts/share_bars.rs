//! Parts of a whole, one below the other: how much of each weekday.

use crate::ui::Tint;
use crate::ui::prelude::*;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBar {
    /// What it is.
    pub label: String,
    /// Its value in words.
    pub text: String,
    /// The filled part, 0 to 1.
    pub part: f64,
}

/// Rows of label, value in words and a bar. The words say everything that the bar shows.
#[component]
pub fn ShareBars(
    /// The list's spoken name.
    #[prop(into)]
    label: String,
    /// The rows.
    rows: Vec<ShareBar>,
    /// Their colour.
    #[prop(default = Tint::Spruce)]
    tint: Tint,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|ShareBar { label, text, part }| {
            let part = format!("{:.4}", part.clamp(0.0, 1.0));
            view! {
                <li class="share-row">
                    <span class="share-label">{label}</span>
                    <span class="share-text">{text}</span>
                    <span class="share-bar" aria-hidden="true">
                        <span style=("--part", part)></span>
                    </span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <ul class=tint.with("share-bars") aria-label=label>
            {rows}
        </ul>
    }
}
