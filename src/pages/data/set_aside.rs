//! Parts that could not be read: what can still be made out of them, and what becomes of them.

use std::collections::BTreeSet;

use askelma_diary::record::Record;
use askelma_diary::time::Day;
use leptos::task::spawn_local;

use crate::browser::intl::{self, DateStyle};
use crate::browser::share_file;
use crate::pages::layout::ConfirmSheet;
use crate::pages::store;
use crate::pages::wording::part_name;
use crate::store::{DiaryStore, SetAside};
use crate::text::{app, data as t, trouble};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Kind, Notice};

/// A card for each part; nothing where all could be read.
pub fn cards() -> AnyView {
    let store = store();
    view! { <For each=move || store.aside.get() key=|part| part.key.clone() children=card /> }
}

fn card(part: SetAside) -> AnyView {
    let store = store();
    let (records, whole) = DiaryStore::readable(&part);
    let entries: Vec<Record> =
        records.into_iter().filter(|record| record.body().is_some()).collect();
    let (shown_days, can_take) = (days(&entries), !entries.is_empty());
    let notice = RwSignal::new(None::<String>);
    let asks = RwSignal::new(false);
    let part = StoredValue::new(part);
    let take = move |()| {
        spawn_local(async move {
            let taken = store.take_back(part.get_value()).await;
            let text = if taken.is_ok() { t::aside_taken() } else { trouble::not_kept() };
            notice.try_set(Some(text.to_owned()));
        });
    };
    let save = move |()| {
        let part = part.get_value();
        let name = format!("{}.askd", part.shard);
        let saved = share_file::download_as(&name, "application/octet-stream", &part.bytes);
        let text = if saved.is_ok() { t::saved_file() } else { app::engine() };
        notice.set(Some(text.to_owned()));
    };
    let dismiss = move |()| {
        asks.set(false);
        spawn_local(async move {
            if store.dismiss(part.get_value()).await.is_err() {
                notice.try_set(Some(t::aside_not_deleted().to_owned()));
            }
        });
    };
    let found =
        if can_take { t::aside_found(entries.len()) } else { t::aside_nothing().to_owned() };
    let take_label = if whole { t::aside_take_all() } else { t::aside_take() };
    view! {
        <Card title=t::aside(&part_name(part.with_value(|part| part.shard)))>
            <p>{found}</p>
            {(!shown_days.is_empty()).then(|| view! { <p class="quiet">{shown_days}</p> })}
            {can_take.then(|| view! { <Button label=take_label on_press=take /> })}
            <Button label=t::aside_save() kind=Kind::Outline on_press=save />
            <Button label=t::aside_delete() kind=Kind::Text on_press=move |()| asks.set(true) />
            <Notice text=notice />
        </Card>
        <ConfirmSheet
            open=asks
            title=t::aside_delete_ask()
            hint=t::aside_delete_hint()
            confirm=t::aside_delete()
            on_confirm=dismiss
        />
    }
}

/// The days of these entries.
fn days(entries: &[Record]) -> String {
    let days: BTreeSet<Day> = entries.iter().filter_map(|record| record.body()?.day()).collect();
    let days: Vec<_> = days.into_iter().map(|day| intl::date(day, DateStyle::Short)).collect();
    days.join(" · ")
}
