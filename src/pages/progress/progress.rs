//! My picture: some weeks, or everything, as charts with a sentence each.

use askelma_diary::progress::effort::Effort;
use askelma_diary::progress::{Picture, Window, picture as picture_of};

use crate::pages::layout::ReadPage;
use crate::pages::progress::{charts, insights, tries};
use crate::pages::{back_to, store, wording};
use crate::routes::Route;
use crate::text::{me, progress as t};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, EmptyState, Pill, Segments, Tint, TintCard};

/// Strengths that are named.
const STRENGTHS: usize = 10;

/// The page: the choice of weeks, and a card for each chart.
pub fn page() -> AnyView {
    let store = store();
    let chosen = RwSignal::new(Window::FourWeeks);
    let view = Memo::new(move |_| {
        let (window, today) = (chosen.get(), store.today());
        store.diary.with(|diary| picture_of(diary, today, window))
    });
    let options = vec![
        ChipOption::new(Window::FourWeeks, t::four()),
        ChipOption::new(Window::TwelveWeeks, t::twelve()),
        ChipOption::new(Window::All, t::all()),
    ];
    view! {
        <ReadPage title=t::title() back=back_to(Route::Me)>
            <Segments
                label=t::how_far()
                options
                chosen
                on_choose=move |window| chosen.set(window)
            />
            {move || view.with(cards)}
            {insights::insights()}
        </ReadPage>
    }
}

/// The cards of a window; what nothing was told of has none.
fn cards(view: &Picture) -> Vec<AnyView> {
    if view.effort.with_entry == 0 {
        let empty = view! {
            <EmptyState
                icon=icondata_lu::LuSprout
                title=t::empty_title()
                sentence=t::empty()
                tint=Tint::Moss
            />
        };
        return vec![empty];
    }
    let cards = [
        Some(effort(view.effort)),
        charts::school(view),
        charts::mood(view),
        charts::sleep(view),
        charts::routine(view),
        tries::tries(view),
        strengths(view),
    ];
    cards.into_iter().flatten().collect()
}

fn effort(effort: Effort) -> AnyView {
    let days = effort.days.to_string();
    let did = t::did(&days, &effort.did_something.to_string());
    let entry = t::entries(&days, &effort.with_entry.to_string());
    view! {
        <TintCard tint=Tint::Moss>
            <p class="lead">{did}</p>
            <p class="quiet">{format!("{entry} {}", me::effort_hint())}</p>
        </TintCard>
    }
}

fn strengths(view: &Picture) -> Option<AnyView> {
    let pills = view.strengths.iter().take(STRENGTHS).map(|(strength, times)| {
        let text = format!("{} · {times}", wording::named_strength(strength));
        view! { <Pill text icon=icondata_lu::LuSparkles tint=Tint::Dawn /> }
    });
    let pills = pills.collect::<Vec<_>>();
    let moments = view.moments;
    (moments > 0).then(|| {
        view! {
            <Card title=t::strengths()>
                <p class="chart-says">{t::moments(moments)}</p>
                <div class="pills">{pills}</div>
            </Card>
        }
    })
}
