//! What page and worker say to each other, in CBOR.
//!
//! The page posts `{bytes, frame}`: the bytes of a [`Call`] and, beside a [`Request::Scan`] alone,
//! the camera frame, which is transferred. The worker posts the bytes of a [`Reply`].

use askelma_diary::entries::{Reminder, StepPlan};
use askelma_diary::id::Id;
use askelma_diary::insights::{InsightInput, Insights};
use askelma_diary::time::Instant;
use askelma_diary::values::Mood;
use askelma_exchange::ExchangeError;
use askelma_exchange::outbox::{CodeFrame, CodeSize, Sealed};
use askelma_exchange::ur::Progress;
use askelma_exchange::words::List;
use askelma_files::{FileError, Found, NamedFile, ShardBytes};
use minicbor::{Decode, Encode};
use thiserror::Error;

/// The property of the page's message that holds the bytes.
pub const BYTES: &str = "bytes";
/// The property of the page's message that holds the camera frame.
pub const FRAME: &str = "frame";

/// A request with the number by which its answer is known.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub struct Call {
    /// Another for each request.
    #[n(0)]
    pub id: u32,
    /// What is asked.
    #[n(1)]
    pub request: Request,
}

/// What the worker posts.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub enum Reply {
    /// It is loaded and listens.
    #[n(0)]
    Ready,
    /// It broke while at work.
    #[n(1)]
    Broken,
    /// What came of a request.
    #[n(2)]
    Answer {
        /// The request's number.
        #[n(0)]
        id: u32,
        /// Its response.
        #[n(1)]
        result: Result<Response, BackgroundError>,
    },
}

