//! Plain words, given to another app by the person's own choice; and the printer.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
    let share = Reflect::get(&navigator, &"share".into()).ok();
    if let Some(share) = share.and_then(|share| share.dyn_into::<Function>().ok()) {
        let data = Object::new();
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&data, &"title".into(), &title.into());
        let _ = Reflect::set(&data, &"text".into(), &text.into());
        if let Ok(asked) = share.call1(&navigator, &data)
            && let Ok(asked) = asked.dyn_into::<Promise>()
        {
            match JsFuture::from(asked).await {
                Ok(_) => return Given::Asked,
                Err(problem) if name_of(&problem) == "AbortError" => return Given::Asked,
                Err(_) => {}
            }
        }
    }
    // Where the page is not secure there is no clipboard.
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() {
        return Given::Nowhere;
    }
    match JsFuture::from(window.navigator().clipboard().write_text(text)).await {
        Ok(_) => Given::Copied,
        Err(_) => Given::Nowhere,
    }
}

fn name_of(problem: &JsValue) -> String {
    Reflect::get(problem, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
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
