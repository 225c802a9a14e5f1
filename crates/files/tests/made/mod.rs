//! Entries that the tests write to files.

use askelma_diary::entries::*;
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Content, Record};
use askelma_diary::shard::ShardKey;
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::*;
use askelma_diary::weekdays::{EVERY_DAY, SCHOOL_DAYS};

pub fn now() -> Instant {
    Instant::new(1_795_500_000, 120).expect("in range")
}

pub fn words(text: &str) -> Words {
    Words::new(text).expect("short").expect("something")
}

fn min(minutes: u16) -> Minutes {
    Minutes::new(minutes).expect("in range")
}

fn day() -> Day {
    Day::parse("2026-11-24").expect("a date")
}

/// One entry of every kind, with every field said.
pub fn every_kind() -> Vec<Body> {
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
pub fn stored_record(id: u8, body: Body) -> (ShardKey, Record) {
    let shard = ShardKey::of_body(&body);
    let content = Content::Live { body, newer_fields: Vec::new() };
    let stamp = Stamp { ms: 1_795_500_000_123, counter: u32::from(id), writer: u32::MAX };
    (shard, Record { id: Id::random([id; 16]), stamp, content })
}
