//! A routine item with its tick.

use crate::ui::prelude::*;
use crate::ui::{Icon, Tile, Tint};

/// How far an item is today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tick {
    /// Nothing said.
    #[default]
    Empty,
    /// A part of it.
    Some,
    /// Done.
    Done,
}

/// One item with its tick; the whole row is one button.
#[component]
pub fn TickRow(
    /// What it is.
    #[prop(into)]
    title: String,
    /// The small line under it: "about 7.10".
    #[prop(optional, into)]
    hint: Option<String>,
    /// Its icon.
    icon: icondata_core::Icon,
    /// The icon's colour.
    #[prop(optional)]
    tint: Tint,
    /// How far it is.
    #[prop(into)]
    state: Signal<Tick>,
    /// It was pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let pressed = Signal::derive(move || match state.get() {
        Tick::Empty => "false",
        Tick::Some => "mixed",
        Tick::Done => "true",
    });
    view! {
        <button
            type="button"
            class="tick-row"
            aria-pressed=pressed
            on:click=move |_| on_press.run(())
        >
            <Tile icon tint />
            <span class="words">
                <span class="row-title">{title}</span>
                {hint.map(|hint| view! { <span class="row-hint">{hint}</span> })}
            </span>
            <span class="tick">
                <Icon icon=icondata_lu::LuCheck />
            </span>
        </button>
    }
}
