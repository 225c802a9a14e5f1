//! The worker's side: takes requests, does the work and posts what came of it.
//!
//! No response and no console line ever carries what a message holds, except the message itself.

use std::cell::RefCell;
use std::rc::Rc;

use askelma_diary::insights::insights;
use askelma_exchange::inbox::{self, Inbox};
use askelma_exchange::outbox::{Outbox, Random};
use askelma_exchange::qr::Luma;
use askelma_exchange::words;
use askelma_files::{backup, calendar, records_of, tables};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, EventTarget, MessageEvent};

use crate::background::camera_frame;
use crate::background::protocol::{
    BYTES, BackgroundError, CalendarInput, Call, FRAME, Reply, Request, Response,
};
use crate::browser::clock::Here;
use crate::browser::js;

/// At most so many completions are looked up at once.
const MAX_COMPLETIONS: u32 = 50;

/// Starts listening and says that the worker is ready. Does nothing outside a worker.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let handler = Rc::new(RefCell::new(Handler::default()));
    let scope_for_messages = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (scope, handler) = (scope_for_messages.clone(), Rc::clone(&handler));
        spawn_local(async move { answer(&scope, &handler, &event.data()).await });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let scope_for_failure = scope.clone();
    // What breaks inside a promise does not reach the page's `onerror` by itself.
    let on_broken = Closure::<dyn FnMut()>::new(move || post(&scope_for_failure, &Reply::Broken));
    let target: &EventTarget = &scope;
    let listener = on_broken.as_ref().unchecked_ref();
    if target.add_event_listener_with_callback("unhandledrejection", listener).is_ok() {
        on_broken.forget();
    }
    post(&scope, &Reply::Ready);
}

async fn answer(scope: &DedicatedWorkerGlobalScope, handler: &RefCell<Handler>, message: &JsValue) {
    let bytes = js::get(message, BYTES).and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
    // The page is of the same build: what it posts is a call, or memory is broken.
    let Ok(Call { id, request }) = minicbor::decode(&bytes) else {
        return post(scope, &Reply::Broken);
    };
    let result = match request {
        Request::Scan => {
            let frame = js::get(message, FRAME).unwrap_or_default();
            let scan = handler.borrow().scan;
            let luma = camera_frame::luma(&frame).await;
            luma.and_then(|luma| handler.borrow_mut().scan(luma, scan))
        }
        request => handler.borrow_mut().handle(request),
    };
    post(scope, &Reply::Answer { id, result });
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let Ok(bytes) = minicbor::to_vec(reply) else { return };
    let bytes = Uint8Array::from(&bytes[..]);
    // Nobody is left to be told when posting itself fails.
    let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
}

/// What the worker remembers between requests: one message that goes out, one that comes in.
#[derive(Debug, Default)]
struct Handler {
    outbox: Outbox,
    inbox: Inbox,
    /// Another number for each scan that was begun.
    scan: u32,
}

impl Handler {
    /// Looks at a frame that came during the scan of that number. One that was still on its way
    /// when the next scan began shows the message before, and is passed over.
    fn scan(&mut self, frame: Luma, scan: u32) -> Result<Response, BackgroundError> {
        let in_time = scan == self.scan;
        let progress = if in_time { self.inbox.scan(frame)? } else { self.inbox.progress() };
        Ok(Response::Scanned(progress))
    }

    /// Does what is asked. A [`Request::Scan`] comes with a frame and is not for here.
    fn handle(&mut self, request: Request) -> Result<Response, BackgroundError> {
        Ok(match request {
            Request::Seal { message, list } => {
                Response::Sealed(self.outbox.seal(&message, list, random()?)?)
            }
            Request::Code { index, size } => Response::Code(self.outbox.code(index, size)?),
            Request::Text => Response::Text(self.outbox.text()?),
            Request::BeginScan => {
                self.inbox = Inbox::default();
                self.scan = self.scan.wrapping_add(1);
                Response::Done
            }
            Request::Scan => return Err(BackgroundError::Frame),
            Request::Check(sealed) => {
                inbox::check(&sealed)?;
                Response::Done
            }
            Request::Scanned => Response::Bytes(self.inbox.sealed()?.to_vec()),
            Request::Open { sealed, words } => Response::Bytes(inbox::open(&sealed, &words)?),
            Request::Complete { prefix, max } => {
                let max = usize::try_from(max.min(MAX_COMPLETIONS)).unwrap_or_default();
                Response::Words(words::completions(&prefix, max))
            }
            Request::Insights(input) => Response::Insights(insights(&input)),
            Request::Backup { shards, made_at } => {
                Response::Bytes(backup::to_json(&records_of(&shards)?, made_at)?.into_bytes())
            }
            Request::Tables(shards) => Response::Bytes(tables::to_zip(&records_of(&shards)?)?),
            Request::Calendar(CalendarInput { reminders, plans, neutral, made_at }) => {
                Response::Bytes(calendar::file(&reminders, &plans, &neutral, made_at).into_bytes())
            }
            Request::ReadFiles { files, faces } => {
                Response::Found(askelma_files::read(&files, &faces, &Here)?)
            }
        })
    }
}

fn random() -> Result<Random, BackgroundError> {
    let mut random = Random::default();
    for bytes in [&mut random.words[..], &mut random.salt, &mut random.nonce] {
        getrandom::fill(bytes).map_err(|_| BackgroundError::NoRandom)?;
    }
    Ok(random)
}

#[cfg(test)]
mod tests {
    use super::*;
    use askelma_diary::insights::{InsightInput, Pair, PairKind, Series};
    use askelma_diary::time::{Day, Instant};
    use askelma_exchange::ExchangeError;
    use askelma_exchange::outbox::{CodeSize, Sealed};
    use askelma_exchange::qr::Qr;
    use askelma_exchange::ur::Progress;
    use askelma_exchange::words::List;
    use askelma_files::{FileError, Found, NamedFile, Source};

