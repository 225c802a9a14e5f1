//! Parts to sealed bytes.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use thiserror::Error;
use ur::bytewords::{self, Style};

use super::fountain::{Part, xor};
use super::{MOST_PARTS_READ, TYPE};
use crate::seal::MOST_SEALED;

/// Why a text read from a code was not taken. What was received before is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UrError {
    /// Some other code: not a UR.
    #[error("not a UR")]
    NotUr,
    /// A UR of some other app.
    #[error("a UR of another type")]
    OtherType,
    /// It announces more than [`MOST_PARTS_READ`] parts or more than 4 MiB.
    #[error("too many parts")]
    TooManyParts,
    /// Mixed parts pile up to twice the announced number without ever giving the whole.
    #[error("parts that never give the whole")]
    TooMuchBuffered,
    /// A part of another message than the one begun.
    #[error("a part of another message")]
    AnotherMessage,
    /// The part was not read whole.
    #[error("a damaged part")]
    DamagedPart,
    /// All parts are here and do not give what they announced. The decoder starts afresh.
    #[error("the parts do not give a whole message")]
    DamagedMessage,
}

/// How far receiving has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Progress {
    /// Fragments known.
    #[n(0)]
    pub seen: usize,
    /// Fragments in all; 0 before the first part.
    #[n(1)]
    pub needed: usize,
}

impl Progress {
    /// All that was needed has been seen.
    pub fn complete(self) -> bool {
        self.needed > 0 && self.seen == self.needed
    }
}

/// Takes the texts of codes in any order, as often as they come.
///
/// The sender may cut the same sealed bytes anew ("slower and bigger") while they are scanned:
/// length and checksum stay, so that it is known as the same message. Fragments of one cut are
/// never put together with those of another; those of the cut before wait for their return.
#[derive(Debug, Clone, Default)]
pub struct Decoder {
    /// Length and checksum of the message begun.
    message: Option<(u32, u32)>,
    begun: Option<Begun>,
    /// What is here of the cut before this one.
    earlier_cut: Option<Begun>,
    sealed: Option<Vec<u8>>,
}

/// A message of which some parts of one cut are here.
#[derive(Debug, Clone)]
struct Begun {
    /// The first part, against which the others are held.
    like: Part,
    /// The fragments known, by their place.
    fragments: BTreeMap<usize, Vec<u8>>,
    /// Mixed parts whose fragments are not all known: which are missing, and what is left.
    mixed: BTreeMap<BTreeSet<usize>, Vec<u8>>,
}

impl Decoder {
    /// Takes the text of one code.
    ///
    /// # Errors
    /// [`UrError`].
    pub fn receive(&mut self, text: &str) -> Result<Progress, UrError> {
        let text = text.trim().to_ascii_lowercase();
        let rest = text.strip_prefix("ur:").ok_or(UrError::NotUr)?;
        let (kind, rest) = rest.split_once('/').ok_or(UrError::NotUr)?;
        if kind != TYPE {
            return Err(UrError::OtherType);
        }
        match rest.split_once('/') {
            None => self.receive_whole(rest),
            Some((place, body)) => {
                let (sequence, parts) = place_of(place)?;
                let part = Part::from_text(body).ok_or(UrError::DamagedPart)?;
                if (part.sequence, part.parts) != (sequence, parts) {
                    return Err(UrError::DamagedPart);
                }
                self.receive_part(part)
            }
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let progress = self.begun.as_ref().map(Begun::progress);
        if self.sealed.is_some() {
            let needed = progress.map_or(1, |progress| progress.needed);
            return Progress { seen: needed, needed };
        }
        progress.unwrap_or_default()
    }

    /// The sealed bytes, once all parts are here.
    pub fn sealed(&self) -> Option<&[u8]> {
        self.sealed.as_deref()
    }

    fn receive_whole(&mut self, body: &str) -> Result<Progress, UrError> {
        let payload = Some(body)
            .filter(|body| body.is_ascii())
            .and_then(|body| bytewords::decode(body, Style::Minimal).ok())
            .ok_or(UrError::DamagedPart)?;
        let sealed = byte_string(&payload).ok_or(UrError::DamagedPart)?;
        let length = u32::try_from(payload.len()).map_err(|_| UrError::DamagedPart)?;
        self.belongs((length, crc32fast::hash(&payload)))?;
        self.sealed = Some(sealed);
        Ok(self.progress())
    }

    fn receive_part(&mut self, part: Part) -> Result<Progress, UrError> {
        check_lengths(&part)?;
        self.belongs((part.message_len, part.checksum))?;
        if self.sealed.is_some() {
            return Ok(self.progress());
        }
        let begun = self.cut_of(&part);
        begun.take(part)?;
        let progress = begun.progress();
        if progress.complete() {
            self.sealed = begun.whole();
            if self.sealed.is_none() {
                *self = Self::default();
                return Err(UrError::DamagedMessage);
            }
        }
        Ok(progress)
    }

    /// Whether a code is of the message begun; the first one begins it.
    fn belongs(&mut self, message: (u32, u32)) -> Result<(), UrError> {
        if *self.message.get_or_insert(message) == message {
            Ok(())
        } else {
            Err(UrError::AnotherMessage)
        }
    }

    /// What is here of the part's own cut.
    fn cut_of(&mut self, part: &Part) -> &mut Begun {
        if self.begun.as_ref().is_some_and(|begun| !begun.fits(part)) {
            std::mem::swap(&mut self.begun, &mut self.earlier_cut);
            self.begun.take_if(|begun| !begun.fits(part));
        }
        self.begun.get_or_insert_with(|| Begun::with(part))
    }
}

impl Begun {
    fn with(part: &Part) -> Self {
        Self { like: part.clone(), fragments: BTreeMap::new(), mixed: BTreeMap::new() }
    }

