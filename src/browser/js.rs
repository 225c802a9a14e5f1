//! Properties of JavaScript objects that web-sys has no types for.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; nothing where there is none.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into())
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// A method that not every browser has. It is called on `object`.
pub fn function(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name)?.dyn_into().ok()
}

/// Calls a method that not every browser has; nothing where it is missing or refuses.
pub fn call(object: &JsValue, name: &str) -> Option<JsValue> {
    function(object, name)?.call0(object).ok()
}

/// Like [`call`], with an argument.
pub fn call_with(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    function(object, name)?.call1(object, argument).ok()
}

/// Takes a property off an object: it is had once.
pub fn take(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = get(object, name);
    // What the page put there itself can be taken off.
    let _ = Reflect::delete_property(object.unchecked_ref::<Object>(), &name.into());
    value
}

/// A property that is text.
pub fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// A property that is a small whole number; anything else becomes 0 or the largest.
pub fn number(object: &JsValue, name: &str) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    Some(get(object, name)?.as_f64()? as u32)
}

/// Sets a property of a plain object.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// A plain object of these properties.
pub fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object
}

/// The text with its letters and their marks as one character each, where there is one (NFC).
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
