//! From how much absence on a gentle word is said.

use askelma_diary::entries::Thresholds;
use askelma_diary::school::{school_view, thresholds_in_force, usual_thresholds};
use askelma_diary::values::ThresholdOf;

use crate::pages::layout::ReadPage;
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::store::school as actions;
use crate::text::{app, thresholds as t};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, Segments, Stepper};

/// The room. Each change is kept at once.
pub fn page() -> AnyView {
    let store = store();
    let marks = Memo::new(move |_| store.diary.with(|diary| thresholds_in_force(&diary.choices())));
    let chosen = Memo::new(move |_| store.diary.with(|diary| diary.choices().marks.is_some()));
    let no_term = move || {
        let today = store.today();
        let lessons = marks.get().of == ThresholdOf::Lessons;
        lessons && store.diary.with(|diary| school_view(diary, today).term.is_none())
    };
    let options = vec![
        wording::option(ThresholdOf::Percent.code(), t::percent()),
        wording::option(ThresholdOf::Lessons.code(), t::lessons()),
    ];
    let choose = move |code: u16| {
        let of = u8::try_from(code).ok().and_then(ThresholdOf::from_code);
        if let Some(of) = of.filter(|of| *of != marks.get_untracked().of) {
            actions::keep_marks(store, Some(usual_thresholds(of)));
        }
    };
    view! {
        <ReadPage title=t::title() back=back_to(Route::School)>
            <p class="quiet">{t::hint()}</p>
            <Card title=t::of()>
                <Segments
                    label=t::of()
                    options
                    chosen=Signal::derive(move || u16::from(marks.get().of.code()))
                    on_choose=choose
                />
                {mark(t::first(), marks, |marks| marks.first, |marks, to| marks.first = to)}
                {mark(t::second(), marks, |marks| marks.second, |marks, to| marks.second = to)}
                <Show when=no_term>
                    <p class="quiet">{t::no_term()}</p>
                </Show>
            </Card>
            <Show when=move || chosen.get()>
                <Button
                    label=t::usual()
                    kind=Kind::Text
                    on_press=move |()| actions::keep_marks(store, None)
                />
            </Show>
        </ReadPage>
    }
}

fn mark(
    label: &'static str,
    marks: Memo<Thresholds>,
    get: fn(&Thresholds) -> u16,
    set: fn(&mut Thresholds, u16),
) -> AnyView {
    let store = store();
    let value = Signal::derive(move || {
        let marks = marks.get();
        match marks.of {
            ThresholdOf::Percent => t::percent_value(&get(&marks).to_string()),
            ThresholdOf::Lessons => t::lessons_value(usize::from(get(&marks))),
        }
    });
    // The second one stays above the first.
    let with = move |by: i32| {
        let mut next = marks.get();
        let step = if next.of == ThresholdOf::Percent { 1 } else { 5 };
        let most = if next.of == ThresholdOf::Percent { 100 } else { 500 };
        let to = u16::try_from(i32::from(get(&next)) + by * step).ok()?;
        set(&mut next, to);
        (1 <= next.first && next.first < next.second && next.second <= most).then_some(next)
    };
    let go = move |by| {
        if let Some(next) = untrack(|| with(by)) {
            actions::keep_marks(store, Some(next));
        }
    };
    view! {
        <Stepper
            label
            value
            less=app::less()
            more=app::more()
            less_disabled=Signal::derive(move || with(-1).is_none())
            more_disabled=Signal::derive(move || with(1).is_none())
            on_less=move |()| go(-1)
            on_more=move |()| go(1)
        />
    }
}
