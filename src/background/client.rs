//! The page's side: one worker for the whole app, started by the first request.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use askelma_diary::insights::{InsightInput, Insights};
use askelma_diary::time::Instant;
use askelma_diary::values::Mood;
use askelma_exchange::outbox::{CodeFrame, CodeSize, Sealed};
use askelma_exchange::ur::Progress;
use askelma_exchange::words::List;
use askelma_files::tables::Separator;
use askelma_files::{Found, NamedFile, Saved, ShardBytes};
use gloo_timers::callback::Interval;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, WorkerOptions, WorkerType};

use crate::background::protocol::{
    BYTES, BackgroundError, CalendarInput, Call, FRAME, Reply, Request, Response,
};
use crate::background::waiting::{State, TICK_MS, Waiting};
use crate::browser::{data_files, js};

/// The background worker, loaded when something is first asked of it. Where it broke, could not be
/// loaded or says nothing for two minutes, another one is started and asked the same once more, if
/// it can know the answer; the next request starts one in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Background(StoredValue<Option<Rc<RunningWorker>>, LocalStorage>);

impl Default for Background {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

/// The value of the response that a request has.
macro_rules! answer {
    ($response:expr, $variant:ident) => {
        match $response? {
            Response::$variant(value) => Ok(value),
            _ => Err(BackgroundError::NotUnderstood),
        }
    };
}

/// Besides what each function names, all of them can fail with [`BackgroundError::NotStarted`] and
/// [`BackgroundError::Broken`]: the second worker did so too.
impl Background {
    /// Seals message bytes with new words from the list of a language (`fi`, `sv`, `en`), and
    /// keeps them for [`Self::code`] and [`Self::text`]. Takes about a second.
    ///
    /// # Errors
    /// `ExchangeError::TooLarge`, [`BackgroundError::NoRandom`].
    pub async fn seal(self, message: Vec<u8>, language: &str) -> Result<Sealed, BackgroundError> {
        let list = List::for_language(language);
        answer!(self.ask(Request::Seal { message, list }).await, Sealed)
    }

    /// The code with that number, from 0 without end, of what was sealed last. Another size shows
    /// the same sealed bytes with the same words.
    ///
    /// # Errors
    /// `ExchangeError::Nothing`, `ExchangeError::TooLargeForCode`.
    pub async fn code(self, index: u32, size: CodeSize) -> Result<CodeFrame, BackgroundError> {
        answer!(self.ask(Request::Code { index, size }).await, Code)
    }

    /// What was sealed last, as one text: for a share sheet that refuses the file's type.
    ///
    /// # Errors
    /// `ExchangeError::Nothing`.
    pub async fn text(self) -> Result<String, BackgroundError> {
        answer!(self.ask(Request::Text).await, Text)
    }

    /// Forgets what was scanned.
    ///
    /// # Errors
    /// None of its own.
    pub async fn begin_scan(self) -> Result<(), BackgroundError> {
        self.ask(Request::BeginScan).await.map(drop)
    }

    /// Looks at one camera frame (a `VideoFrame` or an `ImageBitmap`), which goes over to the
    /// worker. Scanning can go on after every error.
    ///
    /// # Errors
    /// `ExchangeError` says what is wrong with a code; [`BackgroundError::Frame`] with the frame.
    pub async fn scan(self, frame: JsValue) -> Result<Progress, BackgroundError> {
        let mut call = Call { id: 0, request: Request::Scan };
        answer!(self.worker()?.ask(&mut call, Some(frame)).await, Scanned)
    }

    /// The sealed bytes of what was just scanned.
    ///
    /// # Errors
    /// `ExchangeError::Nothing` before all of it was scanned.
    pub async fn scanned(self) -> Result<Vec<u8>, BackgroundError> {
        answer!(self.ask(Request::Scanned).await, Bytes)
    }

    /// Whether a file's bytes are a whole sealed message. Quick; before words are asked for.
    ///
    /// # Errors
    /// `ExchangeError` says what is wrong with them.
    pub async fn check(self, sealed: Vec<u8>) -> Result<(), BackgroundError> {
        self.ask(Request::Check(sealed)).await.map(drop)
    }

    /// Opens a file's bytes, or what was scanned, and gives the message's bytes for
    /// `askelma_exchange::message::decode`. Takes about a second.
    ///
    /// # Errors
    /// `ExchangeError::NotOpened` for wrong words, others for other bytes.
    pub async fn open(self, sealed: Vec<u8>, words: String) -> Result<Vec<u8>, BackgroundError> {
        answer!(self.ask(Request::Open { sealed, words }).await, Bytes)
    }

    /// Words that begin with what was typed, at most `max`.
    ///
    /// # Errors
    /// None of its own.
    pub async fn complete(self, prefix: String, max: u32) -> Result<Vec<String>, BackgroundError> {
        answer!(self.ask(Request::Complete { prefix, max }).await, Words)
    }

    /// What two things of a day have to do with each other. Takes a moment: ask once the charts
    /// stand.
    ///
    /// # Errors
    /// None of its own.
    pub async fn insights(self, input: InsightInput) -> Result<Insights, BackgroundError> {
        answer!(self.ask(Request::Insights(input)).await, Insights)
    }

