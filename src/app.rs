//! The app: its contexts, the diary that is open, and the room at the present address.

use crate::components::Build;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use wasm_bindgen_futures::spawn_local;

use crate::components::{BasePath, dynamic};
use crate::platform::{device, service_worker};
use crate::rooms::{Frame, Place, Welcome};
use crate::state::{Keeper, Role, Session};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::begin();
    let base = device::base_path();
    provide_context(session);
    provide_context(BasePath(base.clone()));
    provide_context(Opened(RwSignal::new(None)));
    let new_version = RwSignal::new(false);
    provide_context(NewVersion(new_version));
    service_worker::register(move || new_version.set(true));
    device::take_splash_away();
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
