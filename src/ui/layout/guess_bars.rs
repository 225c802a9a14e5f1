//! Two bars: what was guessed and what it was.

use crate::ui::prelude::*;

/// A 0–10 guess beside the real one. Decoration: the sentence beside it says the same.
#[component]
pub fn GuessBars(
    /// The guess, 0 to 10.
    guess: u8,
    /// The real one, 0 to 10.
    real: u8,
) -> impl IntoView {
    let height = |value: u8| 3 + i32::from(value.min(10)) * 6;
    let bar = |x: i32, value: u8, class: &'static str| {
        let (height, text) = (height(value), value.to_string());
        view! {
            <rect class=class x=x y=78 - height width="30" height=height rx="7" />
            <text class="beside-number" x=x + 15 y=72 - height>{text}</text>
        }
    };
    view! {
        <svg class="beside" viewBox="0 0 104 84" aria-hidden="true">
            {bar(14, guess, "beside-guess")}
            {bar(58, real, "beside-real")}
            <path class="beside-axis" d="M4 78.500h96" />
        </svg>
    }
}
