//! A stone that settles into the water after a try. With reduced motion it lies there.

use crate::ui::drawings::stones::{StoneMark, stone};
use crate::ui::prelude::*;

/// The picture; decoration beside a sentence that says what is true.
#[component]
pub fn SettlingStone(
    /// What is drawn on the stone.
    mark: StoneMark,
) -> impl IntoView {
    view! { <div class="settle">{stone(&mark)}</div> }
}
