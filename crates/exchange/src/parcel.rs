//! Deflate and seal together: message bytes to sealed bytes, and back.

use thiserror::Error;

use crate::deflate::{DeflateError, deflate, inflate};
use crate::seal::{NONCE_BYTES, SALT_BYTES, SealError, open_by_words, seal_by_words};

/// Why a parcel could not be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ParcelError {
    /// The seal.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// What was inside the seal.
    #[error(transparent)]
    Deflate(#[from] DeflateError),
}

/// Deflates message bytes and seals them by words. `salt` and `nonce` must be fresh random bytes.
///
/// # Errors
/// [`ParcelError`].
pub fn close(
    message: &[u8],
    words: &str,
    salt: [u8; SALT_BYTES],
    nonce: [u8; NONCE_BYTES],
) -> Result<Vec<u8>, ParcelError> {
    Ok(seal_by_words(&deflate(message), words, salt, nonce)?)
}

/// Opens sealed bytes with the words and inflates the message.
///
/// # Errors
/// [`ParcelError`].
pub fn open(sealed: &[u8], words: &str) -> Result<Vec<u8>, ParcelError> {
    Ok(inflate(&open_by_words(sealed, words)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_and_is_smaller() {
        let message = b"the same words again and again, ".repeat(50);
        let sealed = close(&message, "one two", [1; 16], [2; 24]).unwrap_or_default();
        assert!(sealed.len() < 200);
        assert_eq!(open(&sealed, "one two"), Ok(message));
    }

    #[test]
    fn what_is_sealed_but_not_deflated_is_named() {
        let sealed = seal_by_words(&[0xff; 9], "one two", [1; 16], [2; 24]).unwrap_or_default();
        assert_eq!(open(&sealed, "one two"), Err(ParcelError::Deflate(DeflateError::Damaged)));
    }
}
