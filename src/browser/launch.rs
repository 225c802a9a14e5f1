//! A file that the app was opened with, where the platform opens files with installed apps.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Calls with the file that is waiting, and with each that comes while the page is open. Browsers
/// without a launch queue never call.
pub fn on_file(take: impl Fn(File) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let queue = get(&window, "launchQueue");
    let Some(set_consumer) = queue.as_ref().and_then(|queue| function(queue, "setConsumer")) else {
        return;
    };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let files = get(&launch, "files").map(|files| Array::from(&files));
        let handle = files.map(|files| files.get(0)).filter(|handle| !handle.is_undefined());
        let take = take.clone();
        spawn_local(async move {
            if let Some(file) = file_of(handle).await {
                take(file);
            }
        });
    })
    .into_js_value();
    // A queue that refuses its consumer has no file to give.
    let _ = set_consumer.call1(&queue.unwrap_or_default(), &consumer);
}

async fn file_of(handle: Option<JsValue>) -> Option<File> {
    let handle = handle?;
    let promise = function(&handle, "getFile")?.call0(&handle).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.dyn_into().ok()
}

fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &name.into()).ok().filter(|found| !found.is_undefined())
}

fn function(target: &JsValue, name: &str) -> Option<Function> {
    get(target, name)?.dyn_into().ok()
}
