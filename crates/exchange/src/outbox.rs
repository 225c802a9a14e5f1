//! One message on its way out: sealed with new words, and drawn as code after code.

use minicbor::{Decode, Encode};

use crate::ExchangeError;
use crate::parcel;
use crate::qr::{self, Qr};
use crate::seal::{NONCE_BYTES, SALT_BYTES};
use crate::ur::{Encoder, FRAGMENT_BYTES, SMALLEST_FRAGMENT_BYTES, to_text};
use crate::words::{self, ENTROPY_BYTES, List};

/// Fresh random bytes for one sealing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Random {
    /// For the words.
    pub words: [u8; ENTROPY_BYTES],
    /// For the key.
    pub salt: [u8; SALT_BYTES],
    /// For the cipher.
    pub nonce: [u8; NONCE_BYTES],
}

/// What sealing gives.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Sealed {
    /// Five words, separated by blanks. Never on the same screen as the code.
    #[n(0)]
    pub words: String,
    /// What the file holds.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
    /// Codes that it takes at the usual size; nothing when only a file carries it.
    #[n(2)]
    pub parts: Option<usize>,
}

/// How much one code carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(index_only)]
pub enum CodeSize {
    /// 200 bytes.
    #[default]
    #[n(0)]
    Usual,
    /// 100 bytes: more codes, each with bigger modules.
    #[n(1)]
    Bigger,
}

impl CodeSize {
    fn fragment_bytes(self) -> usize {
        match self {
            Self::Usual => FRAGMENT_BYTES,
            Self::Bigger => SMALLEST_FRAGMENT_BYTES,
        }
    }
}

/// One code to show.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CodeFrame {
    /// The code.
    #[n(0)]
    pub code: Qr,
    /// This part's number, 1 to `parts`; mixed parts after the first round count on from 1.
    #[n(1)]
    pub part: usize,
    /// Parts that suffice when none is lost; 1 is a still code.
    #[n(2)]
    pub parts: usize,
}

/// The message that goes out, once it was sealed.
#[derive(Debug, Default)]
pub struct Outbox {
    sealed: Option<Vec<u8>>,
    encoder: Option<(CodeSize, Encoder)>,
}

impl Outbox {
    /// Seals a message with new words and keeps it for [`Outbox::code`] and [`Outbox::text`].
    /// Takes about a second.
    ///
    /// # Errors
    /// [`ExchangeError::TooLarge`].
    pub fn seal(
        &mut self,
        message: &[u8],
        list: List,
        random: Random,
    ) -> Result<Sealed, ExchangeError> {
        let words = words::generate(list, random.words);
        let bytes = parcel::close(message, &words, random.salt, random.nonce)?;
        let parts = Encoder::new(&bytes, FRAGMENT_BYTES).ok().map(|encoder| encoder.parts());
        *self = Self { sealed: Some(bytes.clone()), encoder: None };
        Ok(Sealed { words, bytes, parts })
    }

    /// The code with that number, from 0 without end. Another size shows the same sealed bytes cut
    /// anew.
    ///
    /// # Errors
    /// [`ExchangeError::Nothing`], [`ExchangeError::TooLargeForCode`].
    pub fn code(&mut self, index: u32, size: CodeSize) -> Result<CodeFrame, ExchangeError> {
        let sealed = self.sealed.as_ref().ok_or(ExchangeError::Nothing)?;
        let encoder = match self.encoder.take() {
            Some((cut, encoder)) if cut == size => encoder,
            _ => Encoder::new(sealed, size.fragment_bytes())
                .map_err(|_| ExchangeError::TooLargeForCode)?,
        };
        let (_, encoder) = self.encoder.insert((size, encoder));
        let text = encoder.part(index.saturating_add(1));
        let code = qr::draw(&text).ok_or(ExchangeError::TooLargeForCode)?;
        let parts = encoder.parts();
        let index = usize::try_from(index).unwrap_or_default();
        Ok(CodeFrame { code, part: index % parts + 1, parts })
    }

    /// The sealed message as one text.
    ///
    /// # Errors
    /// [`ExchangeError::Nothing`].
    pub fn text(&self) -> Result<String, ExchangeError> {
        self.sealed.as_deref().map(to_text).ok_or(ExchangeError::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_shown_before_anything_was_sealed() {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.code(0, CodeSize::Usual), Err(ExchangeError::Nothing));
        assert_eq!(outbox.text(), Err(ExchangeError::Nothing));
    }

    #[test]
    fn parts_count_round_and_a_smaller_cut_has_more() -> Result<(), ExchangeError> {
        let message: Vec<u8> = (0..250_u32).flat_map(|n| (n * n).to_le_bytes()).collect();
        let mut outbox = Outbox::default();
        let sealed = outbox.seal(&message, List::English, Random::default())?;
        let parts = sealed.parts.expect("few");
        let mut place =
            |index, size| outbox.code(index, size).map(|frame| (frame.part, frame.parts));
        assert_eq!(place(0, CodeSize::Usual), Ok((1, parts)));
        let round = u32::try_from(parts).expect("few");
        assert_eq!(place(round - 1, CodeSize::Usual), Ok((parts, parts)));
        assert_eq!(place(round, CodeSize::Usual), Ok((1, parts)));
        let (_, smaller) = place(0, CodeSize::Bigger)?;
        assert_eq!(smaller, sealed.bytes.len().div_ceil(100));
        Ok(())
    }
}
