//! The app: its contexts, the open diary, and the page at the present address.

mod chunk;
mod every_page;
mod frame;
mod page;

use leptos::mount::mount_to_body;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{device, drafts, first_screen, service_worker};
use crate::pages::welcome::welcome;
use crate::routes::Route;
use crate::store::{OpenDiary, Session};
use crate::ui::BasePath;
use crate::ui::prelude::*;

pub use chunk::LaterPages;
use chunk::{Chunk, Load};
pub use every_page::later_pages;
use frame::{Frame, NewVersion};

/// Fetches the sentences, which every page needs, and mounts the app. `load` fetches the pages that
/// are split off. Where it cannot start, the page's own script says so.
pub fn open(load: Load) {
    spawn_local(async move {
        let Ok(session) = Session::begin().await else {
            wasm_bindgen::throw_str("the sentences could not be fetched");
        };
        forget_drafts_of_before(session);
        Session::on_left_elsewhere(|| {
            device::show_nothing();
            device::reload();
        });
        first_screen::hold();
        mount_to_body(move || view! { <App load session /> });
    });
}

/// Drafts of a diary that was left go, though they were written in a tab that slept meanwhile.
fn forget_drafts_of_before(session: Session) {
    let base = device::base_path();
    if session.tab_is_from_before() {
        drafts::clear_all(&base);
    } else if let Some(role) = session.role()
        && !session.example()
    {
        drafts::clear(&drafts::place_of(&base, role.code(), true));
    }
}

/// The whole app.
#[component]
fn App(load: Load, session: Session) -> impl IntoView {
    let base = device::base_path();
    let new_version = RwSignal::new(false);
    provide_context(session);
    provide_context(BasePath(base.clone()));
    provide_context(OpenDiary::default());
    provide_context(NewVersion(new_version));
    provide_context(Chunk::new(load, session));
    service_worker::register(move || {
        new_version.try_set(true);
    });
    view! {
        <Router base>
            <Content />
        </Router>
    }
}

/// The first run, or the frame of the open diary.
#[component]
fn Content() -> impl IntoView {
    let session: Session = expect_context();
    let open_diary: OpenDiary = expect_context();
    let route = present_route();
    if let Some(role) = session.role() {
        let example = session.example();
        spawn_local(async move {
            open_diary.open(role, example).await;
        });
    }
    let language = Memo::new(move |_| session.language());
    let has_role = Memo::new(move |_| session.role().is_some());
    let asks_help = Memo::new(move |_| route.get() == Route::Help);
    view! { {move || {
        // Another language draws everything anew, so that no sentence need be a signal. A memo that
        // is only tracked and never read does not know what it depends on.
        let _ = language.get();
        let view = match open_diary.open_store.get() {
            Some((role, store)) => view! { <Frame role store route /> },
            // What stands in the page from the first paint stays until the diary is open.
            None if has_role.get() => return ().into_any(),
            // Help comes before any choice.
            None if asks_help.get() => page::help(),
            None => welcome::page(),
        };
        device::tell_page_started();
        view
    }} }
}

/// The route at the present address. An address of before is replaced by the present one.
fn present_route() -> Memo<Route> {
    let base = device::base_path();
    let location = use_location();
    let (path, query) = (location.pathname, location.search);
    let route = Memo::new({
        let base = base.clone();
        move |_| {
            let path = path.get();
            Route::read(path.strip_prefix(base.as_str()).unwrap_or(&path), &query.get())
        }
    });
    // After a link the router waits with the address until its own `Routes` have drawn the page;
    // the pages are drawn without them, so the address follows here.
    Effect::new(move |_| {
        let (path, query) = (path.get(), query.get());
        device::go_to(&path, &query);
        let route = route.get();
        if route != Route::NotFound {
            device::replace_address(&format!("{base}{}", route.href()));
        }
    });
    route
}
