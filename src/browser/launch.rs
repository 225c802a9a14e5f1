//! A file that the app was opened with, where the platform opens files with installed apps.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use crate::browser::js;

/// Calls with the file that is waiting, and with each that comes while the page is open. Browsers
/// without a launch queue never call.
pub fn on_file(on_file: impl Fn(File) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let queue = js::get(&window, "launchQueue");
    let Some(set_consumer) = queue.as_ref().and_then(|queue| js::function(queue, "setConsumer"))
    else {
        return;
    };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let files = js::get(&launch, "files").map(|files| Array::from(&files));
        let handle = files.map(|files| files.get(0)).filter(|handle| !handle.is_undefined());
        let on_file = on_file.clone();
        spawn_local(async move {
            if let Some(file) = file_of(handle).await {
                on_file(file);
            }
        });
    })
    .into_js_value();
    // A queue that refuses its consumer has no file to give.
    let _ = set_consumer.call1(&queue.unwrap_or_default(), &consumer);
}

async fn file_of(handle: Option<JsValue>) -> Option<File> {
    let handle = handle?;
    let promise = js::call(&handle, "getFile")?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.dyn_into().ok()
}
