//! Merging is commutative, associative and idempotent, with equal stamps too.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{Case, MoodEntry, Received};
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Record};
use askelma_diary::shard::{Kept, Shard, ShardError, ShardKey};
use askelma_diary::stamp::{Stamp, StampClock};
use askelma_diary::time::Instant;
use askelma_diary::values::{Mood, Words};
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

    #[test]
    fn any_flipped_bit_is_damage(a in shard(), at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = a.to_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(Shard::from_bytes(&bytes), Err(ShardError::Damaged));
    }

    #[test]
    fn what_stands_before_the_damage_is_salvaged(a in shard(), cut in any::<prop::sample::Index>()) {
        let mut bytes = a.to_bytes();
        bytes.truncate(9 + cut.index(bytes.len() - 8));
        let all: Vec<_> = a.records().cloned().collect();
        let salvaged = Shard::salvage(&bytes);
        prop_assert_eq!(&salvaged[..], &all[..salvaged.len()]);
        prop_assert!(bytes.len() < a.to_bytes().len() || salvaged.len() == all.len());
    }
}

/// One mood, as the app of schema 1 wrote it.
const FIRST_SCHEMA: &str =
    "41534b440133cf59a48184500101010101014101810101010101010183050001044ca200821a6b0527e018780104";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex"))
        .collect()
}

#[test]
fn every_flipped_bit_of_a_whole_shard_is_damage() {
    let whole = Shard::from_bytes(&bytes(FIRST_SCHEMA)).expect("it opens").to_bytes();
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << bit;
            let read = Shard::from_bytes(&flipped);
            assert_eq!(read, Err(ShardError::Damaged), "byte {at}, bit {bit}");
        }
        assert_eq!(Shard::from_bytes(&whole[..at]), Err(ShardError::Damaged), "cut at {at}");
    }
}

#[test]
fn a_shard_of_the_first_schema_opens_and_is_written_in_the_present_one() {
    let shard = Shard::from_bytes(&bytes(FIRST_SCHEMA)).expect("it opens");
    assert_eq!(shard.records().count(), 1);
    assert_eq!(shard.to_bytes()[4], 2);
    assert_eq!(Shard::from_bytes(&shard.to_bytes()), Ok(shard));
}

#[test]
fn a_whole_shard_of_a_newer_schema_is_never_called_damaged() {
    // Schema 3 and an array that nobody knows yet; the checksum is CRC-32 of 03 c1 c2.
    let newer = bytes("41534b44035a8c22d8c1c2");
    assert_eq!(Shard::from_bytes(&newer), Err(ShardError::Newer));
    let mut flipped = newer;
    flipped[9] ^= 1;
    assert_eq!(Shard::from_bytes(&flipped), Err(ShardError::Damaged));
}

#[test]
fn what_only_a_newer_app_knows_is_not_written_over() {
    let id = Id::random([7; 16]);
    let content = Content::Foreign { kind: 200, bytes: vec![0xa0] };
    let foreign = Record { id, stamp: Stamp { ms: 5, counter: 0, writer: 1 }, content };
    let mut shard = Shard::default();
    shard.merge(foreign.clone());
    let later =
        Record { id, stamp: Stamp { ms: 9, counter: 0, writer: 1 }, content: Content::Gone };
    assert_eq!(shard.keep(later.clone()), Kept::OnlyNewerKnows);
    assert_eq!(shard.records().collect::<Vec<_>>(), [&foreign]);

    let mut diary = Diary::default();
    diary.merge(foreign.clone());
    let mood = Body::Mood(MoodEntry::new(
        Instant::new(1_795_500_000, 120).expect("in range"),
        Mood::new(3).expect("in range"),
    ));
    let deed = diary.deed(&Change::put(id, mood), &mut StampClock::new(1), 10);
    assert!(deed.refused && deed.records.is_empty());
}

#[test]
fn a_newer_apps_field_outlives_a_removal_that_is_taken_back() {
    let id = Id::random([7; 16]);
    let mood = MoodEntry::new(
        Instant::new(1_795_500_000, 120).expect("in range"),
        Mood::new(3).expect("in range"),
    );
    let newer_fields = vec![0x18, 77, 0x01];
    let content = Content::Live { body: mood.into(), newer_fields };
    let mut diary = Diary::default();
    diary.merge(Record {
        id,
        stamp: Stamp { ms: 5, counter: 0, writer: 1 },
        content: content.clone(),
    });
    let mut clock = StampClock::new(2);
    let removal = diary.removal(&[id]);
    let deed = diary.deed(&removal, &mut clock, 10);
    diary.show_deed(&deed);
    let back = diary.taken_back(&deed.undo, &mut clock, 11);
    assert_eq!(
        back.records.iter().map(|(_, record)| &record.content).collect::<Vec<_>>(),
        [&content]
    );
}

#[test]
fn what_was_received_has_a_shard_of_its_case_and_moves_there() {
    let case = Id::random([9; 16]);
    let when = Instant::new(1_795_500_000, 120).expect("in range");
    let received = Received { when, case, made_at: when, message: vec![1, 2, 3].into() };
    let stamp = Stamp { ms: 5, counter: 0, writer: 1 };
    let live = |name: u8, body: Body| Record {
        id: Id::random([name; 16]),
        stamp,
        content: Content::Live { body, newer_fields: Vec::new() },
    };
    let words = Words::new("Aino").expect("short").expect("said");
    let stays = live(1, Case { name: words, since: when }.into());
    let moves = live(2, received.into());
    let mut undated = Shard::default();
    undated.merge(stays.clone());
    undated.merge(moves.clone());
    let key = ShardKey::Case(case);
    assert_eq!(undated.take_misplaced(ShardKey::Undated), [(key, moves.clone())]);
    assert_eq!(undated.records().collect::<Vec<_>>(), [&stays]);
    assert_eq!(undated.take_misplaced(ShardKey::Undated), []);
    // Its name is read back, and nothing else is taken for one.
    assert_eq!(key.to_string(), format!("case-{}", case.hex()));
    assert_eq!(ShardKey::parse(&key.to_string()), Some(key));
    assert_eq!(ShardKey::parse("case-12"), None);
}
