//! People: share, and what was shared.

use askelma_diary::entries::{Share, ShareWay};
use askelma_diary::id::Id;
use askelma_diary::order::by_number;
use askelma_diary::record::Body;
use leptos::prelude::*;

use super::share_choice::part_name;
use crate::components::{Build, Card, HelpLink, Page, PageHeader, RowLink, Tint, dynamic};
use crate::platform::intl;
use crate::rooms::{Place, keeper, say};
use crate::text::{nav, people as t};

/// The room.
pub fn people() -> AnyView {
    let keeper = keeper();
    let shares = Memo::new(move |_| {
        let mut shares: Vec<(Id, Share)> = keeper.diary.with(|diary| {
            let all = diary.undated().filter_map(|(id, body)| match body {
                Body::Share(share) => Some((id, share.clone())),
                _ => None,
            });
            all.collect()
        });
        by_number(&mut shares, |(_, share)| -share.when.unix_s());
        shares
    });
    let list = move || {
        let shares = shares.get();
        if shares.is_empty() {
            return view! { <p class="quiet">{t::shared_none()}</p> }.built();
        }
        let rows = shares.into_iter().map(|(_, share)| line(&share)).collect::<Vec<_>>();
        view! { <ul class="lines-list">{rows}</ul> }.built()
    };
    view! {
        <Page>
            <PageHeader title=t::title()>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <RowLink
                href=Place::Share.href()
                title=t::share()
                hint=t::share_hint()
                icon=icondata_lu::LuQrCode
                tint=Tint::Spruce
            />
            <RowLink
                href=Place::Help.href()
                title=nav::help()
                hint=t::help_hint()
                icon=icondata_lu::LuLifeBuoy
                tint=Tint::Berry
            />
            <RowLink
                href=Place::Settings.href()
                title=t::settings()
                hint=t::settings_hint()
                icon=icondata_lu::LuSettings
                tint=Tint::Plain
            />
            <Card title=t::shared()>
                <p class="quiet">{t::shared_hint()}</p>
                {dynamic(list)}
            </Card>
        </Page>
    }
    .built()
}

fn line(share: &Share) -> AnyView {
    let with = share
        .with
        .as_ref()
        .map_or_else(|| t::shared_someone().to_owned(), |with| t::shared_with(with.as_str()));
    let way = match share.way {
        ShareWay::Code => t::by_code(),
        ShareWay::File => t::by_file(),
    };
    let parts: Vec<_> = share.parts.iter().map(|part| part_name(*part)).collect();
    let when = format!("{} {}", say::short(share.when.day()), intl::time(share.when));
    let dates = format!("{} – {}", say::short(share.from), say::short(share.to));
    view! {
        <li>
            <p>{with}</p>
            <p class="quiet">{format!("{when} · {way}")}</p>
            <p class="quiet">{format!("{dates} · {}", parts.join(", "))}</p>
        </li>
    }
    .built()
}
