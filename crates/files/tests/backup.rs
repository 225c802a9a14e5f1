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
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::*;
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS};
use askelma_files::FileError;
use askelma_files::backup::{VERSION, from_json, to_json};
use askelma_files::tables::to_zip;
use proptest::prelude::*;

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

fn now() -> Instant {
    Instant::new(1_795_500_000, 120).expect("in range")
}

fn words(text: &str) -> Words {
    Words::new(text).expect("short").expect("something")
}

fn min(minutes: u16) -> Minutes {
    Minutes::new(minutes).expect("in range")
}

fn day() -> Day {
    Day::parse("2026-11-24").expect("a date")
}

/// One entry of every kind, with every field said.
fn every_kind() -> Vec<Body> {
    let id = Id::random([3; 16]);
    let lesson = LessonLog {
        name: Some(words("Music")),
        planned_min: min(45),
        attended_min: min(30),
        remote: true,
    };
    let timed = Lesson { weekday: 2, name: None, starts_min: Some(min(540)), length_min: min(45) };
    let mut mood = MoodEntry::new(now(), Mood::new(4).expect("1 to 5"));
    mood.energy = Scale5::new(2).ok();
    mood.worry = Scale10::new(0).ok();
    mood.feelings = Feeling::ALL.to_vec();
    mood.body = BodySign::ALL.to_vec();
    mood.company = Company::ALL.to_vec();
    mood.place = Some(MoodPlace::Outdoors);
    mood.note = Some(words("two\nlines, \"quoted\" =1+1"));
    mood.own_feeling = Some(words("fizzy"));
    mood.own_body = Some(words("knees"));
    vec![
        Profile { name: Some(words("Aino")), begun: now(), example: false }.into(),
        RoutineItem {
            item: id,
            title: words("Tea"),
            icon: 3,
            part: PartOfDay::Evening,
            about_min: Some(min(60)),
            weekdays: EVERY_DAY,
            from: day(),
            until: Some(day()),
            order: 2,
        }
        .into(),
        Tick { day: day(), item: id, when: now(), level: TickLevel::Some }.into(),
        mood.into(),
        Night {
            into_bed: Some(now()),
            tried: now(),
            fall_asleep_min: Some(min(10)),
            awakenings: Times::new(2).ok(),
            awake_min: Some(min(5)),
            woke: now(),
            out_of_bed: None,
            quality: Scale5::new(5).ok(),
            naps_min: Some(min(20)),
            note: None,
            estimate: true,
        }
        .into(),
        SchoolDay {
            day: day(),
            mode: SchoolMode::Mixed,
            planned_min: min(300),
            attended_min: min(90),
            note: Some(words("ok")),
            lessons: vec![lesson],
            tags: SchoolTag::ALL.to_vec(),
            remote_min: Some(min(45)),
        }
        .into(),
        Timetable {
            from: day(),
            until: None,
            week_min: vec![min(300); 7],
            own_plan: true,
            lessons: vec![timed],
        }
        .into(),
        Moment {
            day: day(),
            when: now(),
            strengths: Strength::ALL.to_vec(),
            own_strengths: vec![words("maps")],
            words: None,
            gift_from: Some(words("Mum")),
        }
        .into(),
        Share {
            when: now(),
            with: None,
            parts: SharePart::ALL.to_vec(),
            from: day(),
            to: day(),
            way: ShareWay::File,
        }
        .into(),
        Received { when: now(), case: id, made_at: now(), message: vec![0, 255, 7].into() }.into(),
        Case { name: words("Aino"), since: now() }.into(),
        Term { from: day(), to: day(), kind: TermKind::Off, name: Some(words("Autumn break")) }
            .into(),
        ReasonCard {
            area: LifeArea::Way,
            side: Side::Help,
            words: words("A friend at the bus"),
            mark: Some(CardMark::Sensory),
        }
        .into(),
        ReasonSort {
            day: day(),
            card: id,
            fit: Fit::ALot,
            words: Some(words("quieter")),
            supports: vec![words("headphones")],
            may_share: Some(false),
        }
        .into(),
        Person {
            name: words("Leena"),
            role: Some(words("school social worker")),
            organisation: None,
            phone: Some(words("09 1234")),
            channel: None,
            hours: Some(words("8-15")),
            order: 1,
        }
        .into(),
        WeekAdult { monday: day().monday(), person: id }.into(),
        OwnCard {
            kind: OwnCardKind::Meeting,
            lines: vec![CardLine { field: 1, words: words("Please ask about drawing") }],
        }
        .into(),
        SmallThing { words: words("Feet on the floor"), order: 0 }.into(),
        Reminder { at_min: min(480), weekdays: SCHOOL_DAYS, title: None }.into(),
        Choices {
            age: Some(14),
            age_on: Some(day()),
            plain_words: Some(true),
            three_faces: Some(false),
            region: Some(words("finland")),
            marks: Some(Thresholds { of: ThresholdOf::Lessons, first: 30, second: 50 }),
            nudge_off: None,
            low_mood_shown: Some(day()),
            suggested: None,
            backed_up: Some(day()),
            small_things_away: vec![1, 4],
            todays_path: Some(id),
            path_as_list: Some(true),
        }
        .into(),
        Path {
            title: words("Back to school"),
            why: Some(words("Art lessons")),
            begun: now(),
            archived: Some(day()),
        }
        .into(),
        Step {
            path: id,
            title: words("The gate, with Dad"),
            order: 16,
            guess: Some(Scale10::new(7).expect("in range")),
            with_whom: Some(words("Dad")),
            supports: vec![Support { words: words("earplugs"), stays: true }],
            planned_min: Some(min(10)),
            split_from: Some(id),
            card: Some(id),
            retired: Some(day()),
            mark: Some(CardMark::Safety),
        }
        .into(),
        Try {
            when: now(),
            path: id,
            step: id,
            title: words("The gate, with Dad"),
            guess: Some(Scale10::new(7).expect("in range")),
            thought: Some(words("Everybody looks")),
            with_whom: None,
            supports: vec![words("earplugs")],
            planned_min: Some(min(10)),
            in_at: Some(now()),
            outcome: Some(Outcome::TurnedBack),
            hardest: Some(Scale10::new(10).expect("in range")),
            after: Some(Scale10::new(0).expect("in range")),
            found_out: Some(words("Nobody looked")),
            helped: vec![words("Going early")],
            note: None,
            ended: Some(now()),
        }
        .into(),
        PathChoice {
            when: now(),
            path: id,
            what: PathMove::Smaller,
            step: Some(id),
            order: Some(3),
        }
        .into(),
        StepPlan { step: id, day: day(), at_min: Some(min(510)) }.into(),
    ]
}

