//! Plain words, given to another app by the person's own choice; and the printer.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::js;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Handed to an app that the person chose, or not after all.
    Asked,
    /// Copied.
    Copied,
    /// Neither can be done here.
    Nowhere,
}

/// Opens the share sheet with these words, or copies them where there is none.
pub async fn give(title: &str, text: &str) -> Given {
    let Some(window) = web_sys::window() else { return Given::Nowhere };
    let navigator: JsValue = window.navigator().into();
    let data = js::object(&[("title", title.into()), ("text", text.into())]);
    let asked = js::call_with(&navigator, "share", &data);
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        match JsFuture::from(asked).await {
            Ok(_) => return Given::Asked,
            Err(problem) if is_abort(&problem) => return Given::Asked,
            Err(_) => {}
        }
    }
    // Where the page is not secure there is no clipboard.
    if js::get(&navigator, "clipboard").is_none() {
        return Given::Nowhere;
    }
    match JsFuture::from(window.navigator().clipboard().write_text(text)).await {
        Ok(_) => Given::Copied,
        Err(_) => Given::Nowhere,
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
