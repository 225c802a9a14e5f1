//! One picture of several.

use crate::ui::prelude::*;
use crate::ui::{Icon, Tint};

/// One picture to choose.
#[derive(Clone, Debug)]
pub struct IconOption {
    /// What is reported when it is chosen.
    pub value: u8,
    /// Its spoken name.
    pub name: String,
    /// The picture with its colour.
    pub picture: (icondata_core::Icon, Tint),
}

/// Pictures on their soft grounds, of which exactly one is chosen.
#[component]
pub fn IconChoice(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The pictures.
    options: Vec<IconOption>,
    /// The chosen one.
    #[prop(into)]
    chosen: Signal<u8>,
    /// A picture was chosen.
    #[prop(into)]
    on_choose: Callback<u8>,
) -> impl IntoView {
    let buttons = options
        .into_iter()
        .map(|IconOption { value, name, picture: (icon, tint) }| {
            let pressed =
                Signal::derive(move || if chosen.get() == value { "true" } else { "false" });
            view! {
                <button
                    type="button"
                    class=tint.with("picture-button")
                    aria-label=name
                    aria-pressed=pressed
                    on:click=move |_| on_choose.run(value)
                >
                    <Icon icon />
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div class="field">
            <p class="field-label" aria-hidden="true">
                {label.clone()}
            </p>
            <div class="pictures" role="group" aria-label=label>
                {buttons}
            </div>
        </div>
    }
}
