//! Names of records: random for what happens many times, derived for what exists once a date.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use uuid::Uuid;

use crate::record::Kind;
use crate::time::Day;

/// The namespace of derived ids (a random v4, fixed for ever).
const NAMESPACE: Uuid = Uuid::from_u128(0x5b6c_0f0e_91a4_4a5e_8d53_2f5a_c1d7_7e10);

/// A record's name: 16 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 16]);

impl Id {
    /// A v4 id from 16 random bytes that the caller drew.
    pub fn random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid().into_bytes())
    }

    /// The id of what exists once for a kind and a date: two tabs can never make two of it.
    pub fn once_a_day(kind: Kind, day: Day) -> Self {
        Self::derived(kind, &day.number().to_be_bytes())
    }

    /// The id of what exists once for a kind, a date and an item.
    pub fn once_a_day_for(kind: Kind, day: Day, item: Self) -> Self {
        Self::derived(kind, &[&day.number().to_be_bytes()[..], &item.0].concat())
    }

    /// The id of what exists once for a kind and a name (a starter item, a received message).
    pub fn named(kind: Kind, name: &[u8]) -> Self {
        Self::derived(kind, name)
    }

    fn derived(kind: Kind, rest: &[u8]) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, &[&[kind.code()], rest].concat()).into_bytes())
    }

    /// The 16 bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// As 32 hexadecimal digits, for addresses.
    pub fn hex(self) -> String {
        Uuid::from_bytes(self.0).simple().to_string()
    }

    /// Reads 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        if text.len() != 32 || !text.is_ascii() {
            return None;
        }
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(index * 2..index * 2 + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl<C> Encode<C> for Id {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Id {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        <[u8; 16]>::try_from(d.bytes()?)
            .map(Self)
            .map_err(|_| decode::Error::message("an id has 16 bytes"))
    }
}
