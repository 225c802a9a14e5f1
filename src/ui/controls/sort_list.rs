//! A list whose rows can be put in another order: by dragging a handle, or by the arrow keys on it.

use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use crate::ui::controls::button::row;
use crate::ui::controls::field::next_id;
use crate::ui::layout::link::anchor;
use crate::ui::prelude::*;
use crate::ui::{Icon, Tint};

/// How near to the window's edge a drag scrolls, and how far at a time, in CSS pixels.
const SCROLL_EDGE: f64 = 96.0;
const SCROLL_STEP: f64 = 14.0;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct SortRow {
    /// What stays the same when the row moves.
    pub key: String,
    /// Where the row leads.
    pub href: String,
    /// Its words.
    pub title: String,
    /// The small line under them.
    pub hint: String,
    /// The icon before them with its colour.
    pub picture: (icondata_core::Icon, Tint),
    /// The handle's spoken name.
    pub handle: String,
}

/// A drag under way: which row, where it began, and the middle of every row on the page then.
#[derive(Clone, Debug)]
struct Drag {
    from: usize,
    to: usize,
    begun_y: f64,
    middles: Vec<f64>,
    height: f64,
}

/// The list. It is drawn anew when the rows change; the handle that was moved by keyboard keeps the
/// focus.
#[component]
pub fn SortList(
    /// The list's spoken name.
    #[prop(into)]
    label: String,
    /// How a handle is used, for screen readers.
    #[prop(into)]
    handle_hint: String,
    /// The rows in order.
    #[prop(into)]
    rows: Signal<Vec<SortRow>>,
    /// A row is to go from one place to another, 0 for the first.
    #[prop(into)]
    on_move: Callback<(usize, usize)>,
) -> impl IntoView {
    let list = NodeRef::<html::Ul>::new();
    let drag = StoredValue::new(None::<Drag>);
    let focused = StoredValue::new(None::<String>);
    let hint_id = next_id();
    let described = hint_id.clone();
    let items = move || {
        let rows = rows.get();
        let bottom = rows.len().saturating_sub(1);
        let described = described.clone();
        let item = move |(index, sort_row): (usize, SortRow)| {
            let SortRow { key, href, title, hint, picture, handle } = sort_row;
            let node = NodeRef::<html::Button>::new();
            if focused.with_value(|focused| focused.as_ref() == Some(&key)) {
                focused.set_value(None);
                // The handle is in the document only after this turn of the event loop.
                request_animation_frame(move || {
                    if let Some(handle) = node.try_get_untracked().flatten() {
                        let _ = handle.focus();
                    }
                });
            }
            let moved_key = key.clone();
            let on_key = move |event: KeyboardEvent| {
                let new_index = match event.key().as_str() {
                    "ArrowUp" => index.saturating_sub(1),
                    "ArrowDown" => (index + 1).min(bottom),
                    "Home" => 0,
                    "End" => bottom,
                    _ => return,
                };
                event.prevent_default();
                if new_index != index {
                    focused.set_value(Some(moved_key.clone()));
                    on_move.run((index, new_index));
                }
            };
            let hint = (!hint.is_empty()).then_some(hint);
            view! {
                <li class="sort-item">
                    <button
                        type="button"
                        class="sort-handle"
                        node_ref=node
                        aria-label=handle
                        aria-describedby=described.clone()
                        on:keydown=on_key
                        on:pointerdown=move |event| begin(list, drag, index, &event)
                        on:pointermove=move |event| drag_to(list, drag, &event)
                        on:pointerup=move |_| {
                            if let Some((from_index, new_index)) = end(list, drag)
                                && from_index != new_index
                            {
                                on_move.run((from_index, new_index));
                            }
                        }
                        on:pointercancel=move |_| {
                            end(list, drag);
                        }
                    >
                        <Icon icon=icondata_lu::LuGripVertical />
                    </button>
                    {anchor(href, "sort-link".to_owned(), None, row(title, hint, Some(picture)))}
                </li>
            }
        };
        rows.into_iter().enumerate().map(item).collect::<Vec<_>>()
    };
    view! {
        <p class="sr-only" id=hint_id>
            {handle_hint}
        </p>
        <ul class="sort-list" aria-label=label node_ref=list>
            {items}
        </ul>
    }
}

fn items(list: NodeRef<html::Ul>) -> Vec<HtmlElement> {
    let Some(list) = list.get_untracked() else { return Vec::new() };
    let children = list.children();
    let element = |index| children.item(index).and_then(|item| item.dyn_into().ok());
    (0..children.length()).filter_map(element).collect()
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

fn begin(
    list: NodeRef<html::Ul>,
    drag: StoredValue<Option<Drag>>,
    from: usize,
    event: &PointerEvent,
) {
    if event.button() != 0 || drag.with_value(Option::is_some) {
        return;
    }
    if let Some(handle) =
        event.current_target().and_then(|target| target.dyn_into::<Element>().ok())
    {
        // Without it a drag ends where the finger leaves the handle.
        let _ = handle.set_pointer_capture(event.pointer_id());
    }
    let items = items(list);
    let scroll_y = scrolled();
    let middle = |item: &HtmlElement| {
        let rect = item.get_bounding_client_rect();
        scroll_y + rect.top() + rect.height() / 2.0
    };
    let Some(held_item) = items.get(from) else { return };
    let _ = held_item.class_list().add_1("sort-held");
    drag.set_value(Some(Drag {
        from,
        to: from,
        begun_y: scroll_y + f64::from(event.client_y()),
        middles: items.iter().map(middle).collect(),
        height: held_item.get_bounding_client_rect().height(),
    }));
}

fn drag_to(list: NodeRef<html::Ul>, drag: StoredValue<Option<Drag>>, event: &PointerEvent) {
    let Some(mut drag_now) = drag.get_value() else { return };
    let pointer_y = f64::from(event.client_y());
    let window_height = window()
        .inner_height()
        .ok()
        .and_then(|window_height| window_height.as_f64())
        .unwrap_or(f64::MAX);
    if pointer_y < SCROLL_EDGE {
        window().scroll_by_with_x_and_y(0.0, -SCROLL_STEP);
    } else if pointer_y > window_height - SCROLL_EDGE {
        window().scroll_by_with_x_and_y(0.0, SCROLL_STEP);
    }
    let moved = scrolled() + pointer_y - drag_now.begun_y;
    let middle = drag_now.middles.get(drag_now.from).copied().unwrap_or_default() + moved;
    // As many rows as the held one has passed, upwards and downwards.
    let above =
        drag_now.middles.iter().take(drag_now.from).filter(|other| middle < **other).count();
    let below =
        drag_now.middles.iter().skip(drag_now.from + 1).filter(|other| middle > **other).count();
    drag_now.to = drag_now.from - above + below;
    for (index, item) in items(list).iter().enumerate() {
        let shift = if index == drag_now.from {
            moved
        } else if drag_now.to <= index && index < drag_now.from {
            drag_now.height
        } else if drag_now.from < index && index <= drag_now.to {
            -drag_now.height
        } else {
            0.0
        };
        let _ = item.style().set_property("transform", &format!("translateY({shift:.1}px)"));
    }
    drag.set_value(Some(drag_now));
}

/// Puts every row back; returns from where to where the held one was dragged.
fn end(list: NodeRef<html::Ul>, drag: StoredValue<Option<Drag>>) -> Option<(usize, usize)> {
    let ended = drag.try_update_value(Option::take)??;
    for item in items(list) {
        let _ = item.style().remove_property("transform");
        let _ = item.class_list().remove_1("sort-held");
    }
    Some((ended.from, ended.to))
}
