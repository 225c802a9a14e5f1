//! What stands around every page: the navigation, the undo line, and the quiet lines on top.

use askelma_diary::today::nudge::nudge_due;

use super::chunk::Chunk;
use super::page;
use crate::browser::{device, drafts, install, service_worker};
use crate::pages::data::leaving;
use crate::pages::drafts::{DraftPlace, Shows, is_writing};
use crate::pages::navigator;
use crate::pages::wording::part_name;
use crate::routes::Route;
use crate::store::{DiaryStore, Needs, Readiness, Role, Session, StorageError, Trouble};
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
    let whose = untrack(|| crate::pages::session().example());
    let draft_place = DraftPlace::new(drafts::place_of(&device::base_path(), role.code(), whose));
    provide_context(draft_place);
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
            && store.readiness(Needs::First) == Readiness::Ready
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
        {move || {
            let route = route.get();
            draft_place.turn_to(&written_at(route, store).href());
            page::page(role, route)
        }}
    }
}

/// The route under which what is written on a page is kept: a page of today's is that of its date.
fn written_at(route: Route, store: DiaryStore) -> Route {
    match route {
        Route::LastNight => Route::Night(store.now.get_untracked().day()),
        route => route,
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
    let navigate = navigator();
    let to_data = Callback::new(move |()| navigate(Route::Data));
    let trouble = move || {
        store.trouble.get().map(|trouble| {
            let (action, on_action) = match trouble {
                Trouble::NotSaved(StorageError::Newer | StorageError::Erased) => {
                    (text::trouble::reload(), Callback::new(|()| device::reload()))
                }
                // What is not saved goes along in the file.
                Trouble::NotSaved(StorageError::Full) => (text::trouble::save_as_file(), to_data),
                Trouble::NotSaved(
                    StorageError::Unavailable | StorageError::NotKept | StorageError::Lost,
                )
                | Trouble::NotRead => {
                    (text::app::again(), Callback::new(move |()| store.try_again()))
                }
            };
            view! { <QuietLine text=why(trouble) action on_action /> }
        })
    };
    let aside = move || {
        let names: Vec<_> =
            store.aside.with(|parts| parts.iter().map(|part| part_name(part.shard)).collect());
        (!names.is_empty()).then(|| {
            view! {
                <QuietLine
                    text=text::trouble::aside(&names.join(", "))
                    action=text::trouble::aside_look()
                    on_action=to_data
                />
            }
        })
    };
    let draft_place: DraftPlace = expect_context();
    let begun = move || begun_line(draft_place);
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
            <Show when=move || new_version.get()>{new_version_line(store)}</Show>
            {trouble}
            {aside}
            {begun}
        </div>
    }
}

/// A newer build is taken by a tap, and only once nothing is lost by it: what is being written is
/// asked about, what is not on the disk is waited for.
fn new_version_line(store: DiaryStore) -> AnyView {
    let line = RwSignal::new(text::app::new_version());
    let take = move |()| {
        if is_writing() && line.get_untracked() != text::app::new_version_writing() {
            line.set(text::app::new_version_writing());
            return;
        }
        if store.has_unsaved() {
            line.set(text::app::new_version_waits());
        }
        store.when_saved(service_worker::take_new_version);
    };
    view! {
        <QuietLine
            text=Signal::derive(move || line.get().to_owned())
            icon=icondata_lu::LuSprout
            action=text::app::new_version_take()
            on_action=Callback::new(take)
        />
    }
}

/// Says that a page shows what was begun on it and is not saved, with the way to what is saved.
fn begun_line(place: DraftPlace) -> Option<AnyView> {
    let (text, action) = match place.shows.get() {
        Shows::Saved => return None,
        Shows::Begun => (text::app::begun(), text::app::begun_put_aside()),
        Shows::BegunAside => (text::app::begun_aside(), text::app::begun_again()),
    };
    let swap = Callback::new(move |()| place.swap());
    Some(view! {
        <QuietLine text icon=icondata_lu::LuPencil action on_action=swap />
    })
}

fn why(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NotSaved(StorageError::Unavailable) => text::trouble::unavailable(),
        Trouble::NotSaved(StorageError::Full) => text::trouble::full(),
        Trouble::NotSaved(StorageError::Newer) => text::trouble::newer(),
        Trouble::NotSaved(StorageError::Erased) => text::trouble::erased(),
        Trouble::NotSaved(StorageError::NotKept | StorageError::Lost) => text::trouble::not_kept(),
        Trouble::NotRead => text::trouble::not_read(),
    }
}
