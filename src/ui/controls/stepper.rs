//! Small changes: a stepper and a switch.

use crate::ui::Icon;
use crate::ui::prelude::*;

/// A value with less and more on both sides.
#[component]
pub fn Stepper(
    /// What is changed.
    #[prop(into)]
    label: String,
    /// The value in words: "25 min", "once".
    #[prop(into)]
    value: Signal<String>,
    /// Other pictures than minus and plus: arrows for a place in a list.
    #[prop(default = (icondata_lu::LuMinus, icondata_lu::LuPlus))]
    icons: (icondata_core::Icon, icondata_core::Icon),
    /// The spoken name of the minus.
    #[prop(into)]
    less: String,
    /// The spoken name of the plus.
    #[prop(into)]
    more: String,
    /// Whether the minus is disabled.
    #[prop(optional, into)]
    less_disabled: Signal<bool>,
    /// Whether the plus is disabled.
    #[prop(optional, into)]
    more_disabled: Signal<bool>,
    /// Minus was pressed.
    #[prop(into)]
    on_less: Callback<()>,
    /// Plus was pressed.
    #[prop(into)]
    on_more: Callback<()>,
) -> impl IntoView {
    // Not the attribute `disabled`: the focus would be lost when the end is reached.
    let side = |icon, spoken: String, disabled: Signal<bool>, on_press: Callback<()>| {
        let aria_disabled = Signal::derive(move || disabled.get().then_some("true"));
        view! {
            <button
                type="button"
                class="stepper-button"
                aria-label=spoken
                aria-disabled=aria_disabled
                on:click=move |_| {
                    if !disabled.get_untracked() {
                        on_press.run(());
                    }
                }
            >
                <Icon icon />
            </button>
        }
    };
    let spoken = label.clone();
    view! {
        <div class="stepper" role="group" aria-label=spoken>
            <span class="stepper-label">{label}</span>
            <span class="stepper-control">
                {side(icons.0, less, less_disabled, on_less)}
                <span class="stepper-value" translate="no" aria-live="polite">
                    {value}
                </span>
                {side(icons.1, more, more_disabled, on_more)}
            </span>
        </div>
    }
}

/// A switch with a label and a hint; the whole row can be pressed.
#[component]
pub fn Switch(
    /// What is switched.
    #[prop(into)]
    label: String,
    /// The small line under it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Whether it is disabled.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// It was switched to this.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let checked = Signal::derive(move || if on.get() { "true" } else { "false" });
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=checked
            disabled=disabled
            on:click=move |_| on_change.run(!on.get_untracked())
        >
            <span class="words">
                <span class="row-title">{label}</span>
                <span class="row-hint">{move || hint.get()}</span>
            </span>
            <span class="switch-track"></span>
        </button>
    }
}
