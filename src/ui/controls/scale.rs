//! Numbers to choose from.

use crate::ui::Tint;
use crate::ui::prelude::*;

/// A scale such as 0–10 in two rows, none chosen beforehand; pressing the chosen number again
/// clears it.
#[component]
pub fn ScaleRow(
    /// The group's spoken name, mostly the question above it.
    #[prop(into)]
    label: String,
    /// The word under the low end.
    #[prop(into)]
    low: String,
    /// The word under the high end.
    #[prop(into)]
    high: String,
    /// The lowest number.
    #[prop(default = 0)]
    from: u8,
    /// The highest number.
    #[prop(default = 10)]
    to: u8,
    /// The colour of the chosen number.
    #[prop(default = Tint::Dawn)]
    tint: Tint,
    /// The chosen number.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
    /// A number was chosen or cleared.
    #[prop(into)]
    on_choose: Callback<Option<u8>>,
) -> impl IntoView {
    let spoken_ends = (format!("{from} {low}"), format!("{to} {high}"));
    let numbers = (from..=to)
        .map(|number| {
            let pressed =
                Signal::derive(move || if chosen.get() == Some(number) { "true" } else { "false" });
            let spoken = match number {
                number if number == from => Some(spoken_ends.0.clone()),
                number if number == to => Some(spoken_ends.1.clone()),
                _ => None,
            };
            view! {
                <button
                    type="button"
                    class="scale-number"
                    aria-pressed=pressed
                    aria-label=spoken
                    on:click=move |_| {
                        let again = chosen.get_untracked() == Some(number);
                        on_choose.run((!again).then_some(number));
                    }
                >
                    {number.to_string()}
                </button>
            }
        })
        .collect::<Vec<_>>();
    let class = if to - from > 6 { "scale-numbers scale-many" } else { "scale-numbers" };
    view! {
        <div class=tint.with("scale") role="group" aria-label=label>
            <div class=class>{numbers}</div>
            <div class="scale-ends" aria-hidden="true">
                <span>{low}</span>
                <span>{high}</span>
            </div>
        </div>
    }
}
