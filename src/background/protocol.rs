//! The words that page and worker use between them.
//!
//! The page posts `{id, op, …}`; the worker answers `{id, …}` or `{id, error}`. The worker's
//! first message is [`READY`].

use thiserror::Error;

/// Posted by the worker once it is loaded.
pub const READY: &str = "ready";
/// Posted by the worker when it broke while at work.
pub const BROKEN: &str = "broken";

/// Names of the things that the page asks for.
pub mod op {
    /// Message bytes and a language in; words, sealed bytes and the number of parts out.
    pub const SEAL: &str = "seal";
    /// A part's number and the fragment length in; a code out.
    pub const FRAME: &str = "frame";
    /// The sealed bytes as one text.
    pub const TEXT: &str = "text";
    /// Forgets what was scanned.
    pub const BEGIN_SCAN: &str = "begin-scan";
    /// A camera frame in; how far scanning has come out.
    pub const SCAN: &str = "scan";
    /// Whether a file's bytes are a whole message.
    pub const CHECK: &str = "check";
    /// Words, and bytes unless they were just scanned, in; message bytes out.
    pub const OPEN: &str = "open";
    /// The beginning of a word in; words out.
    pub const COMPLETE: &str = "complete";
    /// What insights are computed from, as bytes, in; what came of it, as bytes, out.
    pub const INSIGHTS: &str = "insights";
    /// What is asked of files (`worker::files::Ask`), as bytes, in; its answer, as bytes, out.
    pub const FILES: &str = "files";
}

/// Why the worker could not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Trouble {
    /// Nothing that this app made.
    #[error("not made by Askelma")]
    NotOurs,
    /// Made by this app, but not whole.
    #[error("damaged on the way")]
    Damaged,
    /// Made with a newer version of this app.
    #[error("made with a newer Askelma")]
    Newer,
    /// Intact, but the words are wrong or it is for somebody else.
    #[error("intact, but not opened")]
    NotOpened,
    /// Over a limit.
    #[error("too large")]
    TooLarge,
    /// Over 300 parts: a file carries it.
    #[error("too large to show as code")]
    TooLargeForCode,
    /// A code of another message than the one begun; what was scanned is kept.
    #[error("a code of another message")]
    AnotherMessage,
    /// Nothing was sealed or scanned before.
    #[error("nothing to work on")]
    Nothing,
    /// The camera's frame could not be looked at.
    #[error("a frame that cannot be read")]
    Frame,
    /// The browser gives no random bytes.
    #[error("no random bytes")]
    NoRandom,
    /// A request that the worker does not understand.
    #[error("not a request")]
    Request,
}

impl Trouble {
    const ALL: [(Self, &'static str); 11] = [
        (Self::NotOurs, "not-ours"),
        (Self::Damaged, "damaged"),
        (Self::Newer, "newer"),
        (Self::NotOpened, "not-opened"),
        (Self::TooLarge, "too-large"),
        (Self::TooLargeForCode, "too-large-for-code"),
        (Self::AnotherMessage, "another-message"),
        (Self::Nothing, "nothing"),
        (Self::Frame, "frame"),
        (Self::NoRandom, "no-random"),
        (Self::Request, "request"),
    ];

    /// Its name between page and worker.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(trouble, _)| *trouble == self).map_or("request", |(_, name)| name)
    }

    /// The trouble of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(trouble, _)| *trouble)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_comes_back_from_its_name() {
        for (trouble, name) in Trouble::ALL {
            assert_eq!(trouble.name(), name);
            assert_eq!(Trouble::from_name(name), Some(trouble));
        }
        assert_eq!(Trouble::from_name(""), None);
    }
}
