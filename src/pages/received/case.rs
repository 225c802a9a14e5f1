//! One case: the meeting sheet of its newest summary, and the earlier ones.

use askelma_diary::id::Id;
use askelma_diary::sharing::summary::Summary;
use askelma_exchange::message::{Message, decode};
use leptos::prelude::*;

use crate::pages::not_found;
use crate::pages::received::cases::received;
use crate::pages::received::meeting_sheet::sheet;
use crate::pages::{back_to, store, walker, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, case as t, cases, meeting_sheet, nav};
use crate::ui::{
    Build, Button, HelpLink, Kind, Page, PageHeader, SelectField, Sheet, dynamic, when,
};

/// The room.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let items = Memo::new(move |_| received(store, id));
    let at = RwSignal::new(0_usize);
    let page = move || {
        let items = items.get();
        let summary =
            items.get(at.get()).or(items.first()).and_then(|(_, item)| read(&item.message));
        match summary {
            Some(summary) => sheet_page(id, &summary, at, &items),
            None => not_found::page(),
        }
    };
    dynamic(page)
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
    at: RwSignal<usize>,
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
                value=Signal::derive(move || at.get().to_string())
                on_change=move |to: String| at.set(to.parse().unwrap_or_default())
            />
        }
    });
    let body = sheet(summary);
    view! {
        <Page wide=true>
            <PageHeader title=name.clone() above back=back_to(Route::Home)>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            {body}
            {versions}
            {removal(id, name)}
        </Page>
    }
    .built()
}

/// Deleting a case asks first: it takes every summary of it along.
pub fn removal(id: Id, name: String) -> AnyView {
    let store = store();
    let sure = RwSignal::new(false);
    let walk = walker();
    let remove = Callback::new(move |()| {
        actions::remove_case(store, id);
        walk(Route::Home);
    });
    let question = t::remove_sure(&name);
    view! {
        <Button
            label=t::remove()
            kind=Kind::Text
            icon=icondata_lu::LuTrash2
            on_press=move |()| sure.set(true)
        />
        {when(
            move || sure.get(),
            move || view! {
                <Sheet
                    title=question.clone()
                    close_label=app::close()
                    on_close=move |()| sure.set(false)
                >
                    <Button label=app::remove() on_press=remove />
                    <Button
                        label=app::cancel()
                        kind=Kind::Outline
                        on_press=move |()| sure.set(false)
                    />
                </Sheet>
            },
        )}
    }
    .built()
}
