//! Where words are typed. What is typed here is private: no field lets the browser fill it in,
//! check or mend it, and keyboards are asked to do the same.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};

use crate::ui::prelude::*;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// Browsers know the attribute, Leptos does not.
fn not_mended() -> CustomAttr<&'static str, &'static str> {
    custom_attribute("autocorrect", "off")
}

/// An element id that no other field has.
pub(crate) fn next_id() -> String {
    ["f", &NEXT.fetch_add(1, Ordering::Relaxed).to_string()].concat()
}

/// The label, the hint under it, then the control.
pub(crate) fn framed(
    id: String,
    label: String,
    hint: Option<String>,
    control: AnyView,
    below: Option<AnyView>,
) -> AnyView {
    let hint = hint.map(|hint| {
        view! {
            <p class="field-hint" id=[&id, "h"].concat()>
                {hint}
            </p>
        }
    });
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {label}
            </label>
            {hint}
            {control}
            {below}
        </div>
    }
}

/// How many characters are used of how many, shown only near the end.
fn characters_used(value: RwSignal<String>, limit: u32) -> AnyView {
    let left = move || {
        let used = value.with(|value| value.encode_utf16().count());
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        (used * 5 >= limit * 4).then(|| [used.to_string(), limit.to_string()].join(" / "))
    };
    view! { <p class="field-left figures" translate="no">{left}</p> }
}

fn suggestion_chips(value: RwSignal<String>, words: Vec<String>) -> AnyView {
    let chips = words
        .into_iter()
        .map(|word| {
            let text = word.clone();
            view! {
                <button
                    type="button"
                    class="chip chip-quiet"
                    on:click=move |_| value.set(word.clone())
                >
                    <span>{text}</span>
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! { <div class="chips">{chips}</div> }
}

/// One line of text.
#[component]
pub fn TextField(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// The longest text it takes, in characters (UTF-16 code units).
    #[prop(default = 80)]
    limit: u32,
    /// The small line under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Ready words that a tap fills in.
    #[prop(optional)]
    suggestions: Vec<String>,
    /// Where a phone's keyboard begins with a capital (`sentences`, `words`, `none`).
    #[prop(default = "sentences")]
    autocapitalize: &'static str,
    /// Which keyboard a phone shows (`text`, `tel`, …).
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Enter was pressed.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let id = next_id();
    let described = hint.is_some().then(|| [&id, "h"].concat());
    let below = (!suggestions.is_empty()).then(|| suggestion_chips(value, suggestions));
    let control = view! {
        <input
            id=id.clone()
            class="input"
            type="text"
            dir="auto"
            autocomplete="off"
            {..not_mended()}
            autocapitalize=autocapitalize
            spellcheck="false"
            inputmode=inputmode
            maxlength=limit.to_string()
            aria-describedby=described
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
            on:keydown=move |event| {
                if let Some(on_enter) = on_enter && event.key() == "Enter" && !event.is_composing()
                {
                    on_enter.run(());
                }
            }
        />
    };
    framed(id, label, hint, control, below)
}

/// Several lines of text; the box grows with them.
#[component]
pub fn TextArea(
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// The longest text it takes, in characters (UTF-16 code units).
    #[prop(default = 500)]
    limit: u32,
    /// The small line under the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Ready words that a tap fills in.
    #[prop(optional)]
    suggestions: Vec<String>,
) -> impl IntoView {
    let id = next_id();
    let described = hint.is_some().then(|| [&id, "h"].concat());
    let left = characters_used(value, limit);
    let below = if suggestions.is_empty() {
        left
    } else {
        let chips = suggestion_chips(value, suggestions);
        view! {
            {left}
            {chips}
        }
    };
    let control = view! {
        <textarea
            id=id.clone()
            class="input"
            rows="3"
            dir="auto"
            autocomplete="off"
            {..not_mended()}
            autocapitalize="sentences"
            spellcheck="false"
            maxlength=limit.to_string()
            aria-describedby=described
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    framed(id, label, hint, control, Some(below))
}
