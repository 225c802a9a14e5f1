//! What is needed before the first paint, and nothing of the diary: role, language, theme.
//!
//! Read and written by the browser's own JSON: `serde_json` would be 5 KB of the first load.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::browser::js;

const KEY: &str = "askelma";

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
}

/// Reads them; the defaults where there are none, or where storage is denied.
pub fn read() -> Preferences {
    // `LocalStorage::raw` panics where storage is denied, so that is asked first.
    let text = if allowed() { LocalStorage::raw().get_item(KEY).ok().flatten() } else { None };
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
    ]);
    let Some(text) = JSON::stringify(&stored).ok().and_then(|text| text.as_string()) else {
        return false;
    };
    allowed() && LocalStorage::raw().set_item(KEY, &text).is_ok()
}

fn allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
