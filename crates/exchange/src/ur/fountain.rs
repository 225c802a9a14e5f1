//! A fountain part, and which fragments are mixed in it.

use minicbor::{Decoder, Encoder};
use ur::bytewords::{self, Style};

/// One part as it travels: `[sequence, parts, message length, checksum, data]` in CBOR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub sequence: u32,
    pub parts: u32,
    pub message_len: u32,
    pub checksum: u32,
    pub data: Vec<u8>,
}

impl Part {
    pub fn to_text(&self) -> String {
        bytewords::encode(&self.to_cbor(), Style::Minimal)
    }

    fn to_cbor(&self) -> Vec<u8> {
        let mut out = Encoder::new(Vec::new());
        // Writing to a vector cannot fail.
        let written = out.array(5).and_then(|out| {
            out.u32(self.sequence)?
                .u32(self.parts)?
                .u32(self.message_len)?
                .u32(self.checksum)?
                .bytes(&self.data)?
                .ok()
        });
        debug_assert!(written.is_ok());
        out.into_writer()
    }

    /// Nothing when it is damaged.
    pub fn from_text(text: &str) -> Option<Self> {
        if !text.is_ascii() {
            return None;
        }
        let cbor = bytewords::decode(text, Style::Minimal).ok()?;
        let mut read = Decoder::new(&cbor);
        (read.array().ok()? == Some(5)).then_some(())?;
        let part = Self {
            sequence: read.u32().ok()?,
            parts: read.u32().ok()?,
            message_len: read.u32().ok()?,
            checksum: read.u32().ok()?,
            data: read.bytes().ok()?.to_vec(),
        };
        (read.position() == cbor.len()).then_some(part)
    }

    /// The fragments mixed in this part, in ascending order. The first `parts` parts are one
    /// fragment each; then a generator seeded with sequence and checksum chooses. `parts` must
    /// have been checked: choosing takes memory for so many.
    pub fn fragments(&self) -> Vec<usize> {
        let header = Self { data: Vec::new(), ..*self };
        // The choice is the crate's own, reached through its public decoder of a part.
        let chosen = minicbor::decode::<ur::fountain::Part>(&header.to_cbor());
        let mut fragments = chosen.map(|part| part.indexes()).unwrap_or_default();
        fragments.sort_unstable();
        fragments
    }
}

pub(super) fn xor(target: &mut [u8], other: &[u8]) {
    for (target, other) in target.iter_mut().zip(other) {
        *target ^= other;
    }
}
