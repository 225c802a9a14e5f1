//! The service worker: keeps the app for use without a network, and says when a newer build has
//! arrived. A build is taken only when the person asks for it, and only in the tab that asked.

use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, MessageEvent, MessagePort, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache, VisibilityState,
};

use crate::browser::{data_files, js};

const AN_HOUR_MS: u32 = 60 * 60 * 1000;
/// What the service worker says of its cache: whether nothing is missing.
const WHOLE: &str = "whole";
/// How long a newer build may take to take over, in milliseconds, before the page is loaded anyway.
const TAKES_OVER_WITHIN_MS: u32 = 3000;

/// Registers the service worker for all of the app. `new_version` is called when a newer build
/// lies ready, perhaps more than once. Does nothing where there is no service worker, nor in a bundle
/// for developing: it would keep the build before.
pub fn register(new_version: impl Fn() + Clone + 'static) {
    if cfg!(debug_assertions) {
        return;
    }
    let Some(container) = container() else { return };
    answer_which_build(&container);
    spawn_local(async move {
        // Where it is denied (a private window, say) the app works all the same, only online.
        let Ok(registration) = registered(&container).await else {
            return;
        };
        tell_of_new_versions(&registration, new_version);
        look_for_updates(&registration);
        if let Some(controller) = container.controller() {
            // This tab may be the first since the last tab of an older build has closed, and the
            // browser may have cleared something away.
            post(&controller, "tidy");
        }
    });
}

/// Takes the newer build: lets it take over and reloads this tab, and no other.
pub fn take_new_version() {
    let Some(container) = container() else {
        return reload();
    };
    spawn_local(async move {
        let registration = JsFuture::from(container.get_registration()).await;
        let registration = registration.ok().and_then(|registration| registration.dyn_into().ok());
        match registration
            .and_then(|registration: ServiceWorkerRegistration| registration.waiting())
        {
            Some(waiting) => {
                let on_controller_change = Closure::<dyn FnMut()>::once(reload);
                container
                    .set_oncontrollerchange(Some(on_controller_change.as_ref().unchecked_ref()));
                on_controller_change.forget();
                post(&waiting, "skip-waiting");
                // It may have been replaced meanwhile, or have taken over from another tab's word.
                Timeout::new(TAKES_OVER_WITHIN_MS, reload).forget();
            }
            // Another tab has let it take over already.
            None => reload(),
        }
    });
}

/// Whether every page opens without a network: the service worker has kept the whole build, and
/// nothing of it was cleared away since. Nothing where the worker does not say.
pub async fn works_offline() -> Option<bool> {
    let Some(container) = container() else { return Some(false) };
    let registration = JsFuture::from(container.get_registration()).await.ok()?;
    let active = registration.dyn_into::<ServiceWorkerRegistration>().ok();
    let Some(active) = active.and_then(|registration| registration.active()) else {
        return Some(false);
    };
    let mut listener = None;
    let answer = Promise::new(&mut |resolve, _| {
        let on_message = move |event: &Event| {
            let data = js::get(event, "data").unwrap_or_default();
            if let Some(whole) = js::get(&data, WHOLE) {
                // A resolver takes any value.
                let _ = resolve.call1(&JsValue::UNDEFINED, &whole);
            }
        };
        listener = Some(EventListener::new(&container, "message", on_message));
    });
    post(&active, "is-whole");
    let whole = JsFuture::from(answer).await.ok()?.as_bool();
    drop(listener);
    whole
}

/// Calls when another build's service worker takes over, the first one included.
pub fn on_taken_over(call: impl Fn() + 'static) -> Option<EventListener> {
    let container = container()?;
    Some(EventListener::new(&container, "controllerchange", move |_| call()))
}

/// The browser's service workers; `None` where it has none, as on a page that is not secure.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    js::get(&navigator, "serviceWorker").map(JsCast::unchecked_into)
}

async fn registered(
    container: &ServiceWorkerContainer,
) -> Result<ServiceWorkerRegistration, JsValue> {
    let base = data_files::base();
    let options = RegistrationOptions::new();
    options.set_scope(&base);
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let promise = container.register_with_options(&format!("{base}sw.js"), &options);
    JsFuture::from(promise).await?.dyn_into()
}

/// The service worker asks every tab which build it was started from, and keeps that build.
fn answer_which_build(container: &ServiceWorkerContainer) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        if js::text(&event.data(), "type").as_deref() != Some("which-build") {
            return;
        }
        if let Ok(port) = event.ports().get(0).dyn_into::<MessagePort>() {
            let _ = port.post_message(&data_files::build().into());
        }
    });
    container.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn tell_of_new_versions(
    registration: &ServiceWorkerRegistration,
    new_version: impl Fn() + Clone + 'static,
) {
    if registration.waiting().is_some() && registration.active().is_some() {
        new_version();
    }
    let registration_found = registration.clone();
    let on_update_found = Closure::<dyn Fn()>::new(move || {
        let Some(installing) = registration_found.installing() else {
            return;
        };
        // Without another one at work this is the first build ever, not a newer one. Asked now: in
        // WebKit the first one is seen to be installed after it has begun to work.
        if registration_found.active().is_none() {
            return;
        }
        let new_version = new_version.clone();
        let on_state_change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let worker = event.target().and_then(|target| target.dyn_into::<ServiceWorker>().ok());
            let ready =
                worker.is_some_and(|worker| worker.state() == ServiceWorkerState::Installed);
            if ready {
                new_version();
            }
        });
        installing.set_onstatechange(Some(on_state_change.as_ref().unchecked_ref()));
        on_state_change.forget();
    });
    registration.set_onupdatefound(Some(on_update_found.as_ref().unchecked_ref()));
    on_update_found.forget();
}

/// Looks when the tab is shown again, and every hour.
fn look_for_updates(registration: &ServiceWorkerRegistration) {
    let registration = registration.clone();
    let check = move || {
        let document = web_sys::window().and_then(|window| window.document());
        if document.is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
            && let Ok(promise) = registration.update()
        {
            spawn_local(async move {
                // Without a network there is nothing newer to be had.
                let _ = JsFuture::from(promise).await;
            });
        }
    };
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let check = check.clone();
        EventListener::new(&document, "visibilitychange", move |_| check()).forget();
    }
    Interval::new(AN_HOUR_MS, check).forget();
}

fn post(worker: &ServiceWorker, kind: &str) {
    let _ = worker.post_message(&js::object(&[("type", kind.into())]));
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
