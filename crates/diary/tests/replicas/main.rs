//! Three devices of one person, each with its own clock, on which anything is done in any order:
//! entries, taking back, a tab opened anew, a backup read back, the clock set, shards handed over
//! as bytes. Once each has heard from each, all say the same.
//!
//! 200 cases as they stand; for a long run
//! `PROPTEST_CASES=10000 cargo test --release -p askelma-diary --test replicas`.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod deed;
mod replica;

#[path = "../made/mod.rs"]
mod made;

use askelma_diary::diary::Diary;
use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Kind, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::values::Mood;
use proptest::prelude::*;

use deed::Deed;
use replica::{Names, Replica};

const REPLICAS: usize = 3;

/// One thing that happens. Numbers choose among what is there, modulo.
#[derive(Debug, Clone)]
enum Event {
    /// A person does something.
    Deed(usize, Deed),
    /// The last thing done there is taken back.
    Undo(usize),
    /// The second hears what lies on the first's disk.
    HandOver(usize, usize),
    /// An open page reads what another tab or device brought.
    Look(usize),
    /// The page is opened anew.
    Reopen(usize),
    /// A backup is saved.
    Save(usize),
    /// One of all backups is read back; what was deleted since may come back.
    Restore(usize, usize, bool),
    /// Another app's file is imported, with one of two faces for its mood: the same name under the
    /// lowest stamp, whichever is chosen.
    Import(usize, bool),
    /// The clock is set, by so many milliseconds.
    SetClock(usize, i64),
}

fn replica() -> impl Strategy<Value = usize> {
    0..REPLICAS
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => (replica(), deed::any_deed()).prop_map(|(who, deed)| Event::Deed(who, deed)),
        1 => replica().prop_map(Event::Undo),
        2 => (replica(), replica()).prop_map(|(from, to)| Event::HandOver(from, to)),
        1 => replica().prop_map(Event::Look),
        1 => replica().prop_map(Event::Reopen),
        1 => replica().prop_map(Event::Save),
        1 => (replica(), 0..8_usize, any::<bool>())
            .prop_map(|(who, which, back)| Event::Restore(who, which, back)),
        1 => (replica(), any::<bool>()).prop_map(|(who, high)| Event::Import(who, high)),
        1 => (replica(), -100_000_000..100_000_000_i64)
            .prop_map(|(who, by)| Event::SetClock(who, by)),
    ]
}

/// The devices after all that happened, and how many records the deeds wrote.
fn after(events: &[Event]) -> (Vec<Replica>, Names, usize) {
    let mut names = Names::default();
    let mut replicas: Vec<Replica> = (0..REPLICAS).map(|_| Replica::new(&mut names)).collect();
    let mut backups = Vec::new();
    let mut written = 0;
    for event in events {
        match event {
            Event::Deed(who, deed) => {
                written += replicas[*who].perform(deed, &mut names).len();
            }
            Event::Undo(who) => {
                replicas[*who].undo();
            }
            Event::HandOver(from, to) => hand_over(&mut replicas, *from, *to),
            Event::Look(who) => replicas[*who].look(),
            Event::Reopen(who) => replicas[*who].reopen(&mut names),
            Event::Save(who) => backups.push(replicas[*who].records()),
            Event::Restore(who, which, back) => {
                if let Some(at) = which.checked_rem(backups.len()) {
                    replicas[*who].restore(backups[at].clone(), *back);
                }
            }
            Event::Import(who, high) => replicas[*who].restore(vec![imported(*high)], false),
            Event::SetClock(who, by) => replicas[*who].set_clock(*by),
        }
    }
    (replicas, names, written)
}

fn imported(high: bool) -> (ShardKey, Record) {
    let mood = Mood::new(if high { 5 } else { 2 }).expect("1 to 5");
    let body = Body::from(MoodEntry::new(made::at(made::day("2026-10-31"), 600), mood));
    let id = Id::named(Kind::Mood, b"of another app");
    let (key, content) =
        (ShardKey::of(body.day()), Content::Live { body, newer_fields: Vec::new() });
    (key, Record { id, stamp: Stamp::default(), content })
}

