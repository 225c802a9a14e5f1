//! One message on its way in: scanned from codes or read from a file, then opened with its words.

use std::borrow::Cow;

use crate::ExchangeError;
use crate::parcel;
use crate::qr::{self, Luma};
use crate::seal;
use crate::ur::{Decoder, Progress, UrError, from_text};

/// What was scanned so far.
#[derive(Debug, Default)]
pub struct Inbox {
    scanned: Decoder,
    reader: qr::Reader,
}

impl Inbox {
    /// Looks for a code in a camera frame and takes it. A frame without a code changes nothing.
    ///
    /// # Errors
    /// [`ExchangeError`] names what is wrong with the code. Scanning can go on after every one.
    pub fn scan(&mut self, frame: Luma) -> Result<Progress, ExchangeError> {
        let Some(text) = self.reader.read(frame) else {
            return Ok(self.scanned.progress());
        };
        let progress = self.scanned.receive(&text)?;
        if let Some(sealed) = self.scanned.sealed() {
            // Named now rather than after five words were typed.
            seal::check(sealed)?;
        }
        Ok(progress)
    }

    /// How far scanning has come.
    pub fn progress(&self) -> Progress {
        self.scanned.progress()
    }

    /// The sealed bytes, once all of them were scanned.
    ///
    /// # Errors
    /// [`ExchangeError::Nothing`] before that.
    pub fn sealed(&self) -> Result<&[u8], ExchangeError> {
        self.scanned.sealed().ok_or(ExchangeError::Nothing)
    }
}

/// Whether a file's bytes, or the text of one, are a whole message.
///
/// # Errors
/// [`ExchangeError`] names what is wrong with them.
pub fn check(file: &[u8]) -> Result<(), ExchangeError> {
    Ok(seal::check(&unwrapped(file)?)?)
}

/// Opens a file's bytes, or the text of one. Takes about a second.
///
/// # Errors
/// [`ExchangeError::NotOpened`] for wrong words, and what is wrong with other bytes.
pub fn open(file: &[u8], words: &str) -> Result<Vec<u8>, ExchangeError> {
    Ok(parcel::open(&unwrapped(file)?, words)?)
}

/// The sealed bytes of a file, which may hold them as text.
fn unwrapped(file: &[u8]) -> Result<Cow<'_, [u8]>, ExchangeError> {
    if seal::is_sealed(file) {
        return Ok(file.into());
    }
    match from_text(file) {
        Ok(sealed) => Ok(sealed.into()),
        // Bytes of something else, or of ours that were cut short: the seal tells.
        Err(UrError::NotUr) => Ok(file.into()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::{CodeSize, Outbox, Random};
    use crate::qr::Qr;
    use crate::words::List;

    /// A code as the camera might see it: four pixels a module, with its quiet zone.
    fn frame(code: &Qr) -> Luma {
        let side = (code.size + 2 * qr::QUIET_ZONE) * 4;
        let dark = |x: usize, y: usize| {
            let (x, y) = (x / 4, y / 4);
            let inside = |place: usize| place.checked_sub(qr::QUIET_ZONE);
            let cell = inside(x).zip(inside(y)).filter(|(x, y)| *x < code.size && *y < code.size);
            cell.is_some_and(|(x, y)| code.modules[y * code.size + x] == 1)
        };
        let pixels = (0..side * side).map(|at| if dark(at % side, at / side) { 20 } else { 230 });
        let side = u32::try_from(side).unwrap_or_default();
        Luma { pixels: pixels.collect(), width: side, height: side }
    }

    #[test]
    fn a_message_goes_from_one_device_to_another() -> Result<(), ExchangeError> {
        let message: Vec<u8> = (0..1_500_u32).flat_map(|n| (n * n).to_le_bytes()).collect();
        let (mut outbox, mut inbox) = (Outbox::default(), Inbox::default());
        let sealed = outbox.seal(&message, List::Syllables, Random::default())?;
        assert_eq!(inbox.sealed(), Err(ExchangeError::Nothing));
        for index in 0.. {
            // Soon bigger codes are asked for: the same message, cut anew.
            let size = if index < 4 { CodeSize::Usual } else { CodeSize::Bigger };
            if inbox.scan(frame(&outbox.code(index, size)?.code))?.complete() {
                break;
            }
        }
        let scanned = inbox.sealed()?;
        assert_eq!(scanned, sealed.bytes);
        assert_eq!(open(scanned, "not these words"), Err(ExchangeError::NotOpened));
        assert_eq!(open(scanned, &sealed.words), Ok(message.clone()));
        assert_eq!(open(outbox.text()?.as_bytes(), &sealed.words), Ok(message));
        Ok(())
    }

    #[test]
    fn what_cannot_be_opened_is_named() {
        assert_eq!(check(b"hello"), Err(ExchangeError::NotOurs));
        assert_eq!(check(b""), Err(ExchangeError::NotOurs));
        assert_eq!(check(b" ur:bytes/iehsjyhspmwfwfia"), Err(ExchangeError::NotOurs));
        assert_eq!(check(b"UR:ASKELMA/AEAE"), Err(ExchangeError::Damaged));
        assert_eq!(check(b"UR:\xff"), Err(ExchangeError::NotOurs));
    }

    #[test]
    fn a_code_of_another_app_is_named_and_scanning_goes_on() {
        let mut inbox = Inbox::default();
        let code = qr::draw("https://example.org/").expect("a short text");
        assert_eq!(inbox.scan(frame(&code)), Err(ExchangeError::NotOurs));
        let empty = Luma { pixels: vec![255; 100], width: 10, height: 10 };
        assert_eq!(inbox.scan(empty), Ok(Progress::default()));
    }
}
