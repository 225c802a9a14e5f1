//! The path's picture: stepping stones across water, from home to school.
//!
//! The stones are a list: it reads aloud, wraps long words, grows with the text and can be walked by
//! keyboard as it is. Each has a row of its own, so no label can lie on another. Stones, water and
//! shores are drawn and say nothing.

use leptos::html;

use crate::ui::drawings::daylight::{Light, Season};
use crate::ui::drawings::scene;
use crate::ui::drawings::stones_shape::{Side, place, ripples};
use crate::ui::in_base;
use crate::ui::prelude::*;

/// How a stone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoneState {
    /// Behind me.
    Behind,
    /// Where I stand.
    Here,
    /// Ahead.
    Ahead,
}

/// What is drawn on a stone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoneMark {
    /// Nothing.
    Blank,
    /// A tick: done.
    Done,
    /// Two bars: paused for safety.
    Paused,
    /// A number: the guess.
    Number(String),
}

/// One stone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoneView {
    /// What the step says.
    pub label: String,
    /// A quiet line under it, if any.
    pub note: String,
    /// What is drawn on it.
    pub mark: StoneMark,
    /// How it stands.
    pub state: StoneState,
    /// What is spoken after its label: "you are here, guess 6, 2 tries".
    pub spoken: String,
    /// Where it leads.
    pub href: String,
}

/// Picture or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Stones across water.
    Picture,
    /// The same list without the picture.
    List,
}

/// The picture, the easiest step nearest.
#[component]
pub fn Stones(
    /// The list's spoken name.
    #[prop(into)]
    label: String,
    /// The stones, the easiest first.
    stones: Vec<StoneView>,
    /// Picture or list.
    drawn: Drawn,
    /// The time of the year.
    season: Season,
    /// How light it is outside.
    light: Light,
    /// What stands over the water at the window's lower edge while the picture is in sight.
    #[prop(default = None)]
    foot: Option<AnyView>,
) -> impl IntoView {
    let count = stones.len();
    let list = NodeRef::<html::Ol>::new();
    // The far end is on top of the page and last in the list: it is read from here to school.
    let rows = stones
        .into_iter()
        .enumerate()
        .map(|(index, stone)| row(index, count, stone))
        .collect::<Vec<_>>();
    let picture = drawn == Drawn::Picture;
    let class = format!(
        "stones {} {}{}",
        season.class(),
        light.class(),
        if picture { "" } else { " stones-plain" }
    );
    let foot_node = NodeRef::<html::Div>::new();
    if picture {
        Effect::new(move || {
            if let Some(list) = list.get() {
                let foot_node = foot_node.get_untracked();
                request_animation_frame(move || show_here(&list, foot_node.as_deref()));
            }
        });
    }
    let foot = foot.map(|foot| view! { <div class="stones-foot" node_ref=foot_node>{foot}</div> });
    view! {
        <div>
            <div class=class>
                {picture.then(scene::far_shore)}
                <ol class="stones-list" aria-label=label node_ref=list>{rows}</ol>
                {picture.then(scene::near_shore)}
            </div>
            {foot}
        </div>
    }
}

/// What the navigation bar covers at the window's lower edge, in CSS pixels.
const NAV_HEIGHT: f64 = 72.0;
/// What the page's header covers at its upper edge.
const HEADER_HEIGHT: f64 = 84.0;

/// Scrolls to where I stand, if that is not in sight.
fn show_here(list: &web_sys::HtmlOListElement, foot: Option<&web_sys::HtmlElement>) {
    let Ok(Some(here)) = list.query_selector(".stone-here") else { return };
    let window_height = window()
        .inner_height()
        .ok()
        .and_then(|window_height| window_height.as_f64())
        .unwrap_or_default();
    let rect = here.get_bounding_client_rect();
    let foot_top = foot.map_or(window_height, |foot| foot.get_bounding_client_rect().top());
    let visible_bottom = foot_top.min(window_height - NAV_HEIGHT);
    if rect.top() >= HEADER_HEIGHT && rect.bottom() <= visible_bottom {
        return;
    }
    let distance = rect.top() + rect.height() / 2.0 - f64::midpoint(HEADER_HEIGHT, visible_bottom);
    window().scroll_by_with_x_and_y(0.0, distance);
}

fn row(index: usize, count: usize, stone: StoneView) -> impl IntoView {
    let place = place(index, count);
    let side = match place.side {
        Side::Start => "label-before",
        Side::End => "label-after",
    };
    let state = match stone.state {
        StoneState::Behind => "stone-behind",
        StoneState::Here => "stone-here",
        StoneState::Ahead => "stone-ahead",
    };
    let paused = if stone.mark == StoneMark::Paused { " stone-paused" } else { "" };
    let class = format!("stone-row {side} stone-at-{} {state}{paused}", place.column);
    let current = (stone.state == StoneState::Here).then_some("step");
    let drawing = self::stone(&stone.mark);
    let note = (!stone.note.is_empty())
        .then(|| view! { <span class="stone-note" aria-hidden="true">{stone.note}</span> });
    // The way narrows towards the far shore: 0 for the nearest stone, 1 for the last.
    #[expect(clippy::cast_precision_loss, reason = "a picture of at most some dozen stones")]
    let distance = index as f32 / count.saturating_sub(1).max(1) as f32;
    view! {
        <li class=class style=("--far", format!("{distance:.3}"))>
            <svg class="ripples" viewBox="0 0 390 72" preserveAspectRatio="none" aria-hidden="true">
                <path d=ripples(index) />
            </svg>
            <a class="stone-link" href=in_base(stone.href) aria-current=current>
                <span class="stone-label">
                    {stone.label}
                    <span class="sr-only">" " {stone.spoken}</span>
                    {note}
                </span>
                {drawing}
            </a>
        </li>
    }
}

/// A stone in the water: its reflection, side, top, and a light on the rim.
pub(crate) fn stone(mark: &StoneMark) -> AnyView {
    let mark = match mark {
        StoneMark::Blank => ().into_any(),
        StoneMark::Done => view! { <path class="stone-tick" d="M32 27l6 6 12-12" /> },
        StoneMark::Paused => view! { <path class="stone-tick" d="M36 20v12M46 20v12" /> },
        StoneMark::Number(number) => {
            view! { <text class="stone-number" x="41" y="32.5">{number.clone()}</text> }
        }
    };
    view! {
        <svg class="stone" viewBox="0 0 82 58" aria-hidden="true">
            <ellipse class="stone-ring ring-far" cx="41" cy="33" rx="40" ry="22" />
            <ellipse class="stone-ring" cx="41" cy="33" rx="36.5" ry="20" />
            <ellipse class="stone-side" cx="41" cy="34" rx="33" ry="18.5" />
            <ellipse class="stone-top" cx="41" cy="26.5" rx="33" ry="19" />
            <path class="stone-light" d="M16 19c5-6 14-9.500 25-9.500" />
            {mark}
        </svg>
    }
}
