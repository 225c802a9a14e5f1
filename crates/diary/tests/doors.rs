//! Stored bytes that are not as they were written: every byte and every bit.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::entries::{MoodEntry, Night, Profile};
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Record};
use askelma_diary::shard::{Shard, ShardError};
use askelma_diary::stamp::Stamp;
use askelma_diary::values::Mood;
use proptest::prelude::*;

mod made;
use made::{at, day, plain_night, words};

fn record(number: u8, body: impl Into<Body>) -> Record {
    let content = Content::Live { body: body.into(), newer_fields: Vec::new() };
    let stamp = Stamp { ms: 1_795_500_000_000 + u64::from(number), counter: 2, writer: 3 };
    Record { id: Id::random([number; 16]), stamp, content }
}

fn shard() -> Shard {
    let date = day("2026-11-24");
    let night: Night = plain_night(at(date, -60), at(date, 420));
    let profile = Profile { name: Some(words("Aino")), begun: at(date, 480), example: false };
    let gone = Record { content: Content::Gone, ..record(4, night.clone()) };
    let mut shard = Shard::default();
    for record in [
        record(1, MoodEntry::new(at(date, 500), Mood::new(4).expect("1 to 5"))),
        record(2, night),
        record(3, profile),
        gone,
    ] {
        shard.merge(record);
    }
    shard
}

/// What a flip of each bit at these places makes of a shard, where that is not "damaged".
fn undamaged(places: impl Iterator<Item = usize>) -> Vec<(usize, u8)> {
    let whole = shard().to_bytes();
    assert_eq!(Shard::from_bytes(&whole), Ok(shard()));
    let flips = places.flat_map(|at| (0..8_u8).map(move |bit| (at, bit)));
    flips
        .filter(|(at, bit)| {
            let mut bytes = whole.clone();
            bytes[*at] ^= 1 << bit;
            Shard::from_bytes(&bytes) != Err(ShardError::Damaged)
        })
        .collect()
}

#[test]
fn every_flipped_bit_is_damage() {
    let bytes = shard().to_bytes();
    assert_eq!(undamaged(0..bytes.len()), []);
}

/// Wherever it is cut, and whatever stands behind it.
#[test]
fn every_cut_is_damage() {
    let whole = shard().to_bytes();
    for length in 0..whole.len() {
        assert_eq!(Shard::from_bytes(&whole[..length]), Err(ShardError::Damaged), "{length}");
    }
    let longer = [&whole[..], &[0]].concat();
    assert_eq!(Shard::from_bytes(&longer), Err(ShardError::Damaged));
}

proptest! {
    /// Several bytes at once.
    #[test]
    fn bytes_written_over_are_damage(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..6),
    ) {
        let whole = shard().to_bytes();
        let mut bytes = whole.clone();
        for (at, by) in changes {
            let at = at.index(bytes.len());
            bytes[at] ^= by;
        }
        let read = Shard::from_bytes(&bytes);
        prop_assert_eq!(read, if bytes == whole { Ok(shard()) } else { Err(ShardError::Damaged) });
    }
}