    fn read(name: &str, bytes: &[u8]) -> Result<Response, BackgroundError> {
        let file = NamedFile { name: name.to_owned(), bytes: bytes.to_vec() };
        Handler::default().handle(Request::ReadFiles { files: vec![file], faces: Vec::new() })
    }

    #[test]
    fn what_one_worker_seals_another_opens() {
        let (mut sender, mut receiver) = (Handler::default(), Handler::default());
        let message = b"a week".to_vec();
        let seal = Request::Seal { message: message.clone(), list: List::English };
        let Ok(Response::Sealed(Sealed { words, bytes, parts })) = sender.handle(seal) else {
            panic!("not sealed");
        };
        assert_eq!((words.split(' ').count(), parts), (5, Some(1)));
        let Ok(Response::Text(text)) = sender.handle(Request::Text) else { panic!("no text") };
        for sealed in [bytes, text.into_bytes()] {
            assert_eq!(receiver.handle(Request::Check(sealed.clone())), Ok(Response::Done));
            let open = Request::Open { sealed, words: words.clone() };
            assert_eq!(receiver.handle(open), Ok(Response::Bytes(message.clone())));
        }
        assert_eq!(receiver.handle(Request::Scanned), Err(ExchangeError::Nothing.into()));
    }

    /// A code as a camera may see it.
    fn seen(code: &Qr) -> Luma {
        let side = (code.size + 8) * 4;
        let dark = |x: usize, y: usize| {
            let inside = |place: usize| (place / 4).checked_sub(4).filter(|at| *at < code.size);
            inside(x).zip(inside(y)).is_some_and(|(x, y)| code.modules[y * code.size + x] == 1)
        };
        let pixels = (0..side * side).map(|at| if dark(at % side, at / side) { 20 } else { 230 });
        let side = u32::try_from(side).expect("small");
        Luma { pixels: pixels.collect(), width: side, height: side }
    }

    #[test]
    fn a_frame_of_the_scan_before_does_not_begin_the_next() {
        let mut sender = Handler::default();
        let mut code_of = |byte: u8| {
            let message = (0..1_200_u32).flat_map(|n| (n * n + u32::from(byte)).to_le_bytes());
            let seal = Request::Seal { message: message.collect(), list: List::English };
            assert!(sender.handle(seal).is_ok());
            let code = sender.handle(Request::Code { index: 0, size: CodeSize::Usual });
            let Ok(Response::Code(frame)) = code else { panic!("no code") };
            seen(&frame.code)
        };
        let (first, second) = (code_of(1), code_of(2));
        let mut receiver = Handler::default();
        let (nothing, one) = (Progress::default(), |result| match result {
            Ok(Response::Scanned(progress)) => progress.seen,
            other => panic!("{other:?}"),
        });
        let scan = receiver.scan;
        assert_eq!(one(receiver.scan(first.clone(), scan)), 1);
        // The next frame is on its way when the person starts again.
        assert_eq!(receiver.handle(Request::BeginScan), Ok(Response::Done));
        assert_eq!(receiver.scan(first, scan), Ok(Response::Scanned(nothing)));
        assert_eq!(one(receiver.scan(second, receiver.scan)), 1);
    }

    #[test]
    fn a_worker_that_sealed_nothing_has_nothing_to_show() {
        let code = Request::Code { index: 0, size: CodeSize::Usual };
        for request in [code, Request::Text] {
            assert_eq!(Handler::default().handle(request), Err(ExchangeError::Nothing.into()));
        }
    }

    #[test]
    fn completions_are_no_more_than_asked_for_and_fifty() {
        let count = |max| {
            let request = Request::Complete { prefix: "s".to_owned(), max };
            match Handler::default().handle(request) {
                Ok(Response::Words(words)) => words.len(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!((count(0), count(4), count(u32::MAX)), (0, 4, 50));
    }

    #[test]
    fn insights_are_computed() {
        let day = |number| Day::from_number(20_700 + number).expect("a date");
        // Fresh air on every second day and a lighter mood with it: 40 pairs, no doubt.
        let pairs = (0..40).map(|number| {
            let x = f64::from(number % 2);
            Pair { day: day(number), x, y: 2.0 + 2.0 * x }
        });
        let series = vec![Series { kind: PairKind::FreshAirAndMood, pairs: pairs.collect() }];
        let input = InsightInput { today: day(39), series };
        match Handler::default().handle(Request::Insights(input)) {
            Ok(Response::Insights(insights)) => assert_eq!(
                (insights.found.len(), insights.tried),
                (1, vec![PairKind::FreshAirAndMood])
            ),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_backup_that_was_made_is_read_again() {
        let made_at = Instant::new(1_795_000_000, 120).expect("in range");
        let backup = Request::Backup { shards: Vec::new(), made_at };
        let Ok(Response::Bytes(bytes)) = Handler::default().handle(backup) else {
            panic!("no backup");
        };
        match read("askelma.json", &bytes) {
            Ok(Response::Found(Found::Preview(preview))) => {
                assert_eq!(
                    (preview.sources, preview.made_at),
                    (vec![Source::Backup], Some(made_at))
                );
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_named() {
        assert_eq!(read("a.csv", b""), Err(FileError::Empty.into()));
        assert_eq!(read("a.csv", b"x,y\n1,2\n"), Err(FileError::NotKnown.into()));
        assert_eq!(read("a.json", b"{"), Err(FileError::Damaged.into()));
    }
}
