//! The browser's own pickers: a date, one of a list.

use crate::ui::controls::field::{framed, next_id};
use crate::ui::prelude::*;

fn native(
    input_type: &'static str,
    id: String,
    value: Signal<String>,
    bounds: (Option<String>, Option<String>),
    on_change: Callback<String>,
) -> AnyView {
    view! {
        <input
            id=id
            class="input figures"
            type=input_type
            min=bounds.0
            max=bounds.1
            prop:value=value
            on:change=move |event| {
                on_change.try_run(event_target_value(&event));
            }
        />
    }
}

/// A date in the browser's own picker, as `2026-11-24`.
#[component]
pub fn DateField(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The date, empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// The earliest date.
    #[prop(optional, into)]
    min: Option<String>,
    /// The latest date.
    #[prop(optional, into)]
    max: Option<String>,
    /// The small line under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Another date was chosen; empty when it was emptied.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let id = next_id();
    let control = native("date", id.clone(), value, (min, max), on_change);
    framed(id, label, hint, control, None)
}

/// One of a list, in the browser's own picker.
#[component]
pub fn SelectField(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// Value and text of each.
    options: Vec<(String, String)>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// The small line under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Another was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let id = next_id();
    let options = options
        .into_iter()
        .map(|(key, text)| {
            let option_key = key.clone();
            let selected = Signal::derive(move || value.with(|value| *value == option_key));
            view! {
                <option value=key prop:selected=selected>
                    {text}
                </option>
            }
        })
        .collect::<Vec<_>>();
    let control = view! {
        <select
            id=id.clone()
            class="input"
            on:change=move |event| {
                on_change.try_run(event_target_value(&event));
            }
        >
            {options}
        </select>
    };
    framed(id, label, hint, control, None)
}
