//! Backups with something odd in them: whatever is whole is taken, and what is not is named by its line.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::diary::Diary;
use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::record::{Content, Entry as _, Record};
use askelma_diary::stamp::{Stamp, StampClock};
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_files::backup::from_json;
use askelma_files::{
    BadRowKind, BadRows, FileError, Found, MOST_BYTES, MOST_RECORDS, NamedFile, Preview, read,
    records,
};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

fn preview_of(bytes: Vec<u8>) -> Result<Preview, FileError> {
    let file = NamedFile { name: "askelma.json".to_owned(), bytes };
    match read(&[file], &[], &EastTwo)? {
        Found::Preview(preview) => Ok(preview),
        Found::WhichFaces(names) => panic!("asked for {names:?}"),
    }
}

fn preview(text: &str) -> Preview {
    preview_of(text.as_bytes().to_vec()).expect("a backup")
}

fn bad(line: u64, why: BadRowKind) -> BadRows {
    let mut bad = BadRows::default();
    bad.push("askelma.json", line, why);
    bad
}

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/backups/", $name, ".json"))
    };
}

/// A backup with these records, each on a line of its own from the third line on.
fn backup(records: &[&str]) -> String {
    format!(
        "{{\"askelma\": 1, \"made_at\": \"2026-11-24T08:00:00+02:00\", \"records\": [\n{}\n]}}",
        records.join(",\n")
    )
}

/// The name of the first of these records.
const FIRST: &str = "00000000000040008000000000000001";

/// A mood at 24 November 2026, 8.00, in JSON, with these fields after it.
fn mood(fields: &str) -> String {
    record("mood", "2026-11", &format!("\"when\": \"2026-11-24T08:00:00+02:00\", {fields}"))
}

fn record(kind: &str, month: &str, fields: &str) -> String {
    format!(
        "{{\"id\": \"{FIRST}\", \"in\": \"{month}\", \"stamp\": [1795500000000, 2, 7], \
         \"kind\": \"{kind}\", \"entry\": {{{fields}}}}}"
    )
}

fn moods(preview: &Preview) -> Vec<u8> {
    let of = |(_, record): (_, Record)| Some(MoodEntry::of(record.body()?)?.mood.get());
    records(&preview.shards).into_iter().filter_map(of).collect()
}

#[test]
fn all_but_the_one_odd_record_come_and_it_is_named() {
    // Thirteen records; the seventh is the odd one. Its line was looked up in an editor.
    for (text, line, why) in [
        (fixture!("mood-7"), 123, BadRowKind::Value),
        (fixture!("long-note"), 123, BadRowKind::Value),
        (fixture!("unknown-kind"), 123, BadRowKind::Newer),
        (fixture!("wrong-month"), 123, BadRowKind::Place),
    ] {
        let preview = preview(text);
        assert_eq!(preview.bad, bad(line, why));
        assert_eq!((records(&preview.shards).len(), preview.partly), (12, 0));
        assert_eq!(preview.made_at, Instant::new(1_795_500_000, 120).ok());
    }
}

#[test]
fn a_tab_in_a_note_is_a_blank() {
    let preview = preview(fixture!("tab-note"));
    assert_eq!((records(&preview.shards).len(), preview.bad), (13, BadRows::default()));
}

#[test]
fn a_field_that_only_a_newer_app_names_is_told_and_its_entry_comes() {
    let preview = preview(fixture!("unknown-field"));
    assert_eq!(
        (records(&preview.shards).len(), preview.partly, preview.bad),
        (13, 1, BadRows::default())
    );
    let lesson =
        "\"name\": \"Music\", \"planned_min\": 45, \"attended_min\": 45, \"remote\": false";
    for newer in ["\"teacher\": \"Leena\"", "\"#9\": \"AQ==\""] {
        let day = record(
            "school_day",
            "2026-11",
            &format!(
                "\"day\": \"2026-11-24\", \"mode\": \"on_site\", \"planned_min\": 45, \
                 \"attended_min\": 45, \"lessons\": [{{{lesson}, {newer}}}]"
            ),
        );
        let preview = self::preview(&backup(&[&day]));
        assert_eq!(
            (records(&preview.shards).len(), preview.partly, preview.bad),
            (1, 1, BadRows::default())
        );
    }
}

