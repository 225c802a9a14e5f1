//! Raw DEFLATE (RFC 1951), with a limit on what comes out.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use thiserror::Error;

/// The most bytes that a message may unfold to: 16 MiB.
pub const MOST_INFLATED: usize = 16 * 1024 * 1024;

/// The highest level: a message is small, its code should be too.
const LEVEL: u8 = 9;

/// What can be wrong with deflated bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DeflateError {
    /// They would unfold to more than [`MOST_INFLATED`].
    #[error("unfolds to more than 16 MiB")]
    TooLarge,
    /// Not a DEFLATE stream.
    #[error("not a deflate stream")]
    Damaged,
}

/// Makes bytes smaller.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(bytes, LEVEL)
}

/// Gives back what [`deflate`] was given.
///
/// # Errors
/// [`DeflateError`].
pub fn inflate(bytes: &[u8]) -> Result<Vec<u8>, DeflateError> {
    decompress_to_vec_with_limit(bytes, MOST_INFLATED).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => DeflateError::TooLarge,
        _ => DeflateError::Damaged,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bomb_is_refused() {
        let bomb = deflate(&vec![0; MOST_INFLATED + 1]);
        assert!(bomb.len() < 100_000);
        assert_eq!(inflate(&bomb), Err(DeflateError::TooLarge));
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        let bytes = vec![7; MOST_INFLATED];
        assert_eq!(inflate(&deflate(&bytes)).map(|out| out.len()), Ok(MOST_INFLATED));
    }

    #[test]
    fn a_cut_stream_is_damaged() {
        let whole = deflate(b"a message of some length, long enough to cut");
        assert_eq!(inflate(&whole[..whole.len() - 4]), Err(DeflateError::Damaged));
        assert_eq!(inflate(&[]), Err(DeflateError::Damaged));
    }

    proptest! {
        #[test]
        fn comes_back(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
            prop_assert_eq!(inflate(&deflate(&bytes)), Ok(bytes));
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
            let _ = inflate(&bytes);
        }
    }
}
