//! Takes the page's messages, lets the desk work and posts the answers.
//!
//! No answer and no console line ever carries what a message holds, except the message itself.

use std::cell::RefCell;
use std::rc::Rc;

use askelma_exchange::words::{self, List};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::background::desk::{Desk, Random};
use crate::background::file_desk;
use crate::background::picture::{self, Picture};
use crate::background::protocol::{BROKEN, READY, Trouble, op};

/// The most completions that are looked up at once.
const MOST_COMPLETIONS: u32 = 50;

type Shared = Rc<RefCell<Desk>>;

/// Starts listening and says that the worker is ready. Does nothing outside a worker.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let desk = Shared::default();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        take(&answering, &desk, event.data());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let failing = scope.clone();
    // What breaks inside a promise does not reach the page's `onerror` by itself.
    let on_broken = Closure::<dyn FnMut()>::new(move || post(&failing, &BROKEN.into(), None));
    let target: &web_sys::EventTarget = &scope;
    let listener = on_broken.as_ref().unchecked_ref();
    if target.add_event_listener_with_callback("unhandledrejection", listener).is_ok() {
        on_broken.forget();
    }
    post(&scope, &READY.into(), None);
}

fn take(scope: &DedicatedWorkerGlobalScope, desk: &Shared, request: JsValue) {
    if text(&request, "op").as_deref() == Some(op::SCAN) {
        let (scope, desk) = (scope.clone(), Rc::clone(desk));
        spawn_local(async move {
            let picture = picture_of(&request).await;
            let scanned = picture.and_then(|picture| scan(&desk, picture));
            answer(&scope, &request, scanned);
        });
    } else {
        let done = work(desk, &request);
        answer(scope, &request, done);
    }
}

/// An answer, and the buffer that is handed over with it.
type Answer = (Object, Option<ArrayBuffer>);

fn answer(scope: &DedicatedWorkerGlobalScope, request: &JsValue, done: Result<Answer, Trouble>) {
    let (object, buffer) = done.unwrap_or_else(|trouble| {
        let object = Object::new();
        set(&object, "error", &trouble.name().into());
        (object, None)
    });
    set(&object, "id", &field(request, "id"));
    post(scope, &object, buffer);
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &JsValue, buffer: Option<ArrayBuffer>) {
    let transfer: Array = buffer.into_iter().collect();
    // Nobody is left to be told when posting itself fails.
    let _ = scope.post_message_with_transfer(message, &transfer);
}

fn work(desk: &Shared, request: &JsValue) -> Result<Answer, Trouble> {
    let mut desk = desk.try_borrow_mut().map_err(|_| Trouble::Request)?;
    let object = Object::new();
    let mut buffer = None;
    match text(request, "op").as_deref() {
        Some(op::SEAL) => {
            let message = bytes(request, "message").ok_or(Trouble::Request)?;
            let list = List::for_language(&text(request, "language").unwrap_or_default());
            let sealed = desk.seal(&message, list, random()?)?;
            set(&object, "words", &sealed.words.into());
            set(&object, "parts", &sealed.parts.unwrap_or(0).into());
            buffer = Some(set_bytes(&object, "bytes", &sealed.bytes));
        }
        Some(op::FRAME) => {
            let index = number(request, "index").ok_or(Trouble::Request)?;
            let fragment = number(request, "fragment").ok_or(Trouble::Request)?;
            let frame = desk.frame(index, usize::try_from(fragment).unwrap_or_default())?;
            set(&object, "size", &frame.code.size.into());
            set(&object, "parts", &frame.parts.into());
            buffer = Some(set_bytes(&object, "bytes", &frame.code.modules));
        }
        Some(op::TEXT) => set(&object, "text", &desk.text()?.into()),
        Some(op::BEGIN_SCAN) => desk.begin_scan(),
        Some(op::CHECK) => Desk::check(&bytes(request, "sealed").ok_or(Trouble::Request)?)?,
        Some(op::OPEN) => {
            let words = text(request, "words").ok_or(Trouble::Request)?;
            let message = desk.open(bytes(request, "sealed").as_deref(), &words)?;
            buffer = Some(set_bytes(&object, "bytes", &message));
        }
        Some(op::COMPLETE) => {
            let typed = text(request, "prefix").ok_or(Trouble::Request)?;
            let max = number(request, "max").unwrap_or_default().min(MOST_COMPLETIONS);
            let found = words::completions(&typed, usize::try_from(max).unwrap_or_default());
            let found: Array = found.into_iter().map(JsValue::from).collect();
            set(&object, "words", &found);
        }
        Some(op::INSIGHTS) => {
            let input = bytes(request, "input").ok_or(Trouble::Request)?;
            buffer = Some(set_bytes(&object, "bytes", &Desk::insights(&input)?));
        }
        Some(op::FILES) => {
            let ask = bytes(request, "input").ok_or(Trouble::Request)?;
            buffer = Some(set_bytes(&object, "bytes", &file_desk::work(&ask)?));
        }
        _ => return Err(Trouble::Request),
    }
    Ok((object, buffer))
}

async fn picture_of(request: &JsValue) -> Result<Picture, Trouble> {
    if let Some(luma) = bytes(request, "luma") {
        let width = number(request, "width").ok_or(Trouble::Request)?;
        let height = number(request, "height").ok_or(Trouble::Request)?;
        return Ok(Picture { luma, width, height });
    }
    picture::of(&field(request, "frame")).await
}

fn scan(desk: &Shared, picture: Picture) -> Result<Answer, Trouble> {
    let mut desk = desk.try_borrow_mut().map_err(|_| Trouble::Request)?;
    let progress = desk.scan(picture.luma, picture.width, picture.height)?;
    let object = Object::new();
    set(&object, "seen", &progress.seen.into());
    set(&object, "needed", &progress.needed.into());
    Ok((object, None))
}

fn random() -> Result<Random, Trouble> {
    let mut random = Random::default();
    for bytes in [&mut random.words[..], &mut random.salt, &mut random.nonce] {
        getrandom::fill(bytes).map_err(|_| Trouble::NoRandom)?;
    }
    Ok(random)
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    field(of, name).as_string()
}

fn number(of: &JsValue, name: &str) -> Option<u32> {
    // Saturating: a number out of range becomes 0 or the largest, which the desk refuses itself.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    field(of, name).as_f64().map(|number| number as u32)
}

fn bytes(of: &JsValue, name: &str) -> Option<Vec<u8>> {
    field(of, name).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn set_bytes(object: &Object, name: &str, bytes: &[u8]) -> ArrayBuffer {
    let array = Uint8Array::from(bytes);
    set(object, name, &array);
    array.buffer()
}
