//! What stands around every page: the places, the undo line, and the quiet lines on top.

use askelma_diary::shard::ShardKey;
use askelma_diary::time::Day;
use askelma_diary::today::nudge::nudge_due;
use leptos::prelude::*;

use super::chunk::Chunk;
use super::page;
use crate::browser::intl::{self, DateStyle};
use crate::browser::{device, install, service_worker, share_file};
use crate::pages::data::leaving;
use crate::routes::Route;
use crate::store::{DiaryStore, Role, Session, SetAside, StorageError, Trouble};
use crate::text;
use crate::ui::{Build, NavBar, NavItem, QuietLine, UndoLine, dynamic, when};

/// Whether a newer build lies ready.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewVersion(pub RwSignal<bool>);

/// The frame of a role's pages, with the page at the present address.
#[component]
pub(super) fn Frame(role: Role, store: DiaryStore, route: Memo<Route>) -> impl IntoView {
    provide_context(store);
    provide_context(role);
    let plain =
        Memo::new(move |_| store.diary.with(|diary| diary.choices().plain_words == Some(true)));
    Effect::new(move |_| device::dress_plainly(plain.get()));
    if role == Role::Young {
        let due = Memo::new(move |_| store.diary.with(|diary| nudge_due(diary, store.now.get())));
        Effect::new(move |_| install::mark_icon(due.get()));
    }
    let said = Signal::derive(move || store.said.with(|said| Some(said.as_ref()?.text.clone())));
    let undo_label = Signal::derive(move || {
        let can = store.said.with(|said| said.as_ref().is_some_and(|said| said.undo.is_some()));
        if can { text::app::undo().to_owned() } else { String::new() }
    });
    let above = view! {
        <UndoLine
            message=said
            undo_label
            on_undo=move |()| store.undo(text::app::undone())
            on_expire=move |()| store.said.set(None)
        />
    }
    .built();
    let (session, chunk): (Session, Chunk) = (expect_context(), expect_context());
    let beside = move || chunk.ready().and_then(|pages| (pages.beside)(role));
    Effect::new(move |_| {
        if session.example()
            && let Some(pages) = chunk.ready()
            && store.diary.with(|diary| diary.profile().is_none())
        {
            (pages.fill_example)(store, role);
        }
    });
    view! {
        <Lines />
        <NavBar items=places(role) label=text::nav::label() brand=text::app::name() above>
            {dynamic(beside)}
        </NavBar>
        {dynamic(move || page::page(role, route.get()))}
    }
    .built()
}

fn places(role: Role) -> Vec<NavItem> {
    let item = |route: Route, label: &str, icon| NavItem {
        href: route.href(),
        label: label.to_owned(),
        icon,
        exact: route == Route::Home,
    };
    match role {
        Role::Young => vec![
            item(Route::Home, text::nav::today(), icondata_lu::LuSun),
            item(Route::Path, text::nav::path(), icondata_lu::LuFootprints),
            item(Route::Me, text::nav::me(), icondata_lu::LuSparkles),
            item(Route::People, text::nav::people(), icondata_lu::LuUsersRound),
        ],
        Role::Parent => vec![
            item(Route::Home, text::nav::home(), icondata_lu::LuSun),
            item(Route::Receive, text::nav::receive(), icondata_lu::LuScanLine),
            item(Route::Settings, text::nav::settings(), icondata_lu::LuSettings),
        ],
        Role::Worker => vec![
            item(Route::Home, text::nav::cases(), icondata_lu::LuUsersRound),
            item(Route::Receive, text::nav::receive(), icondata_lu::LuScanLine),
            item(Route::Settings, text::nav::settings(), icondata_lu::LuSettings),
        ],
    }
}

/// The quiet lines: a new version, example data, what is not kept, what could not be read.
#[component]
fn Lines() -> impl IntoView {
    let store = crate::pages::store();
    let session: Session = crate::pages::session();
    let NewVersion(new_version) = expect_context();
    let leave = move |()| {
        leptos::task::spawn_local(async move {
            leaving::leave_example(store, session).await;
        });
    };
    let trouble = move || {
        store.trouble.get().map(|Trouble(error)| {
            let reloads = matches!(error, StorageError::Newer | StorageError::Erased);
            if reloads {
                view! {
                    <QuietLine
                        text=why(error)
                        action=text::trouble::reload()
                        on_action=Callback::new(|()| device::reload())
                    />
                }
                .built()
            } else {
                view! { <QuietLine text=why(error) /> }.built()
            }
        })
    };
    let aside = move || {
        store.aside.get().into_iter().map(|part| {
            let what = what_is(&part);
            view! {
                <QuietLine
                    text=text::trouble::aside(&what)
                    action=text::trouble::aside_save()
                    on_action=Callback::new(move |()| {
                        let name = format!("{}.askd", part.shard);
                        // Where the browser lets no file out, the part stays where it is.
                        let _ = share_file::download_as(&name, "application/octet-stream", &part.bytes);
                    })
                />
            }
        }).collect::<Vec<_>>()
    };
    view! {
        <div class="lines">
            {when(
                move || session.example(),
                move || view! {
                    <QuietLine
                        text=text::app::example()
                        icon=icondata_lu::LuEye
                        action=text::app::example_leave()
                        on_action=Callback::new(leave)
                    />
                },
            )}
            {when(
                move || new_version.get(),
                move || view! {
                    <QuietLine
                        text=text::app::new_version()
                        icon=icondata_lu::LuSprout
                        action=text::app::new_version_take()
                        on_action=Callback::new(|()| service_worker::take_new_version())
                    />
                },
            )}
            {dynamic(trouble)}
            {dynamic(aside)}
        </div>
    }
    .built()
}

fn why(error: StorageError) -> &'static str {
    match error {
        StorageError::Unavailable => text::trouble::unavailable(),
        StorageError::Full => text::trouble::full(),
        StorageError::Newer => text::trouble::newer(),
        StorageError::Erased => text::trouble::erased(),
        StorageError::NotKept => text::trouble::not_kept(),
    }
}

fn what_is(part: &SetAside) -> String {
    match part.shard {
        ShardKey::Undated => text::trouble::undated().to_owned(),
        ShardKey::Month(year, month) => Day::from_ymd(year, month, 1)
            .map_or_else(|_| part.shard.to_string(), |day| intl::date(day, DateStyle::Month)),
    }
}
