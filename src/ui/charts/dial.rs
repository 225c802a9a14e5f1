//! The sleep dial: a ring of 24 hours with a moon and a sun to drag.

use leptos::ev::{PointerEvent, TouchEvent};
use leptos::svg;
use wasm_bindgen::JsCast;

use crate::ui::charts::dial_shape::{DAY, RADIUS, arc, minute_at, moved, point, snap};
use crate::ui::prelude::*;

/// What is being dragged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Moon,
    Sun,
    Both,
}

/// A drag under way: what, where it began, and both times as they were.
#[derive(Clone, Copy)]
struct Drag {
    part: Part,
    grip: f64,
    tried: u16,
    woke: u16,
    /// Where a finger came down on the arc, until its first move tells a drag from a scroll.
    finger: Option<(i32, i32)>,
}

/// The time of day under the pointer.
fn minute_under(node: NodeRef<svg::Svg>, event: &PointerEvent) -> Option<f64> {
    let svg = node.get_untracked()?;
    let rect = svg.get_bounding_client_rect();
    let scale = 280.0 / rect.width().max(1.0);
    let x = (f64::from(event.client_x()) - rect.left()) * scale;
    let y = (f64::from(event.client_y()) - rect.top()) * scale;
    Some(minute_at(x, y))
}

/// Minutes that a key moves a handle by.
fn key_step(key: &str) -> Option<i32> {
    Some(match key {
        "ArrowRight" | "ArrowUp" => 5,
        "ArrowLeft" | "ArrowDown" => -5,
        "PageUp" => 30,
        "PageDown" => -30,
        _ => return None,
    })
}

/// A ring of 24 hours, midnight on top: drag the moon (tried to sleep), the sun (woke up) or the
/// arc between them; every five minutes. Both handles are sliders for keyboard and screen reader.
#[component]
pub fn SleepDial(
    /// When sleep was tried, minutes after midnight.
    tried_min: RwSignal<u16>,
    /// When waking came, minutes after midnight.
    woke_min: RwSignal<u16>,
    /// The large words in the middle: "7 h 20".
    #[prop(into)]
    centre: Signal<String>,
    /// The small words under them.
    #[prop(into)]
    centre_hint: Signal<String>,
    /// The moon's spoken name.
    #[prop(into)]
    tried_label: String,
    /// The sun's spoken name.
    #[prop(into)]
    woke_label: String,
    /// How a time of day is spoken.
    #[prop(into)]
    spoken: Callback<u16, String>,
) -> impl IntoView {
    let node = NodeRef::<svg::Svg>::new();
    let drag = StoredValue::new(None::<Drag>);

    let start = move |part: Part, event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(grip) = minute_under(node, &event) {
            let (tried, woke) = (tried_min.get_untracked(), woke_min.get_untracked());
            let finger = (part == Part::Both && event.pointer_type() == "touch")
                .then(|| (event.client_x(), event.client_y()));
            drag.set_value(Some(Drag { part, grip, tried, woke, finger }));
            if let Some(target) = event.current_target()
                && let Ok(target) = target.dyn_into::<web_sys::Element>()
            {
                let _ = target.set_pointer_capture(event.pointer_id());
            }
        }
    };
    let on_drag = move |event: PointerEvent| {
        let Some(mut drag_now) = drag.get_value() else {
            return;
        };
        if let Some((x, y)) = drag_now.finger.take() {
            // A finger that goes up or down over the arc scrolls the page.
            let sideways = (event.client_x() - x).abs() > (event.client_y() - y).abs();
            drag.set_value(sideways.then_some(drag_now));
            if !sideways {
                return;
            }
        }
        let Drag { part, grip, tried, woke, .. } = drag_now;
        let Some(minute) = minute_under(node, &event) else {
            return;
        };
        let moved_by = minute - grip;
        let dragged = |start_minute: u16| snap(f64::from(start_minute) + moved_by);
        if part != Part::Sun {
            set_if_changed(tried_min, dragged(tried));
        }
        if part != Part::Moon {
            set_if_changed(woke_min, dragged(woke));
        }
    };
    let on_release = move |_: PointerEvent| drag.set_value(None);
    // Browsers do not apply `touch-action` inside an SVG. A handle always takes the touch; the arc
    // only once its drag has begun.
    let on_touch = |event: TouchEvent| event.prevent_default();
    let on_touch_drag = move |event: TouchEvent| {
        if drag.with_value(|drag_now| drag_now.is_some_and(|drag_now| drag_now.finger.is_none())) {
            event.prevent_default();
        }
    };
    // The page took the touch to scroll: nothing was meant.
    let on_cancel = move |_: PointerEvent| {
        if let Some(Drag { tried, woke, .. }) = drag.get_value() {
            set_if_changed(tried_min, tried);
            set_if_changed(woke_min, woke);
            drag.set_value(None);
        }
    };

    let handle = move |part: Part, value: RwSignal<u16>, label: String| {
        let (class, icon) = if part == Part::Moon {
            ("dial-handle dial-moon", icondata_lu::LuMoon)
        } else {
            ("dial-handle dial-sun", icondata_lu::LuSun)
        };
        let transform = move || {
            let (x, y) = point(value.get(), RADIUS);
            format!("translate({x:.2} {y:.2})")
        };
        view! {
            <g
                class=class
                role="slider"
                tabindex="0"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=(DAY - 1).to_string()
                aria-valuenow=move || value.get().to_string()
                aria-valuetext=move || spoken.run(value.get())
                transform=transform
                on:touchstart=on_touch
                on:pointerdown=move |event| start(part, event)
                on:pointermove=on_drag
                on:pointerup=on_release
                on:pointercancel=on_cancel
                on:keydown=move |event| {
                    if let Some(minutes) = key_step(&event.key()) {
                        event.prevent_default();
                        value.update(|minute| *minute = moved(*minute, minutes));
                    }
                }
            >
                <circle class="dial-reach" r="27" />
                <circle class="dial-knob" r="16.5" />
                <g class="dial-icon" transform="translate(-9.6 -9.6) scale(0.8)" inner_html=icon.data></g>
            </g>
        }
    };

    view! {
        <div class="dial">
            <svg class="dial-ring" translate="no" viewBox="0 0 280 280" node_ref=node>
                <circle class="dial-track" cx="140" cy="140" r="116" />
                <circle class="dial-hours" cx="140" cy="140" r="91" pathLength="24" />
                <g class="dial-marks" aria-hidden="true">
                    <text x="140" y="73">"24"</text>
                    <text x="214" y="145">"6"</text>
                    <text x="140" y="217">"12"</text>
                    <text x="66" y="145">"18"</text>
                </g>
                <path
                    class="dial-arc"
                    d=move || arc(tried_min.get(), woke_min.get())
                    on:touchmove=on_touch_drag
                    on:pointerdown=move |event| start(Part::Both, event)
                    on:pointermove=on_drag
                    on:pointerup=on_release
                    on:pointercancel=on_cancel
                />
                {handle(Part::Moon, tried_min, tried_label)}
                {handle(Part::Sun, woke_min, woke_label)}
            </svg>
            <p class="dial-centre">
                <span class="dial-number" translate="no">{centre}</span>
                <span class="dial-hint">{centre_hint}</span>
            </p>
        </div>
    }
}

fn set_if_changed(signal: RwSignal<u16>, value: u16) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}
