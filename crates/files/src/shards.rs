//! Shards between the page and who reads or writes files: as the bytes that lie on the disk.

use std::collections::BTreeMap;

use askelma_diary::record::Record;
use askelma_diary::shard::{Shard, ShardKey};
use minicbor::bytes::ByteVec;
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

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

/// What some shards hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WholeRecords {
    /// The records, each with where it is kept.
    pub records: Vec<(ShardKey, Record)>,
    /// Shards that cannot be read: damaged, or written by a newer app.
    pub missing: Vec<ShardKey>,
}

/// The records of all shards that can be read; the others are named.
pub fn whole_records(shards: &[ShardBytes]) -> WholeRecords {
    let mut whole = WholeRecords::default();
    for ShardBytes { key, bytes } in shards {
        match Shard::from_bytes(bytes) {
            Ok(shard) => {
                whole.records.extend(shard.records().map(|record| (*key, record.clone())));
            }
            Err(_) => whole.missing.push(*key),
        }
    }
    whole
}

/// The diary as files, made of all of it that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Saved {
    /// The files; more than one where one would be too large to be read back.
    #[n(0)]
    pub files: Vec<ByteVec>,
    /// The shards that are not in them.
    #[cbor(n(1), with = "keys")]
    pub missing: Vec<ShardKey>,
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

/// Keys, each as it is written for people.
mod keys {
    use super::{DecodeError, Decoder, EncodeError, Encoder, ShardKey, Write, key};

    pub fn encode<C, W: Write>(
        keys: &[ShardKey],
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(keys.len() as u64)?;
        keys.iter().try_for_each(|shard| key::encode(shard, e, ctx))
    }

    pub fn decode<C>(d: &mut Decoder<'_>, ctx: &mut C) -> Result<Vec<ShardKey>, DecodeError> {
        let count = d.array()?.ok_or_else(|| DecodeError::message("keys of no number"))?;
        (0..count).map(|_| key::decode(d, ctx)).collect()
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
    fn a_shard_that_cannot_be_read_is_named_and_leaves_the_others() {
        let whole = Shard::default();
        let mut newer = whole.to_bytes();
        newer[4] += 1;
        let of = |month, bytes| ShardBytes { key: ShardKey::Month(2026, month), bytes };
        let shards =
            [of(9, whole.to_bytes()), of(10, b"ASKD".to_vec()), of(11, newer), of(12, Vec::new())];
        let WholeRecords { records, missing } = whole_records(&shards);
        assert_eq!(records, []);
        assert_eq!(missing, [10, 11, 12].map(|month| ShardKey::Month(2026, month)));
    }

    #[test]
    fn what_was_saved_crosses_with_what_is_missing() {
        let missing = vec![ShardKey::Undated, ShardKey::Month(2026, 11)];
        let saved = Saved { files: vec![vec![1, 2].into(), vec![3].into()], missing };
        let bytes = minicbor::to_vec(&saved).expect("in memory");
        assert_eq!(minicbor::decode::<Saved>(&bytes).expect("whole"), saved);
    }

    #[test]
    fn a_key_that_is_none_is_refused() {
        let shard = ShardBytes { key: ShardKey::Undated, bytes: b"ASKD".to_vec() };
        let mut bytes = minicbor::to_vec(&shard).expect("in memory");
        assert_eq!(minicbor::decode::<ShardBytes>(&bytes).expect("whole"), shard);
        // The key's text begins with its length and then `undated`.
        let at = bytes.iter().position(|byte| *byte == b'u').expect("the key");
        bytes[at] = b'x';
        assert!(minicbor::decode::<ShardBytes>(&bytes).is_err());
    }
}
