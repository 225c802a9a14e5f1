//! Tries over time: what was guessed beside what it was.

use std::fmt::Write as _;

use crate::ui::Tint;
use crate::ui::charts::chart::{ChartWords, framed};
use crate::ui::charts::chart_shape::Canvas;
use crate::ui::prelude::*;

/// At most so many tries are drawn: the dots of more would run into each other on a phone.
pub const MAX_PAIRS: usize = 24;
const CANVAS: Canvas = Canvas { width: 320.0, height: 120.0, low: 0.0, high: 10.0, margin: 10.0 };
/// The numbers with a rule across.
const RULES: [u8; 3] = [0, 5, 10];

/// One try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuessPair {
    /// The guess, 0 to 10.
    pub guess: Option<u8>,
    /// The hardest moment, 0 to 10.
    pub hardest: Option<u8>,
    /// When, in few words: "24 Nov".
    pub label: String,
}

impl GuessPair {
    /// Whether it has one of the two; without both there is nothing to draw.
    pub fn says_something(&self) -> bool {
        self.guess.is_some() || self.hardest.is_some()
    }
}

/// Guess and hardest moment of each try: a ring for the guess, a full dot for what it was, a line
/// between them. Oldest to newest, at most the last 24 that have one of the two; nothing is drawn
/// without any.
#[component]
pub fn GuessReal(
    /// The tries, oldest first.
    pairs: Vec<GuessPair>,
    /// What a ring says.
    #[prop(into)]
    guessed: String,
    /// What a full dot says.
    #[prop(into)]
    real: String,
    /// The colour of both.
    #[prop(default = Tint::Spruce)]
    tint: Tint,
    /// The words around it.
    words: ChartWords,
) -> impl IntoView {
    let shown_pairs = last_pairs(pairs);
    if shown_pairs.is_empty() {
        return ().into_any();
    }
    let axis = match shown_pairs.as_slice() {
        [one] => vec![one.label.clone()],
        [first, .., last] => vec![first.label.clone(), last.label.clone()],
        [] => Vec::new(),
    };
    let Shape { links, rings, dots } = shape(&shown_pairs);
    let rules = RULES.iter().map(|number| format!("M0 {:.1}H320", CANVAS.y(f32::from(*number))));
    let rules = rules.collect::<String>();
    let rule_names = RULES.map(|number| {
        let position = format!("{:.4}", CANVAS.y(f32::from(number)) / CANVAS.height);
        view! { <span class="rule-name" style=("--at", position)>{number.to_string()}</span> }
    });
    let class =
        if shown_pairs.len() > MAX_PAIRS / 2 { "guess-real guess-many" } else { "guess-real" };
    let ring = rings.clone();
    let picture = view! {
        <div class="ruled">
            <svg class=tint.with(class) viewBox="0 0 320 120" preserveAspectRatio="none">
                <path class="chart-rule" d=rules />
                <path class="guess-link" d=links />
                <path class="guess-ring" d=ring />
                <path class="guess-hole" d=rings />
                <path class="guess-dot" d=dots />
            </svg>
            {Vec::from(rule_names)}
        </div>
    };
    view! {
        {framed(words, picture, axis)}
        <p class=tint.with("guess-key") aria-hidden="true">
            <span class="guess-key-ring">{guessed}</span>
            <span class="guess-key-dot">{real}</span>
        </p>
    }
}

/// Those that are drawn.
fn last_pairs(mut pairs: Vec<GuessPair>) -> Vec<GuessPair> {
    pairs.retain(GuessPair::says_something);
    let skipped = pairs.len().saturating_sub(MAX_PAIRS);
    pairs.split_off(skipped)
}

/// The SVG paths: lines between the two, rings, dots (lines too short to see, with round ends).
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    links: String,
    rings: String,
    dots: String,
}

fn shape(pairs: &[GuessPair]) -> Shape {
    let mut shape = Shape::default();
    #[expect(clippy::cast_precision_loss, reason = "two dozen at most")]
    let step = CANVAS.width / pairs.len().max(1) as f32;
    let mut x = step / 2.0;
    for GuessPair { guess, hardest, .. } in pairs {
        let y = |number: u8| CANVAS.y(f32::from(number));
        if let (Some(guess), Some(hardest)) = (guess, hardest) {
            let _ = write!(shape.links, "M{x:.1} {:.1}V{:.1}", y(*guess), y(*hardest));
        }
        for (number, path) in [(guess, &mut shape.rings), (hardest, &mut shape.dots)] {
            if let Some(number) = number {
                let _ = write!(path, "M{x:.1} {:.1}h.01", y(*number));
            }
        }
        x += step;
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::{GuessPair, MAX_PAIRS, Shape, last_pairs, shape};

    fn pair(guess: Option<u8>, hardest: Option<u8>) -> GuessPair {
        GuessPair { guess, hardest, label: String::new() }
    }

    #[test]
    fn a_ring_for_the_guess_a_dot_for_what_it_was_and_a_line_between() {
        let drawn = shape(&[pair(Some(7), Some(3)), pair(Some(10), None), pair(None, Some(0))]);
        // Ten points lie between 10 and 110; a third of 320 each.
        let expected = Shape {
            links: "M53.3 40.0V80.0".to_owned(),
            rings: "M53.3 40.0h.01M160.0 10.0h.01".to_owned(),
            dots: "M53.3 80.0h.01M266.7 110.0h.01".to_owned(),
        };
        assert_eq!(drawn, expected);
    }

    #[test]
    fn the_last_of_many_and_none_without_a_number() {
        let many: Vec<_> = (0..40).map(|at| pair(Some(at % 10), None)).collect();
        let drawn = last_pairs(many);
        assert_eq!((drawn.len(), drawn[0].guess), (MAX_PAIRS, Some(6)));
        assert!(last_pairs(vec![pair(None, None)]).is_empty());
    }
}
