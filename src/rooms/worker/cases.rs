//! Cases: everybody whose summary is on this device.

use askelma_diary::entries::{Case, Received};
use askelma_diary::id::Id;
use askelma_diary::order::by_number;
use askelma_diary::record::Body;
use askelma_diary::time::Instant;
use leptos::prelude::*;

use crate::components::{
    Build, EmptyState, HelpLink, LinkButton, Page, PageHeader, PersonLink, Tint, dynamic,
};
use crate::rooms::{Place, keeper, say};
use crate::state::Keeper;
use crate::text::{cases as t, nav, sheet};

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
pub fn case_lines(keeper: Keeper) -> Vec<CaseLine> {
    let mut lines: Vec<CaseLine> = keeper.diary.with(|diary| {
        let cases = diary.undated().filter_map(|(id, body)| match body {
            Body::Case(case) => Some((id, case)),
            _ => None,
        });
        let line = |(id, case): (Id, &Case)| CaseLine {
            id,
            name: case.name.as_str().to_owned(),
            newest: received(keeper, id).first().map(|(_, item)| item.made_at),
        };
        cases.map(line).collect()
    });
    by_number(&mut lines, |line| -line.newest.map_or(0, Instant::unix_s));
    lines
}

/// What was received for a case, the newest first.
pub fn received(keeper: Keeper, case: Id) -> Vec<(Id, Received)> {
    let mut items: Vec<(Id, Received)> = keeper.diary.with(|diary| {
        let items = diary.undated().filter_map(|(id, body)| match body {
            Body::Received(item) if item.case == case => Some((id, item.clone())),
            _ => None,
        });
        items.collect()
    });
    by_number(&mut items, |(_, item)| -item.made_at.unix_s());
    items
}

fn links(keeper: Keeper) -> Vec<AnyView> {
    let link = |line: CaseLine| {
        let hint = line.newest.map(|at| t::shared(&say::short(at.day()))).unwrap_or_default();
        view! { <PersonLink href=Place::Case(line.id).href() name=line.name hint /> }.built()
    };
    case_lines(keeper).into_iter().map(link).collect()
}

/// The cases at the side of a wide screen.
#[component]
pub fn CaseLinks() -> impl IntoView {
    let keeper = keeper();
    view! {
        <div class="side-cases">
            <p class="quiet">{t::above()}</p>
            {dynamic(move || links(keeper))}
        </div>
    }
    .built()
}

/// The room.
pub fn cases() -> AnyView {
    let keeper = keeper();
    let list = move || {
        let links = links(keeper);
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
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <LinkButton
                href=Place::Receive.href()
                label=t::scan()
                icon=icondata_lu::LuScanLine
            />
            {dynamic(list)}
            <p class="quiet">{sheet::not_record()}</p>
        </Page>
    }
    .built()
}
