//! A backup gives back every record bit by bit, whatever it holds.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeMap;

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::*;
use askelma_diary::example::{Story, twelve_weeks};
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Entry, Kind, Record};
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::{Stamp, StampClock};
use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_files::backup::{VERSION, from_json, to_files};
use askelma_files::{FileError, Found, NamedFile, read};
use proptest::prelude::*;

mod made;
use made::{every_kind, now, stored_record, words};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

/// The one file that few records make.
fn to_json(records: &[(ShardKey, Record)], made_at: Instant) -> String {
    let [file] = &to_files(records, made_at)[..] else { panic!("more than one file") };
    file.clone()
}

#[test]
fn every_field_of_every_kind_comes_back() {
    let bodies = every_kind();
    let kinds: Vec<Kind> = bodies.iter().map(Body::kind).collect();
    assert_eq!(kinds, Kind::ALL, "a kind is not tried here");
    let records: Vec<_> = (0..).zip(bodies).map(|(id, body)| stored_record(id, body)).collect();
    let text = to_json(&records, now());
    let back = from_json(text.as_bytes()).expect("its own words");
    assert_eq!((back.made_at, back.records), (now(), records));
    for excerpt in [
        "\"note\": \"two\\nlines",
        "\"mode\": \"mixed\"",
        "\"when\": \"2026-11-24T",
        "+02:00\"",
        "\"day\": \"2026-11-24\"",
    ] {
        assert!(text.contains(excerpt), "{excerpt}");
    }
}

/// An entry of every kind with every field said, as the app wrote it once: bytes and backup. Neither
/// may ever change, for both lie on people's devices; a new field gets a new pair.
const WRITTEN: [&str; 2] = ["every-kind", "order-of-choices"];

/// The two files of a pair. With `ASKELMA_WRITE_FIXTURES=1` one that is not there yet is written.
fn written(name: &str) -> (Vec<u8>, String) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let (bytes, backup) =
        (folder.join(format!("{name}.cbor")), folder.join(format!("{name}.json")));
    if std::env::var_os("ASKELMA_WRITE_FIXTURES").is_some() && !bytes.exists() {
        let (now_bytes, now_backup) = every_kind_as_written_now();
        std::fs::write(&bytes, now_bytes).expect("a file");
        std::fs::write(&backup, now_backup + "\n").expect("a file");
    }
    let backup = std::fs::read_to_string(backup).expect("a fixture");
    (std::fs::read(bytes).expect("a fixture"), backup.trim_end().to_owned())
}

fn every_kind_as_written_now() -> (Vec<u8>, String) {
    let records: Vec<_> =
        (0..).zip(every_kind()).map(|(id, body)| stored_record(id, body)).collect();
    let plain: Vec<&Record> = records.iter().map(|(_, record)| record).collect();
    let bytes = minicbor::to_vec(&plain).expect("memory");
    (bytes, to_json(&records, now()))
}

#[test]
fn what_was_written_once_is_read_and_written_as_it_was() {
    for (bytes, backup) in WRITTEN.map(written) {
        let records: Vec<Record> = minicbor::decode(&bytes).expect("records");
        assert!(records.iter().all(|record| record.body().is_some()), "one is not understood");
        assert_eq!(minicbor::to_vec(&records).expect("memory"), bytes);
        let read = from_json(backup.as_bytes()).expect("a backup");
        assert_eq!(to_json(&read.records, now()), backup);
        assert!(read.records.iter().map(|(_, record)| record).eq(&records));
    }
}

#[test]
fn every_kind_is_written_as_the_newest_pair_says() {
    let newest = WRITTEN.map(written).into_iter().next_back();
    assert_eq!(newest, Some(every_kind_as_written_now()));
}

#[test]
fn twelve_weeks_come_back_into_an_empty_diary() {
    let routine = every_kind().iter().filter_map(RoutineItem::of).cloned().collect();
    let story = Story {
        routine,
        notes: vec![words("a note")],
        moments: vec![words("a moment"); 12],
        path: None,
    };
    let entries = twelve_weeks(&story, now(), &EastTwo);
    let (mut shards, mut stamps) = (BTreeMap::<ShardKey, Shard>::new(), StampClock::new(5));
    let mut diary = Diary::default();
    for (id, body) in entries {
        let deed = diary.deed(&Change::put(id, body), &mut stamps, 1_795_500_000_000);
        diary.show_deed(&deed);
        for (shard, record) in deed.records {
            shards.entry(shard).or_default().merge(record);
        }
    }
    let text = to_json(&askelma_files::records(&shards), now());
    let mut again = Diary::default();
    for (_, record) in from_json(text.as_bytes()).expect("its own words").records {
        again.merge(record);
    }
    assert_eq!(again, diary);
    // None of them is against the rules of a form.
    let files = [NamedFile { name: "askelma.json".to_owned(), bytes: text.into_bytes() }];
    let Ok(Found::Preview(preview)) = read(&files, &[], &EastTwo) else { panic!("no preview") };
    assert_eq!(
        (preview.bad, preview.partly, preview.shards),
        (askelma_files::BadRows::default(), 0, shards)
    );
}

#[test]
fn what_is_no_backup_is_refused_by_its_reason() {
    let refused = |text: &str| from_json(text.as_bytes()).err();
    assert_eq!(refused("{}"), Some(FileError::NotKnown));
    assert_eq!(refused("{\"askelma\": 1}"), Some(FileError::Damaged));
    assert_eq!(refused("{\"askelma\": 1, \"made"), Some(FileError::Damaged));
    assert_eq!(refused(&format!("{{\"askelma\": {}}}", VERSION + 1)), Some(FileError::Newer));
}

fn record() -> impl Strategy<Value = (ShardKey, Record)> {
    let live = (0..every_kind().len()).prop_map(|at| every_kind().remove(at));
    // A newer app's field: its number above all that are known here, and any small value.
    let newer = (40..60_u32, any::<i64>()).prop_map(|(number, value)| {
        let mut e = minicbor::Encoder::new(Vec::new());
        e.u32(number).and_then(|e| e.i64(value)).expect("memory");
        e.into_writer()
    });
    let content = prop_oneof![
        Just(Content::Gone),
        (200..255_u8, prop::collection::vec(any::<u8>(), 0..20))
            .prop_map(|(kind, bytes)| Content::Foreign { kind, bytes }),
        (live.clone(), newer).prop_map(|(body, newer_fields)| Content::Live { body, newer_fields }),
        live.prop_map(|body| Content::Live { body, newer_fields: Vec::new() }),
    ];
    (any::<[u8; 16]>(), any::<(u64, u32, u32)>(), content).prop_map(|(id, stamp, content)| {
        let shard = match &content {
            Content::Live { body, .. } => ShardKey::of_body(body),
            _ => ShardKey::Undated,
        };
        let stamp = Stamp { ms: stamp.0, counter: stamp.1, writer: stamp.2 };
        (shard, Record { id: Id::random(id), stamp, content })
    })
}

proptest! {
    #[test]
    fn any_records_come_back(records in prop::collection::vec(record(), 0..8)) {
        let text = to_json(&records, now());
        prop_assert_eq!(from_json(text.as_bytes()).expect("its own words").records, records);
    }
}
