//! The path's picture: stepping stones across water, from home to school.
//!
//! The stones are a list: it reads aloud, wraps long words, grows with the text and can be walked by
//! keyboard as it is. Each has a row of its own, so no label can lie on another. What lies behind
//! them is drawn and says nothing.

use super::stones_shape::{Side, place};
use super::{Build, Icon, in_base};
use leptos::prelude::*;

/// How a stone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoneState {
    /// Behind me.
    Behind,
    /// Where I stand.
    Here,
    /// Ahead.
    Ahead,
    /// Ahead or here, and paused for safety.
    Paused,
}

/// One stone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoneView {
    /// What the step says.
    pub label: String,
    /// The number on the stone: the guess, if there is one.
    pub number: Option<String>,
    /// How it stands.
    pub state: StoneState,
    /// It was done as planned at least once.
    pub done: bool,
    /// It has just been tried: it settles into the water.
    pub settles: bool,
    /// Its spoken name: "Walk to the gate, here, guess 6, 2 tries".
    pub spoken: String,
    /// Where it leads.
    pub href: String,
}

/// The picture's season, which tints the far shore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// December to February.
    Winter,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
}

impl Season {
    /// The season of a month, 1 to 12.
    pub fn of_month(month: u32) -> Self {
        match month {
            12 | 1 | 2 => Self::Winter,
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            _ => Self::Autumn,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Winter => "season-winter",
            Self::Spring => "season-spring",
            Self::Summer => "season-summer",
            Self::Autumn => "season-autumn",
        }
    }
}

/// The picture, the easiest step nearest; `plain` shows the same list without water and stones.
#[component]
pub fn Stones(
    /// The list's spoken name.
    #[prop(into)]
    label: String,
    /// The stones, the easiest first.
    stones: Vec<StoneView>,
    /// Without the picture.
    #[prop(default = false)]
    plain: bool,
    /// The time of the year.
    season: Season,
    /// Whether it is light outside.
    #[prop(default = true)]
    day: bool,
) -> impl IntoView {
    let count = stones.len();
    // The far end is on top of the page and last in the list: it is read from here to school.
    let rows = stones
        .into_iter()
        .enumerate()
        .map(|(at, stone)| row(at, count, stone).into_any())
        .collect::<Vec<_>>();
    let class = format!(
        "stones {} {}{}",
        season.class(),
        if day { "stones-day" } else { "stones-dusk" },
        if plain { " stones-plain" } else { "" }
    );
    view! {
        <div class=class>
            {(!plain).then(shore)}
            <ol class="stones-list" aria-label=label>{rows}</ol>
        </div>
    }
    .built()
}

fn row(at: usize, count: usize, stone: StoneView) -> impl IntoView {
    let place = place(at, count);
    let side = match place.side {
        Side::Start => "label-before",
        Side::End => "label-after",
    };
    let state = match stone.state {
        StoneState::Behind => "stone-behind",
        StoneState::Here => "stone-here",
        StoneState::Ahead => "stone-ahead",
        StoneState::Paused => "stone-paused",
    };
    let settles = if stone.settles { " stone-settles" } else { "" };
    let class = format!("stone-row {side} stone-at-{} {state}{settles}", place.column);
    let current = (stone.state == StoneState::Here).then_some("step");
    let mark = match (stone.state, stone.done, stone.number) {
        (StoneState::Paused, ..) => view! { <Icon icon=icondata_lu::LuPause /> }.built(),
        (StoneState::Behind, true, _) => view! { <Icon icon=icondata_lu::LuCheck /> }.built(),
        (_, _, Some(number)) => view! { <span>{number}</span> }.built(),
        _ => ().built(),
    };
    view! {
        <li class=class>
            <a class="stone-link" href=in_base(stone.href) aria-label=stone.spoken aria-current=current>
                <span class="stone-label" aria-hidden="true">{stone.label}</span>
                <span class="stone-body" aria-hidden="true">{mark}</span>
            </a>
        </li>
    }
}

/// The far shore: hills and the school.
fn shore() -> AnyView {
    view! {
        <svg class="shore" viewBox="0 0 390 84" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
            <path class="shore-far" d="M0 0h390v34c-60-16-120 10-190 6S70 22 0 44z" />
            <path class="shore-near" d="M0 30c60-22 120-6 180 6s140-22 210-2v10c-70-16-140 14-200 8S70 40 0 62z" />
            <g class="school">
                <path class="school-wall" d="M318 22h48v28h-48z" />
                <path class="school-roof" d="M312 22 342 2l30 20z" />
                <path class="school-door" d="M337 34h10v16h-10z" />
                <path class="school-window" d="M323 29h9v8h-9zM352 29h9v8h-9z" />
            </g>
        </svg>
    }
    .built()
}

#[cfg(test)]
mod tests {
    use super::Season;

    #[test]
    fn december_is_winter_and_november_is_not() {
        assert_eq!(Season::of_month(12), Season::Winter);
        assert_eq!(Season::of_month(3), Season::Spring);
        assert_eq!(Season::of_month(8), Season::Summer);
        assert_eq!(Season::of_month(11), Season::Autumn);
    }
}
