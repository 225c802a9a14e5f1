//! Putting the app on the home screen, where the browser offers it.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::js;

/// The browser's own offer, held by the page's script: it may come before any module stands.
const OFFER: &str = "askelmaInstall";

/// Where installing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Install {
    /// The app runs as an installed one.
    Done,
    /// The browser would ask at once.
    Offered,
    /// Only by the browser's own menu.
    ByHand,
    /// The browser says nothing of it.
    Unknown,
}

/// Where it stands now.
pub fn state() -> Install {
    let Some(window) = web_sys::window() else { return Install::Unknown };
    // Only iOS has this property: there nothing is offered, and the share menu does it.
    let by_hand = js::get(&window.navigator(), "standalone");
    let own_window = window.match_media("(display-mode: standalone)").ok().flatten();
    let installed = by_hand.as_ref().and_then(JsValue::as_bool) == Some(true)
        || own_window.is_some_and(|query| query.matches());
    match (installed, offer(), by_hand.and_then(|by_hand| by_hand.as_bool())) {
        (true, _, _) => Install::Done,
        (false, Some(_), _) => Install::Offered,
        (false, None, Some(false)) => Install::ByHand,
        (false, None, _) => Install::Unknown,
    }
}

/// Lets the browser ask. An offer holds for one question.
pub async fn ask() {
    let offer = web_sys::window().and_then(|window| js::take(&window, OFFER));
    let promise = offer.and_then(|offer| js::call(&offer, "prompt"));
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        // What was answered the browser shows by itself.
        let _ = JsFuture::from(promise).await;
    }
}

fn offer() -> Option<JsValue> {
    let window = web_sys::window()?;
    js::get(&window, OFFER)
}

/// Sets the dot on the app's icon, or takes it away; nothing where there is none.
pub fn mark_icon(on: bool) {
    let Some(window) = web_sys::window() else { return };
    let name = if on { "setAppBadge" } else { "clearAppBadge" };
    let promise = js::call(&window.navigator(), name);
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async move {
            // An icon that takes no mark stays as it is.
            let _ = JsFuture::from(promise).await;
        });
    }
}
