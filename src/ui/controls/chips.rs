//! Words to choose from.

use crate::ui::Icon;
use crate::ui::prelude::*;

/// One word to choose.
#[derive(Clone, Debug)]
pub struct ChipOption {
    /// What is reported when it is chosen.
    pub value: u16,
    /// Its word.
    pub text: String,
    /// An icon before it.
    pub icon: Option<icondata_core::Icon>,
}

impl ChipOption {
    /// A word without an icon.
    pub fn new(value: u16, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), icon: None }
    }
}

fn chip(option: ChipOption, pressed: Signal<bool>, on_press: Callback<u16>) -> AnyView {
    let ChipOption { value, text, icon } = option;
    let icon = icon.map(|icon| {
        view! {
            <span class="chip-icon">
                <Icon icon />
            </span>
        }
    });
    let aria = Signal::derive(move || if pressed.get() { "true" } else { "false" });
    view! {
        <button type="button" class="chip" aria-pressed=aria on:click=move |_| on_press.run(value)>
            <span class="chip-tick">
                <Icon icon=icondata_lu::LuCheck />
            </span>
            {icon}
            <span>{text}</span>
        </button>
    }
}

fn group(label: String, class: &'static str, chips: Vec<AnyView>) -> AnyView {
    view! {
        <div class=class role="group" aria-label=label>
            {chips}
        </div>
    }
}

/// Words of which any number may be chosen.
#[component]
pub fn Chips(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<u16>>,
    /// A word was pressed: choose it, or let it go.
    #[prop(into)]
    on_toggle: Callback<u16>,
) -> impl IntoView {
    let chips = options
        .into_iter()
        .map(|option| {
            let value = option.value;
            let pressed = Signal::derive(move || chosen.with(|chosen| chosen.contains(&value)));
            chip(option, pressed, on_toggle)
        })
        .collect();
    group(label, "chips", chips)
}

fn one_of(
    options: Vec<ChipOption>,
    chosen: Signal<Option<u16>>,
    on_press: Callback<u16>,
) -> Vec<AnyView> {
    options
        .into_iter()
        .map(|option| {
            let value = option.value;
            let pressed = Signal::derive(move || chosen.get() == Some(value));
            chip(option, pressed, on_press)
        })
        .collect()
}

/// Words of which one may be chosen; pressing it again clears it.
#[component]
pub fn ChoiceChips(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<Option<u16>>,
    /// A word was chosen or cleared.
    #[prop(into)]
    on_choose: Callback<Option<u16>>,
) -> impl IntoView {
    let on_press = Callback::new(move |value| {
        let again = chosen.get_untracked() == Some(value);
        on_choose.run((!again).then_some(value));
    });
    group(label, "chips", one_of(options, chosen, on_press))
}

/// A few words in one rounded bar of which exactly one is chosen: "4 wk · 12 wk · All".
#[component]
pub fn Segments(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<u16>,
    /// A word was chosen.
    #[prop(into)]
    on_choose: Callback<u16>,
) -> impl IntoView {
    let chosen = Signal::derive(move || Some(chosen.get()));
    group(label, "segments", one_of(options, chosen, on_choose))
}
