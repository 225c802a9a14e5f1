//! The page's side of the exchange worker: fetched when someone shares, receives or opens my
//! picture; ended on drop.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use askelma_diary::insights::{InsightInput, Insights};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::background::files;
use crate::background::protocol::{BROKEN, READY, op};

pub use crate::background::protocol::Trouble;

/// Fragment length in bytes as codes are usually shown, five a second.
pub const USUAL_FRAGMENT_BYTES: u32 = 200;
/// "Slower and bigger": two a second.
pub const BIGGER_FRAGMENT_BYTES: u32 = 100;

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExchangeError {
    /// The worker cannot be loaded: no address, no network before the first visit is complete, or
    /// a browser that has no module workers.
    #[error("the worker cannot be started")]
    NotStarted,
    /// The worker broke. Start another one; what was scanned is lost.
    #[error("the worker broke")]
    Broken,
    /// The worker did what was asked and found this.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// A sealed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Five words, separated by blanks. Never on the same screen as the code.
    pub words: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
    /// Codes that it takes at the usual fragment length; nothing when only a file carries it.
    pub parts: Option<u32>,
}

/// One code to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFrame {
    /// Modules along one side, without the quiet zone of 4.
    pub size: usize,
    /// Row by row, 1 is dark.
    pub modules: Vec<u8>,
    /// This part's number, 1 to `parts`; mixed parts after the first round count on from 1.
    pub part: u32,
    /// Parts in all; 1 is a still code.
    pub parts: u32,
}

/// How far scanning has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScanProgress {
    /// Parts known.
    pub seen: u32,
    /// Parts in all; 0 before the first code.
    pub needed: u32,
}

impl ScanProgress {
    /// The message is whole: ask for the words.
    pub fn complete(self) -> bool {
        self.needed > 0 && self.seen >= self.needed
    }

    /// 0 to 1.
    pub fn fraction(self) -> f64 {
        if self.needed == 0 { 0.0 } else { f64::from(self.seen) / f64::from(self.needed) }
    }
}

