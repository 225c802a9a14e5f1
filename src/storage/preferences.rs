//! What is needed before the first paint, and nothing of the diary: role, language, theme.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

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
}

/// Reads them; the defaults where there are none or storage is denied.
pub fn read() -> Preferences {
    // `LocalStorage::raw` panics where storage is denied, so that is asked first.
    if !allowed() {
        return Preferences::default();
    }
    LocalStorage::get(KEY).unwrap_or_default()
}

/// Keeps them. Returns whether they were kept.
pub fn keep(preferences: &Preferences) -> bool {
    allowed() && LocalStorage::set(KEY, preferences).is_ok()
}

fn allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
