//! Mutated valid bytes through every door: a change somewhere in what is right gets much further
//! than bytes by chance, which end at the first check.
//!
//! So many cases a door as `PROPTEST_CASES` says, else 200.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod json;
mod mutated;
mod seeds;

use std::cell::Cell;

use askelma_doors::{DOORS, Entered, enter};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn config(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(asked.unwrap_or(usual))
    }
}

/// Sends mutated seeds through a door; some of them must be refused.
fn mutated_seeds(door: &'static str, usual: u32) {
    let seeds: Vec<Vec<u8>> = seeds::of(door).into_iter().map(|(_, bytes)| bytes).collect();
    let refused = Cell::new(0);
    let run = TestRunner::new(config(usual)).run(&mutated::mutated(seeds), |bytes| {
        refused.set(refused.get() + u32::from(enter(door, &bytes) == Entered::Refused));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{door}: {error}"));
    // Only blanks are no words.
    assert!(refused.get() > 0 || door == "words", "{door} refuses nothing");
}

macro_rules! doors {
    ($($name:ident $usual:literal),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                mutated_seeds(stringify!($name), $usual);
            }
        )+

        #[test]
        fn every_door_has_a_property_here_and_a_fuzz_target() {
            let doors = DOORS.map(|(door, _)| door);
            assert_eq!(doors.as_slice(), [$(stringify!($name)),+]);
            let manifest = std::fs::read_to_string(seeds::fuzz().join("Cargo.toml")).expect("fuzz/");
            for door in doors {
                let target = seeds::fuzz().join("fuzz_targets").join(format!("{door}.rs"));
                let target = std::fs::read_to_string(target).expect("a target");
                assert!(target.contains(&format!("enter(\"{door}\", bytes)")), "{door}");
                assert!(manifest.contains(&format!("name = \"{door}\"\n")), "{door}");
            }
        }
    };
}

doors! {
    shard 300,
    message 400,
    inflate 200,
    seal 200,
    words 100,
    ur 100,
    ur_part 200,
    qr 60,
    message_file 200,
    backup 200,
    zip 200,
    daylio 300,
    loop_habits 300,
    plees 300,
    address 400,
}

#[test]
fn every_seed_is_read() {
    for (door, enter) in DOORS {
        let seeds = seeds::of(door);
        assert!(!seeds.is_empty(), "{door} has no seeds");
        for (name, bytes) in seeds {
            assert_eq!(enter(&bytes), Entered::Read, "{door}/{name}");
        }
    }
}

#[test]
fn nothing_and_bytes_by_chance_are_survived() {
    let mut runner = TestRunner::new(config(20));
    for (door, enter) in DOORS {
        enter(&[]);
        let any = prop::collection::vec(any::<u8>(), 0..300);
        runner
            .run(&any, |bytes| {
                enter(&bytes);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{door}: {error}"));
    }
}
