//! Me: what I am good at, and the ways to my own rooms and to any day.

use askelma_diary::progress::effort::effort;
use askelma_diary::strengths::{Wanted, find, overview};
use leptos::prelude::*;

use crate::pages::me::ways::ways;
use crate::pages::strengths::strength_field::{field, moment_card};
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::text::{me as t, moment, nav};
use crate::ui::{
    Build, EmptyState, HelpLink, LinkButton, Page, PageHeader, Tint, TintCard, dynamic, when,
};

/// The newest moments stand here; all of them have a room of their own.
const SHOWN: usize = 3;
const WINDOW_DAYS: i32 = 28;

/// The room.
pub fn page() -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let sum = Memo::new(move |_| store.diary.with(overview));
    let newest = Memo::new(move |_| {
        let mut all = store.diary.with(|diary| find(diary, &Wanted::default(), wording::strength));
        all.truncate(SHOWN);
        all
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
            }
            .built();
        }
        newest.iter().map(|(id, moment)| moment_card(*id, moment)).collect::<Vec<_>>().built()
    };
    view! {
        <Page>
            <PageHeader title=t::title()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{move || sum.with(|sum| moment::count(sum.moments))}</p>
            {dynamic(move || sum.with(|sum| field(sum, None)))}
            <LinkButton
                href=Route::MomentNew(today).href()
                label=moment::add()
                icon=icondata_lu::LuPlus
            />
            {dynamic(list)}
            {ways()}
            {when(
                move || effort.with(|sum| sum.did_something > 0),
                move || effort.with(|sum| {
                let said = t::effort(&sum.days.to_string(), &sum.did_something.to_string());
                view! {
                    <TintCard tint=Tint::Moss>
                        <p class="lead">{said}</p>
                        <p class="quiet">{t::effort_hint()}</p>
                    </TintCard>
                }
                }),
            )}
        </Page>
    }
    .built()
}
