//! Me: what I am good at, and the ways to my own pages and to any day.

use askelma_diary::progress::effort::effort;
use askelma_diary::strengths::{Wanted, find, overview};

use crate::pages::layout::ReadPage;
use crate::pages::me::ways::ways;
use crate::pages::strengths::strength_field::{field, moment_card};
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::text::{me as t, moment};
use crate::ui::prelude::*;
use crate::ui::{EmptyState, LinkButton, Tint, TintCard};

/// The newest moments stand here; all of them have a page of their own.
const MAX_SHOWN: usize = 3;
const WINDOW_DAYS: i32 = 28;

/// The page: strengths, the newest moments, and the ways on.
pub fn page() -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let sum = Memo::new(move |_| store.diary.with(overview));
    let newest = Memo::new(move |_| {
        let mut moments =
            store.diary.with(|diary| find(diary, &Wanted::default(), wording::strength));
        moments.truncate(MAX_SHOWN);
        moments
    });
    let effort = Memo::new(move |_| {
        store.diary.with(|diary| effort(diary, today.plus(1 - WINDOW_DAYS), today))
    });
    let list = move || {
        let newest = newest.get();
        if newest.is_empty() {
            return view! {
                <EmptyState
                    icon=icondata_lu::LuSparkles
                    title=moment::none_title()
                    sentence=moment::none()
                    tint=Tint::Dawn
                />
            };
        }
        newest.iter().map(|(id, moment)| moment_card(*id, moment)).collect::<Vec<_>>().into_any()
    };
    view! {
        <ReadPage title=t::title()>
            <p class="quiet">{move || sum.with(|sum| moment::count(sum.moments))}</p>
            {move || sum.with(|sum| field(sum, None))}
            <LinkButton
                href=Route::MomentNew(today).href()
                label=moment::add()
                icon=icondata_lu::LuPlus
            />
            {list}
            {ways()}
            <Show when=move || {
                effort.with(|sum| sum.did_something > 0)
            }>
                {effort
                    .with(|sum| {
                        let sentence = t::effort(&sum.days.to_string(), &sum.did_something.to_string());
                        view! {
                            <TintCard tint=Tint::Moss>
                                <p class="lead">{sentence}</p>
                                <p class="quiet">{t::effort_hint()}</p>
                            </TintCard>
                        }
                    })}
            </Show>
        </ReadPage>
    }
}
