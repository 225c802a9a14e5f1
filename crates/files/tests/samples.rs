//! What comes of real exports of other apps, with values read off the files by hand.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::entries::{MoodEntry, Night, RoutineItem, Tick};
use askelma_diary::record::Body;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::Mood;
use askelma_files::{
    BadRow, BadRowKind, FileError, Found, NamedFile, Preview, Source, read, records,
};
use proptest::prelude::*;

/// Three hours east of Greenwich, as Helsinki in summer.
struct EastThree;

impl Zone for EastThree {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 180)
    }
}

fn file(name: &str, bytes: &[u8]) -> NamedFile {
    NamedFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

fn preview(files: &[NamedFile], faces: &[(String, Option<Mood>)]) -> Preview {
    match read(files, faces, &EastThree).expect("a known file") {
        Found::Preview(preview) => preview,
        Found::WhichFaces(names) => panic!("asked for {names:?}"),
    }
}

macro_rules! all_of {
    ($preview:expr, $kind:ident, $entry:ty) => {
        records(&$preview.shards)
            .into_iter()
            .filter_map(|(_, record)| match record.body() {
                Some(Body::$kind(entry)) => Some(entry.clone()),
                _ => None,
            })
            .collect::<Vec<$entry>>()
    };
}

fn faces(all: &[(&str, Option<u8>)]) -> Vec<(String, Option<Mood>)> {
    let face = |(name, mood): &(&str, Option<u8>)| {
        ((*name).to_owned(), mood.map(|mood| Mood::new(mood).expect("1 to 5")))
    };
    all.iter().map(face).collect()
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

const OWN_MOODS: &[u8] = include_bytes!("../fixtures/daylio-own-moods.csv");
const SAMPLE: &[u8] = include_bytes!("../fixtures/daylio-sample.csv");
const PLEES: &[u8] = include_bytes!("../fixtures/plees.csv");

#[test]
fn daylios_own_names_are_asked_for() {
    let files = [file("daylio.csv", OWN_MOODS)];
    let Ok(Found::WhichFaces(names)) = read(&files, &[], &EastThree) else {
        panic!("the names are not asked for");
    };
    let listed: Vec<_> = names
        .iter()
        .map(|named| (named.name.as_str(), named.mood.map(Mood::get), named.times))
        .collect();
    assert_eq!(
        listed,
        [
            ("OK", None, 2),
            ("Anxious", None, 1),
            ("Refreshed", None, 1),
            ("bad", Some(2), 1),
            ("good", Some(4), 1),
            ("ok but sleepy", None, 1),
        ]
    );
}

#[test]
fn daylio_with_faces_gives_check_ins_and_names_the_rest_by_line() {
    let faces = faces(&[
        ("OK", Some(3)),
        ("Refreshed", Some(5)),
        ("Anxious", Some(1)),
        ("ok but sleepy", None),
    ]);
    let preview = preview(&[file("daylio.csv", OWN_MOODS)], &faces);
    assert_eq!((preview.sources[0], preview.moods), (Source::Daylio, 6));
    assert_eq!((preview.from, preview.to), (Some(day("2020-07-21")), Some(day("2021-05-12"))));
    let left_out = BadRow { file: "daylio.csv".to_owned(), line: 6, why: BadRowKind::Mood };
    assert_eq!((preview.bad.first, preview.bad.count), (vec![left_out], 1));
    let mut moods = all_of!(preview, Mood, MoodEntry);
    moods.sort_by_key(|mood| mood.when.unix_s());
    let last = moods.last().expect("six of them");
    // 12 May 2021, 18.52 at +03:00.
    assert_eq!((last.when.unix_s(), last.when.clock_min()), (1_620_834_720, 18 * 60 + 52));
    assert_eq!(
        (last.mood.get(), last.note.as_ref().map(askelma_diary::values::Words::as_str)),
        (3, Some("work"))
    );
    assert!(records(&preview.shards).iter().all(|(_, record)| record.stamp == Stamp::default()));
}

#[test]
fn daylio_with_twelve_hours() {
    let faces = faces(&[("sad", Some(2)), ("average", Some(3))]);
    let preview = preview(&[file("daylio.csv", SAMPLE)], &faces);
    assert_eq!((preview.moods, preview.bad.count), (3, 0));
    let mut moods = all_of!(preview, Mood, MoodEntry);
    moods.sort_by_key(|mood| mood.when.unix_s());
    assert_eq!(moods[2].when.clock_min(), 22 * 60);
    let note = moods[0].note.as_ref().expect("its activities");
    assert_eq!(note.as_str(), "alcohol · vegetarian day · clean · movies / tv · bad sleep");
}

#[test]
fn plees_gives_nights_and_refuses_the_impossible_one() {
    let preview = preview(&[file("plees.csv", PLEES)], &[]);
    assert_eq!((preview.sources[0], preview.nights), (Source::Plees, 2));
    // Its third row begins on the file's fifth line: a comment above it has two lines.
    let left_out = BadRow { file: "plees.csv".to_owned(), line: 5, why: BadRowKind::Times };
    assert_eq!((preview.bad.first, preview.bad.count), (vec![left_out], 1));
    let nights = all_of!(preview, Night, Night);
    let first = nights.iter().find(|night| night.awakenings.is_some_and(|times| times.get() == 2));
    let first = first.expect("the first row");
    // 1784319701170 ms is 17 July 2026, 20:21:41 UTC; to the minute, and three hours on.
    assert_eq!(
        (first.tried.calendar_day(), first.tried.clock_min()),
        (day("2026-07-17"), 23 * 60 + 21)
    );
    assert_eq!(first.woke.minutes_since(first.tried), 468);
    assert_eq!(first.quality.map(askelma_diary::values::Scale5::get), Some(4));
    assert_eq!(
        first.note.as_ref().map(askelma_diary::values::Words::as_str),
        Some("Test, with \"quotes\"")
    );
    let second = nights.iter().find(|night| night.note.as_ref() != first.note.as_ref());
    let second = second.expect("the second row");
    assert_eq!(
        (second.quality, second.note.as_ref().map(askelma_diary::values::Words::as_str)),
        (None, Some("first line\nsecond line"))
    );
}

#[test]
fn loop_gives_ended_items_with_the_ticks_that_were_made_by_hand() {
    let checks = include_bytes!("../fixtures/loop/Checkmarks.csv");
    let habits = include_bytes!("../fixtures/loop/Habits.csv");
    let preview = preview(&[file("Habits.csv", habits), file("Checkmarks.csv", checks)], &[]);
    assert_eq!((preview.sources[0], preview.items, preview.bad.count), (Source::Loop, 1, 0));
    let by_hand = std::str::from_utf8(checks).expect("text").matches("YES_MANUAL").count();
    assert_eq!(usize::try_from(preview.ticks), Ok(by_hand));
    let items = all_of!(preview, RoutineItem, RoutineItem);
    assert_eq!(items[0].title.as_str(), "Wake up early");
    assert_eq!(items[0].until, preview.to);
    assert_eq!(items[0].until, Some(day("2015-01-25")));
    assert!(all_of!(preview, Tick, Tick).iter().all(|tick| tick.item == items[0].item));
}

#[test]
fn the_same_file_twice_gives_the_same_records() {
    let once = preview(&[file("plees.csv", PLEES)], &[]);
    assert_eq!(once, preview(&[file("plees.csv", PLEES)], &[]));
    let doubled = [SAMPLE, SAMPLE.splitn(2, |byte| *byte == b'\n').nth(1).expect("rows")].concat();
    let faces = faces(&[("sad", Some(2)), ("average", Some(3))]);
    let twice = preview(&[file("daylio.csv", &doubled)], &faces);
    assert_eq!(
        (twice.moods, twice.shards),
        (3, preview(&[file("daylio.csv", SAMPLE)], &faces).shards)
    );
}

#[test]
fn a_table_that_begins_with_a_date_is_still_plees_own() {
    // Loop's checks begin with a date too; here a sleep follows.
    let table = "date,start,stop,rating\n2026-11-23,2026-11-23 22:00,2026-11-24 06:30,4\n";
    let preview = preview(&[file("sleep.csv", table.as_bytes())], &[]);
    assert_eq!(preview.sources[0], Source::Plees);
}

#[test]
fn other_files_are_refused_by_their_reason() {
    let refused = |bytes: &[u8]| read(&[file("a.csv", bytes)], &[], &EastThree).err();
    assert_eq!(refused(b""), Some(FileError::Empty));
    assert_eq!(refused(b" \n"), Some(FileError::Empty));
    assert_eq!(refused(b"a,b\n1,2"), Some(FileError::NotKnown));
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), Some(FileError::NotKnown));
    assert_eq!(refused(b"a,\xcf\xf0\xe8\xe2\xe5\xf2\n"), Some(FileError::Encoding));
    assert_eq!(refused(b"PK\x03\x04 and no more"), Some(FileError::Damaged));
    assert_eq!(refused(&vec![b'a'; askelma_files::MOST_BYTES + 1]), Some(FileError::TooLarge));
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&[file("a.csv", &bytes)], &[], &EastThree);
    }

    #[test]
    fn no_rows_break_it(rows in "[0-9a-z,:\" \n-]{0,200}", which in 0..3_usize) {
        let heads = ["full_date,time,mood,note\n", "sid,start,stop,rating,comment,wakes\n", "Date,A\n"];
        let text = format!("{}{rows}", heads[which]);
        let _ = read(&[file("a.csv", text.as_bytes())], &[("a".to_owned(), None)], &EastThree);
    }
}
