//! Days and weeks as squares, bars and dots.

use crate::ui::Tint;
use crate::ui::charts::calendar::mood_mark;
use crate::ui::charts::chart::{ChartWords, framed};
use crate::ui::prelude::*;

/// Moods by day as small squares, each with its mouth; a day without one is an empty place.
#[component]
pub fn MoodMosaic(
    /// The moods from 1 to 5, oldest first.
    values: Vec<Option<u8>>,
    /// Squares in a row: 14 for two weeks, 7 for one.
    #[prop(default = 14)]
    columns: u8,
    /// The words under the picture from left to right.
    #[prop(optional)]
    axis: Vec<String>,
    /// The words around it.
    words: ChartWords,
) -> impl IntoView {
    let cells = values
        .into_iter()
        .map(|mood| match mood {
            Some(mood) => mood_mark(mood),
            None => view! { <span class="mood-none"></span> },
        })
        .collect::<Vec<_>>();
    let class = if columns > 7 { "mosaic" } else { "mosaic mosaic-week" };
    let picture = view! { <div class=class>{cells}</div> };
    framed(words, picture, axis)
}

/// One night on the chart, in minutes after 18.00 (so that midnight is 360).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NightBar {
    /// When sleep came.
    pub from: u16,
    /// When waking came.
    pub to: u16,
}

/// Nights as floating bars, evening on top.
#[component]
pub fn SleepBars(
    /// The nights, oldest first; `None` is a night without an entry.
    nights: Vec<Option<NightBar>>,
    /// Times of day as `(minutes after 18.00, words)` for the rules across, two or three.
    rules: Vec<(u16, String)>,
    /// A soft band across, drawn behind the bars.
    #[prop(default = None)]
    band: Option<NightBar>,
    /// The words under the picture from left to right.
    #[prop(optional)]
    axis: Vec<String>,
    /// The words around it.
    words: ChartWords,
) -> impl IntoView {
    let bars_and_band = nights.iter().flatten().chain(&band);
    let low = bars_and_band
        .clone()
        .map(|night| night.from)
        .chain(rules.iter().map(|rule| rule.0))
        .min()
        .unwrap_or(0);
    let high = bars_and_band
        .map(|night| night.to)
        .chain(rules.iter().map(|rule| rule.0))
        .max()
        .unwrap_or(1080);
    let span = f32::from(high.saturating_sub(low).max(1));
    let y = move |minute: u16| 4.0 + f32::from(minute.saturating_sub(low)) / span * 112.0;
    let count = nights.len().max(1);
    #[expect(clippy::cast_precision_loss, reason = "some dozen nights")]
    let step = 320.0 / count as f32;
    let mut bars = String::new();
    let mut x = step / 2.0;
    for night in nights {
        if let Some(NightBar { from, to }) = night {
            use std::fmt::Write;
            let _ = write!(bars, "M{x:.1} {:.1}V{:.1}", y(from) + 3.0, y(to) - 3.0);
        }
        x += step;
    }
    let band_path =
        band.map(|NightBar { from, to }| format!("M0 {:.1}H320V{:.1}H0Z", y(from), y(to)));
    let class = if count > 45 { "sleep-bars bars-thin" } else { "sleep-bars" };
    let lines = rules.iter().map(|(minute, _)| format!("M0 {:.1}H320", y(*minute)));
    let lines = lines.collect::<String>();
    let names = rules
        .into_iter()
        .map(|(minute, name)| {
            let position = format!("{:.4}", y(minute) / 120.0);
            view! {
                <span class="rule-name" style=("--at", position)>
                    {name}
                </span>
            }
        })
        .collect::<Vec<_>>();
    let picture = view! {
        <div class="ruled">
            <svg class=class viewBox="0 0 320 120" preserveAspectRatio="none">
                <path class="soft-band" d=band_path.unwrap_or_default() />
                <path class="chart-rule" d=lines />
                <path class="bars" d=bars />
            </svg>
            {names}
        </div>
    };
    framed(words, picture, axis)
}

/// One bar a week (or a day), with its words above it.
#[component]
pub fn WeekBars(
    /// The values with their words above and below: `(value, "3 h", "wk 47")`.
    bars: Vec<(Option<f32>, String, String)>,
    /// The value of a full bar.
    max: f32,
    /// Their colour.
    #[prop(default = Tint::Spruce)]
    tint: Tint,
    /// The words under many bars from left to right, where there is no room under each.
    #[prop(optional)]
    axis: Vec<String>,
    /// The words around it.
    words: ChartWords,
) -> impl IntoView {
    let bars = bars
        .into_iter()
        .map(|(value, above, below)| {
            let part = value.map(|value| format!("{:.4}", (value / max.max(0.01)).clamp(0.0, 1.0)));
            let bar = match part {
                Some(part) => {
                    view! { <span class="week-bar" style=("--part", part)></span> }
                }
                None => view! { <span class="week-none"></span> },
            };
            view! {
                <div class="week">
                    <span class="week-room">
                        <span class="week-above">{above}</span>
                        {bar}
                    </span>
                    {(!below.is_empty()).then(|| view! { <span class="week-below">{below}</span> })}
                </div>
            }
        })
        .collect::<Vec<_>>();
    let picture = view! { <div class=tint.with("weeks")>{bars}</div> };
    framed(words, picture, axis)
}