#[test]
fn what_stands_under_a_number_is_kept_as_it_came() {
    // 77 = "later", as a newer app's field; and a whole entry of a kind that is not known.
    let field = mood("\"mood\": 4, \"#77\": \"ZWxhdGVy\"");
    let kind = r#"{"id": "00000000000040008000000000000002", "in": "undated", "stamp": [5, 0, 7],
        "kind": 200, "bytes": "oQAB"}"#;
    let preview = preview(&backup(&[&field, kind]));
    assert_eq!((preview.partly, preview.bad), (0, BadRows::default()));
    let contents: Vec<Content> =
        records(&preview.shards).into_iter().map(|(_, record)| record.content).collect();
    let [foreign, Content::Live { newer_fields, .. }] = &contents[..] else {
        panic!("{contents:?}");
    };
    assert_eq!(*foreign, Content::Foreign { kind: 200, bytes: vec![0xa1, 0, 1] });
    assert_eq!(*newer_fields, [&[0x18, 77, 0x65][..], b"later"].concat());
    // Bytes that are more than one value would shift the fields behind them.
    let two = mood("\"mood\": 4, \"#77\": \"AQI=\"");
    assert_eq!(self::preview(&backup(&[&two])).bad, bad(2, BadRowKind::Value));
}

#[test]
fn an_entry_that_no_form_makes_is_left_out_and_named() {
    let night = |tried: &str| {
        let fields = format!(
            "\"tried\": \"{tried}\", \"woke\": \"2026-11-24T07:00:00+02:00\", \"estimate\": false"
        );
        record("night", "2026-11", &fields)
    };
    let timetable = |weekday: u8| {
        let lesson = format!("{{\"weekday\": {weekday}, \"length_min\": 45}}");
        let fields = format!(
            "\"from\": \"2026-08-10\", \"week_min\": [45, 0, 0, 0, 0, 0, 0], \"own_plan\": false, \
             \"lessons\": [{lesson}]"
        );
        record("timetable", "undated", &fields)
    };
    let day = |attended: u8| {
        let lesson =
            format!("{{\"planned_min\": 45, \"attended_min\": {attended}, \"remote\": false}}");
        let fields = format!(
            "\"day\": \"2026-11-24\", \"mode\": \"on_site\", \"planned_min\": 45, \
             \"attended_min\": 45, \"lessons\": [{lesson}]"
        );
        record("school_day", "2026-11", &fields)
    };
    for possible in [night("2026-11-23T22:00:00+02:00"), timetable(6), day(45)] {
        assert_eq!(preview(&backup(&[&possible])).bad, BadRows::default());
    }
    for (odd, why) in [
        (night("2026-11-24T07:30:00+02:00"), BadRowKind::Times),
        (timetable(200), BadRowKind::Value),
        (day(46), BadRowKind::Value),
    ] {
        let preview =
            preview(&backup(&[&mood("\"mood\": 4").replace(FIRST, &"2".repeat(32)), &odd]));
        assert_eq!((moods(&preview), preview.bad), (vec![4], bad(3, why)));
    }
}

#[test]
fn what_is_no_record_is_named_by_its_line() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    for odd in ["7", "null", "{}", &mood("\"mood\": 4").replace("\"id\"", "\"it\""), &deep] {
        let preview = preview(&backup(&[odd, &mood("\"mood\": 2")]));
        assert_eq!((moods(&preview), preview.bad), (vec![2], bad(2, BadRowKind::Entry)));
    }
}

#[test]
fn what_stands_before_a_cut_comes() {
    let whole =
        backup(&[&mood("\"mood\": 2"), &mood("\"mood\": 4").replace(FIRST, &"2".repeat(32))]);
    // In the middle of the second record, on the third line.
    let cut = &whole[..whole.rfind("\"entry\"").expect("a second record")];
    let preview = preview(cut);
    assert_eq!((moods(&preview), preview.bad), (vec![2], bad(3, BadRowKind::Cut)));
    // With no record before the cut, nothing of it is whole.
    let cut = &whole[..whole.find("\"entry\"").expect("a record")];
    assert_eq!(preview_of(cut.as_bytes().to_vec()).err(), Some(FileError::Damaged));
}

