//! What goes together, said only when the numbers carry it, and never as a cause. Computed in the
//! worker, once the charts stand.

use std::time::Duration;

use askelma_diary::insights::{Insight, Insights, PairKind, insight_input};

use crate::browser::intl;
use crate::pages::background::background;
use crate::pages::{store, wording};
use crate::text::progress as t;
use crate::ui::Card;
use crate::ui::prelude::*;

/// The charts come first.
const AFTER: Duration = Duration::from_millis(400);

/// The card of what goes together, or nothing.
pub fn insights() -> AnyView {
    let (store, background) = (store(), background());
    let computed = RwSignal::new(None::<Insights>);
    let compute = move || {
        let Some(today) = store.now.try_get_untracked().map(askelma_diary::time::Instant::day)
        else {
            return;
        };
        let Some(input) = store.diary.try_with_untracked(|diary| insight_input(diary, today))
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            // Where the worker cannot be had there is nothing to say.
            if let Ok(insights) = background.insights(input).await {
                computed.try_set(Some(insights));
            }
        });
    };
    // The page may be left before that.
    let timer = set_timeout_with_handle(compute, AFTER).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    view! { {move || computed.with(|computed| computed.as_ref().map(card))} }
}

fn card(insights: &Insights) -> Option<AnyView> {
    if insights.too_early() {
        let early = view! {
            <Card title=t::insights()>
                <p class="quiet">{t::too_early()}</p>
            </Card>
        };
        return Some(early);
    }
    let lines = insights.found.iter().map(|found| {
        let from = t::insight_from(&found.n.to_string());
        view! {
            <li>
                <p>{sentence(found)}</p>
                <p class="quiet">{from}</p>
            </li>
        }
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| {
        view! {
            <Card title=t::insights()>
                <ul class="lines-list">{lines}</ul>
                <p class="quiet">{t::insights_hint()}</p>
            </Card>
        }
    })
}

/// The medians of both halves in words.
fn sentence(found: &Insight) -> String {
    let (low, high) = (found.low, found.high);
    let mood = |value: f64| intl::number(value, u8::from(value.fract().abs() > 1e-9));
    match found.kind {
        PairKind::SleepAndMood => t::insight_sleep(
            &mood(high.y),
            &wording::about_length(high.x),
            &mood(low.y),
            &wording::about_length(low.x),
        ),
        PairKind::BedtimeAndMorning => {
            let share = |value: f64| intl::number(value * 100.0, 0);
            t::insight_bedtime(&bedtime(high.x), &share(high.y), &bedtime(low.x), &share(low.y))
        }
        PairKind::FreshAirAndMood => t::insight_air(&mood(high.y), &mood(low.y)),
    }
}

/// A time of day from minutes after the noon before, to the nearest five as befits "about".
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
fn bedtime(from_noon: f64) -> String {
    let five = ((from_noon + 720.0) / 5.0).round() * 5.0;
    intl::clock(five.rem_euclid(1440.0) as u16 % 1440)
}
