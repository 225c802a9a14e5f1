//! The seal: nothing leaves a device unsealed.
//!
//! ```text
//! crc32(4) | magic(4) | version(1) | suite(1) | salt(16) | nonce(24) | ciphertext and tag
//!            '------------ header: associated data ----------------'
//! ```
//!
//! The CRC-32 stands over everything after it, so that "damaged" is told apart from "intact, but
//! not opened". Suite 1 is *by words*; 2 is kept for *to a person* (HPKE, RFC 9180).

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::words::fold;

/// Length of the salt in bytes.
pub const SALT_BYTES: usize = 16;
/// Length of the nonce in bytes.
pub const NONCE_BYTES: usize = 24;
/// The most bytes of a sealed message: 4 MiB.
pub const MOST_SEALED: usize = 4 * 1024 * 1024;

const MAGIC: [u8; 4] = *b"ASKL";
const VERSION_1: u8 = 1;
const SUITE_BY_WORDS: u8 = 1;

const CRC_BYTES: usize = 4;
const TAG_BYTES: usize = 16;
/// Magic, version and suite: what every version has in the same place.
const FIXED_END: usize = CRC_BYTES + MAGIC.len() + 2;
const SALT_END: usize = FIXED_END + SALT_BYTES;
const HEADER_END: usize = SALT_END + NONCE_BYTES;

/// Argon2id's cost, fixed by the suite and never read from a message, where it would let a
/// stranger choose how much memory opening takes. RFC 9106 section 4, second recommended option.
const ARGON2_MEMORY_KIB: u32 = 64 * 1024;
const ARGON2_PASSES: u32 = 3;
const ARGON2_LANES: u32 = 1;

/// What can go wrong while sealing or opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealError {
    /// Not a sealed message of this app.
    #[error("not made by Askelma")]
    NotOurs,
    /// Made by this app, but bytes are missing or changed.
    #[error("damaged on the way")]
    Damaged,
    /// Intact, but of a format that this version does not know.
    #[error("made with a newer Askelma")]
    NewerFormat,
    /// Intact, but the words are wrong or it is for somebody else.
    #[error("intact, but not opened")]
    NotOpened,
    /// Over [`MOST_SEALED`].
    #[error("more than 4 MiB")]
    TooLarge,
    /// Sealing needs words, and none were left after folding.
    #[error("no words to seal with")]
    NoWords,
}

/// Seals bytes so that only the words open them. `salt` and `nonce` must be fresh random bytes.
///
/// # Errors
/// [`SealError::NoWords`], [`SealError::TooLarge`].
pub fn seal_by_words(
    bytes: &[u8],
    words: &str,
    salt: [u8; SALT_BYTES],
    nonce: [u8; NONCE_BYTES],
) -> Result<Vec<u8>, SealError> {
    if bytes.len() > MOST_SEALED - HEADER_END - TAG_BYTES {
        return Err(SealError::TooLarge);
    }
    let key = key_from_words(words, &salt)?.ok_or(SealError::NoWords)?;
    let mut header = Vec::from(MAGIC);
    header.extend([VERSION_1, SUITE_BY_WORDS]);
    header.extend(salt);
    header.extend(nonce);
    let ciphertext = XChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: &header })
        .map_err(|_| SealError::TooLarge)?;
    let mut body = header;
    body.extend(ciphertext);
    let mut sealed = Vec::from(crc32fast::hash(&body).to_be_bytes());
    sealed.extend(body);
    Ok(sealed)
}

/// Opens what [`seal_by_words`] sealed. The words may be typed in any case, with or without
/// accents, hyphens and commas.
///
/// # Errors
/// [`SealError`].
pub fn open_by_words(sealed: &[u8], words: &str) -> Result<Vec<u8>, SealError> {
    check(sealed)?;
    let header = sealed.get(CRC_BYTES..HEADER_END).ok_or(SealError::Damaged)?;
    let salt = array(sealed, FIXED_END)?;
    let nonce: [u8; NONCE_BYTES] = array(sealed, SALT_END)?;
    let ciphertext = sealed.get(HEADER_END..).ok_or(SealError::Damaged)?;
    let key = key_from_words(words, &salt)?.ok_or(SealError::NotOpened)?;
    XChaCha20Poly1305::new(&Key::from(*key))
        .decrypt(&XNonce::from(nonce), Payload { msg: ciphertext, aad: header })
        .map_err(|_| SealError::NotOpened)
}

/// Whether these bytes begin as a sealed message does; they may be damaged for all that.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.get(CRC_BYTES..CRC_BYTES + MAGIC.len()) == Some(&MAGIC)
}