/// A running worker.
#[derive(Debug)]
pub struct ExchangeWorker {
    worker: Worker,
    waiting: Rc<RefCell<Waiting>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for ExchangeWorker {
    fn drop(&mut self) {
        self.worker.terminate();
        self.waiting.borrow_mut().break_off();
    }
}

impl ExchangeWorker {
    /// Loads the worker and waits until it is ready. Its address is
    /// `platform::data_files::exchange_worker`.
    ///
    /// # Errors
    /// [`ExchangeError::NotStarted`].
    pub async fn start(loader_url: &str) -> Result<Self, ExchangeError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(loader_url, &options)
            .map_err(|_| ExchangeError::NotStarted)?;
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let ready = waiting.borrow_mut().enter(READY_ID);
        let answers = Rc::clone(&waiting);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            match data.as_string().as_deref() {
                Some(READY) => answers.borrow_mut().settle(READY_ID, data),
                Some(BROKEN) => answers.borrow_mut().break_off(),
                _ => {
                    if let Some(id) = number(&data, "id") {
                        answers.borrow_mut().settle(id, data);
                    }
                }
            }
        });
        let failing = Rc::clone(&waiting);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Said in the app's own words; the browser's line would only puzzle.
            event.prevent_default();
            failing.borrow_mut().break_off();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // Made before waiting, so that leaving the page early ends the worker too.
        let started = Self { worker, waiting, _on_message: on_message, _on_error: on_error };
        JsFuture::from(ready).await.map_err(|_| ExchangeError::NotStarted)?;
        Ok(started)
    }

    /// Seals message bytes with new words from the list of a language (`fi`, `sv`, `en`), and
    /// keeps them for [`Self::frame`] and [`Self::text`]. Takes about a second.
    ///
    /// # Errors
    /// [`Trouble::TooLarge`], [`Trouble::NoRandom`], [`ExchangeError::Broken`].
    pub async fn seal(&self, message: &[u8], language: &str) -> Result<Sealed, ExchangeError> {
        let message = Uint8Array::from(message);
        let fields = [("message", message.clone().into()), ("language", language.into())];
        let answer = self.ask(op::SEAL, &fields, &[message.buffer().into()]).await?;
        let parts = number(&answer, "parts").filter(|parts| *parts > 0);
        Ok(Sealed { words: text(&answer, "words")?, bytes: bytes(&answer)?, parts })
    }

    /// The code with that number, from 0 without end, of what was sealed last. Another fragment
    /// length shows the same sealed bytes with the same words.
    ///
    /// # Errors
    /// [`Trouble::Nothing`], [`Trouble::TooLargeForCode`], [`ExchangeError::Broken`].
    pub async fn frame(&self, index: u32, fragment: u32) -> Result<CodeFrame, ExchangeError> {
        let sequence = index.saturating_add(1);
        let fields = [("index", sequence.into()), ("fragment", fragment.into())];
        let answer = self.ask(op::FRAME, &fields, &[]).await?;
        let size = number(&answer, "size").ok_or(ExchangeError::Broken)?;
        let parts = number(&answer, "parts").filter(|parts| *parts > 0);
        let parts = parts.ok_or(ExchangeError::Broken)?;
        Ok(CodeFrame {
            size: usize::try_from(size).unwrap_or_default(),
            modules: bytes(&answer)?,
            part: index % parts + 1,
            parts,
        })
    }

    /// What was sealed last, as one text: for a share sheet that refuses the file's type.
    ///
    /// # Errors
    /// [`Trouble::Nothing`], [`ExchangeError::Broken`].
    pub async fn text(&self) -> Result<String, ExchangeError> {
        text(&self.ask(op::TEXT, &[], &[]).await?, "text")
    }

    /// Forgets what was scanned.
    ///
    /// # Errors
    /// [`ExchangeError::Broken`].
    pub async fn begin_scan(&self) -> Result<(), ExchangeError> {
        self.ask(op::BEGIN_SCAN, &[], &[]).await.map(drop)
    }

    /// Looks at one camera frame (a `VideoFrame` or an `ImageBitmap`), which goes over to the
    /// worker. Scanning can go on after every [`Trouble`].
    ///
    /// # Errors
    /// [`Trouble`] says what is wrong with a code: [`Trouble::NotOurs`],
    /// [`Trouble::AnotherMessage`], [`Trouble::Damaged`], [`Trouble::Newer`],
    /// [`Trouble::TooLarge`]; [`Trouble::Frame`] with the frame itself; [`ExchangeError::Broken`].
    pub async fn scan(&self, frame: JsValue) -> Result<ScanProgress, ExchangeError> {
        let fields = [("frame", frame.clone())];
        progress(&self.ask(op::SCAN, &fields, &[frame]).await?)
    }

    /// The same for a grey picture, one byte a pixel.
    ///
    /// # Errors
    /// As [`Self::scan`].
    pub async fn scan_luma(
        &self,
        luma: &[u8],
        width: u32,
        height: u32,
    ) -> Result<ScanProgress, ExchangeError> {
        let luma = Uint8Array::from(luma);
        let sizes = [("width", width.into()), ("height", height.into())];
        let fields = [("luma", luma.clone().into()), sizes[0].clone(), sizes[1].clone()];
        progress(&self.ask(op::SCAN, &fields, &[luma.buffer().into()]).await?)
    }

    /// Whether a file's bytes are a whole sealed message. Quick; before words are asked for.
    ///
    /// # Errors
    /// [`Trouble`] says what is wrong with them; [`ExchangeError::Broken`].
    pub async fn check(&self, sealed: &[u8]) -> Result<(), ExchangeError> {
        let sealed = Uint8Array::from(sealed);
        let fields = [("sealed", sealed.clone().into())];
        self.ask(op::CHECK, &fields, &[sealed.buffer().into()]).await.map(drop)
    }

    /// Opens a file's bytes, or with `None` what was just scanned, and gives the message's bytes
    /// for `askelma_exchange::message::decode`. Takes about a second.
    ///
    /// # Errors
    /// [`Trouble::NotOpened`] for wrong words and the other [`Trouble`]s for other bytes;
    /// [`ExchangeError::Broken`].
    pub async fn open(&self, sealed: Option<&[u8]>, words: &str) -> Result<Vec<u8>, ExchangeError> {
        let sealed = sealed.map_or(JsValue::UNDEFINED, |sealed| Uint8Array::from(sealed).into());
        bytes(&self.ask(op::OPEN, &[("sealed", sealed), ("words", words.into())], &[]).await?)
    }

    /// Words that begin with what was typed, at most `max`.
    ///
    /// # Errors
    /// [`ExchangeError::Broken`].
    pub async fn complete(&self, prefix: &str, max: u32) -> Result<Vec<String>, ExchangeError> {
        let fields = [("prefix", prefix.into()), ("max", max.into())];
        let answer = self.ask(op::COMPLETE, &fields, &[]).await?;
        let words =
            field(&answer, "words").dyn_into::<Array>().map_err(|_| ExchangeError::Broken)?;
        Ok(words.iter().filter_map(|word| word.as_string()).collect())
    }

    /// What two things of a day have to do with each other. Takes a moment: ask once the charts
    /// stand.
    ///
    /// # Errors
    /// [`ExchangeError::Broken`].
    pub async fn insights(&self, input: &InsightInput) -> Result<Insights, ExchangeError> {
        let input = minicbor::to_vec(input).map_err(|_| ExchangeError::Broken)?;
        let input = Uint8Array::from(&input[..]);
        let fields = [("input", input.clone().into())];
        let answer = self.ask(op::INSIGHTS, &fields, &[input.buffer().into()]).await?;
        minicbor::decode(&bytes(&answer)?).map_err(|_| ExchangeError::Broken)
    }

    /// Reads or writes files: backups, tables, other apps' files, calendars.
    ///
    /// # Errors
    /// [`ExchangeError::Broken`]; what is wrong with a file stands in the answer.
    pub async fn files(&self, ask: &files::Ask) -> Result<files::Answer, ExchangeError> {
        let input = minicbor::to_vec(ask).map_err(|_| ExchangeError::Broken)?;
        let input = Uint8Array::from(&input[..]);
        let fields = [("input", input.clone().into())];
        let answer = self.ask(op::FILES, &fields, &[input.buffer().into()]).await?;
        minicbor::decode(&bytes(&answer)?).map_err(|_| ExchangeError::Broken)
    }

    /// Posts a request and waits for its answer.
    async fn ask(
        &self,
        op: &str,
        fields: &[(&str, JsValue)],
        transfer: &[JsValue],
    ) -> Result<JsValue, ExchangeError> {
        let (id, answer) = {
            let mut waiting = self.waiting.borrow_mut();
            if waiting.broken {
                return Err(ExchangeError::Broken);
            }
            waiting.last_id = waiting.last_id.wrapping_add(1).max(READY_ID + 1);
            let id = waiting.last_id;
            (id, waiting.enter(id))
        };
        let request = Object::new();
        let named = [("op", op.into()), ("id", id.into())];
        for (name, value) in named.iter().chain(fields) {
            // Setting a property of a plain object cannot fail.
            let _ = Reflect::set(&request, &(*name).into(), value);
        }
        let transfer: Array = transfer.iter().collect();
        if self.worker.post_message_with_transfer(&request, &transfer).is_err() {
            self.waiting.borrow_mut().forget(id);
            return Err(Trouble::Request.into());
        }
        let answer = JsFuture::from(answer).await.map_err(|_| ExchangeError::Broken)?;
        match field(&answer, "error").as_string() {
            Some(name) => Err(Trouble::from_name(&name).unwrap_or(Trouble::Request).into()),
            None => Ok(answer),
        }
    }
}

