//! Stored bytes.

use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::time::Instant;
use askelma_files::backup::{from_json, to_json};

use crate::Entered;

/// Magic, schema, checksum: behind them lie the records.
const SCHEMA: usize = 4;
const CHECKSUM: std::ops::Range<usize> = 5..9;

/// A shard, as it lies on the disk.
pub fn shard(bytes: &[u8]) -> Entered {
    if let Some(fitting) = with_checksum(bytes) {
        read(&fitting);
    }
    Entered::when(read(bytes))
}

fn read(bytes: &[u8]) -> bool {
    let Ok(shard) = Shard::from_bytes(bytes) else { return false };
    let written = shard.to_bytes();
    let again = Shard::from_bytes(&written).map(|again| (again.to_bytes(), again));
    assert_eq!(again, Ok((written, shard.clone())));
    backed_up(&shard);
    true
}

/// Whatever a diary holds can be saved, and comes back from it.
fn backed_up(shard: &Shard) {
    let keyed = |record: &askelma_diary::record::Record| {
        (ShardKey::of(record.body().and_then(askelma_diary::record::Body::day)), record.clone())
    };
    let records: Vec<_> = shard.records().map(keyed).collect();
    let Ok(now) = Instant::new(1_795_500_000, 120) else { return };
    let text = to_json(&records, now).unwrap_or_else(|error| panic!("{error}: {records:?}"));
    let again = from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(again.records, records);
}

/// The same records in the first schema, under a checksum that fits.
fn with_checksum(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    let checksum = crc32fast::hash(bytes.get(CHECKSUM.end..)?);
    *bytes.get_mut(SCHEMA)? = 1;
    bytes.get_mut(CHECKSUM)?.copy_from_slice(&checksum.to_be_bytes());
    Some(bytes)
}
