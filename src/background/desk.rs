//! What the worker does and what it remembers in between. Knows no browser.

use askelma_diary::insights::{self, InsightInput};
use askelma_exchange::deflate::DeflateError;
use askelma_exchange::parcel::{self, ParcelError};
use askelma_exchange::qr::{self, Qr};
use askelma_exchange::seal::{self, NONCE_BYTES, SALT_BYTES, SealError};
use askelma_exchange::ur::{self, Decoder, Encoder, Progress, UrError};
use askelma_exchange::words::{self, ENTROPY_BYTES, List};

use crate::background::protocol::Trouble;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The words that open it.
    pub words: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Codes that it takes at the usual fragment length; nothing when only a file carries it.
    pub parts: Option<usize>,
}

/// One code to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The code.
    pub code: Qr,
    /// Parts that suffice when none is lost; 1 is a still code.
    pub parts: usize,
}

/// The worker's memory: one message that goes out, one that comes in.
#[derive(Debug, Default)]
pub struct Desk {
    sealed: Option<Vec<u8>>,
    shown: Option<(usize, Encoder)>,
    scanned: Decoder,
}

impl Desk {
    /// Seals a message with new words and keeps it for [`Desk::frame`].
    ///
    /// # Errors
    /// [`Trouble::TooLarge`].
    pub fn seal(&mut self, message: &[u8], list: List, random: Random) -> Result<Sealed, Trouble> {
        let words = words::generate(list, random.words);
        let bytes = parcel::close(message, &words, random.salt, random.nonce)?;
        let parts = Encoder::new(&bytes, ur::FRAGMENT_BYTES).ok().map(|encoder| encoder.parts());
        self.sealed = Some(bytes.clone());
        self.shown = None;
        Ok(Sealed { words, bytes, parts })
    }

    /// The code with that number, from 1 without end. Another fragment length shows the same
    /// sealed bytes cut anew.
    ///
    /// # Errors
    /// [`Trouble::Nothing`], [`Trouble::TooLargeForCode`].
    pub fn frame(&mut self, index: u32, fragment_bytes: usize) -> Result<Frame, Trouble> {
        let sealed = self.sealed.as_ref().ok_or(Trouble::Nothing)?;
        if self.shown.as_ref().is_none_or(|(length, _)| *length != fragment_bytes) {
            let encoder = Encoder::new(sealed, fragment_bytes);
            self.shown = Some((fragment_bytes, encoder.map_err(|_| Trouble::TooLargeForCode)?));
        }
        let (_, encoder) = self.shown.as_ref().ok_or(Trouble::Nothing)?;
        let code = qr::draw(&encoder.part(index)).ok_or(Trouble::TooLargeForCode)?;
        Ok(Frame { code, parts: encoder.parts() })
    }

    /// The sealed message as one text.
    ///
    /// # Errors
    /// [`Trouble::Nothing`].
    pub fn text(&self) -> Result<String, Trouble> {
        self.sealed.as_deref().map(ur::to_text).ok_or(Trouble::Nothing)
    }

    /// Forgets what was scanned.
    pub fn begin_scan(&mut self) {
        self.scanned = Decoder::default();
    }

    /// Looks for a code in a grey picture and takes it. A picture without a code changes nothing.
    ///
    /// # Errors
    /// [`Trouble`] names what is wrong with the code. Scanning can go on after every one.
    pub fn scan(&mut self, luma: Vec<u8>, width: u32, height: u32) -> Result<Progress, Trouble> {
        match qr::read(luma, width, height) {
            Some(text) => self.scan_text(&text),
            None => Ok(self.scanned.progress()),
        }
    }

    fn scan_text(&mut self, text: &str) -> Result<Progress, Trouble> {
        let progress = self.scanned.receive(text)?;
        if let Some(sealed) = self.scanned.sealed() {
            // Named now rather than after five words were typed.
            seal::check(sealed)?;
        }
        Ok(progress)
    }

    /// Whether a file's bytes, or the text of one, are a whole message.
    ///
    /// # Errors
    /// [`Trouble`] names what is wrong with them.
    pub fn check(bytes: &[u8]) -> Result<(), Trouble> {
        Ok(seal::check(&unwrapped(bytes)?)?)
    }

    /// Opens a file's bytes, or what was just scanned.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn open(&self, bytes: Option<&[u8]>, words: &str) -> Result<Vec<u8>, Trouble> {
        match bytes {
            Some(bytes) => Ok(parcel::open(&unwrapped(bytes)?, words)?),
            None => Ok(parcel::open(self.scanned.sealed().ok_or(Trouble::Nothing)?, words)?),
        }
    }

    /// The insights of an input, both as the bytes that cross between page and worker.
    ///
    /// # Errors
    /// [`Trouble::Request`] for bytes that are no input.
    pub fn insights(input: &[u8]) -> Result<Vec<u8>, Trouble> {
        let input: InsightInput = minicbor::decode(input).map_err(|_| Trouble::Request)?;
        minicbor::to_vec(insights::insights(&input)).map_err(|_| Trouble::Request)
    }
}

/// The sealed bytes of a file, which may hold them as text.
fn unwrapped(bytes: &[u8]) -> Result<Vec<u8>, Trouble> {
    let start = bytes.trim_ascii_start();
    match start.first_chunk::<3>() {
        Some(scheme) if scheme.eq_ignore_ascii_case(b"ur:") => {
            let text = std::str::from_utf8(start).map_err(|_| Trouble::Damaged)?;
            Ok(ur::from_text(text)?)
        }
        _ => Ok(bytes.to_vec()),
    }
}

