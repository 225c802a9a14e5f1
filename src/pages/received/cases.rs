//! Cases: everybody whose summary is on this device.

use askelma_diary::entries::Received;
use askelma_diary::id::Id;
use askelma_diary::sharing::cases::{self, CaseLine};

use crate::pages::layout::ReadPage;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::DiaryStore;
use crate::text::{cases as t, meeting_sheet};
use crate::ui::prelude::*;
use crate::ui::{EmptyState, LinkButton, PersonLink, Tint};

/// All cases, the newest first.
pub fn case_lines(store: DiaryStore) -> Vec<CaseLine> {
    store.diary.with(cases::case_lines)
}

/// What was received for a case, the newest first.
pub fn received(store: DiaryStore, case: Id) -> Vec<(Id, Received)> {
    store.diary.with(|diary| {
        cases::of_case(diary, case).into_iter().map(|(id, item)| (id, item.clone())).collect()
    })
}

fn links(store: DiaryStore) -> Vec<AnyView> {
    let link = |line: CaseLine| {
        let hint = line.newest.map(|at| t::shared(&wording::short(at.day()))).unwrap_or_default();
        case_link(&line, hint)
    };
    case_lines(store).into_iter().map(link).collect()
}

/// The way to a case.
pub fn case_link(line: &CaseLine, hint: String) -> AnyView {
    let name = line.name.as_str().to_owned();
    view! { <PersonLink href=Route::Case(line.id).href() name hint /> }
}

/// The cases at the side of a wide screen.
#[component]
pub fn CaseLinks() -> impl IntoView {
    let store = store();
    view! {
        <div class="side-cases">
            <p class="quiet">{t::above()}</p>
            {move || links(store)}
        </div>
    }
}

/// The page: the list of cases and the way to receive one.
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
            };
        }
        view! { <div class="stack">{links}</div> }
    };
    view! {
        <ReadPage title=t::title() above=t::above()>
            <LinkButton href=Route::Receive.href() label=t::scan() icon=icondata_lu::LuScanLine />
            {list}
            <p class="quiet">{meeting_sheet::not_record()}</p>
        </ReadPage>
    }
}
