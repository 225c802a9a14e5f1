//! The second module of the page: every room, fetched once Today stands.
//!
//! The first module holds the first run and Today alone, so that a first visit is soon usable.
//! When somebody goes on to another room, the first module gives the page to the second.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlScriptElement};

use super::device;

const READY: &str = "askelma-rooms-ready";
const TURN: &str = "askelma-rooms-turn";
const LEAVE: &str = "askelma-rooms-leave";
const HANDED: &str = "askelma-handed";

/// What the first module was in the middle of, as shard bytes.
#[derive(Debug, Clone, Default)]
pub struct Handed {
    /// Entries that are on the screen and not on the disk.
    pub unsaved: Option<Vec<u8>>,
    /// What takes the last entry back.
    pub undo: Option<Vec<u8>>,
}

/// First module: fetches the second. `ready` is called once it waits for its turn, `absent` if it
/// cannot be had (no network before the first visit is complete).
pub fn fetch(ready: impl FnOnce() + 'static, absent: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    listen(READY, ready);
    let script = window
        .document()
        .and_then(|document| document.create_element("script").ok())
        .and_then(|script| script.dyn_into::<HtmlScriptElement>().ok());
    let head = window.document().and_then(|document| document.head());
    let (Some(script), Some(head), Some(loader)) =
        (script, head, device::meta("askelma-every-room"))
    else {
        return absent();
    };
    let on_error = Closure::once_into_js(absent);
    script.set_onerror(Some(on_error.unchecked_ref()));
    script.set_type("module");
    script.set_src(&loader);
    let _ = head.append_child(&script);
}

/// First module: gives the page away, with what it was in the middle of. `leave` clears it, just
/// before the second draws on it.
pub fn give_turn(leave: impl FnOnce() + 'static, handed: &Handed) {
    listen(LEAVE, leave);
    if let Some(window) = web_sys::window() {
        let bytes = |bytes: &Option<Vec<u8>>| {
            bytes.as_deref().map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes).into())
        };
        let pair = Array::of2(&bytes(&handed.unsaved), &bytes(&handed.undo));
        // A property of one's own cannot be refused.
        let _ = Reflect::set(&window, &JsValue::from_str(HANDED), &pair);
    }
    send(TURN);
}

/// Second module: what the first was in the middle of; given once.
pub fn take_handed() -> Option<Handed> {
    let window = web_sys::window()?;
    let name = JsValue::from_str(HANDED);
    let pair = Reflect::get(&window, &name).ok()?.dyn_into::<Array>().ok()?;
    let _ = Reflect::delete_property(&window, &name);
    let bytes = |at| pair.get(at).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
    Some(Handed { unsaved: bytes(0), undo: bytes(1) })
}

/// Second module: the first one's rooms go, in this very moment.
pub fn clear_page() {
    send(LEAVE);
}

/// Second module: says that it is ready, and begins when the page is given to it.
pub fn wait_for_turn(begin: impl FnOnce() + 'static) {
    listen(TURN, begin);
    send(READY);
}

fn listen(name: &str, call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let call = Closure::once_into_js(call);
        // Listening to an event of one's own cannot be refused.
        let _ = window.add_event_listener_with_callback(name, call.unchecked_ref());
    }
}

fn send(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}