/// A record as a diary on the disk gives it.
fn stored_record(id: u8, body: Body) -> (ShardKey, Record) {
    let shard = ShardKey::of_body(&body);
    let content = Content::Live { body, newer_fields: Vec::new() };
    let stamp = Stamp { ms: 1_795_500_000_123, counter: u32::from(id), writer: u32::MAX };
    (shard, Record { id: Id::random([id; 16]), stamp, content })
}

#[test]
fn every_field_of_every_kind_comes_back() {
    let bodies = every_kind();
    let kinds: Vec<Kind> = bodies.iter().map(Body::kind).collect();
    assert_eq!(kinds, Kind::ALL, "a kind is not tried here");
    let records: Vec<_> = (0..).zip(bodies).map(|(id, body)| stored_record(id, body)).collect();
    let text = to_json(&records, now()).expect("they can be told");
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
    (bytes, to_json(&records, now()).expect("they can be told"))
}

#[test]
fn what_was_written_once_is_read_and_written_as_it_was() {
    for (bytes, backup) in WRITTEN.map(written) {
        let records: Vec<Record> = minicbor::decode(&bytes).expect("records");
        assert!(records.iter().all(|record| record.body().is_some()), "one is not understood");
        assert_eq!(minicbor::to_vec(&records).expect("memory"), bytes);
        let read = from_json(backup.as_bytes()).expect("a backup");
        assert_eq!(to_json(&read.records, now()).expect("they can be told"), backup);
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
    let text = to_json(&askelma_files::records(&shards), now()).expect("they can be told");
    let mut again = Diary::default();
    for (_, record) in from_json(text.as_bytes()).expect("its own words").records {
        again.merge(record);
    }
    assert_eq!(again, diary);
    let zip = to_zip(&askelma_files::records(&shards)).expect("tables");
    assert!(zip.starts_with(b"PK\x03\x04"));
}

#[test]
fn what_is_no_backup_is_refused_by_its_reason() {
    let refused = |text: &str| from_json(text.as_bytes()).err();
    assert_eq!(refused("{}"), Some(FileError::NotKnown));
    assert_eq!(refused("{\"askelma\": 1}"), Some(FileError::Damaged));
    assert_eq!(refused("{\"askelma\": 1, \"made"), Some(FileError::Damaged));
    assert_eq!(refused(&format!("{{\"askelma\": {}}}", VERSION + 1)), Some(FileError::Newer));
    let (key, record) = stored_record(1, every_kind().remove(3));
    let text = to_json(&[(key, record)], now()).expect("it can be told");
    // A mood of nine, a date that is none, a record in another month's place.
    for (right, wrong) in
        [("\"mood\": 4", "\"mood\": 9"), ("T08:00:00", "T28:00:00"), ("2026-11\"", "2026-10\"")]
    {
        assert!(text.contains(right), "{right} is not in {text}");
        assert_eq!(refused(&text.replace(right, wrong)), Some(FileError::Damaged), "{wrong}");
    }
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
        let text = to_json(&records, now()).expect("they can be told");
        prop_assert_eq!(from_json(text.as_bytes()).expect("its own words").records, records);
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,200}") {
        let _ = from_json(text.as_bytes());
        let _ = from_json(format!("{{\"askelma\":1,\"made_at\":\"2026-11-24T08:04:00+02:00\",\"records\":[{text}]}}").as_bytes());
    }
}

