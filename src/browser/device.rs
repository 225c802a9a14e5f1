//! Small questions to the browser and the device.

use futures::channel::oneshot;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::VisibilityState;

use crate::browser::js;

/// 16 random bytes from the browser's own source.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Without a source of randomness nothing could be sealed; every browser that runs
    // WebAssembly has one.
    if getrandom::fill(&mut bytes).is_err() {
        wasm_bindgen::throw_str("no source of randomness");
    }
    bytes
}

/// The languages that the browser asks for, best first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Sets the page's language and theme (`light`, `dark`, or the system's for `None`).
pub fn set_language_and_theme(language: &str, theme: Option<&str>) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let Some(root) = root else { return };
    // Attributes of a fixed name cannot be refused.
    let _ = root.set_attribute("lang", language);
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Marks the page as plain: without pictures of places and times of day.
pub fn set_plain(plain: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // An attribute of a fixed name cannot be refused.
        let _ = root.toggle_attribute_with_force("data-plain", plain);
    }
}

/// Bytes that this origin takes on the device, as far as the browser says.
pub async fn space_used() -> Option<f64> {
    let storage = web_sys::window()?.navigator().storage();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    js::get(&estimate, "usage")?.as_f64()
}

/// Whether the browser has promised to keep what is stored.
pub async fn persisted() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(promise) = window.navigator().storage().persisted() else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// The longest that [`painted`] waits for a frame, in milliseconds: a page that has just been
/// hidden draws none.
const LONGEST_FRAME_MS: i32 = 50;

/// Resolves once what was just drawn is on the screen.
pub async fn painted() {
    let Some(window) = web_sys::window() else { return };
    if window.document().is_none_or(|document| document.hidden()) {
        return;
    }
    let painted = Promise::new(&mut |resolve, _| {
        let (window_of_frame, on_painted) = (window.clone(), resolve.clone());
        let frame = Closure::once_into_js(move || {
            // Neither a frame nor a timer can be refused.
            let _ = window_of_frame.set_timeout_with_callback(&on_painted);
        });
        let _ = window.request_animation_frame(frame.unchecked_ref());
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LONGEST_FRAME_MS);
    });
    let _ = JsFuture::from(painted).await;
}

/// Whether the page is on the screen now.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

/// Resolves once the page is on the screen: at once, or when the person comes back to it.
pub async fn visible() {
    while !is_visible() {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let (sender, change) = oneshot::channel();
        let _listener = EventListener::once(&document, "visibilitychange", move |_| {
            // Who waited may have gone.
            let _ = sender.send(());
        });
        // The listener keeps the sender until it is called.
        let _ = change.await;
    }
}

/// The content of a `<meta>` that the build put into the page.
pub fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let selector = format!("meta[name=\"{name}\"]");
    let meta = document.query_selector(&selector).ok()??;
    meta.get_attribute("content").filter(|content| !content.is_empty())
}

/// The path that the app lives under, without a slash at its end: empty, or `/x`.
pub fn base_path() -> String {
    meta("askelma-base").unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Asks the browser to keep what is stored. Returns whether it promises to.
pub async fn ask_to_persist() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let storage = window.navigator().storage();
    if storage.is_undefined() {
        return false;
    }
    let Ok(promise) = storage.persist() else { return false };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Puts a path and a query (without its question mark) into the address as a new step of the
/// history, at the top of the page; nothing where they stand already.
pub fn go_to(path: &str, query: &str) {
    let Some(window) = web_sys::window() else { return };
    let wanted = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let location = window.location();
    let current = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if current != wanted
        && let Ok(history) = window.history()
    {
        // An address of the same origin is not refused.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&wanted));
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Puts a path into the place of the address that stands there now, if it is another.
pub fn replace_address(path: &str) {
    let Some(window) = web_sys::window() else { return };
    if window.location().pathname().is_ok_and(|current| current != path)
        && let Ok(history) = window.history()
    {
        // An address of the same origin is not refused.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A reload is only refused while the page is going away already.
        let _ = window.location().reload();
    }
}

/// Takes everything off the screen. A page that is left may be kept whole by the browser, to be shown
/// again by Back.
pub fn show_nothing() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(body) = document.and_then(|document| document.body()) {
        body.set_text_content(None);
    }
}

/// Goes to an address of this origin, loading the page anew. It takes the place of this one.
pub fn load_instead(path: &str) {
    if let Some(window) = web_sys::window() {
        // An address of the app's own is never refused.
        let _ = window.location().replace(path);
    }
}

/// Tells the page's own script that the app stands: it takes the first picture away.
pub fn tell_page_started() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("askelma-started")) {
        // An event of one's own is never refused.
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back every minute and whenever the page is looked at again.
pub fn on_time_passing(call: impl Fn() + Clone + 'static) {
    let on_visibility_change = call.clone();
    Interval::new(60_000, call).forget();
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        EventListener::new(&document, "visibilitychange", move |_| on_visibility_change()).forget();
    }
}

/// Calls back when the page is being hidden or left, and when the network is back.
pub fn on_hidden_or_online(call: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = window.document() {
        let (on_hidden, page) = (call.clone(), document.clone());
        EventListener::new(&document, "visibilitychange", move |_| {
            if page.hidden() {
                on_hidden();
            }
        })
        .forget();
    }
    for event in ["pagehide", "freeze", "online"] {
        let call = call.clone();
        EventListener::new(&window, event, move |_| call()).forget();
    }
}
