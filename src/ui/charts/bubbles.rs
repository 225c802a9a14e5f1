//! A field of bubbles that grow with use.

use crate::ui::charts::bubble_shape::{Circle, lines, min_radius, pack, radii};
use crate::ui::prelude::*;
use crate::ui::{Tint, in_base};

/// One bubble.
#[derive(Clone, Debug)]
pub struct Bubble {
    /// Its word.
    pub label: String,
    /// How often: what makes it grow.
    pub times: usize,
    /// The number shown under the word.
    pub number: String,
    /// Its spoken name: "Brave, 5 moments".
    pub spoken: String,
    /// Its colour, which means nothing by itself.
    pub tint: Tint,
    /// Where it leads.
    pub href: String,
    /// It is the one that is open.
    pub open: bool,
}

const WIDTH: f32 = 340.0;
/// Height of the letters.
const SIZE: f32 = 15.0;

/// The field, the most used ones in the middle. Each bubble is a link.
#[component]
pub fn Bubbles(
    /// The group's spoken name.
    #[prop(into)]
    label: String,
    /// The bubbles, the most used first.
    bubbles: Vec<Bubble>,
    /// A bubble was pressed; its `href` comes along.
    #[prop(into)]
    on_open: Callback<String>,
) -> impl IntoView {
    let label_lines: Vec<Vec<String>> = bubbles.iter().map(|bubble| lines(&bubble.label)).collect();
    let sizes: Vec<(usize, f32)> = bubbles
        .iter()
        .zip(&label_lines)
        .map(|(bubble, lines)| (bubble.times, min_radius(lines, SIZE)))
        .collect();
    let (circles, height) = pack(&radii(&sizes), WIDTH);
    let views = bubbles
        .into_iter()
        .zip(label_lines)
        .zip(circles)
        .map(|((bubble, lines), circle)| draw(bubble, lines, circle, on_open))
        .collect::<Vec<_>>();
    let field = format!("0 0 {WIDTH:.0} {height:.1}");
    view! {
        <svg class="bubbles" viewBox=field role="group" aria-label=label>
            {views}
        </svg>
    }
}

#[expect(clippy::cast_precision_loss, reason = "a word has two or three lines")]
fn draw(bubble: Bubble, lines: Vec<String>, circle: Circle, on_open: Callback<String>) -> AnyView {
    let Bubble { number, spoken, tint, href, open, .. } = bubble;
    let Circle { x, y, r } = circle;
    // The words and the number under them stand in the middle together. They lie over the link and
    // not in it: parted over two lines they would be other words than its name.
    let line_height = SIZE * 1.12;
    let top = y - lines.len() as f32 * line_height / 2.0 + SIZE * 0.42;
    let words = lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let y_of_line = format!("{:.1}", top + index as f32 * line_height);
            view! { <text class="bubble-word" aria-hidden="true" x=format!("{x:.1}") y=y_of_line>{line}</text> }
        })
        .collect::<Vec<_>>();
    let below = format!("{:.1}", top + words.len() as f32 * line_height);
    let class = tint.with(if open { "bubble bubble-open" } else { "bubble" });
    let current = open.then_some("true");
    let href_opened = href.clone();
    // In a view an `<a>` would be one of HTML, inside which no circle is drawn.
    let link = leptos::svg::a()
        .attr("href", in_base(href))
        .attr("aria-label", spoken)
        .attr("aria-current", current)
        .on(leptos::ev::click, move |event| {
            event.prevent_default();
            on_open.run(href_opened.clone());
        })
        .child(view! {
            <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r=format!("{r:.1}") />
        });
    view! {
        <g class=class>
            {link}
            {words}
            <text class="bubble-number" aria-hidden="true" x=format!("{x:.1}") y=below>
                {number}
            </text>
        </g>
    }
}
