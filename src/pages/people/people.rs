//! People: share, and what was shared.

use askelma_diary::entries::{Share, ShareWay};
use askelma_diary::id::Id;
use askelma_diary::order::by_number;
use askelma_diary::people::{own_card, people as all_people, week_adult};
use askelma_diary::values::{OwnCardKind, Words};

use crate::browser::intl;
use crate::pages::layout::ReadPage;
use crate::pages::people::own_card_lines::{icon, title};
use crate::pages::share::share_choice::part_name;
use crate::pages::{store, wording};
use crate::routes::Route;
use crate::store::people as actions;
use crate::text::{my_people as mine, nav, own_card, people as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Kind, LinkButton, RowLink, SelectField, Tint};

/// The page: my people, my cards, the ways to share and to help, and what was shared.
pub fn page() -> AnyView {
    let store = store();
    let shares = Memo::new(move |_| {
        let mut shares: Vec<(Id, Share)> = store
            .diary
            .with(|diary| diary.all::<Share>().map(|(id, share)| (id, share.clone())).collect());
        by_number(&mut shares, |(_, share)| -share.when.unix_s());
        shares
    });
    let list = move || {
        let shares = shares.get();
        if shares.is_empty() {
            return view! { <p class="quiet">{t::shared_none()}</p> };
        }
        let rows = shares.into_iter().map(|(_, share)| line(&share)).collect::<Vec<_>>();
        view! { <ul class="lines-list">{rows}</ul> }
    };
    view! {
        <ReadPage title=t::title()>
            {my_people()}
            {my_cards()}
            <RowLink
                href=Route::Share.href()
                title=t::share()
                hint=t::share_hint()
                icon=icondata_lu::LuQrCode
                tint=Tint::Spruce
            />
            <RowLink
                href=Route::Help.href()
                title=nav::help()
                hint=t::help_hint()
                icon=icondata_lu::LuLifeBuoy
                tint=Tint::Berry
            />
            <RowLink
                href=Route::Settings.href()
                title=t::settings()
                hint=t::settings_hint()
                icon=icondata_lu::LuSettings
                tint=Tint::Plain
            /> <Card title=t::shared()>
                <p class="quiet">{t::shared_hint()}</p>
                {list}
            </Card>
        </ReadPage>
    }
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
    let when = format!("{} {}", wording::short(share.when.day()), intl::time(share.when));
    let dates = format!("{} – {}", wording::short(share.from), wording::short(share.to));
    view! {
        <li>
            <p>{with}</p>
            <p class="quiet">{format!("{when} · {way}")}</p>
            <p class="quiet">{format!("{dates} · {}", parts.join(", "))}</p>
        </li>
    }
}

/// My people, and which of them is my adult this week.
fn my_people() -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let rows = move || {
        let people = store.diary.with(all_people);
        if people.is_empty() {
            return view! { <p>{mine::none()}</p> };
        }
        let rows = people.into_iter().map(|(id, person)| {
            let details = [&person.role, &person.phone, &person.hours];
            let details: Vec<_> = details.into_iter().flatten().map(Words::as_str).collect();
            view! {
                <RowLink
                    href=Route::Person(id).href()
                    title=person.name.as_str().to_owned()
                    hint=details.join(" · ")
                    icon=icondata_lu::LuUserRound
                    tint=Tint::Dawn
                />
            }
        });
        rows.collect::<Vec<_>>().into_any()
    };
    let week = move || {
        let people = store.diary.with(all_people);
        if people.is_empty() {
            return None;
        }
        let nobody_option = (String::new(), mine::week_nobody().to_owned());
        let names = people.iter().map(|(id, person)| (id.hex(), person.name.as_str().to_owned()));
        let options = std::iter::once(nobody_option).chain(names).collect::<Vec<_>>();
        let value = Signal::derive(move || {
            let adult = store.diary.with(|diary| week_adult(diary, today));
            adult.map(|(id, _)| id.hex()).unwrap_or_default()
        });
        let choose = move |id: String| {
            if let Some(id) = Id::from_hex(&id) {
                actions::choose_week_adult(store, today, id);
            }
        };
        Some(view! { <SelectField label=mine::week_choose() options value on_change=choose /> })
    };
    view! {
        <Card title=mine::title()>
            {rows}
            {week}
            <LinkButton
                href=Route::PersonNew.href()
                label=mine::add()
                kind=Kind::Soft
                icon=icondata_lu::LuPlus
            />
        </Card>
    }
}

fn my_cards() -> AnyView {
    let store = store();
    let rows = move || {
        let row = |kind: &OwnCardKind| {
            let kind = *kind;
            let (title, hint) = title(kind);
            let filled = store.diary.with(|diary| own_card(diary, kind).is_some());
            let hint = if filled { hint.to_owned() } else { own_card::empty().to_owned() };
            view! { <RowLink href=Route::OwnCard(kind).href() title hint icon=icon(kind) tint=Tint::Sky /> }
        };
        OwnCardKind::ALL.iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <Card title=mine::cards()>
            <p class="quiet">{mine::cards_hint()}</p>
            {rows}
        </Card>
    }
}