#[test]
fn no_stamp_makes_a_record_unbeatable() {
    let text = mood("\"mood\": 4")
        .replace("[1795500000000, 2, 7]", "[18446744073709551615, 4294967295, 7]");
    let preview = preview(&backup(&[&text]));
    let records = records(&preview.shards);
    let [(_, record)] = &records[..] else { panic!("{records:?}") };
    // As if it had been written when the backup was made, at the latest.
    assert_eq!(record.stamp, Stamp { ms: 1_795_500_000_000, counter: u32::MAX, writer: 7 });
    let removed = |record: &Record| {
        let mut diary = Diary::default();
        diary.merge(record.clone());
        let removal = diary.removal(&[record.id]);
        diary.deed(&removal, &mut StampClock::new(1), 1_795_500_000_001).records.remove(0).1
    };
    assert!(removed(record).wins_over(record), "the edit stays");
    // One that a clock gave, though it was ahead by a century, stays: an edit goes above it.
    let text = mood("\"mood\": 4").replace("[1795500000000,", "[5000000000000,");
    let ahead = from_json(backup(&[&text]).as_bytes()).expect("a backup").records.remove(0).1;
    assert_eq!(ahead.stamp.ms, 5_000_000_000_000);
    assert!(removed(&ahead).wins_over(&ahead));
}

#[test]
fn a_backup_that_another_program_saved_again_is_read() {
    let text = backup(&[&mood("\"mood\": 4, \"worry\": 6")]);
    let wide = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    for bytes in [
        text.clone().into_bytes(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        wide(u16::to_le_bytes, [0xff, 0xfe]),
        wide(u16::to_be_bytes, [0xfe, 0xff]),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace("\"mood\": 4", "\"mood\": 4.0").into_bytes(),
        text.replace("[1795500000000, 2, 7]", "[1.7955e12, 2.0, 7.0]").into_bytes(),
        text.replace("\"askelma\": 1", "\"askelma\": 1.0").into_bytes(),
    ] {
        let preview = preview_of(bytes).expect("a backup");
        assert_eq!(
            (moods(&preview), preview.bad, preview.from),
            (vec![4], BadRows::default(), Day::parse("2026-11-24").ok())
        );
        let stamp = records(&preview.shards).remove(0).1.stamp;
        assert_eq!(stamp, Stamp { ms: 1_795_500_000_000, counter: 2, writer: 7 });
    }
    // A part of one is no whole number.
    let half = text.replace("\"mood\": 4", "\"mood\": 4.5");
    assert_eq!(preview(&half).bad, bad(2, BadRowKind::Value));
}

#[test]
fn more_than_a_diary_has_is_refused() {
    // What is no record counts as one: it has to be read as well.
    let with = |count: usize| from_json(backup(&vec!["0"; count]).as_bytes());
    let most = with(MOST_RECORDS).expect("as many as there may be");
    assert_eq!((most.records.len(), most.left_out.len()), (0, MOST_RECORDS));
    assert_eq!(with(MOST_RECORDS + 1), Err(FileError::TooLarge));
    let mut large = backup(&[]).into_bytes();
    large.resize(MOST_BYTES + 1, b' ');
    assert_eq!(preview_of(large).err(), Some(FileError::TooLarge));
}

#[test]
fn the_same_name_in_two_records_is_the_later_one() {
    let [older, newer] = [2, 4].map(|face| mood(&format!("\"mood\": {face}")));
    let newer = newer.replace("[1795500000000, 2,", "[1795500000000, 3,");
    for records in [[&*older, &*newer], [&*newer, &*older]] {
        assert_eq!(moods(&preview(&backup(&records))), [4]);
    }
    assert_eq!(Id::from_hex(FIRST).map(Id::hex).as_deref(), Some(FIRST));
}
