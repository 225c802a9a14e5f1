//! Quiet sentences: undo, a new version, something that could not be read.

use std::time::Duration;

use crate::ui::Icon;
use crate::ui::prelude::*;

/// "Saved. Undo", a snackbar: floats above the bar for 8 seconds unless told, waits while it is
/// pointed at or focused. Pass it to the bar as its `above`; without a bar put it in the page.
#[component]
pub fn UndoLine(
    /// What happened; `None` hides the line.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// The button's word; empty when there is nothing to undo.
    #[prop(into)]
    undo_label: Signal<String>,
    /// How long it stays.
    #[prop(default = 8)]
    seconds: u64,
    /// Undo was pressed.
    #[prop(into)]
    on_undo: Callback<()>,
    /// The time is over: hide it.
    #[prop(into)]
    on_expire: Callback<()>,
) -> impl IntoView {
    let hovered_or_focused = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        if message.with(Option::is_some) && !hovered_or_focused.get() {
            let expire = move || {
                on_expire.try_run(());
            };
            timer.set_value(set_timeout_with_handle(expire, Duration::from_secs(seconds)).ok());
        }
    });
    on_cleanup(stop);
    let line = move || {
        message.get().map(|message| {
            let button = undo_label.with(|label| !label.is_empty()).then(|| {
                view! {
                    <button
                        type="button"
                        class="undo-button"
                        on:click=move |_| {
                            hovered_or_focused.set(false);
                            on_undo.run(());
                        }
                    >
                        {undo_label}
                    </button>
                }
            });
            view! {
                <div
                    class="undo-line"
                    on:pointerenter=move |_| hovered_or_focused.set(true)
                    on:pointerleave=move |_| hovered_or_focused.set(false)
                    on:focusin=move |_| hovered_or_focused.set(true)
                    on:focusout=move |_| hovered_or_focused.set(false)
                >
                    <span>{message}</span>
                    {button}
                </div>
            }
        })
    };
    view! {
        <div class="undo" role="status">
            {line}
        </div>
    }
}

/// One sentence with at most one thing to do: a new version, example data, storage.
#[component]
pub fn QuietLine(
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
    /// Its icon.
    #[prop(default = icondata_lu::LuInfo)]
    icon: icondata_core::Icon,
    /// The button's word.
    #[prop(optional, into)]
    action: Option<String>,
    /// The button was pressed.
    #[prop(optional, into)]
    on_action: Option<Callback<()>>,
) -> impl IntoView {
    let button = action.zip(on_action).map(|(action, on_action)| {
        view! {
            <button
                type="button"
                class="button button-text button-small"
                on:click=move |_| on_action.run(())
            >
                {action}
            </button>
        }
    });
    view! {
        <div class="quiet-line" role="status">
            <Icon icon />
            <p>{text}</p>
            {button}
        </div>
    }
}

/// A plain, soft sentence about something that did not work, spoken when it comes.
#[component]
pub fn Notice(
    /// The sentence; `None` shows nothing.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// Its icon.
    #[prop(default = icondata_lu::LuInfo)]
    icon: icondata_core::Icon,
) -> impl IntoView {
    let line = move || {
        text.get().map(|text| {
            view! {
                <div class="notice">
                    <Icon icon />
                    <p>{text}</p>
                </div>
            }
        })
    };
    view! { <div role="status">{line}</div> }
}
