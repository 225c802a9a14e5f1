//! Shards between the page and who reads or writes files: as the bytes that lie on the disk.

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardKey};
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::FileError;

/// A shard that nobody has read yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ShardBytes {
    /// Where it is kept.
    #[cbor(n(0), with = "key")]
    pub key: ShardKey,
    /// Its bytes.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// The records of some shards, each with where it is kept.
///
/// # Errors
/// [`FileError::Damaged`] when a shard cannot be read.
pub fn records_of(shards: &[ShardBytes]) -> Result<Vec<(ShardKey, Record)>, FileError> {
    let mut all = Vec::new();
    for ShardBytes { key, bytes } in shards {
        let shard = Shard::from_bytes(bytes).map_err(|_| FileError::Damaged)?;
        all.extend(shard.records().map(|record| (*key, record.clone())));
    }
    Ok(all)
}

pub fn encode<C, W: Write>(
    shards: &BTreeMap<ShardKey, Shard>,
    e: &mut Encoder<W>,
    ctx: &mut C,
) -> Result<(), EncodeError<W::Error>> {
    let bytes =
        |(key, shard): (&ShardKey, &Shard)| ShardBytes { key: *key, bytes: shard.to_bytes() };
    shards.iter().map(bytes).collect::<Vec<_>>().encode(e, ctx)
}

pub fn decode<C>(
    d: &mut Decoder<'_>,
    ctx: &mut C,
) -> Result<BTreeMap<ShardKey, Shard>, DecodeError> {
    let shard = |ShardBytes { key, bytes }| match Shard::from_bytes(&bytes) {
        Ok(shard) => Ok((key, shard)),
        Err(_) => Err(DecodeError::message("not a shard")),
    };
    Vec::<ShardBytes>::decode(d, ctx)?.into_iter().map(shard).collect()
}

/// A key as it is written for people.
mod key {
    use super::{DecodeError, Decoder, EncodeError, Encoder, ShardKey, Write};

    pub fn encode<C, W: Write>(
        key: &ShardKey,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(&key.to_string())?.ok()
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<ShardKey, DecodeError> {
        ShardKey::parse(d.str()?).ok_or_else(|| DecodeError::message("not a shard's key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BadRowKind, BadRows, Preview, Source};
    use askelma_diary::time::Day;

    #[test]
    fn a_preview_crosses_with_its_shards() {
        let november = ShardKey::Month(2026, 11);
        let mut bad = BadRows::default();
        bad.push("a.csv", 7, BadRowKind::Times);
        let preview = Preview {
            shards: BTreeMap::from([
                (ShardKey::Undated, Shard::default()),
                (november, Shard::default()),
            ]),
            bad,
            ticks: 3,
            to: Day::from_ymd(2026, 11, 24).ok(),
            ..Preview::of(Source::Loop)
        };
        let bytes = minicbor::to_vec(&preview).expect("in memory");
        assert_eq!(minicbor::decode::<Preview>(&bytes).expect("whole"), preview);
    }

    #[test]
    fn a_shard_that_cannot_be_read_is_refused() {
        let damaged = ShardBytes { key: ShardKey::Undated, bytes: b"ASKD".to_vec() };
        assert_eq!(records_of(std::slice::from_ref(&damaged)), Err(FileError::Damaged));
        let mut bytes = minicbor::to_vec(&damaged).expect("in memory");
        assert_eq!(minicbor::decode::<ShardBytes>(&bytes).expect("whole"), damaged);
        // The key's text begins with its length and then `undated`.
        let at = bytes.iter().position(|byte| *byte == b'u').expect("the key");
        bytes[at] = b'x';
        assert!(minicbor::decode::<ShardBytes>(&bytes).is_err());
    }
}
