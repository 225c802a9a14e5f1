//! The app: its contexts, the diary that is open, and the room at the present address.

use std::cell::RefCell;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::components::{BasePath, Build, dynamic};
use crate::platform::{device, later, service_worker};
use crate::rooms::{Frame, Place, RoomSet, Welcome};
use crate::state::{Keeper, Role, Session};

/// Mounts the app with the rooms of one module. Returns what takes it off the page again.
pub fn mount(rooms: RoomSet) -> Option<UnmountHandle<impl Mountable + use<>>> {
    let body = web_sys::window()?.document()?.body()?;
    Some(mount_to(body.unchecked_into(), move || view! { <App rooms /> }))
}

thread_local! {
    /// What takes the first module's rooms off the page.
    static LEAVE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// The first module: the first run and Today, until the second takes over.
pub fn open_first_rooms() {
    let mounted = mount(crate::rooms::first::ROOMS);
    LEAVE.set(Some(Box::new(move || drop(mounted))));
}

/// The second module: every room, from the moment that the page is given to it.
pub fn open_every_room() {
    later::wait_for_turn(|| {
        if let Some(mounted) = mount(crate::rooms::every::ROOMS) {
            mounted.forget();
        }
    });
}

/// Clears the page and gives it to the second module. The diary is closed first: the second opens
/// it anew, after every write that was begun.
pub fn give_page_away(keeper: Option<Keeper>) {
    if let Some(leave) = LEAVE.take() {
        if let Some(keeper) = keeper {
            keeper.close();
        }
        leave();
        later::give_turn();
    }
}

/// The whole app.
#[component]
fn App(rooms: RoomSet) -> impl IntoView {
    let session = Session::begin();
    let base = device::base_path();
    provide_context(rooms);
    provide_context(session);
    provide_context(BasePath(base.clone()));
    provide_context(Opened(RwSignal::new(None)));
    let new_version = RwSignal::new(false);
    provide_context(NewVersion(new_version));
    service_worker::register(move || {
        new_version.try_set(true);
    });
    view! {
        <Router base>
            <Rooms />
        </Router>
    }
    .built()
}

/// Whether a newer build lies ready.
#[derive(Debug, Clone, Copy)]
pub struct NewVersion(pub RwSignal<bool>);

/// The open diary, once there is one.
#[derive(Debug, Clone, Copy)]
pub struct Opened(RwSignal<Option<(Role, Keeper)>>);

impl Opened {
    /// Opens a role's diary and shows its rooms.
    pub async fn open(self, role: Role, example: bool) -> Keeper {
        let keeper = Keeper::open(role, example).await;
        self.0.set(Some((role, keeper)));
        keeper
    }
}

#[component]
fn Rooms() -> impl IntoView {
    let session: Session = expect_context();
    let opened: Opened = expect_context();
    let location = use_location();
    let base = device::base_path();
    let place = Memo::new(move |_| {
        let path = location.pathname.get();
        let path = path.strip_prefix(base.as_str()).unwrap_or(&path).to_owned();
        Place::read(&path, &location.search.get())
    });
    if let Some(role) = session.role() {
        let example = session.example();
        spawn_local(async move {
            opened.open(role, example).await;
        });
    }
    let language = Memo::new(move |_| session.language());
    let has_role = Memo::new(move |_| session.role().is_some());
    dynamic(move || {
        // Another language draws everything anew, so that no sentence need be a signal.
        language.track();
        match opened.0.get() {
            Some((role, keeper)) => view! { <Frame role keeper place /> }.built(),
            None if has_role.get() => ().built(),
            None => view! { <Welcome /> }.built(),
        }
    })
}
