//! How two devices talk, without a server: one module a layer, each pure and tested by itself.
//!
//! ```text
//! message  a summary as CBOR columns        ur      fountain parts as text
//! deflate  smaller, with a limit            qr      the text as a picture, and back
//! seal     opened by words only             words   the words, and how they are typed
//!          (parcel: deflate and seal in one step)
//! outbox   all of it on the way out         inbox   all of it on the way in
//! ```
//!
//! The format is written down in `docs/exchange-format.md`. Every decoder here takes bytes from
//! strangers: it returns a named error and never panics, and no error carries diary text.

pub mod deflate;
mod error;
pub mod inbox;
pub mod message;
pub mod outbox;
pub mod parcel;
pub mod qr;
pub mod seal;
pub mod ur;
pub mod words;

#[cfg(test)]
mod vectors;

pub use error::ExchangeError;
