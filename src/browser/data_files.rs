//! Data files of the bundle (word cards, readings, region packs), fetched when they are needed
//! under names by content, and what the build has written into the page.

use js_sys::{JSON, Object, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser::{device, js};

/// Why a data file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DataFileError {
    /// The bundle holds no file of that name: a mistake of the build, not of the person.
    #[error("the bundle has no data file of that name")]
    Unknown,
    /// The network is off and the file has not been kept yet.
    #[error("the data file could not be reached")]
    Unreachable,
}

/// The text of `public/data/{name}`, `reasons/fi.json` say.
///
/// # Errors
/// When the bundle has no such file, or it can be had neither from the network nor from what the
/// service worker keeps.
pub async fn fetch_text(name: &str) -> Result<String, DataFileError> {
    let address = address_of(name).ok_or(DataFileError::Unknown)?;
    let window = web_sys::window().ok_or(DataFileError::Unreachable)?;
    text_at(&window, &address).await.map_err(|_| DataFileError::Unreachable)
}

/// The names of the data files in a folder (`regions/`), without the folder and `.json`.
pub fn names_below(folder: &str) -> Vec<String> {
    let names = device::meta("askelma-files").and_then(|names| JSON::parse(&names).ok());
    let names = names.and_then(|names| names.dyn_into::<Object>().ok());
    let keys = names.map(|names| Object::keys(&names)).unwrap_or_default();
    let stem = |key: JsValue| {
        Some(key.as_string()?.strip_prefix(folder)?.strip_suffix(".json")?.to_owned())
    };
    keys.iter().filter_map(stem).collect()
}

/// The address everything of the app lies under, with a slash at both ends: `/` or `/x/`.
/// (`device::base_path` is the same without the last, as the router wants it.)
pub fn base() -> String {
    device::base_path() + "/"
}

/// The name of this build, which no other build shares.
pub fn build() -> String {
    device::meta("askelma-build").unwrap_or_default()
}

/// The address of the script that starts the exchange's worker (`type: module`).
pub fn background_worker() -> Option<String> {
    device::meta("askelma-background")
}

/// Fetches the style sheet that the later pages need, and puts it to use.
///
/// # Errors
/// [`DataFileError`]: nothing is changed, and it may be tried again.
pub async fn fetch_later_sheet() -> Result<(), DataFileError> {
    let address = device::meta("askelma-later-sheet").ok_or(DataFileError::Unknown)?;
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(DataFileError::Unreachable)?;
    let selector = format!("link[href=\"{address}\"]");
    if document.query_selector(&selector).is_ok_and(|found| found.is_some()) {
        return Ok(());
    }
    let link = document.create_element("link").map_err(|_| DataFileError::Unreachable)?;
    let loaded = Promise::new(&mut |resolve, reject| {
        // None of these can be refused: names and kinds are fixed.
        let _ = link.add_event_listener_with_callback("load", &resolve);
        let _ = link.add_event_listener_with_callback("error", &reject);
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", &address);
        let _ = document.head().map(|head| head.append_child(&link));
    });
    let outcome = JsFuture::from(loaded).await;
    if outcome.is_err() {
        link.remove();
    }
    outcome.map(|_| ()).map_err(|_| DataFileError::Unreachable)
}

fn address_of(name: &str) -> Option<String> {
    let names = JSON::parse(&device::meta("askelma-files")?).ok()?;
    Some(base() + &js::text(&names, name)?)
}

async fn text_at(window: &web_sys::Window, address: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}
