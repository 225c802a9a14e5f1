//! What stands around every page: the navigation, the undo line, and the quiet lines on top.

use askelma_diary::today::nudge::nudge_due;

use super::chunk::Chunk;
use super::page;
use crate::browser::{device, install, service_worker, share_file};
use crate::pages::data::leaving;
use crate::pages::wording;
use crate::routes::Route;
use crate::store::{DiaryStore, Role, Session, StorageError, Trouble};
use crate::text;
use crate::ui::prelude::*;
use crate::ui::{NavBar, NavItem, QuietLine, UndoLine};

/// Whether a newer build lies ready.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewVersion(pub RwSignal<bool>);

/// The frame of a role's pages, with the page at the present address.
#[component]
pub(super) fn Frame(role: Role, store: DiaryStore, route: Memo<Route>) -> impl IntoView {
    provide_context(store);
    provide_context(role);
    let plain_words =
        Memo::new(move |_| store.diary.with(|diary| diary.choices().plain_words == Some(true)));
    Effect::new(move |_| device::set_plain(plain_words.get()));
    if role == Role::Young {
        let nudge_due_now =
            Memo::new(move |_| store.diary.with(|diary| nudge_due(diary, store.now.get())));
        Effect::new(move |_| install::mark_icon(nudge_due_now.get()));
    }
    let message =
        Signal::derive(move || store.message.with(|message| Some(message.as_ref()?.text.clone())));
    let undo_label = Signal::derive(move || {
        let can_undo = store
            .message
            .with(|message| message.as_ref().is_some_and(|message| message.undo.is_some()));
        if can_undo { text::app::undo().to_owned() } else { String::new() }
    });
    let above = view! {
        <UndoLine
            message=message
            undo_label
            on_undo=move |()| store.undo(text::app::undone())
            on_expire=move |()| store.message.set(None)
        />
    };
    let (session, chunk): (Session, Chunk) = (expect_context(), expect_context());
    let nav_extra = move || chunk.ready().and_then(|pages| (pages.nav_extra)(role));
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
        <NavBar items=nav_items(role) label=text::nav::label() brand=text::app::name() above>
            {nav_extra}
        </NavBar>
        {move || page::page(role, route.get())}
    }
}

fn nav_items(role: Role) -> Vec<NavItem> {
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
            } else {
                view! { <QuietLine text=why(error) /> }
            }
        })
    };
    let aside = move || {
        store
            .aside
            .get()
            .into_iter()
            .map(|part| {
                let part_name = wording::shard(part.shard);
                let save = Callback::new(move |()| {
                    let name = format!("{}.askd", part.shard);
                    // Where the browser lets no file out, the part stays where it is.
                    let _ = share_file::download_as(&name, "application/octet-stream", &part.bytes);
                });
                view! {
                    <QuietLine
                        text=text::trouble::aside(&part_name)
                        action=text::trouble::aside_save()
                        on_action=save
                    />
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="lines">
            <Show when=move || session.example()>
                <QuietLine
                    text=text::app::example()
                    icon=icondata_lu::LuEye
                    action=text::app::example_leave()
                    on_action=Callback::new(leave)
                />
            </Show>
            <Show when=move || new_version.get()>
                <QuietLine
                    text=text::app::new_version()
                    icon=icondata_lu::LuSprout
                    action=text::app::new_version_take()
                    on_action=Callback::new(|()| service_worker::take_new_version())
                />
            </Show>
            {trouble}
            {aside}
        </div>
    }
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
