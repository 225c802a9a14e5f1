//! Plain words, given to another app by the person's own choice; and the printer.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::js;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextShared {
    /// Handed to an app that the person chose, or not after all.
    Offered,
    /// Copied.
    Copied,
    /// Neither can be done here.
    NotPossible,
}

/// Opens the share sheet with these words, or copies them where there is none.
pub async fn share(title: &str, text: &str) -> TextShared {
    let Some(window) = web_sys::window() else { return TextShared::NotPossible };
    let navigator: JsValue = window.navigator().into();
    let data = js::object(&[("title", title.into()), ("text", text.into())]);
    let promise = js::call_with(&navigator, "share", &data);
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        match JsFuture::from(promise).await {
            Ok(_) => return TextShared::Offered,
            Err(problem) if is_abort(&problem) => return TextShared::Offered,
            Err(_) => {}
        }
    }
    // Where the page is not secure there is no clipboard.
    if js::get(&navigator, "clipboard").is_none() {
        return TextShared::NotPossible;
    }
    match JsFuture::from(window.navigator().clipboard().write_text(text)).await {
        Ok(_) => TextShared::Copied,
        Err(_) => TextShared::NotPossible,
    }
}

/// Whether the person closed the share sheet.
pub(super) fn is_abort(problem: &JsValue) -> bool {
    js::text(problem, "name").as_deref() == Some("AbortError")
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that does not print does nothing.
        let _ = window.print();
    }
}

/// The address that opens a text message with these words, to a number if there is one.
pub fn sms(phone: Option<&str>, text: &str) -> String {
    let number: String =
        phone.unwrap_or_default().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("sms:{number}?&body={}", js_sys::encode_uri_component(text))
}

/// The address that calls a number.
pub fn tel(phone: &str) -> String {
    let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{number}")
}
