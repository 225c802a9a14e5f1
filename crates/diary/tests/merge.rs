//! Merging is commutative, associative and idempotent, with equal stamps too.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Record};
use askelma_diary::shard::{Shard, ShardError};
use askelma_diary::stamp::Stamp;
use askelma_diary::time::Instant;
use askelma_diary::values::Mood;
use proptest::prelude::*;

fn record() -> impl Strategy<Value = Record> {
    // Few ids, stamps and writers, so that clashes and ties are common.
    (0..4_u8, 0..3_u64, 0..2_u32, 0..2_u32, prop::option::of((1..=5_u8, 0..3_i64))).prop_map(
        |(id, ms, counter, writer, mood)| Record {
            id: Id::random([id; 16]),
            stamp: Stamp { ms, counter, writer },
            content: match mood {
                None => Content::Gone,
                Some((mood, minute)) => Content::Live {
                    body: Body::Mood(MoodEntry::new(
                        Instant::new(1_795_500_000 + minute * 60, 120).expect("in range"),
                        Mood::new(mood).expect("in range"),
                    )),
                    newer_fields: Vec::new(),
                },
            },
        },
    )
}

fn shard() -> impl Strategy<Value = Shard> {
    prop::collection::vec(record(), 0..12).prop_map(|records| {
        let mut shard = Shard::default();
        for record in records {
            shard.merge(record);
        }
        shard
    })
}

fn merged(a: &Shard, b: &Shard) -> Shard {
    let mut out = a.clone();
    for record in b.records().cloned() {
        out.merge(record);
    }
    out
}

proptest! {
    #[test]
    fn commutative(a in shard(), b in shard()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn associative(a in shard(), b in shard(), c in shard()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn idempotent(a in shard(), b in shard()) {
        let once = merged(&a, &b);
        prop_assert_eq!(&merged(&once, &b), &once);
        prop_assert_eq!(&merged(&a, &a), &a);
    }

    #[test]
    fn a_shard_reads_back_what_it_wrote(a in shard()) {
        prop_assert_eq!(Shard::from_bytes(&a.to_bytes()), Ok(a));
    }
}

#[test]
fn a_newer_schema_is_never_called_damaged() {
    let mut bytes = Shard::default().to_bytes();
    bytes[4] += 1;
    bytes.truncate(7);
    bytes.extend([0; 8]);
    assert_eq!(Shard::from_bytes(&bytes), Err(ShardError::Newer));
}
