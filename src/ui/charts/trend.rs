//! Lines over time.

use crate::ui::Tint;
use crate::ui::charts::chart::{ChartWords, framed};
use crate::ui::charts::chart_shape::{Canvas, bounds};
use crate::ui::prelude::*;

fn sparkline(
    values: &[Option<f32>],
    label: Option<String>,
    tint: Tint,
    range: Option<(f32, f32)>,
) -> AnyView {
    let (low, high) = range.unwrap_or_else(|| bounds(values));
    let canvas = Canvas { width: 120.0, height: 36.0, low, high, margin: 3.0 };
    let hidden = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    view! {
        <svg
            class=tint.with("sparkline")
            viewBox="0 0 120 36"
            role=role
            aria-label=label
            aria-hidden=hidden
        >
            <path class="chart-line" d=canvas.line(values) />
        </svg>
    }
}

/// A line on its ground, from nothing up: time at school.
#[component]
pub fn TrendArea(
    /// The values, oldest first; `None` is a gap.
    values: Vec<Option<f32>>,
    /// The value at the upper edge; by default the highest.
    #[prop(optional, into)]
    max: Option<f32>,
    /// The words of the upper edge: "4 h".
    #[prop(into)]
    top: String,
    /// The words under the picture from left to right: first and last week.
    axis: Vec<String>,
    /// Its colour.
    #[prop(default = Tint::Spruce)]
    tint: Tint,
    /// The words around it.
    words: ChartWords,
) -> impl IntoView {
    let max_value = max.unwrap_or_else(|| bounds(&values).1).max(0.01);
    let canvas = Canvas { width: 320.0, height: 96.0, low: 0.0, high: max_value, margin: 3.0 };
    let picture = view! {
        <span class="chart-top">{top}</span>
        <svg class=tint.with("trend") viewBox="0 0 320 96" preserveAspectRatio="none">
            <path class="chart-rule" d="M0 3H320" />
            <path class="chart-area" d=canvas.area(&values) />
            <path class="chart-rule" d="M0 93H320" />
            <path class="chart-line" d=canvas.line(&values) />
        </svg>
    };
    framed(words, picture, axis)
}

/// A number with its label, a small line and a trend: the worker's four cards.
#[component]
pub fn StatCard(
    /// What it is: "Time at school".
    #[prop(into)]
    label: String,
    /// The number: "3 h".
    #[prop(into)]
    value: String,
    /// What it rests on: "18 of 20 days".
    #[prop(into)]
    note: String,
    /// Its colour.
    #[prop(default = Tint::Spruce)]
    tint: Tint,
    /// The trend's values, oldest first.
    #[prop(optional)]
    values: Vec<Option<f32>>,
    /// The trend's spoken name.
    #[prop(optional, into)]
    trend_label: Option<String>,
    /// The values at the trend's lower and upper edge.
    #[prop(optional, into)]
    range: Option<(f32, f32)>,
) -> impl IntoView {
    let has_trend = values.iter().flatten().count() > 1;
    let line = has_trend.then(|| sparkline(&values, trend_label, tint, range));
    view! {
        <section class="stat-card">
            <h2 class="stat-label">{label}</h2>
            <p class="number">{value}</p>
            <p class="stat-note">{note}</p>
            {line}
        </section>
    }
}