    /// The diary as JSON, from all of its shards that can be read.
    ///
    /// # Errors
    /// None of its own.
    pub async fn backup(
        self,
        shards: Vec<ShardBytes>,
        made_at: Instant,
    ) -> Result<Saved, BackgroundError> {
        answer!(self.ask(Request::Backup { shards, made_at }).await, Saved)
    }

    /// The diary as tables in a zip, from all of its shards that can be read.
    ///
    /// # Errors
    /// None of its own.
    pub async fn tables(
        self,
        shards: Vec<ShardBytes>,
        separator: Separator,
    ) -> Result<Saved, BackgroundError> {
        answer!(self.ask(Request::Tables { shards, separator }).await, Saved)
    }

    /// A calendar file.
    ///
    /// # Errors
    /// None of its own.
    pub async fn calendar(self, input: CalendarInput) -> Result<Vec<u8>, BackgroundError> {
        answer!(self.ask(Request::Calendar(input)).await, Bytes)
    }

    /// What is in these files: one, or those of a folder. `faces` are those of moods with names of
    /// their own, and empty before they were asked for.
    ///
    /// # Errors
    /// `FileError`.
    pub async fn read_files(
        self,
        files: Vec<NamedFile>,
        faces: Vec<(String, Option<Mood>)>,
    ) -> Result<Found, BackgroundError> {
        answer!(self.ask(Request::ReadFiles { files, faces }).await, Found)
    }

    /// Ends the worker, when nobody waits any more for what [`Request::ends_with_its_page`]: its
    /// work cannot be broken off in another way. What else was asked of it is asked of the next.
    /// What was sealed or scanned is lost.
    pub fn stop(self) {
        if let Some(worker) = self.0.try_update_value(Option::take).flatten() {
            worker.is_stopped.set(true);
            worker.waiting.borrow_mut().break_off();
            worker.worker.terminate();
        }
    }

    async fn ask(self, request: Request) -> Result<Response, BackgroundError> {
        let mut call = Call { id: 0, request };
        let worker = self.worker()?;
        match worker.ask(&mut call, None).await {
            Err(BackgroundError::NotStarted | BackgroundError::Broken)
                if !(call.request.needs_memory()
                    || worker.is_stopped.get() && call.request.ends_with_its_page()) =>
            {
                self.worker()?.ask(&mut call, None).await
            }
            answer => answer,
        }
    }

    /// The worker that runs, or one that is started now.
    fn worker(self) -> Result<Rc<RunningWorker>, BackgroundError> {
        let running = self.0.try_get_value().flatten();
        if let Some(worker) =
            running.filter(|worker| worker.waiting.borrow().state() != State::Broken)
        {
            return Ok(worker);
        }
        let worker = Rc::new(RunningWorker::start()?);
        self.0.try_set_value(Some(Rc::clone(&worker)));
        Ok(worker)
    }
}

/// A worker that was started; ended on drop.
#[derive(Debug)]
struct RunningWorker {
    worker: web_sys::Worker,
    waiting: Rc<RefCell<Waiting>>,
    /// Ended because a page was left.
    is_stopped: Cell<bool>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
    _clock: Interval,
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl RunningWorker {
    fn start() -> Result<Self, BackgroundError> {
        let address = data_files::background_worker().ok_or(BackgroundError::NotStarted)?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&address, &options)
            .map_err(|_| BackgroundError::NotStarted)?;
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let (waiting_for_answer, waiting_for_failure) = (Rc::clone(&waiting), Rc::clone(&waiting));
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>();
            let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
            let mut waiting = waiting_for_answer.borrow_mut();
            match minicbor::decode(&bytes) {
                Ok(Reply::Ready) => waiting.begin(),
                Ok(Reply::Answer { id, result }) => waiting.answer(id, result),
                Ok(Reply::Broken) | Err(_) => waiting.break_off(),
            }
        });
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Said in the app's own words; the browser's line would only puzzle.
            event.prevent_default();
            waiting_for_failure.borrow_mut().break_off();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let waiting_for_long = Rc::clone(&waiting);
        let clock = Interval::new(TICK_MS, move || waiting_for_long.borrow_mut().tick());
        Ok(Self {
            worker,
            waiting,
            is_stopped: Cell::new(false),
            _on_message: on_message,
            _on_error: on_error,
            _clock: clock,
        })
    }

    async fn ask(
        &self,
        call: &mut Call,
        frame: Option<JsValue>,
    ) -> Result<Response, BackgroundError> {
        // Before it is ready it hears nothing.
        let ready = self.waiting.borrow_mut().until_ready();
        ready.await.map_err(|_| BackgroundError::NotStarted)?;
        let (id, answer) = self.waiting.borrow_mut().enter();
        call.id = id;
        let bytes = minicbor::to_vec(call);
        let bytes = Uint8Array::from(&bytes.map_err(|_| BackgroundError::NotUnderstood)?[..]);
        let message = js::object(&[(BYTES, bytes.clone().into())]);
        let transfer = Array::of1(&bytes.buffer());
        if let Some(frame) = frame {
            js::set(&message, FRAME, &frame);
            transfer.push(&frame);
        }
        if self.worker.post_message_with_transfer(&message, &transfer).is_err() {
            let refused = Err(BackgroundError::NotUnderstood);
            self.waiting.borrow_mut().answer(id, refused);
        }
        answer.await.unwrap_or(Err(BackgroundError::Broken))
    }
}
