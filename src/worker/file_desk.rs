//! Reads and writes files for the page.

use super::protocol::Trouble;

/// Does what is asked; both sides in CBOR.
///
/// # Errors
/// [`Trouble::Request`] for bytes that ask nothing.
pub fn work(_ask: &[u8]) -> Result<Vec<u8>, Trouble> {
    Err(Trouble::Request)
}