impl From<SealError> for Trouble {
    fn from(error: SealError) -> Self {
        match error {
            SealError::NotOurs => Self::NotOurs,
            SealError::Damaged => Self::Damaged,
            SealError::NewerFormat => Self::Newer,
            SealError::NotOpened => Self::NotOpened,
            SealError::TooLarge => Self::TooLarge,
            SealError::NoWords => Self::Request,
        }
    }
}

impl From<ParcelError> for Trouble {
    fn from(error: ParcelError) -> Self {
        match error {
            ParcelError::Seal(error) => error.into(),
            ParcelError::Deflate(DeflateError::TooLarge) => Self::TooLarge,
            ParcelError::Deflate(DeflateError::Damaged) => Self::Damaged,
        }
    }
}

impl From<UrError> for Trouble {
    fn from(error: UrError) -> Self {
        match error {
            UrError::NotUr | UrError::OtherType => Self::NotOurs,
            UrError::TooManyParts | UrError::TooMuchBuffered => Self::TooLarge,
            UrError::AnotherMessage => Self::AnotherMessage,
            UrError::DamagedPart | UrError::DamagedMessage => Self::Damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A code as the camera might see it: four pixels a module, with its quiet zone.
    fn picture(code: &Qr) -> (Vec<u8>, u32) {
        let side = (code.size + 2 * qr::QUIET_ZONE) * 4;
        let dark = |x: usize, y: usize| {
            let (x, y) = (x / 4, y / 4);
            let inside = |place: usize| place.checked_sub(qr::QUIET_ZONE);
            let cell = inside(x).zip(inside(y)).filter(|(x, y)| *x < code.size && *y < code.size);
            cell.is_some_and(|(x, y)| code.modules[y * code.size + x] == 1)
        };
        let luma = (0..side * side).map(|at| if dark(at % side, at / side) { 20 } else { 230 });
        (luma.collect(), u32::try_from(side).unwrap_or_default())
    }

    #[test]
    fn a_message_goes_from_one_desk_to_another() -> Result<(), Trouble> {
        let message: Vec<u8> = (0..1_500_u32).flat_map(|n| (n * n).to_le_bytes()).collect();
        let (mut ours, mut theirs) = (Desk::default(), Desk::default());
        let sealed = ours.seal(&message, List::Syllables, Random::default())?;
        assert_eq!(theirs.open(None, &sealed.words), Err(Trouble::Nothing));
        for index in 1.. {
            // Halfway through, bigger codes are asked for: cut anew, so scanning starts afresh.
            let length = if index < 5 { 200 } else { 100 };
            let frame = ours.frame(index, length)?;
            let (luma, side) = picture(&frame.code);
            match theirs.scan(luma, side, side) {
                Ok(progress) if progress.complete() => break,
                Ok(_) => {}
                Err(trouble) => {
                    assert_eq!((trouble, index), (Trouble::AnotherMessage, 5));
                    theirs.begin_scan();
                }
            }
        }
        assert_eq!(theirs.open(None, "not these words"), Err(Trouble::NotOpened));
        assert_eq!(theirs.open(None, &sealed.words), Ok(message.clone()));
        assert_eq!(theirs.open(Some(&sealed.bytes), &sealed.words), Ok(message.clone()));
        assert_eq!(theirs.open(Some(ours.text()?.as_bytes()), &sealed.words), Ok(message));
        Ok(())
    }

    #[test]
    fn insights_cross_as_bytes() {
        use askelma_diary::insights::{Insights, Pair, PairKind, Series};
        use askelma_diary::time::Day;
        let day = |number| Day::from_number(20_700 + number).unwrap_or_else(|_| unreachable!());
        // Fresh air on every second day and a lighter mood with it: 40 pairs, no doubt.
        let pairs = (0..40).map(|number| {
            let x = f64::from(number % 2);
            Pair { day: day(number), x, y: 2.0 + 2.0 * x }
        });
        let series = vec![Series { kind: PairKind::FreshAirAndMood, pairs: pairs.collect() }];
        let input = InsightInput { today: day(39), series };
        let answer = Desk::insights(&minicbor::to_vec(&input).unwrap_or_default());
        let said: Insights = minicbor::decode(&answer.unwrap_or_default())
            .unwrap_or(Insights { found: Vec::new(), tried: Vec::new() });
        assert_eq!(said, insights::insights(&input));
        assert_eq!((said.found.len(), said.tried), (1, vec![PairKind::FreshAirAndMood]));
        assert_eq!(Desk::insights(b"no input"), Err(Trouble::Request));
    }

    #[test]
    fn what_cannot_be_opened_is_named() {
        assert_eq!(Desk::check(b"hello"), Err(Trouble::NotOurs));
        assert_eq!(Desk::check(b""), Err(Trouble::NotOurs));
        assert_eq!(Desk::check(b" ur:bytes/iehsjyhspmwfwfia"), Err(Trouble::NotOurs));
        assert_eq!(Desk::check(b"UR:ASKELMA/AEAE"), Err(Trouble::Damaged));
        assert_eq!(Desk::check(b"UR:\xff"), Err(Trouble::Damaged));
        assert_eq!(Desk::default().frame(1, 200), Err(Trouble::Nothing));
        assert_eq!(Desk::default().text(), Err(Trouble::Nothing));
    }

    #[test]
    fn a_code_of_another_app_is_named_and_scanning_goes_on() {
        let mut desk = Desk::default();
        let code = qr::draw("https://example.org/").unwrap_or(Qr { size: 0, modules: Vec::new() });
        let (luma, side) = picture(&code);
        assert_eq!(desk.scan(luma, side, side), Err(Trouble::NotOurs));
        assert_eq!(desk.scan(vec![255; 100], 10, 10), Ok(Progress::default()));
    }
}