    /// Whether a part of this message is of this cut.
    fn fits(&self, part: &Part) -> bool {
        part.parts == self.like.parts && part.data.len() == self.like.data.len()
    }

    fn progress(&self) -> Progress {
        Progress { seen: self.fragments.len(), needed: number(self.like.parts) }
    }

    /// Peels what is known off the part; each fragment that comes free peels others in turn.
    fn take(&mut self, part: Part) -> Result<(), UrError> {
        let missing: BTreeSet<usize> = part.fragments().into_iter().collect();
        let mut queue = vec![(missing, part.data)];
        while let Some((mut missing, mut data)) = queue.pop() {
            missing.retain(|place| match self.fragments.get(place) {
                Some(fragment) => {
                    xor(&mut data, fragment);
                    false
                }
                None => true,
            });
            if missing.len() > 1 {
                self.mixed.insert(missing, data);
            } else if let Some(place) = missing.pop_first() {
                self.fragments.insert(place, data);
                let freed: Vec<_> =
                    self.mixed.keys().filter(|mixed| mixed.contains(&place)).cloned().collect();
                queue.extend(freed.into_iter().filter_map(|key| self.mixed.remove_entry(&key)));
            }
        }
        if self.mixed.len() > 2 * number(self.like.parts) {
            self.mixed.clear();
            return Err(UrError::TooMuchBuffered);
        }
        Ok(())
    }

    fn whole(&self) -> Option<Vec<u8>> {
        let mut payload = self.fragments.values().flatten().copied().collect::<Vec<_>>();
        let filling = payload.split_off(number(self.like.message_len).min(payload.len()));
        let intact = filling.iter().all(|byte| *byte == 0)
            && crc32fast::hash(&payload) == self.like.checksum;
        intact.then(|| byte_string(&payload)).flatten()
    }
}

/// `3-20` as sequence number and number of parts. Checked before anything is decoded.
fn place_of(text: &str) -> Result<(u32, u32), UrError> {
    let (sequence, parts) = text.split_once('-').ok_or(UrError::DamagedPart)?;
    let parse = |digits: &str| {
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().unwrap_or(u32::MAX)).filter(|number| *number > 0)
    };
    let sequence = parse(sequence).ok_or(UrError::DamagedPart)?;
    let parts = parse(parts).ok_or(UrError::DamagedPart)?;
    if number(parts) > MOST_PARTS_READ { Err(UrError::TooManyParts) } else { Ok((sequence, parts)) }
}

/// Message length, parts and fragment length must agree, as the standard fixes them.
fn check_lengths(part: &Part) -> Result<(), UrError> {
    let message_len = number(part.message_len);
    // A CBOR byte string adds at most 9 bytes.
    if message_len > MOST_SEALED + 9 {
        return Err(UrError::TooManyParts);
    }
    // The last fragment holds at least one byte, the others are full.
    let before_last = part.data.len().saturating_mul(number(part.parts) - 1);
    let agree = before_last < message_len && message_len <= before_last + part.data.len();
    if agree { Ok(()) } else { Err(UrError::DamagedPart) }
}

pub(super) fn byte_string(payload: &[u8]) -> Option<Vec<u8>> {
    let mut read = minicbor::Decoder::new(payload);
    let bytes = read.bytes().ok()?.to_vec();
    (read.position() == payload.len()).then_some(bytes)
}

fn number(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}
