//! Sealed bytes to parts.

use thiserror::Error;
use ur::bytewords::{self, Style};

use super::fountain::{Part, xor};
use super::{MOST_PARTS_SHOWN, TYPE};

/// The usual length of a fragment in bytes: a part fits into a QR code of version 11.
pub const FRAGMENT_BYTES: usize = 200;
/// "Slower and bigger": the shortest fragment in bytes.
pub const SMALLEST_FRAGMENT_BYTES: usize = 100;

/// The message takes more parts than are shown as code; a file carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{parts} parts are too many to show as code")]
pub struct TooLargeForCode {
    /// How many parts it would take.
    pub parts: usize,
}

/// Makes the parts of one sealed message. Any part can be asked for at any time.
#[derive(Debug, Clone)]
pub struct Encoder {
    payload_len: u32,
    checksum: u32,
    fragments: Vec<Vec<u8>>,
}

impl Encoder {
    /// Cuts sealed bytes into fragments of at most `fragment_bytes`, which is held within
    /// [`SMALLEST_FRAGMENT_BYTES`] and [`FRAGMENT_BYTES`].
    ///
    /// # Errors
    /// [`TooLargeForCode`] over [`MOST_PARTS_SHOWN`] parts.
    pub fn new(sealed: &[u8], fragment_bytes: usize) -> Result<Self, TooLargeForCode> {
        let payload = byte_string(sealed);
        let longest = fragment_bytes.clamp(SMALLEST_FRAGMENT_BYTES, FRAGMENT_BYTES);
        let parts = payload.len().div_ceil(longest);
        let payload_len = u32::try_from(payload.len()).map_err(|_| TooLargeForCode { parts })?;
        if parts > MOST_PARTS_SHOWN {
            return Err(TooLargeForCode { parts });
        }
        // All fragments have one length; the last is filled up with zeros.
        let length = payload.len().div_ceil(parts);
        let checksum = crc32fast::hash(&payload);
        let mut fragments: Vec<Vec<u8>> = payload.chunks(length).map(<[u8]>::to_vec).collect();
        if let Some(last) = fragments.last_mut() {
            last.resize(length, 0);
        }
        Ok(Self { payload_len, checksum, fragments })
    }

    /// How many parts suffice when none is lost; 1 means one still code.
    pub fn parts(&self) -> usize {
        self.fragments.len()
    }

    /// The part with that sequence number, from 1 without end (0 counts as 1), in upper case. The
    /// first [`Encoder::parts`] are one fragment each, later ones are mixed.
    pub fn part(&self, sequence: u32) -> String {
        let sequence = sequence.max(1);
        if let [whole] = self.fragments.as_slice() {
            let body = bytewords::encode(whole, Style::Minimal);
            return format!("ur:{TYPE}/{body}").to_ascii_uppercase();
        }
        let parts = self.parts();
        let mut part = Part {
            sequence,
            parts: u32::try_from(parts).unwrap_or(u32::MAX),
            message_len: self.payload_len,
            checksum: self.checksum,
            data: Vec::new(),
        };
        let mut data = vec![0; self.fragments.first().map_or(0, Vec::len)];
        for fragment in part.fragments().into_iter().filter_map(|place| self.fragments.get(place)) {
            xor(&mut data, fragment);
        }
        part.data = data;
        format!("ur:{TYPE}/{sequence}-{parts}/{}", part.to_text()).to_ascii_uppercase()
    }
}

/// The bytes as one CBOR byte string.
pub(super) fn byte_string(bytes: &[u8]) -> Vec<u8> {
    let mut out = minicbor::Encoder::new(Vec::new());
    // Writing to a vector cannot fail.
    let written = out.bytes(bytes).is_ok();
    debug_assert!(written);
    out.into_writer()
}
