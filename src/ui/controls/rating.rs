//! How true something is: three large answers, and the mark that shows one.

use crate::ui::prelude::*;

/// A mark that grows with the rating: an empty ring, a small disc, a large one. The words that say
/// the same stand beside it.
#[component]
pub fn RatingMark(
    /// 1 for nothing, 2 for a little, 3 for a lot.
    rating: u8,
) -> impl IntoView {
    let r = match rating {
        3 => "9",
        2 => "5",
        _ => "4",
    };
    let class = if rating > 1 { "weight" } else { "weight weight-none" };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r=r />
        </svg>
    }
}

/// Three large answers, of which one may be chosen already.
#[component]
pub fn Rating(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// Their words: not, a little, a lot.
    words: [&'static str; 3],
    /// The chosen one, 1 to 3.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
    /// One was pressed.
    #[prop(into)]
    on_choose: Callback<u8>,
) -> impl IntoView {
    let answers = (1_u8..)
        .zip(words)
        .map(|(value, word)| {
            let pressed =
                Signal::derive(move || if chosen.get() == Some(value) { "true" } else { "false" });
            view! {
                <button
                    type="button"
                    class="answer"
                    aria-pressed=pressed
                    on:click=move |_| on_choose.run(value)
                >
                    <RatingMark rating=value />
                    <span>{word}</span>
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="answers" role="group" aria-label=label>
            {answers}
        </div>
    }
}