/// What the page asks. What each does is said by the function of that name of
/// [`Background`](super::client::Background).
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
#[allow(missing_docs, reason = "said by the client's functions")]
pub enum Request {
    /// Answered by [`Response::Sealed`].
    #[n(0)]
    Seal {
        #[cbor(n(0), with = "minicbor::bytes")]
        message: Vec<u8>,
        #[n(1)]
        list: List,
    },
    /// Answered by [`Response::Code`].
    #[n(1)]
    Code {
        #[n(0)]
        index: u32,
        #[n(1)]
        size: CodeSize,
    },
    /// Answered by [`Response::Text`].
    #[n(2)]
    Text,
    /// Answered by [`Response::Done`].
    #[n(3)]
    BeginScan,
    /// A camera frame goes beside it. Answered by [`Response::Scanned`].
    #[n(4)]
    Scan,
    /// Answered by [`Response::Done`].
    #[n(5)]
    Check(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// Answered by [`Response::Bytes`].
    #[n(6)]
    Open {
        #[cbor(n(0), with = "minicbor::bytes")]
        sealed: Vec<u8>,
        #[n(1)]
        words: String,
    },
    /// Answered by [`Response::Words`].
    #[n(7)]
    Complete {
        #[n(0)]
        prefix: String,
        #[n(1)]
        max: u32,
    },
    /// Answered by [`Response::Insights`].
    #[n(8)]
    Insights(#[n(0)] InsightInput),
    /// Answered by [`Response::Bytes`].
    #[n(9)]
    Backup {
        #[n(0)]
        shards: Vec<ShardBytes>,
        #[n(1)]
        made_at: Instant,
    },
    /// Answered by [`Response::Bytes`].
    #[n(10)]
    Tables(#[n(0)] Vec<ShardBytes>),
    /// Answered by [`Response::Bytes`].
    #[n(11)]
    Calendar(#[n(0)] CalendarInput),
    /// Answered by [`Response::Found`].
    #[n(12)]
    ReadFiles {
        #[n(0)]
        files: Vec<NamedFile>,
        #[n(1)]
        faces: Vec<(String, Option<Mood>)>,
    },
    /// Answered by [`Response::Bytes`].
    #[n(13)]
    Scanned,
}

impl Request {
    /// Whether the answer depends on what the worker was asked before: another worker, which was
    /// started in the place of one that broke, cannot give it.
    pub fn needs_memory(&self) -> bool {
        matches!(self, Self::Code { .. } | Self::Text | Self::Scan | Self::Scanned)
    }
}

/// What a calendar's file is made of.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub struct CalendarInput {
    /// The reminders with their names.
    #[n(0)]
    pub reminders: Vec<(Id, Reminder)>,
    /// Planned tries, where they are to go along; under the neutral title.
    #[n(1)]
    pub plans: Vec<(Id, StepPlan)>,
    /// The title of what has none.
    #[n(2)]
    pub neutral: String,
    /// Now.
    #[n(3)]
    pub made_at: Instant,
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub enum Response {
    /// It is done; nothing more is to be said.
    #[n(0)]
    Done,
    /// A sealed message.
    #[n(1)]
    Sealed(#[n(0)] Sealed),
    /// A code to show.
    #[n(2)]
    Code(#[n(0)] CodeFrame),
    /// What was sealed, as text.
    #[n(3)]
    Text(#[n(0)] String),
    /// How far scanning has come.
    #[n(4)]
    Scanned(#[n(0)] Progress),
    /// An opened message, or a file.
    #[n(5)]
    Bytes(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// Words that begin so.
    #[n(6)]
    Words(#[n(0)] Vec<String>),
    /// What goes together.
    #[n(7)]
    Insights(#[n(0)] Insights),
    /// What some files hold.
    #[n(8)]
    Found(#[n(0)] Found),
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Encode, Decode)]
pub enum BackgroundError {
    /// The worker cannot be loaded: no address, no network before the first visit is complete, or
    /// a browser that has no module workers.
    #[error("the worker cannot be started")]
    #[n(0)]
    NotStarted,
    /// The worker broke, and so did the one that was started in its place. What was sealed or
    /// scanned is lost.
    #[error("the worker broke")]
    #[n(1)]
    Broken,
    /// A request or an answer that is not understood.
    #[error("not a request")]
    #[n(2)]
    NotUnderstood,
    /// The camera frame could not be looked at.
    #[error("a camera frame that cannot be read")]
    #[n(3)]
    Frame,
    /// The browser gives no random bytes.
    #[error("no random bytes")]
    #[n(4)]
    NoRandom,
    /// Something is wrong with a message between two devices.
    #[error(transparent)]
    #[n(5)]
    Exchange(
        #[from]
        #[n(0)]
        ExchangeError,
    ),
    /// Something is wrong with a file.
    #[error(transparent)]
    #[n(6)]
    File(
        #[from]
        #[n(0)]
        FileError,
    ),
}

#[cfg(test)]
mod tests {
    use super::*;
    use askelma_diary::values::{Minutes, Words};
    use askelma_diary::weekdays::SCHOOL_DAYS;
    use askelma_exchange::qr::Qr;
    use askelma_files::MoodName;

    fn comes_back<T>(value: &T)
    where
        T: Encode<()> + for<'b> Decode<'b, ()> + PartialEq + std::fmt::Debug,
    {
        let bytes = minicbor::to_vec(value).expect("in memory");
        assert_eq!(minicbor::decode::<T>(&bytes).expect("whole"), *value);
    }

    #[test]
    fn requests_come_back_as_they_were() {
        let made_at = Instant::new(1_795_000_000, 120).expect("in range");
        let reminder = Reminder {
            at_min: Minutes::new(480).expect("in range"),
            weekdays: SCHOOL_DAYS,
            title: Words::new("Bag").expect("short"),
        };
        let calendar = CalendarInput {
            reminders: vec![(Id::random([7; 16]), reminder)],
            plans: Vec::new(),
            neutral: "Askelma".to_owned(),
            made_at,
        };
        let file = NamedFile { name: "daylio.csv".to_owned(), bytes: vec![0xef, 0xbb, 0xbf] };
        let faces = vec![("meh".to_owned(), Mood::new(3).ok()), ("odd".to_owned(), None)];
        let words = "one two".to_owned();
        for (id, request) in (0..).zip([
            Request::Seal { message: vec![1, 2, 3], list: List::Syllables },
            Request::Code { index: 300, size: CodeSize::Bigger },
            Request::Text,
            Request::BeginScan,
            Request::Scan,
            Request::Check(Vec::new()),
            Request::Open { sealed: vec![0; 300], words },
            Request::Complete { prefix: "ta".to_owned(), max: 4 },
            Request::Backup { shards: Vec::new(), made_at },
            Request::Calendar(calendar),
            Request::ReadFiles { files: vec![file], faces },
            Request::Scanned,
        ]) {
            comes_back(&Call { id, request });
        }
    }

    #[test]
    fn replies_come_back_as_they_were() {
        let sealed = Sealed { words: "a b".to_owned(), bytes: vec![9], parts: None };
        let code = Qr { size: 1, modules: vec![1] };
        let name = MoodName { name: "meh".to_owned(), mood: None, times: 2 };
        let answers = [
            Ok(Response::Done),
            Ok(Response::Sealed(sealed)),
            Ok(Response::Code(CodeFrame { code, part: 2, parts: 3 })),
            Ok(Response::Scanned(Progress { seen: 4, needed: 9 })),
            Ok(Response::Words(vec!["taika".to_owned()])),
            Ok(Response::Found(Found::WhichFaces(vec![name]))),
            Err(BackgroundError::Broken),
            Err(BackgroundError::Exchange(ExchangeError::AnotherMessage)),
            Err(BackgroundError::File(FileError::Newer)),
        ];
        for result in answers {
            comes_back(&Reply::Answer { id: 70_000, result });
        }
        comes_back(&Reply::Ready);
        comes_back(&Reply::Broken);
    }
}
