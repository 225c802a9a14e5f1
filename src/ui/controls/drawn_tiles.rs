//! Small drawings to choose from, each with its word under it.

use crate::ui::prelude::*;
use crate::ui::{Icon, Tint};

/// A drawing on a canvas of 48, in SVG paths. Decoration: its word stands under it.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// The colour of its ground.
    pub tint: Tint,
    /// The ground: a face, a body.
    pub ground: &'static str,
    /// Lines of ink.
    pub lines: &'static str,
    /// Shapes filled with ink.
    pub fills: &'static str,
    /// Shapes in the colour itself.
    pub spots: &'static str,
}

/// One drawing to choose.
#[derive(Clone, Debug)]
pub struct DrawnOption {
    /// What is reported when it is chosen.
    pub value: u8,
    /// Its word.
    pub text: String,
    /// Its picture.
    pub drawing: Drawing,
}

/// Drawings of which any number may be chosen.
#[component]
pub fn DrawnTiles(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// What can be chosen.
    options: Vec<DrawnOption>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<u8>>,
    /// One was pressed: choose it, or let it go.
    #[prop(into)]
    on_toggle: Callback<u8>,
) -> impl IntoView {
    let tiles = options
        .into_iter()
        .map(|DrawnOption { value, text, drawing }| {
            let pressed = Signal::derive(move || {
                if chosen.with(|chosen| chosen.contains(&value)) { "true" } else { "false" }
            });
            view! {
                <button
                    type="button"
                    class=drawing.tint.with("drawn-tile")
                    aria-pressed=pressed
                    on:click=move |_| on_toggle.run(value)
                >
                    {picture(drawing)}
                    <span class="drawn-name">{text}</span>
                    <span class="drawn-tick">
                        <Icon icon=icondata_lu::LuCheck />
                    </span>
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="drawn-tiles" role="group" aria-label=label>
            {tiles}
        </div>
    }
}

fn picture(drawing: Drawing) -> AnyView {
    view! {
        <svg class="drawn-picture" viewBox="0 0 48 48" aria-hidden="true">
            <path class="drawn-ground" d=drawing.ground />
            <path class="drawn-spots" d=drawing.spots />
            <path class="drawn-lines" d=drawing.lines />
            <path class="drawn-fills" d=drawing.fills />
        </svg>
    }
}

/// One drawing beside words that say the same.
#[component]
pub fn DrawnMark(
    /// The drawing.
    drawing: Drawing,
) -> impl IntoView {
    view! { <span class=drawing.tint.with("drawn-mark")>{picture(drawing)}</span> }
}
