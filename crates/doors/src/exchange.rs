//! What comes from another device, layer by layer.

use askelma_diary::sharing::summary::Summary;
use askelma_exchange::deflate::{MOST_INFLATED, deflate, inflate};
use askelma_exchange::message::{self, Message};
use askelma_exchange::qr::{self, Luma};
use askelma_exchange::seal::{SealError, check, open_by_words};
use askelma_exchange::ur::{Decoder, MOST_PARTS_READ, from_text, to_text};
use askelma_exchange::words::{completions, fold};
use askelma_exchange::{ExchangeError, inbox};

use crate::Entered;

/// Bytes from here on take too long to be made small again for every try.
const MANY: usize = 100_000;
const CHECKSUM_BYTES: usize = 4;
const COMPLETIONS: usize = 6;

/// The innermost layer: CBOR.
pub fn message(bytes: &[u8]) -> Entered {
    let Ok(Message::Summary(summary)) = message::decode(bytes) else { return Entered::Refused };
    // Rows may come in any order of time within a day, and are written in theirs.
    let written = message::encode(&summary);
    let Ok(Message::Summary(again)) = message::decode(&written) else {
        panic!("not read again: {summary:?}")
    };
    assert_eq!(message::encode(&again), written);
    assert_eq!(count(&again), count(&summary));
    Entered::Read
}

/// How much a summary says: the rows of each part.
fn count(summary: &Summary) -> [Option<usize>; 8] {
    [
        summary.moods.as_ref().map(|part| part.rows.len()),
        summary.notes.as_ref().map(|part| part.rows.len()),
        summary.nights.as_ref().map(|part| part.rows.len()),
        summary.routine.as_ref().map(|part| part.rows.len()),
        summary.school.as_ref().map(|part| part.rows.len()),
        summary.moments.as_ref().map(|part| part.rows.len()),
        summary.steps.as_ref().map(|part| part.rows.len()),
        summary.tries.as_ref().map(|part| part.rows.len()),
    ]
}

/// A message before it is inflated.
pub fn inflated(bytes: &[u8]) -> Entered {
    let Ok(message) = inflate(bytes) else { return Entered::Refused };
    assert!(message.len() <= MOST_INFLATED);
    if message.len() < MANY {
        assert_eq!(inflate(&deflate(&message)), Ok(message));
    }
    Entered::Read
}

/// A sealed message, up to where its words are asked for.
pub fn sealed(bytes: &[u8]) -> Entered {
    if let Some(fitting) = with_checksum(bytes) {
        header(&fitting);
    }
    Entered::when(header(bytes))
}

fn header(sealed: &[u8]) -> bool {
    let checked = check(sealed);
    // Without words nothing opens, and what is wrong with the bytes is said before.
    assert_eq!(open_by_words(sealed, " - "), Err(checked.err().unwrap_or(SealError::NotOpened)));
    checked.is_ok()
}

fn with_checksum(bytes: &[u8]) -> Option<Vec<u8>> {
    let rest = bytes.get(CHECKSUM_BYTES..)?;
    Some([&crc32fast::hash(rest).to_be_bytes()[..], rest].concat())
}

/// Words as they are typed.
pub fn passphrase(bytes: &[u8]) -> Entered {
    let typed = String::from_utf8_lossy(bytes);
    let folded = fold(&typed);
    assert_eq!(fold(&folded), folded);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
    assert!(folded.chars().all(plain), "{folded:?}");
    assert!(folded.trim() == folded && !folded.contains("  "), "{folded:?}");
    let completed = completions(&typed, COMPLETIONS);
    assert!(completed.len() <= COMPLETIONS && completed.is_sorted());
    assert!(completed.iter().all(|word| word.starts_with(&folded)));
    Entered::when(!folded.is_empty())
}

/// The texts of codes, a line each, in the order in which they are scanned.
pub fn codes(bytes: &[u8]) -> Entered {
    let Ok(text) = std::str::from_utf8(bytes) else { return Entered::Refused };
    received(text.lines())
}

/// Parts before they are text, each behind its length in two bytes: with a checksum that fits, which
/// no mutated text has.
pub fn parts(mut bytes: &[u8]) -> Entered {
    let mut texts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk::<2>() {
        let length = usize::from(u16::from_be_bytes(*length)).min(rest.len());
        let (part, rest) = rest.split_at(length);
        let body = ur::bytewords::encode(part, ur::bytewords::Style::Minimal);
        let (sequence, parts) = place(part).unwrap_or((1, 1));
        texts.push(format!("ur:askelma/{sequence}-{parts}/{body}"));
        bytes = rest;
    }
    received(texts.iter().map(String::as_str))
}

/// What a part says of its place.
fn place(part: &[u8]) -> Option<(u32, u32)> {
    let mut reader = minicbor::Decoder::new(part);
    reader.array().ok()?;
    Some((reader.u32().ok()?, reader.u32().ok()?))
}

fn received<'a>(texts: impl Iterator<Item = &'a str>) -> Entered {
    let mut decoder = Decoder::default();
    for text in texts {
        let before = decoder.progress();
        let whole = decoder.sealed().map(<[u8]>::to_vec);
        let received = decoder.receive(text);
        let after = decoder.progress();
        assert!(after.seen <= after.needed && after.needed <= MOST_PARTS_READ);
        if let Ok(progress) = received {
            assert_eq!(progress, after);
            assert!(after.seen >= before.seen, "what was scanned is kept");
        }
        assert!(whole.is_none() || whole.as_deref() == decoder.sealed(), "the whole is kept");
        assert!(decoder.sealed().is_none() || after.complete());
    }
    let Some(sealed) = decoder.sealed() else { return Entered::Refused };
    assert_eq!(from_text(to_text(sealed).as_bytes()).as_deref(), Ok(sealed));
    Entered::Read
}

/// A grey picture: its width in two bytes, then its rows.
pub fn picture(bytes: &[u8]) -> Entered {
    let Some((width, pixels)) = bytes.split_first_chunk::<2>() else { return Entered::Refused };
    let width = u16::from_be_bytes(*width);
    let rows = pixels.chunks_exact(usize::from(width).max(1));
    let height = u32::try_from(rows.len()).unwrap_or_default();
    let pixels = rows.flatten().copied().collect();
    let found = qr::Reader::default().read(Luma { pixels, width: u32::from(width), height });
    if let Some(text) = &found {
        received(std::iter::once(text.as_str()));
    }
    Entered::when(found.is_some())
}

/// A file that somebody chose as a message, or its text.
pub fn message_file(bytes: &[u8]) -> Entered {
    let checked = inbox::check(bytes);
    let refused = checked.err().unwrap_or(ExchangeError::NotOpened);
    assert_eq!(inbox::open(bytes, " - "), Err(refused));
    Entered::when(checked.is_ok())
}