fn hand_over(replicas: &mut [Replica], from: usize, to: usize) {
    let shards = replicas[from].shards();
    replicas[to].hear(&shards);
}

/// Each hears each, whose order `order` mixes: twice round, so that the last news reaches everyone.
fn hear_each_other(replicas: &mut [Replica], order: &[usize]) {
    let pairs: Vec<(usize, usize)> = (0..REPLICAS)
        .flat_map(|from| (0..REPLICAS).map(move |to| (from, to)))
        .filter(|(from, to)| from != to)
        .collect();
    for _ in 0..2 {
        for place in order {
            let (from, to) = pairs[*place];
            hand_over(replicas, from, to);
        }
    }
    for replica in replicas {
        replica.look();
    }
}

fn order() -> impl Strategy<Value = Vec<usize>> {
    Just((0..REPLICAS * (REPLICAS - 1)).collect::<Vec<_>>()).prop_shuffle()
}

/// As many as asked for by proptest's own variable, else so many that nobody waits for them.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn replicas_converge(events in prop::collection::vec(event(), 1..60), order in order()) {
        let (mut replicas, ..) = after(&events);
        hear_each_other(&mut replicas, &order);
        let first = replicas[0].shards();
        for replica in &replicas {
            prop_assert_eq!(&replica.shards(), &first, "the disks differ");
            prop_assert_eq!(replica.view(), &read_anew(replica), "a page shows something else");
        }
    }

    /// Whatever the clocks were and are: what a person did last, knowing all, stands everywhere.
    #[test]
    fn what_was_done_last_stands(
        events in prop::collection::vec(event(), 1..40),
        who in replica(),
        last in deed::any_deed(),
        order in order(),
    ) {
        let (mut replicas, mut names, _) = after(&events);
        hear_each_other(&mut replicas, &order);
        let records = replicas[who].perform(&last, &mut names);
        hear_each_other(&mut replicas, &order);
        for replica in &replicas {
            for record in &records {
                prop_assert_eq!(replica.view().record(record.id), Some(record));
            }
        }
    }

    /// And is gone everywhere once it was taken back.
    #[test]
    fn what_was_taken_back_is_as_it_was(
        events in prop::collection::vec(event(), 1..40),
        who in replica(),
        last in deed::any_deed(),
        order in order(),
    ) {
        let (mut replicas, mut names, _) = after(&events);
        hear_each_other(&mut replicas, &order);
        let before = replicas[who].view().clone();
        let records = replicas[who].perform(&last, &mut names);
        if !records.is_empty() {
            replicas[who].undo();
        }
        hear_each_other(&mut replicas, &order);
        for replica in &replicas {
            for record in &records {
                prop_assert_eq!(replica.view().get(record.id), before.get(record.id));
            }
        }
    }

    /// A backup brings an empty device to what it was saved from.
    #[test]
    fn a_backup_fills_an_empty_device(events in prop::collection::vec(event(), 1..40)) {
        let (replicas, mut names, _) = after(&events);
        for replica in &replicas {
            let mut fresh = Replica::new(&mut names);
            fresh.restore(replica.records(), false);
            prop_assert_eq!(fresh.shards(), replica.shards());
        }
    }
}

fn read_anew(replica: &Replica) -> Diary {
    let mut diary = Diary::default();
    for (_, record) in replica.records() {
        diary.merge(record);
    }
    diary
}

/// The properties above say nothing where nothing happens: each deed does something, in one case
/// or another, and devices are of different minds before they hear of each other.
#[test]
fn every_deed_is_done_and_replicas_do_differ() {
    let mut names = Names::default();
    let mut replica = Replica::new(&mut names);
    let mut silent: Vec<_> = deed::What::ALL.to_vec();
    for round in 0..6_u8 {
        for what in deed::What::ALL {
            let deed = Deed { what: *what, choice: round, value: round.wrapping_mul(37) };
            if !replica.perform(&deed, &mut names).is_empty() {
                silent.retain(|other| other != what);
            }
        }
    }
    assert_eq!(silent, []);
    let gone = replica.records().into_iter().filter(|(_, record)| record.content == Content::Gone);
    assert!(gone.count() > 0);
    assert_ne!(replica.shards(), Replica::new(&mut names).shards());
}
