//! A try: a calm page while it goes on, and the questions after it.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::Outcome;
use leptos::prelude::*;

use super::try_after::after;
use crate::components::{Build, Button, Card, Ground, HelpLink, Kind, Page, PageHeader, dynamic};
use crate::platform::clock;
use crate::rooms::{Place, back_to, keeper};
use crate::state::path as actions;
use crate::text::{nav, trying as t};

/// The room: by what became of the try so far.
pub fn try_now(id: Id) -> AnyView {
    let keeper = keeper();
    let over = Memo::new(move |_| {
        keeper.diary.with(|diary| path::try_of(diary, id).map(|it| it.outcome.is_some()))
    });
    dynamic(move || match over.get() {
        Some(true) => after(id),
        Some(false) => during(id),
        None => crate::rooms::shared::nothing::nothing(),
    })
}

fn during(id: Id) -> AnyView {
    let keeper = keeper();
    let known = keeper.diary.with_untracked(|diary| path::try_of(diary, id).cloned());
    let Some(it) = known else { return ().built() };
    let title = it.title.as_str().to_owned();
    let step = it.step;
    let so_long = move || {
        let minutes = path::minutes(&it, keeper.now.get().max(clock::now())).to_string();
        match it.planned_min {
            Some(planned) => t::so_long_of(&minutes, &planned.get().to_string()),
            None => t::so_long(&minutes),
        }
    };
    let ended = move |outcome: Outcome| move |()| actions::end_try(keeper, id, outcome);
    view! {
        <Page ground=Ground::Sky>
            <PageHeader title above=t::during() back=back_to(Place::Step(step))>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <Card>
                <p class="lead" role="timer">{so_long}</p>
                <p class="quiet">{t::by_plan()}</p>
            </Card>
            <Button label=t::i_am_in() on_press=ended(Outcome::Did) />
            <Button
                label=t::turned_back()
                kind=Kind::Outline
                on_press=ended(Outcome::TurnedBack)
            />
        </Page>
    }
    .built()
}
