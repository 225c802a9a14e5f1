//! A file of another app read a second time, corrected or continued: what the first brought follows it
//! where nobody edited it here, in whichever order the two are read.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{MoodEntry, Night, RoutineItem, Tick};
use askelma_diary::record::Entry;
use askelma_diary::record::import::{Changed, Compared, DeletedHere, compare, take};
use askelma_diary::stamp::StampClock;
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::{Mood, Words};
use askelma_files::{Found, NamedFile, read, records};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

const FACES: &[u8] = include_bytes!("../fixtures/again/faces.csv");
const NOVEMBER: &[u8] = include_bytes!("../fixtures/again/loop-november.csv");
const DECEMBER: &[u8] = include_bytes!("../fixtures/again/loop-december.csv");
const BEFORE: &[u8] = include_bytes!("../fixtures/again/plees-before.csv");
const AFTER: &[u8] = include_bytes!("../fixtures/again/plees-after.csv");

/// What a file would change in a diary. The mood "Fine" has that face.
fn compared(diary: &Diary, file: &[u8], face: Option<u8>) -> Compared {
    let faces = [("Fine".to_owned(), face.and_then(|face| Mood::new(face).ok()))];
    let files = [NamedFile { name: "Checkmarks.csv".to_owned(), bytes: file.to_vec() }];
    let Ok(Found::Preview(preview)) = read(&files, &faces, &EastTwo) else {
        panic!("no preview");
    };
    compare(diary, preview.origin(), records(&preview.shards))
}

/// The diary with a file taken in.
fn taken(diary: &Diary, file: &[u8], face: Option<u8>) -> Diary {
    let compared = compared(diary, file, face);
    let mut after = diary.clone();
    for (_, record) in take(&compared, Changed::Follow, DeletedHere::Stay).merged {
        after.merge(record);
    }
    after
}

/// How many entries are new, changed, and here already.
fn counts(compared: &Compared) -> (usize, usize, usize) {
    (compared.fresh.len(), compared.changed.len(), compared.already_here)
}

fn only<E: Entry + Clone>(diary: &Diary) -> E {
    let all: Vec<&E> = diary.all().map(|(_, entry)| entry).collect();
    let [entry] = all[..] else { panic!("{} of them", all.len()) };
    entry.clone()
}

#[test]
fn a_wrong_face_is_mended_upwards_and_downwards() {
    for (wrong, right) in [(2, 4), (4, 2), (3, 4), (4, 3)] {
        let first = taken(&Diary::default(), FACES, Some(wrong));
        assert_eq!(counts(&compared(&first, FACES, Some(wrong))), (0, 0, 1));
        assert_eq!(counts(&compared(&first, FACES, Some(right))), (0, 1, 0));
        let mended = taken(&first, FACES, Some(right));
        assert_eq!(only::<MoodEntry>(&mended).mood.get(), right);
    }
}

#[test]
fn a_night_that_was_corrected_there_is_corrected_here() {
    for (first, second, quality, note) in
        [(BEFORE, AFTER, 4, "ok"), (AFTER, BEFORE, 2, "long comment here")]
    {
        let diary = taken(&Diary::default(), first, None);
        assert_eq!(counts(&compared(&diary, second, None)), (0, 1, 0));
        let night: Night = only(&taken(&diary, second, None));
        assert_eq!(night.quality.map(askelma_diary::values::Scale5::get), Some(quality));
        assert_eq!(night.note.as_ref().map(Words::as_str), Some(note));
    }
}

#[test]
fn a_night_that_was_edited_here_stays() {
    let diary = taken(&Diary::default(), BEFORE, None);
    let (id, night) = diary.all::<Night>().next().expect("a night");
    let edit = Change::put(id, Night { quality: None, ..night.clone() });
    let mut edited = diary.clone();
    edited.show_deed(&diary.deed(&edit, &mut StampClock::new(7), 1_795_500_000_000));
    assert_eq!(counts(&compared(&edited, AFTER, None)), (0, 0, 1));
    assert_eq!(taken(&edited, AFTER, None), edited);
}

#[test]
fn a_later_file_continues_a_habit() {
    let diary = taken(&Diary::default(), NOVEMBER, None);
    let until = |diary: &Diary| only::<RoutineItem>(diary).until;
    assert_eq!(until(&diary), Day::parse("2026-11-22").ok());
    // Its new tick is fresh, and its item ends later.
    assert_eq!(counts(&compared(&diary, DECEMBER, None)), (1, 1, 1));
    let later = taken(&diary, DECEMBER, None);
    assert_eq!(until(&later), Day::parse("2026-12-02").ok());
    // It begins with the tick that the later file no longer has, which stays.
    assert_eq!(Some(only::<RoutineItem>(&later).from), Day::parse("2026-11-21").ok());
    assert_eq!(counts(&compared(&later, NOVEMBER, None)), (0, 0, 3));
    // The other way round comes to the same.
    let other = taken(&taken(&Diary::default(), DECEMBER, None), NOVEMBER, None);
    assert_eq!(other, later);
    let days: Vec<Day> = later.all::<Tick>().map(|(_, tick)| tick.day).collect();
    assert_eq!(
        days.iter().map(Day::to_string).collect::<Vec<_>>(),
        ["2026-11-21", "2026-11-22", "2026-12-02"]
    );
}