/// Whether these bytes are a whole sealed message that this version can try to open. Quick: asks
/// for no words, so a damaged file is named before anyone types.
///
/// # Errors
/// [`SealError`], but neither [`SealError::NotOpened`] nor [`SealError::NoWords`].
pub fn check(sealed: &[u8]) -> Result<(), SealError> {
    if !is_sealed(sealed) {
        return Err(SealError::NotOurs);
    }
    if sealed.len() > MOST_SEALED {
        return Err(SealError::TooLarge);
    }
    let crc = u32::from_be_bytes(array(sealed, 0)?);
    if sealed.get(CRC_BYTES..).map(crc32fast::hash) != Some(crc) {
        return Err(SealError::Damaged);
    }
    let [version, suite] = array(sealed, CRC_BYTES + MAGIC.len())?;
    if version != VERSION_1 || suite != SUITE_BY_WORDS {
        return Err(SealError::NewerFormat);
    }
    if sealed.len() < HEADER_END + TAG_BYTES {
        return Err(SealError::Damaged);
    }
    Ok(())
}

fn array<const N: usize>(bytes: &[u8], start: usize) -> Result<[u8; N], SealError> {
    bytes.get(start..).and_then(<[u8]>::first_chunk).copied().ok_or(SealError::Damaged)
}

/// The key; nothing when no words are left after folding.
fn key_from_words(
    words: &str,
    salt: &[u8; SALT_BYTES],
) -> Result<Option<Zeroizing<[u8; 32]>>, SealError> {
    let folded = Zeroizing::new(fold(words));
    if folded.is_empty() {
        return Ok(None);
    }
    let mut key = Zeroizing::new([0; 32]);
    let params = Params::new(ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_LANES, Some(key.len()))
        .map_err(|_| SealError::NotOpened)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(folded.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| SealError::NotOpened)?;
    Ok(Some(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &str = "talo neva soli rumu kelo";

    fn sealed() -> Vec<u8> {
        seal_by_words(b"hello", WORDS, [7; 16], [9; 24]).unwrap_or_default()
    }

    /// The same bytes with another version or suite, and a CRC that fits.
    fn with_byte(place: usize, value: u8) -> Vec<u8> {
        let mut bytes = sealed();
        bytes[place] = value;
        let crc = crc32fast::hash(&bytes[4..]);
        bytes[..4].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    #[test]
    fn opens_with_the_words_however_they_are_typed() {
        let bytes = seal_by_words(b"", WORDS, [1; 16], [2; 24]).unwrap_or_default();
        assert_eq!(bytes.len(), HEADER_END + TAG_BYTES);
        assert_eq!(open_by_words(&bytes, " TALO-neva,\n soli rúmu kelö."), Ok(Vec::new()));
    }

    #[test]
    fn wrong_words_do_not_open() {
        assert_eq!(open_by_words(&sealed(), "talo neva soli rumu keli"), Err(SealError::NotOpened));
        assert_eq!(open_by_words(&sealed(), " - "), Err(SealError::NotOpened));
    }

    #[test]
    fn sealing_needs_words() {
        assert_eq!(seal_by_words(b"x", " ,", [0; 16], [0; 24]), Err(SealError::NoWords));
    }

    #[test]
    fn a_newer_version_or_suite_is_named() {
        assert_eq!(check(&with_byte(8, 2)), Err(SealError::NewerFormat));
        assert_eq!(check(&with_byte(9, 2)), Err(SealError::NewerFormat));
    }

    #[test]
    fn the_header_is_authenticated() {
        for place in [10, 49] {
            assert_eq!(open_by_words(&with_byte(place, 1), WORDS), Err(SealError::NotOpened));
        }
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_seen_without_words() {
        let whole = sealed();
        assert_eq!(check(&whole), Ok(()));
        for place in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[place] ^= 0x10;
            let expected =
                if (4..8).contains(&place) { SealError::NotOurs } else { SealError::Damaged };
            assert_eq!(check(&bytes), Err(expected));
            let expected = if place < 8 { SealError::NotOurs } else { SealError::Damaged };
            assert_eq!(check(&whole[..place]), Err(expected));
        }
    }

    #[test]
    fn too_large_is_refused_both_ways() {
        let bytes = vec![0; MOST_SEALED];
        assert_eq!(seal_by_words(&bytes, WORDS, [0; 16], [0; 24]), Err(SealError::TooLarge));
        let mut bytes = sealed();
        bytes.resize(MOST_SEALED + 1, 0);
        assert_eq!(check(&bytes), Err(SealError::TooLarge));
    }

    proptest! {
        // Argon2id takes its time by design.
        #![proptest_config(ProptestConfig::with_cases(4))]
        #[test]
        fn comes_back(
            bytes in prop::collection::vec(any::<u8>(), 0..300),
            salt: [u8; 16],
            nonce: [u8; 24],
        ) {
            let sealed = seal_by_words(&bytes, WORDS, salt, nonce)?;
            prop_assert_eq!(open_by_words(&sealed, WORDS), Ok(bytes));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(check(&bytes).is_err());
        }
    }
}
