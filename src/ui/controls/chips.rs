//! Words to choose from.

use crate::ui::Icon;
use crate::ui::prelude::*;

/// One word to choose.
#[derive(Clone, Debug)]
pub struct ChipOption<T> {
    /// What is reported when it is chosen.
    pub value: T,
    /// Its word.
    pub text: String,
    /// An icon before it.
    pub icon: Option<icondata_core::Icon>,
}

impl<T> ChipOption<T> {
    /// A word without an icon.
    pub fn new(value: T, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), icon: None }
    }
}

/// What words stand for.
pub trait ChipValue: Copy + PartialEq + Send + Sync + 'static {}

impl<T: Copy + PartialEq + Send + Sync + 'static> ChipValue for T {}

/// Chooses an item, or lets it go.
pub fn toggle<T: PartialEq>(chosen: &mut Vec<T>, item: T) {
    match chosen.iter().position(|chosen_item| *chosen_item == item) {
        Some(index) => {
            chosen.remove(index);
        }
        None => chosen.push(item),
    }
}

/// A word as it is drawn, whatever it stands for.
struct Chip {
    text: String,
    icon: Option<icondata_core::Icon>,
    is_chosen: Box<dyn Fn() -> bool + Send + Sync>,
    press: Box<dyn Fn() + Send + Sync>,
}

fn chips<T: ChipValue>(
    options: Vec<ChipOption<T>>,
    is_chosen: impl Fn(T) -> bool + Copy + Send + Sync + 'static,
    press: impl Fn(T) + Copy + Send + Sync + 'static,
) -> Vec<Chip> {
    let chip = |option: ChipOption<T>| {
        let value = option.value;
        Chip {
            text: option.text,
            icon: option.icon,
            is_chosen: Box::new(move || is_chosen(value)),
            press: Box::new(move || press(value)),
        }
    };
    options.into_iter().map(chip).collect()
}

fn group(label: String, class: &'static str, chips: Vec<Chip>) -> AnyView {
    let chips = chips.into_iter().map(chip).collect::<Vec<_>>();
    view! {
        <div class=class role="group" aria-label=label>
            {chips}
        </div>
    }
}

fn chip(chip: Chip) -> AnyView {
    let Chip { text, icon, is_chosen, press } = chip;
    let icon = icon.map(|icon| {
        view! {
            <span class="chip-icon">
                <Icon icon />
            </span>
        }
    });
    let pressed = Signal::derive(move || if is_chosen() { "true" } else { "false" });
    view! {
        <button type="button" class="chip" aria-pressed=pressed on:click=move |_| press()>
            <span class="chip-tick">
                <Icon icon=icondata_lu::LuCheck />
            </span>
            {icon}
            <span>{text}</span>
        </button>
    }
}

/// Words of which any number may be chosen.
#[component]
pub fn Chips<T: ChipValue>(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption<T>>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<T>>,
    /// A word was pressed: choose it, or let it go.
    #[prop(into)]
    on_toggle: Callback<T>,
) -> impl IntoView {
    let is_chosen = move |value| chosen.with(|chosen| chosen.contains(&value));
    group(label, "chips", chips(options, is_chosen, move |value| on_toggle.run(value)))
}

/// Words of which one may be chosen; pressing it again clears it.
#[component]
pub fn ChoiceChips<T: ChipValue>(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption<T>>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// A word was chosen or cleared.
    #[prop(into)]
    on_choose: Callback<Option<T>>,
) -> impl IntoView {
    let press = move |value| {
        let again = chosen.get_untracked() == Some(value);
        on_choose.run((!again).then_some(value));
    };
    group(label, "chips", chips(options, move |value| chosen.get() == Some(value), press))
}

/// A few words in one rounded bar of which exactly one is chosen: "4 wk · 12 wk · All".
#[component]
pub fn Segments<T: ChipValue>(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The words.
    options: Vec<ChipOption<T>>,
    /// The chosen value.
    #[prop(into)]
    chosen: Signal<T>,
    /// A word was chosen.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView {
    let press = move |value| on_choose.run(value);
    group(label, "segments", chips(options, move |value| chosen.get() == value, press))
}
