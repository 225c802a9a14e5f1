//! One message on its way in: scanned from codes or read from a file, then opened with its words.

use crate::ExchangeError;
use crate::parcel;
use crate::qr::{self, Luma};
use crate::seal;
use crate::ur::{Decoder, Progress, from_text};

/// What was scanned so far.
#[derive(Debug, Default)]
pub struct Inbox {
    scanned: Decoder,
}

impl Inbox {
    /// Looks for a code in a camera frame and takes it. A frame without a code changes nothing.
    ///
    /// # Errors
    /// [`ExchangeError`] names what is wrong with the code. Scanning can go on after every one.
    pub fn scan(&mut self, frame: Luma) -> Result<Progress, ExchangeError> {
        let Some(text) = qr::read(frame) else {
            return Ok(self.scanned.progress());
        };
        let progress = self.scanned.receive(&text)?;
        if let Some(sealed) = self.scanned.sealed() {
            // Named now rather than after five words were typed.
            seal::check(sealed)?;
        }
        Ok(progress)
    }

    /// Opens what was scanned. Takes about a second.
    ///
    /// # Errors
    /// [`ExchangeError::Nothing`] before all of it was scanned, else as [`open`].
    pub fn open(&self, words: &str) -> Result<Vec<u8>, ExchangeError> {
        Ok(parcel::open(self.scanned.sealed().ok_or(ExchangeError::Nothing)?, words)?)
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
fn unwrapped(file: &[u8]) -> Result<Vec<u8>, ExchangeError> {
    let start = file.trim_ascii_start();
    match start.first_chunk::<3>() {
        Some(scheme) if scheme.eq_ignore_ascii_case(b"ur:") => {
            let text = std::str::from_utf8(start).map_err(|_| ExchangeError::Damaged)?;
            Ok(from_text(text)?)
        }
        _ => Ok(file.to_vec()),
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
        assert_eq!(inbox.open(&sealed.words), Err(ExchangeError::Nothing));
        for index in 0.. {
            // Soon bigger codes are asked for: cut anew, so scanning starts afresh.
            let size = if index < 4 { CodeSize::Usual } else { CodeSize::Bigger };
            match inbox.scan(frame(&outbox.code(index, size)?.code)) {
                Ok(progress) if progress.complete() => break,
                Ok(_) => {}
                Err(error) => {
                    assert_eq!((error, index), (ExchangeError::AnotherMessage, 4));
                    inbox = Inbox::default();
                }
            }
        }
        assert_eq!(inbox.open("not these words"), Err(ExchangeError::NotOpened));
        assert_eq!(inbox.open(&sealed.words), Ok(message.clone()));
        assert_eq!(open(&sealed.bytes, &sealed.words), Ok(message.clone()));
        assert_eq!(open(outbox.text()?.as_bytes(), &sealed.words), Ok(message));
        Ok(())
    }

    #[test]
    fn what_cannot_be_opened_is_named() {
        assert_eq!(check(b"hello"), Err(ExchangeError::NotOurs));
        assert_eq!(check(b""), Err(ExchangeError::NotOurs));
        assert_eq!(check(b" ur:bytes/iehsjyhspmwfwfia"), Err(ExchangeError::NotOurs));
        assert_eq!(check(b"UR:ASKELMA/AEAE"), Err(ExchangeError::Damaged));
        assert_eq!(check(b"UR:\xff"), Err(ExchangeError::Damaged));
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
