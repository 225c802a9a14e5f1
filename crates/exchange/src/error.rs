//! What may be wrong with a message between two devices.

use minicbor::{Decode, Encode};
use thiserror::Error;

use crate::deflate::DeflateError;
use crate::parcel::ParcelError;
use crate::seal::SealError;
use crate::ur::UrError;

/// Why a message could not be sealed, shown, scanned or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Encode, Decode)]
#[cbor(index_only)]
pub enum ExchangeError {
    /// Nothing that this app made.
    #[error("not made by Askelma")]
    #[n(0)]
    NotOurs,
    /// Made by this app, but not whole.
    #[error("damaged on the way")]
    #[n(1)]
    Damaged,
    /// Made with a newer version of this app.
    #[error("made with a newer Askelma")]
    #[n(2)]
    Newer,
    /// Intact, but the words are wrong or it is for somebody else.
    #[error("intact, but not opened")]
    #[n(3)]
    NotOpened,
    /// Over a limit.
    #[error("too large")]
    #[n(4)]
    TooLarge,
    /// Over 300 parts: a file carries it.
    #[error("too large to show as code")]
    #[n(5)]
    TooLargeForCode,
    /// A code of another message than the one begun; what was scanned is kept.
    #[error("a code of another message")]
    #[n(6)]
    AnotherMessage,
    /// Nothing was sealed or scanned before.
    #[error("nothing to work on")]
    #[n(7)]
    Nothing,
}

impl From<SealError> for ExchangeError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::NotOurs => Self::NotOurs,
            SealError::Damaged => Self::Damaged,
            SealError::NewerFormat => Self::Newer,
            SealError::NotOpened | SealError::NoWords => Self::NotOpened,
            SealError::TooLarge => Self::TooLarge,
        }
    }
}

impl From<ParcelError> for ExchangeError {
    fn from(error: ParcelError) -> Self {
        match error {
            ParcelError::Seal(error) => error.into(),
            ParcelError::Deflate(DeflateError::TooLarge) => Self::TooLarge,
            ParcelError::Deflate(DeflateError::Damaged) => Self::Damaged,
        }
    }
}

impl From<UrError> for ExchangeError {
    fn from(error: UrError) -> Self {
        match error {
            UrError::NotUr | UrError::OtherType => Self::NotOurs,
            UrError::TooManyParts | UrError::TooMuchBuffered => Self::TooLarge,
            UrError::AnotherMessage => Self::AnotherMessage,
            UrError::DamagedPart | UrError::DamagedMessage => Self::Damaged,
        }
    }
}
