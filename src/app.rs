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
use crate::platform::later::{self, Handed};
use crate::platform::{device, service_worker};
use crate::rooms::{Frame, Place, RoomSet, Welcome};
use crate::state::{Keeper, Role, Session, Vocabulary};

/// Mounts the app with the rooms of one module. Returns what takes it off the page again.
fn mount(rooms: RoomSet, session: Session) -> Option<UnmountHandle<impl Mountable + use<>>> {
    let body = web_sys::window()?.document()?.body()?;
    Some(mount_to(body.unchecked_into(), move || view! { <App rooms session /> }))
}

/// Fetches the sentences, which every room needs. The page itself says when it cannot start.
async fn session(vocabulary: Vocabulary) -> Session {
    match Session::begin(vocabulary).await {
        Ok(session) => session,
        Err(_) => wasm_bindgen::throw_str("the sentences could not be fetched"),
    }
}

thread_local! {
    /// What takes the first module's rooms off the page.
    static LEAVE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
    /// The owner of everything in this module's app.
    static ROOT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// The first module: the first run and Today, until the second takes over.
pub fn open_first_rooms() {
    spawn_local(async {
        let mounted = mount(crate::rooms::first::ROOMS, session(Vocabulary::FirstPage).await);
        LEAVE.set(Some(Box::new(move || {
            drop(mounted);
            // Its router would go on to catch every click on a link.
            if let Some(root) = ROOT.take() {
                root.cleanup();
            }
        })));
        device::tell_page_started();
    });
}

/// The second module: every room, from the moment that the page is given to it.
pub fn open_every_room() {
    later::wait_for_turn(|| {
        spawn_local(async {
            // Read only now: role and language may have been chosen meanwhile.
            let session = session(Vocabulary::Whole).await;
            later::clear_page();
            if let Some(mounted) = mount(crate::rooms::every::ROOMS, session) {
                mounted.forget();
            }
        });
    });
}

/// Gives the page to the second module. The diary is closed first: the second opens it anew, after
/// every write that was begun.
pub fn give_page_away(keeper: Option<Keeper>) {
    if let Some(leave) = LEAVE.take() {
        let handed = keeper.map_or_else(Handed::default, |keeper| {
            keeper.close();
            keeper.hand_over()
        });
        later::give_turn(leave, &handed);
    }
}

/// The whole app.
#[component]
fn App(rooms: RoomSet, session: Session) -> impl IntoView {
    ROOT.set(Owner::current());
    let base = device::base_path();
    provide_context(rooms);
    provide_context(session);
    provide_context(BasePath(base.clone()));
    provide_context(Opened { shown: RwSignal::new(None), fill_example: rooms.fill_example });
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
pub struct Opened {
    shown: RwSignal<Option<(Role, Keeper)>>,
    fill_example: Option<fn(Role, Keeper)>,
}

impl Opened {
    /// Opens a role's diary and shows its rooms.
    pub async fn open(self, role: Role, example: bool) -> Keeper {
        let keeper = Keeper::open(role, example).await;
        if example
            && keeper.diary.with_untracked(|diary| diary.profile().is_none())
            && let Some(fill) = self.fill_example
        {
            fill(role, keeper);
        }
        if let Some(handed) = later::take_handed() {
            keeper.go_on_with(&handed);
        }
        self.shown.set(Some((role, keeper)));
        keeper
    }
}

#[component]
fn Rooms() -> impl IntoView {
    let session: Session = expect_context();
    let opened: Opened = expect_context();
    let location = use_location();
    let (path, query) = (location.pathname, location.search);
    let base = device::base_path();
    let place = Memo::new(move |_| {
        let path = path.get();
        let path = path.strip_prefix(base.as_str()).unwrap_or(&path).to_owned();
        Place::read(&path, &query.get())
    });
    // After a link the router waits with the address until its own `Routes` have drawn the page;
    // the rooms are drawn without them, so the address follows here.
    Effect::new(move |_| path.with(|path| query.with(|query| device::go_to(path, query))));
    if let Some(role) = session.role() {
        let example = session.example();
        spawn_local(async move {
            opened.open(role, example).await;
        });
    }
    let language = Memo::new(move |_| session.language());
    let has_role = Memo::new(move |_| session.role().is_some());
    let asks_help = Memo::new(move |_| place.get() == Place::Help);
    let rooms: RoomSet = expect_context();
    dynamic(move || {
        // Another language draws everything anew, so that no sentence need be a signal. A memo that
        // is only tracked and never read does not know what it depends on.
        let _ = language.get();
        match opened.shown.get() {
            Some((role, keeper)) => view! { <Frame role keeper place /> }.built(),
            None if has_role.get() => ().built(),
            None if asks_help.get() => (rooms.help)(),
            None => view! { <Welcome /> }.built(),
        }
    })
}
