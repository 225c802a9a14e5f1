//! Hard morning: what helped before, when the body hurts, and a breathing circle for who wants it.

use askelma_diary::entries::Moment;
use askelma_diary::path::what_helped::what_helped;
use askelma_diary::people::{line, own_card};
use askelma_diary::values::OwnCardKind;

use crate::pages::people::own_card_lines::FIRST_STEP;
use crate::pages::{store, wording};
use crate::text::hard_morning as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind};

/// How far back good moments are looked for, and how many of them, and of what helped in tries,
/// are shown.
const MAX_DAYS: usize = 90;
const MAX_SHOWN: usize = 3;

/// What helped before, from one's own diary; nothing where nothing stands there.
pub fn helped() -> AnyView {
    let lines = store().diary.with_untracked(|diary| {
        let step = own_card(diary, OwnCardKind::HardAgain)
            .and_then(|card| Some(line(card, FIRST_STEP)?.as_str().to_owned()));
        let mut lines: Vec<(String, String)> = Vec::new();
        lines.extend(step.map(|step| (step, crate::text::own_card::again().to_owned())));
        let tried = what_helped(diary, MAX_SHOWN).into_iter();
        lines.extend(
            tried.map(|support| (support.words.as_str().to_owned(), wording::short(support.day))),
        );
        let moments = diary.days().take(MAX_DAYS).flat_map(|day| diary.on::<Moment>(day));
        let good_moments = moments.filter_map(|(_, moment)| {
            Some((moment.words.as_ref()?.as_str().to_owned(), wording::short(moment.day)))
        });
        lines.extend(good_moments.take(MAX_SHOWN));
        lines
    });
    if lines.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = lines
        .into_iter()
        .map(|(words, source)| {
            view! {
                <li>
                    <p class="own-words">{words}</p>
                    <p class="quiet">{source}</p>
                </li>
            }
        })
        .collect();
    view! {
        <Card title=t::helped()>
            <p class="quiet">{t::helped_hint()}</p>
            <ul class="lines-list">{rows}</ul>
        </Card>
    }
}

/// When the body hurts.
pub fn body_hurts() -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <Show
            when=move || open.get()
            fallback=move || {
                view! {
                    <Button
                        label=t::body()
                        kind=Kind::Soft
                        icon=icondata_lu::LuStethoscope
                        on_press=move |()| open.set(true)
                    />
                }
            }
        >
            <Card title=t::body()>
                <p aria-live="polite">{t::body_words()}</p>
            </Card>
        </Show>
    }
}

/// The breathing circle. With reduced motion it stands still, and the words alone change.
pub fn breathing() -> AnyView {
    let going = RwSignal::new(false);
    view! {
        <Show
            when=move || going.get()
            fallback=move || {
                view! {
                    <Button
                        label=t::breathe()
                        kind=Kind::Soft
                        icon=icondata_lu::LuWind
                        on_press=move |()| going.set(true)
                    />
                    <p class="quiet">{t::breathe_hint()}</p>
                }
            }
        >
            {circle(going)}
        </Show>
    }
}

/// In for four seconds, out for six: calm for most, and nothing is held.
const IN_MS: u64 = 4_000;
const OUT_MS: u64 = 6_000;

fn circle(going: RwSignal<bool>) -> AnyView {
    let inwards = RwSignal::new(true);
    turn(inwards);
    view! {
        <Card>
            <div class="breath">
                <div class="breath-circle" class=("breath-out", move || !inwards.get())></div>
                <p class="lead" aria-live="polite">
                    {move || if inwards.get() { t::breathe_in() } else { t::breathe_out() }}
                </p>
            </div>
            <Button
                label=t::breathe_stop()
                kind=Kind::Outline
                on_press=move |()| going.set(false)
            />
        </Card>
    }
}

/// Turns the breath when its time has come, as long as the circle stands.
fn turn(inwards: RwSignal<bool>) {
    let Some(now) = inwards.try_get_untracked() else { return };
    let lasts = std::time::Duration::from_millis(if now { IN_MS } else { OUT_MS });
    set_timeout(
        move || {
            // A signal of a circle that was closed is gone: then this ends.
            if inwards.try_set(!now).is_none() {
                turn(inwards);
            }
        },
        lasts,
    );
}
