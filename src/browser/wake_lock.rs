//! Keeps the screen awake while a code is shown or scanned. Where the browser cannot, nothing
//! happens and nothing is said: the code is still there, only the screen may go dark.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::{device, js};

/// The screen stays awake for as long as this is kept.
#[derive(Debug)]
pub struct WakeLock {
    held: Rc<Held>,
    _listener: Option<EventListener>,
}

impl WakeLock {
    /// Asks for it. Browsers take it back when the page is hidden, so it is asked for again each
    /// time the page is looked at.
    pub fn keep_awake() -> Self {
        let held = Rc::new(Held::default());
        ask(&held);
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let held = Rc::clone(&held);
            EventListener::new(&document, "visibilitychange", move |_| {
                if device::is_visible() {
                    ask(&held);
                }
            })
        });
        Self { held, _listener: listener }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.held.given_up.set(true);
        if let Some(sentinel) = self.held.sentinel.take() {
            release(&sentinel);
        }
    }
}

#[derive(Debug, Default)]
struct Held {
    sentinel: RefCell<Option<JsValue>>,
    given_up: Cell<bool>,
}

fn ask(held: &Rc<Held>) {
    let Some(promise) = request() else { return };
    let held = Rc::clone(held);
    spawn_local(async move {
        let Ok(sentinel) = JsFuture::from(promise).await else {
            return;
        };
        if held.given_up.get() {
            release(&sentinel);
        } else if let Some(earlier) = held.sentinel.replace(Some(sentinel)) {
            release(&earlier);
        }
    });
}

fn request() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let lock = js::get(&navigator, "wakeLock")?;
    js::call_with(&lock, "request", &"screen".into())?.dyn_into().ok()
}

fn release(sentinel: &JsValue) {
    let released = js::call(sentinel, "release");
    if let Some(promise) = released.and_then(|released| released.dyn_into::<Promise>().ok()) {
        // Waited for only so that a refusal is not reported as unhandled.
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
