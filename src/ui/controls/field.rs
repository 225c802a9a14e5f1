//! Where words are typed.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::ui::controls::draft::{read_draft, save_draft};
use crate::ui::prelude::*;

static NEXT: AtomicU32 = AtomicU32::new(0);

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
    view! { <p class="field-left figures">{left}</p> }
}

fn suggestion_chips(value: RwSignal<String>, draft: Option<String>, words: Vec<String>) -> AnyView {
    let chips = words
        .into_iter()
        .map(|word| {
            let draft = draft.clone();
            let text = word.clone();
            view! {
                <button
                    type="button"
                    class="chip chip-quiet"
                    on:click=move |_| {
                        if let Some(draft) = &draft {
                            save_draft(draft, &word);
                        }
                        value.set(word.clone());
                    }
                >
                    <span>{text}</span>
                </button>
            }
        })
        .collect::<Vec<_>>();
    view! { <div class="chips">{chips}</div> }
}

fn restore(value: RwSignal<String>, draft: Option<&String>) {
    if let Some(saved_text) = draft.and_then(|draft| read_draft(draft))
        && value.with_untracked(String::is_empty)
    {
        value.set(saved_text);
    }
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
    /// The key under which the text outlives a reload; see [`crate::ui::clear_draft`].
    #[prop(optional, into)]
    draft: Option<String>,
    /// What the browser may fill in (`off`, `nickname`, …).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which keyboard a phone shows (`text`, `tel`, …).
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Enter was pressed.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    restore(value, draft.as_ref());
    let id = next_id();
    let described = hint.is_some().then(|| [&id, "h"].concat());
    let below =
        (!suggestions.is_empty()).then(|| suggestion_chips(value, draft.clone(), suggestions));
    let control = view! {
        <input
            id=id.clone()
            class="input"
            type="text"
            autocomplete=autocomplete
            inputmode=inputmode
            maxlength=limit.to_string()
            aria-describedby=described
            prop:value=value
            on:input=move |event| {
                let text = event_target_value(&event);
                if let Some(draft) = &draft {
                    save_draft(draft, &text);
                }
                value.set(text);
            }
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
    /// The key under which the text outlives a reload; see [`crate::ui::clear_draft`].
    #[prop(optional, into)]
    draft: Option<String>,
) -> impl IntoView {
    restore(value, draft.as_ref());
    let id = next_id();
    let described = hint.is_some().then(|| [&id, "h"].concat());
    let left = characters_used(value, limit);
    let below = if suggestions.is_empty() {
        left
    } else {
        let chips = suggestion_chips(value, draft.clone(), suggestions);
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
            maxlength=limit.to_string()
            aria-describedby=described
            prop:value=value
            on:input=move |event| {
                let text = event_target_value(&event);
                if let Some(draft) = &draft {
                    save_draft(draft, &text);
                }
                value.set(text);
            }
        ></textarea>
    };
    framed(id, label, hint, control, Some(below))
}
