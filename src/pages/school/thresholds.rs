//! From how much absence on a gentle word is said.

use askelma_diary::entries::Thresholds;
use askelma_diary::school::{school_view, thresholds_in_force, usual_thresholds};
use askelma_diary::values::ThresholdOf;

use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store};
use crate::routes::Route;
use crate::store::school as actions;
use crate::text::{app, thresholds as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, ChipOption, Kind, Segments, Stepper};

/// The page of the two thresholds. Each change is saved at once.
pub fn page() -> AnyView {
    let store = store();
    let thresholds =
        Memo::new(move |_| store.diary.with(|diary| thresholds_in_force(&diary.choices())));
    let chosen = Memo::new(move |_| store.diary.with(|diary| diary.choices().marks.is_some()));
    let no_term = move || {
        let today = store.today();
        let lessons = thresholds.get().of == ThresholdOf::Lessons;
        lessons && store.diary.with(|diary| school_view(diary, today).term.is_none())
    };
    let options = vec![
        ChipOption::new(ThresholdOf::Percent, t::percent()),
        ChipOption::new(ThresholdOf::Lessons, t::lessons()),
    ];
    let choose = move |of: ThresholdOf| {
        if of != thresholds.get_untracked().of {
            actions::keep_thresholds(store, Some(usual_thresholds(of)));
        }
    };
    view! {
        <ReadPage title=t::title() back=back_to(Route::School)>
            <p class="quiet">{t::hint()}</p>
            <Card title=t::of()>
                <Segments
                    label=t::of()
                    options
                    chosen=Signal::derive(move || thresholds.get().of)
                    on_choose=choose
                />
                {threshold(t::first(), thresholds, |thresholds| thresholds.first, |thresholds, to| thresholds.first = to)}
                {threshold(t::second(), thresholds, |thresholds| thresholds.second, |thresholds, to| thresholds.second = to)}
                <Show when=no_term>
                    <p class="quiet">{t::no_term()}</p>
                </Show>
            </Card>
            <Show when=move || chosen.get()>
                <Button
                    label=t::usual()
                    kind=Kind::Text
                    on_press=move |()| actions::keep_thresholds(store, None)
                />
            </Show>
        </ReadPage>
    }
}

fn threshold(
    label: &'static str,
    thresholds: Memo<Thresholds>,
    get: fn(&Thresholds) -> u16,
    set: fn(&mut Thresholds, u16),
) -> AnyView {
    let store = store();
    let value = Signal::derive(move || {
        let thresholds = thresholds.get();
        match thresholds.of {
            ThresholdOf::Percent => t::percent_value(&get(&thresholds).to_string()),
            ThresholdOf::Lessons => t::lessons_value(usize::from(get(&thresholds))),
        }
    });
    // The second one stays above the first.
    let changed = move |steps: i32| {
        let mut next = thresholds.get();
        let step = if next.of == ThresholdOf::Percent { 1 } else { 5 };
        let max = if next.of == ThresholdOf::Percent { 100 } else { 500 };
        let new_value = u16::try_from(i32::from(get(&next)) + steps * step).ok()?;
        set(&mut next, new_value);
        (1 <= next.first && next.first < next.second && next.second <= max).then_some(next)
    };
    let on_change = move |steps| {
        if let Some(next) = untrack(|| changed(steps)) {
            actions::keep_thresholds(store, Some(next));
        }
    };
    view! {
        <Stepper
            label
            value
            less=app::less()
            more=app::more()
            less_disabled=Signal::derive(move || changed(-1).is_none())
            more_disabled=Signal::derive(move || changed(1).is_none())
            on_less=move |()| on_change(-1)
            on_more=move |()| on_change(1)
        />
    }
}
