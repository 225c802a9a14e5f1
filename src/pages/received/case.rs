//! One case: the meeting sheet of its newest summary, and the earlier ones.

use askelma_diary::id::Id;
use askelma_diary::sharing::summary::Summary;
use askelma_exchange::message::{Message, decode};

use crate::pages::layout::{ConfirmSheet, ReadPage, RemoveButton};
use crate::pages::not_found;
use crate::pages::received::cases::received;
use crate::pages::received::meeting_sheet::sheet;
use crate::pages::{back_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, case as t, cases, meeting_sheet};
use crate::ui::SelectField;
use crate::ui::prelude::*;

/// The page: the meeting sheet, the earlier versions, and the way to remove the case.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let items = Memo::new(move |_| received(store, id));
    let version = RwSignal::new(0_usize);
    let page = move || {
        let items = items.get();
        let summary =
            items.get(version.get()).or(items.first()).and_then(|(_, item)| read(&item.message));
        match summary {
            Some(summary) => sheet_page(id, &summary, version, &items),
            None => not_found::page(),
        }
    };
    view! { {page} }
}

/// A kept message as a summary; what was kept had been read before, so that it can be again.
pub fn read(message: &[u8]) -> Option<Summary> {
    match decode(message) {
        Ok(Message::Summary(summary)) => Some(summary),
        Err(_) => None,
    }
}

fn sheet_page(
    id: Id,
    summary: &Summary,
    version: RwSignal<usize>,
    items: &[(Id, askelma_diary::entries::Received)],
) -> AnyView {
    let name = summary.name.as_str().to_owned();
    let above =
        meeting_sheet::above(&wording::short(summary.from), &name, &wording::short(summary.to));
    let versions = (items.len() > 1).then(|| {
        let options = items
            .iter()
            .enumerate()
            .map(|(index, (_, item))| {
                (index.to_string(), cases::shared(&wording::short(item.made_at.day())))
            })
            .collect::<Vec<_>>();
        view! {
            <SelectField
                label=t::versions()
                options
                value=Signal::derive(move || version.get().to_string())
                on_change=move |to: String| version.set(to.parse().unwrap_or_default())
            />
        }
    });
    let body = sheet(summary);
    view! {
        <ReadPage title=name.clone() above back=back_to(Route::Home) wide=true>
            {body}
            {versions}
            {removal(id, name)}
        </ReadPage>
    }
}

/// Deleting a case asks first: it takes every summary of it along.
pub fn removal(id: Id, name: String) -> AnyView {
    let store = store();
    let asks_sure = RwSignal::new(false);
    let navigate = navigator();
    let remove = Callback::new(move |()| {
        actions::remove_case(store, id);
        navigate(Route::Home);
    });
    view! {
        <RemoveButton label=t::remove() on_press=move |()| asks_sure.set(true) />
        <ConfirmSheet
            open=asks_sure
            title=t::remove_sure(&name)
            confirm=app::remove()
            on_confirm=remove
        />
    }
}
