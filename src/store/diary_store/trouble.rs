//! What is said while screen and disk are not the same.

use crate::storage::StorageError;

/// What is not as it should be between the screen and the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Something is on the screen and not on the disk.
    NotSaved(StorageError),
    /// Something on the disk could not be read.
    NotRead,
}
