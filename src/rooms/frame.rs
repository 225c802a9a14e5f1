//! What stands around every room: the places, the undo line, and the quiet lines on top.

use askelma_diary::nudge::nudge_due;
use askelma_diary::shard::ShardKey;
use askelma_diary::time::Day;
use leptos::prelude::*;

use super::{Place, RoomSet, shared};
use crate::app::NewVersion;
use crate::components::{Build, NavBar, NavItem, QuietLine, UndoLine, dynamic, when};
use crate::platform::intl::{self, DateStyle};
use crate::platform::{device, install, service_worker, share_file};
use crate::state::{Keeper, Role, Session, Trouble};
use crate::storage::{SetAside, StorageError};
use crate::text;

/// The frame of a role's rooms, with the room at the present place.
#[component]
pub fn Frame(role: Role, keeper: Keeper, place: Memo<Place>) -> impl IntoView {
    provide_context(keeper);
    provide_context(role);
    let plain =
        Memo::new(move |_| keeper.diary.with(|diary| diary.choices().plain_words == Some(true)));
    Effect::new(move |_| device::dress_plainly(plain.get()));
    if role == Role::Young {
        let due = Memo::new(move |_| keeper.diary.with(|diary| nudge_due(diary, keeper.now.get())));
        Effect::new(move |_| install::mark_icon(due.get()));
    }
    let said = Signal::derive(move || keeper.said.with(|said| Some(said.as_ref()?.text.clone())));
    let undo_label = Signal::derive(move || {
        let can = keeper.said.with(|said| said.as_ref().is_some_and(|said| said.undo.is_some()));
        if can { text::app::undo().to_owned() } else { String::new() }
    });
    let above = view! {
        <UndoLine
            message=said
            undo_label
            on_undo=move |()| keeper.undo(text::app::undone())
            on_expire=move |()| keeper.said.set(None)
        />
    }
    .built();
    let rooms: RoomSet = expect_context();
    let list = (rooms.beside)(role);
    view! {
        <Lines />
        <NavBar items=places(role) label=text::nav::label() brand=text::app::name() above>
            {list}
        </NavBar>
        {dynamic(move || (rooms.room)(role, place.get()))}
    }
    .built()
}

fn places(role: Role) -> Vec<NavItem> {
    let item = |place: Place, label: &str, icon| NavItem {
        href: place.href(),
        label: label.to_owned(),
        icon,
        exact: place == Place::Start,
    };
    match role {
        Role::Young => vec![
            item(Place::Start, text::nav::today(), icondata_lu::LuSun),
            item(Place::Path, text::nav::path(), icondata_lu::LuFootprints),
            item(Place::Me, text::nav::me(), icondata_lu::LuSparkles),
            item(Place::People, text::nav::people(), icondata_lu::LuUsersRound),
        ],
        Role::Parent => vec![
            item(Place::Start, text::nav::home(), icondata_lu::LuSun),
            item(Place::Receive, text::nav::receive(), icondata_lu::LuScanLine),
            item(Place::Settings, text::nav::settings(), icondata_lu::LuSettings),
        ],
        Role::Worker => vec![
            item(Place::Start, text::nav::cases(), icondata_lu::LuUsersRound),
            item(Place::Receive, text::nav::receive(), icondata_lu::LuScanLine),
            item(Place::Settings, text::nav::settings(), icondata_lu::LuSettings),
        ],
    }
}

/// The quiet lines: a new version, example data, what is not kept, what could not be read.
#[component]
fn Lines() -> impl IntoView {
    let keeper = super::keeper();
    let session: Session = super::session();
    let NewVersion(new_version) = expect_context();
    let leave = move |()| {
        leptos::task::spawn_local(async move {
            shared::leaving::leave_example(keeper, session).await;
        });
    };
    let trouble = move || {
        keeper.trouble.get().map(|Trouble(error)| {
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
        keeper.aside.get().into_iter().map(|part| {
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