/// The request that is answered by the worker's first message.
const READY_ID: u32 = 0;

/// Requests without an answer so far.
#[derive(Debug, Default)]
struct Waiting {
    last_id: u32,
    broken: bool,
    requests: HashMap<u32, (Function, Function)>,
}

impl Waiting {
    fn enter(&mut self, id: u32) -> Promise {
        Promise::new(&mut |resolve, reject| {
            self.requests.insert(id, (resolve, reject));
        })
    }

    fn settle(&mut self, id: u32, answer: JsValue) {
        if let Some((resolve, _)) = self.requests.remove(&id) {
            // Resolving a promise runs nothing of ours before the next task.
            let _ = resolve.call1(&JsValue::NULL, &answer);
        }
    }

    fn forget(&mut self, id: u32) {
        self.requests.remove(&id);
    }

    fn break_off(&mut self) {
        self.broken = true;
        for (_, (_, reject)) in self.requests.drain() {
            let _ = reject.call0(&JsValue::NULL);
        }
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(of: &JsValue, name: &str) -> Result<String, ExchangeError> {
    field(of, name).as_string().ok_or(ExchangeError::Broken)
}

fn number(of: &JsValue, name: &str) -> Option<u32> {
    // The worker's own small numbers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    field(of, name).as_f64().map(|number| number as u32)
}

fn bytes(of: &JsValue) -> Result<Vec<u8>, ExchangeError> {
    let array = field(of, "bytes").dyn_into::<Uint8Array>();
    array.map(|array| array.to_vec()).map_err(|_| ExchangeError::Broken)
}

fn progress(of: &JsValue) -> Result<ScanProgress, ExchangeError> {
    let seen = number(of, "seen").ok_or(ExchangeError::Broken)?;
    let needed = number(of, "needed").ok_or(ExchangeError::Broken)?;
    Ok(ScanProgress { seen, needed })
}
