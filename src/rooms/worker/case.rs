//! One case: the meeting sheet of its newest summary, and the earlier ones.

use askelma_diary::id::Id;
use askelma_diary::summary::Summary;
use askelma_exchange::message::{Message, decode};
use leptos::prelude::*;

use super::cases::received;
use crate::components::{
    Build, Button, HelpLink, Kind, Page, PageHeader, SelectField, Sheet, dynamic, when,
};
use crate::rooms::shared::{nothing, sheet_view};
use crate::rooms::{Place, back_to, keeper, say, walker};
use crate::state::actions;
use crate::text::{app, cases as t, nav, sheet};

/// The room.
pub fn case(id: Id) -> AnyView {
    let keeper = keeper();
    let items = Memo::new(move |_| received(keeper, id));
    let at = RwSignal::new(0_usize);
    let page = move || {
        let items = items.get();
        let summary =
            items.get(at.get()).or(items.first()).and_then(|(_, item)| read(&item.message));
        match summary {
            Some(summary) => sheet_page(id, &summary, at, &items),
            None => nothing::nothing(),
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
    let above = sheet::above(&say::short(summary.from), &name, &say::short(summary.to));
    let versions = (items.len() > 1).then(|| {
        let options = items
            .iter()
            .enumerate()
            .map(|(index, (_, item))| {
                (index.to_string(), t::shared(&say::short(item.made_at.day())))
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
    let body = sheet_view::sheet(summary);
    view! {
        <Page wide=true>
            <PageHeader title=name.clone() above back=back_to(Place::Start)>
                <HelpLink href=Place::Help.href() label=nav::help() />
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
    let keeper = keeper();
    let sure = RwSignal::new(false);
    let walk = walker();
    let remove = Callback::new(move |()| {
        actions::remove_case(keeper, id);
        walk(Place::Start);
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
