//! Cases: everybody whose summary is on this device.

use askelma_diary::entries::{Case, Received};
use askelma_diary::id::Id;
use askelma_diary::order::by_number;
use askelma_diary::record::Body;
use askelma_diary::time::Instant;
use leptos::prelude::*;

use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::DiaryStore;
use crate::text::{cases as t, meeting_sheet, nav};
use crate::ui::{
    Build, EmptyState, HelpLink, LinkButton, Page, PageHeader, PersonLink, Tint, dynamic,
};

/// One case with the newest of what was received for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When the newest summary was made.
    pub newest: Option<Instant>,
}

/// All cases, the newest first.
pub fn case_lines(store: DiaryStore) -> Vec<CaseLine> {
    let mut lines: Vec<CaseLine> = store.diary.with(|diary| {
        let cases = diary.undated().filter_map(|(id, body)| match body {
            Body::Case(case) => Some((id, case)),
            _ => None,
        });
        let line = |(id, case): (Id, &Case)| CaseLine {
            id,
            name: case.name.as_str().to_owned(),
            newest: received(store, id).first().map(|(_, item)| item.made_at),
        };
        cases.map(line).collect()
    });
    by_number(&mut lines, |line| -line.newest.map_or(0, Instant::unix_s));
    lines
}

/// What was received for a case, the newest first.
pub fn received(store: DiaryStore, case: Id) -> Vec<(Id, Received)> {
    let mut items: Vec<(Id, Received)> = store.diary.with(|diary| {
        let items = diary.undated().filter_map(|(id, body)| match body {
            Body::Received(item) if item.case == case => Some((id, item.clone())),
            _ => None,
        });
        items.collect()
    });
    by_number(&mut items, |(_, item)| -item.made_at.unix_s());
    items
}

fn links(store: DiaryStore) -> Vec<AnyView> {
    let link = |line: CaseLine| {
        let hint = line.newest.map(|at| t::shared(&wording::short(at.day()))).unwrap_or_default();
        view! { <PersonLink href=Route::Case(line.id).href() name=line.name hint /> }.built()
    };
    case_lines(store).into_iter().map(link).collect()
}

/// The cases at the side of a wide screen.
#[component]
pub fn CaseLinks() -> impl IntoView {
    let store = store();
    view! {
        <div class="side-cases">
            <p class="quiet">{t::above()}</p>
            {dynamic(move || links(store))}
        </div>
    }
    .built()
}

/// The room.
pub fn page() -> AnyView {
    let store = store();
    let list = move || {
        let links = links(store);
        if links.is_empty() {
            return view! {
                <EmptyState
                    icon=icondata_lu::LuUsersRound
                    title=t::none_title()
                    sentence=t::none()
                    tint=Tint::Spruce
                />
            }
            .built();
        }
        view! { <div class="stack">{links}</div> }.built()
    };
    view! {
        <Page>
            <PageHeader title=t::title() above=t::above()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <LinkButton
                href=Route::Receive.href()
                label=t::scan()
                icon=icondata_lu::LuScanLine
            />
            {dynamic(list)}
            <p class="quiet">{meeting_sheet::not_record()}</p>
        </Page>
    }
    .built()
}