/// The rows of a table in a zip, its head first.
fn rows(zip: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip");
    let mut text = String::new();
    let mut file = zip.by_name(name).expect("a table");
    std::io::Read::read_to_string(&mut file, &mut text).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("its mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// A cell by its column's name.
fn under<'a>(rows: &'a [Vec<String>], row: usize, column: &str) -> &'a str {
    let at = rows[0].iter().position(|name| name == column).expect("a column");
    &rows[row][at]
}

#[test]
fn a_path_its_steps_and_its_tries_have_tables() {
    let mut bodies = every_kind();
    bodies.retain(|body| {
        matches!(
            body.kind(),
            Kind::Path | Kind::Step | Kind::Try | Kind::PathChoice | Kind::StepPlan
        )
    });
    let step = bodies.iter().find_map(Step::of).cloned().expect("a step");
    // The order is a number: 8 stands before 16, whatever the titles.
    let easier = Step { order: 8, title: words("Zebra crossing"), ..step };
    bodies.push(easier.into());
    let records: Vec<_> = (0..).zip(bodies).map(|(id, body)| stored_record(id, body)).collect();
    let zip = to_zip(&records).expect("tables");

    let paths = rows(&zip, "path.csv");
    assert_eq!(under(&paths, 1, "title"), "Back to school");
    assert_eq!((under(&paths, 1, "why"), paths.len()), ("Art lessons", 2));

    let steps = rows(&zip, "step.csv");
    assert_eq!(under(&steps, 1, "title"), "Zebra crossing");
    assert_eq!(under(&steps, 2, "title"), "The gate, with Dad");
    assert_eq!((under(&steps, 2, "order"), under(&steps, 2, "guess")), ("16", "7"));
    assert_eq!(under(&steps, 2, "supports"), "stays: true, words: earplugs");
    assert_eq!(under(&steps, 2, "mark"), "safety");

    let tries = rows(&zip, "try.csv");
    let columns = ["title", "guess", "hardest", "after", "outcome", "found_out", "helped"];
    let cells = columns.map(|column| under(&tries, 1, column));
    let expected =
        ["The gate, with Dad", "7", "10", "0", "turned_back", "Nobody looked", "Going early"];
    assert_eq!(cells, expected);
    assert!(under(&tries, 1, "when").starts_with("2026-11-24T"));

    assert_eq!(under(&rows(&zip, "path_choice.csv"), 1, "what"), "smaller");
    let plans = rows(&zip, "step_plan.csv");
    assert_eq!((under(&plans, 1, "day"), under(&plans, 1, "at_min")), ("2026-11-24", "510"));
}
