//! What is needed before the first paint, and nothing of the diary: role, language, theme.

use gloo_storage::{LocalStorage, Storage};
use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

const KEY: &str = "askelma";

/// Small choices of this browser.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
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

/// Reads them; the defaults where there are none. Where storage is denied, what was chosen since
/// the page was opened.
pub fn read() -> Preferences {
    // `LocalStorage::raw` panics where storage is denied, so that is asked first.
    if !allowed() {
        return held().unwrap_or_default();
    }
    LocalStorage::get(KEY).unwrap_or_default()
}

/// Keeps them. Returns whether they were kept. Where storage is denied they are held by the window,
/// so that the second module knows what was chosen in the first.
pub fn keep(preferences: &Preferences) -> bool {
    if allowed() {
        return LocalStorage::set(KEY, preferences).is_ok();
    }
    if let (Some(window), Ok(text)) = (web_sys::window(), serde_json::to_string(preferences)) {
        // A property of one's own cannot be refused.
        let _ = Reflect::set(&window, &JsValue::from_str(KEY), &JsValue::from_str(&text));
    }
    false
}

fn held() -> Option<Preferences> {
    let window = web_sys::window()?;
    let text = Reflect::get(&window, &JsValue::from_str(KEY)).ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

fn allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
