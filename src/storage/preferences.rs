//! What is needed before the first paint, and nothing of the diary: role, language, theme.
//!
//! Read and written by the browser's own JSON: `serde_json` would be 5 KB of the first load.

use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::browser::js;
use crate::storage::names;

/// Small choices of this browser.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    /// `young`, `parent` or `worker`; none before the first run.
    pub role: Option<String>,
    /// `fi`, `sv` or `en`; the browser's own until chosen.
    pub language: Option<String>,
    /// `light` or `dark`; the system's until chosen.
    pub theme: Option<String>,
    /// Looking around with example data.
    pub example: bool,
    /// The example was opened from one's own diary, which waits.
    pub own_waits: bool,
    /// How often a diary was left here for good: deleted, or its role changed. What a tab still
    /// holds of one before is let go.
    pub left: u32,
}

/// Reads them; the defaults where there are none, or where storage is denied.
pub fn read() -> Preferences {
    // `LocalStorage::raw` panics where storage is denied, so that is asked first.
    let text = if allowed() {
        LocalStorage::raw().get_item(&names::preferences()).ok().flatten()
    } else {
        None
    };
    let Some(stored) = text.and_then(|text| JSON::parse(&text).ok()) else {
        return Preferences::default();
    };
    let text = |name: &str| js::text(&stored, name);
    let flag = |name: &str| js::get(&stored, name).is_some_and(|value| value == JsValue::TRUE);
    Preferences {
        role: text("role"),
        language: text("language"),
        theme: text("theme"),
        example: flag("example"),
        own_waits: flag("own_waits"),
        left: js::number(&stored, "left").unwrap_or_default(),
    }
}

/// Saves them. Returns whether they were saved: where storage is denied they are not.
pub fn save(preferences: &Preferences) -> bool {
    let text = |text: &Option<String>| text.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    let stored = js::object(&[
        ("role", text(&preferences.role)),
        ("language", text(&preferences.language)),
        ("theme", text(&preferences.theme)),
        ("example", preferences.example.into()),
        ("own_waits", preferences.own_waits.into()),
        ("left", preferences.left.into()),
    ]);
    let Some(text) = JSON::stringify(&stored).ok().and_then(|text| text.as_string()) else {
        return false;
    };
    allowed() && LocalStorage::raw().set_item(&names::preferences(), &text).is_ok()
}

/// Whether the choices under which this tab began are still there: then nobody cleared the browser's
/// data or left the diary.
pub fn are_of_this_tab() -> bool {
    let stored = read();
    stored.role.is_some() && !tab_is_from_before(&stored)
}

/// Calls when another tab leaves for good what this one shows.
pub fn on_left_elsewhere(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let shown = read();
    let on_storage = move |_: &web_sys::Event| {
        let now = read();
        if now.left != shown.left || (shown.example && !now.example) {
            call();
        }
    };
    EventListener::new(&window, "storage", on_storage).forget();
}

/// Whether this tab has been used since before a diary was left for good; says so once. A new tab
/// may say so too: it holds nothing.
pub fn tab_is_from_before(preferences: &Preferences) -> bool {
    let window = web_sys::window();
    let tab = window.and_then(|window| window.session_storage().ok().flatten());
    let Some(tab) = tab else { return false };
    let key = names::left();
    let noted = tab.get_item(&key).ok().flatten();
    let noted = noted.and_then(|noted| noted.parse().ok()).unwrap_or(0);
    if noted == preferences.left {
        return false;
    }
    // Where it cannot be noted there was nothing to hold either.
    let _ = tab.set_item(&key, &preferences.left.to_string());
    true
}

fn allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
