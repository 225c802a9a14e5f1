//! What is said, before it is made small and sealed: CBOR (RFC 8949).
//!
//! `[major schema, kind, body]`; a body is a map with small integer keys. A newer minor schema
//! adds keys, which are skipped here; a newer major schema or an unknown kind is named as such.
//! Daily series go as columns (see [`columns`]); a part that was not chosen has no key, so nothing
//! tells that it exists.

mod columns;
mod read;
mod summary;
#[cfg(test)]
pub(crate) mod testing;

use askelma_diary::sharing::summary::Summary;
use minicbor::Encoder;
use thiserror::Error;

use read::{Reader, array_len, int};

/// The major schema that this version writes and reads.
pub const SCHEMA: u8 = 1;

/// The most rows of all parts together, entries of lists counted in: 25 a day for the longest
/// span. A summary of twelve weeks has some hundreds; what is read is drawn row by row.
pub const MOST_ROWS: usize = 10_000;

/// The most dates that a summary may span, first and last counted in. What is shown of one has a
/// place for each date, so that a longer span, which takes no more bytes, would hold up the page.
pub const MOST_DAYS: i32 = 400;

const KIND_SUMMARY: u8 = 1;

/// A message that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A snapshot that a young person chose to show.
    Summary(Summary),
}

/// Why bytes are no message for this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MessageError {
    /// Not CBOR, or not of the shape that the format fixes.
    #[error("not a message")]
    Malformed,
    /// A newer major schema, or a kind that this version does not know.
    #[error("made with a newer Askelma")]
    Newer,
    /// A value that no diary can hold: a mood of 9, a date outside the summary's, too long a text;
    /// or a span of over [`MOST_DAYS`].
    #[error("holds an impossible value")]
    ImpossibleValue,
    /// Over [`MOST_ROWS`].
    #[error("holds more than 10,000 rows")]
    TooLarge,
}

/// The message's bytes. Rows are put in order of date and time.
pub fn encode(summary: &Summary) -> Vec<u8> {
    let mut out = Encoder::new(Vec::new());
    // Writing to a vector cannot fail.
    let written = out
        .array(3)
        .and_then(|out| out.u8(SCHEMA)?.u8(KIND_SUMMARY))
        .and_then(|out| summary::write(out, summary));
    debug_assert!(written.is_ok());
    out.into_writer()
}

/// Reads a message from a stranger. Every value goes through the diary's checked constructors.
///
/// # Errors
/// [`MessageError`].
pub fn decode(bytes: &[u8]) -> Result<Message, MessageError> {
    let mut reader = Reader::new(bytes);
    let parts = array_len(&mut reader)?;
    // Schema and kind are looked at before the shape of the rest, which newer ones may change.
    if parts == 0 || int(&mut reader)? != i64::from(SCHEMA) {
        return Err(if parts == 0 { MessageError::Malformed } else { MessageError::Newer });
    }
    if parts != 3 {
        return Err(MessageError::Malformed);
    }
    if int(&mut reader)? != i64::from(KIND_SUMMARY) {
        return Err(MessageError::Newer);
    }
    let summary = summary::read(&mut reader)?;
    if reader.position() != bytes.len() {
        return Err(MessageError::Malformed);
    }
    Ok(Message::Summary(summary))
}

#[cfg(test)]
mod tests;
