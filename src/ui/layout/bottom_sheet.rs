//! Sheets: from below on phones, in the middle of wide screens.

use leptos::html;
use wasm_bindgen::JsCast;

use crate::ui::Icon;
use crate::ui::controls::field::next_id;
use crate::ui::prelude::*;

/// A modal sheet, open as long as it is mounted. Escape, the cross and the ground behind it close
/// it; the focus goes back to where it was.
#[component]
pub fn Sheet(
    /// Its title.
    #[prop(into)]
    title: String,
    /// The spoken name of the cross.
    #[prop(into)]
    close_label: String,
    /// It was closed: unmount it.
    #[prop(into)]
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // The dialog is in the document only after this turn of the event loop.
            request_animation_frame(move || {
                if dialog.is_connected() && !dialog.open() {
                    let _ = dialog.show_modal();
                }
            });
        }
    });
    let close = move || {
        if let Some(dialog) = node.try_get_untracked().flatten() {
            dialog.close();
        }
    };
    // Closing before the element goes gives the focus back to what opened the sheet.
    on_cleanup(close);
    let id = next_id();
    let title_id = id.clone();
    view! {
        <dialog
            class="sheet"
            node_ref=node
            aria-labelledby=title_id
            on:close=move |_| {
                on_close.try_run(());
            }
            on:click=move |event| {
                let outside = event
                    .target()
                    .is_some_and(|target| target.has_type::<web_sys::HtmlDialogElement>());
                if outside {
                    close();
                }
            }
        >
            <div class="sheet-inside">
                <div class="sheet-head">
                    <h2 class="large" id=id>
                        {title}
                    </h2>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label=close_label
                        on:click=move |_| close()
                    >
                        <Icon icon=icondata_lu::LuX />
                    </button>
                </div>
                {children.build()}
            </div>
        </dialog>
    }
}
