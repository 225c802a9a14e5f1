//! Summaries for tests: any that a diary can hold, and one of 90 days as they may really be.

pub mod path;

use askelma_diary::sharing::summary::{
    MomentRow, MoodRow, NightRow, NoteRow, Part, RoutineRow, SchoolLogged, SchoolRow, Summary,
    Visibility,
};
use askelma_diary::statistics::random::SplitMix64;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{
    BodySign, Feeling, Minutes, Mood, Scale5, Scale10, SchoolMode, Strength, Times, Words,
};
use proptest::prelude::*;

pub fn words(text: &str) -> Words {
    Words::new(text).ok().flatten().unwrap_or_else(|| panic!("{text:?} is no text"))
}

pub fn day(number: i32) -> Day {
    Day::from_number(number).unwrap_or_else(|error| panic!("{error}"))
}

fn texts() -> impl Strategy<Value = Words> {
    "[a-zåäö😀<>&]{1}[ -~\\nåäöé😀]{0,40}".prop_map(|text| words(&text))
}

fn days() -> impl Strategy<Value = Day> {
    (20_000_i32..20_400).prop_map(day)
}

fn clock() -> impl Strategy<Value = u16> {
    0_u16..1440
}

fn of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    prop::sample::subsequence(all, 0..=all.len())
}

fn minutes(range: std::ops::RangeInclusive<u16>) -> impl Strategy<Value = Minutes> {
    range.prop_map(|number| Minutes::new(number).unwrap_or(Minutes::MAX))
}

fn scale5() -> impl Strategy<Value = Option<Scale5>> {
    prop::option::of((1_u8..=5).prop_map(|number| Scale5::new(number).unwrap_or(Scale5::MIN)))
}

fn maybe_minutes() -> impl Strategy<Value = Option<Minutes>> {
    prop::option::of(minutes(0..=1440))
}

/// A part with its rows in order.
fn part<R: std::fmt::Debug + 'static, K: Ord>(
    row: impl Strategy<Value = R>,
    place: impl Fn(&R) -> K + Clone,
) -> impl Strategy<Value = Option<Part<R>>> {
    let rows = prop::collection::vec(row, 0..12).prop_map(move |mut rows| {
        rows.sort_by_key(&place);
        rows
    });
    let visibility = prop_oneof![Just(Visibility::OnlyYou), Just(Visibility::Meeting)];
    prop::option::of((rows, visibility).prop_map(|(rows, visibility)| Part { rows, visibility }))
}

fn place(day: Day, clock_min: u16) -> (Day, u16) {
    (day, (clock_min + 1200) % 1440)
}

fn mood() -> impl Strategy<Value = MoodRow> {
    let worry = prop::option::of((0_u8..=10).prop_map(|n| Scale10::new(n).unwrap_or(Scale10::MIN)));
    let mood = (1_u8..=5).prop_map(|n| Mood::new(n).unwrap_or(Mood::MIN));
    (days(), clock(), mood, scale5(), worry, of(Feeling::ALL), of(BodySign::ALL)).prop_map(
        |(day, clock_min, mood, energy, worry, feelings, body)| MoodRow {
            day,
            clock_min,
            mood,
            energy,
            worry,
            feelings,
            body,
        },
    )
}

fn night() -> impl Strategy<Value = NightRow> {
    let times = prop::option::of((0_u8..=50).prop_map(|n| Times::new(n).unwrap_or(Times::MIN)));
    let in_bed = (maybe_minutes(), maybe_minutes(), maybe_minutes(), maybe_minutes());
    (days(), clock(), minutes(1..=1440), in_bed, times, scale5(), any::<bool>()).prop_map(
        |(waking_day, tried_clock_min, lasted_min, in_bed, awakenings, quality, estimate)| {
            NightRow {
                waking_day,
                tried_clock_min,
                lasted_min,
                fall_asleep_min: in_bed.0,
                awakenings,
                awake_min: in_bed.1,
                bed_before_min: in_bed.2,
                bed_after_min: in_bed.3,
                quality,
                estimate,
            }
        },
    )
}

fn routine() -> impl Strategy<Value = RoutineRow> {
    (days(), 0_u8..=100, 0_u8..=100).prop_map(|(day, done, some)| RoutineRow {
        day,
        due: done + some,
        done,
        some,
    })
}

fn school() -> impl Strategy<Value = SchoolRow> {
    let logged = (prop::sample::select(SchoolMode::ALL), minutes(0..=1440))
        .prop_map(|(mode, attended_min)| SchoolLogged { mode, attended_min });
    (days(), minutes(0..=1440), prop::option::of(logged))
        .prop_map(|(day, planned_min, logged)| SchoolRow { day, planned_min, logged })
}

fn moment() -> impl Strategy<Value = MomentRow> {
    let own_strengths = prop::collection::vec(texts(), 0..3);
    let gift = prop::option::of(texts());
    (days(), of(Strength::ALL), own_strengths, prop::option::of(texts()), gift).prop_map(
        |(day, strengths, own_strengths, words, gift_from)| MomentRow {
            day,
            strengths,
            own_strengths,
            words,
            gift_from,
        },
    )
}

/// Any summary that a diary can make, its rows in order.
pub fn summaries() -> impl Strategy<Value = Summary> {
    let note = (days(), clock(), texts()).prop_map(|(day, clock_min, note)| NoteRow {
        day,
        clock_min,
        note,
    });
    let parts = (
        part(mood(), |row| place(row.day, row.clock_min)),
        part(note, |row| place(row.day, row.clock_min)),
        part(night(), |row| row.waking_day),
        part(routine(), |row| row.day),
        part(school(), |row| row.day),
        part(moment(), |row| row.day),
        path::path_parts(),
    );
    let made_at = (0_i64..4_000_000_000, -900_i16..=900)
        .prop_map(|(unix_s, offset)| Instant::new(unix_s, offset))
        .prop_filter_map("an instant", Result::ok);
    let keep_until = prop::option::of(days());
    (any::<[u8; 16]>(), made_at, texts(), prop::option::of(texts()), keep_until, parts).prop_map(
        |(id, made_at, name, purpose, keep_until, parts)| Summary {
            id,
            made_at,
            from: day(20_000),
            to: day(20_399),
            name,
            purpose,
            keep_until,
            moods: parts.0,
            notes: parts.1,
            nights: parts.2,
            routine: parts.3,
            school: parts.4,
            moments: parts.5,
            steps: parts.6.0,
            tries: parts.6.1,
        },
    )
}

/// Rolled from a fixed seed, so that the 90 days are always the same.
struct Dice(SplitMix64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0.bits() % sides
    }

    fn small(&mut self, sides: u64) -> u8 {
        u8::try_from(self.below(sides)).unwrap_or_default()
    }

    fn about(&mut self, middle: u16, step: u16) -> u16 {
        let sides = u64::from(step);
        let mut roll = || u16::try_from(self.below(sides) + self.below(sides)).unwrap_or_default();
        // Clocks are set in steps of five minutes.
        (middle + roll() - step) / 5 * 5
    }
}

/// Pieces of notes: different every day, about 3 KB in all.
const NOTES: [&str; 24] = [
    "woke up before the alarm",
    "bus was late again",
    "maths went better than I thought",
    "stomach hurt before the first lesson",
    "Ella waited for me at the gate",
    "too loud in the dining hall",
    "left after the second lesson",
    "talked with the school nurse",
    "did not sleep much",
    "went for a walk with the dog in the rain",
    "handed in the essay about lighthouses",
    "the substitute teacher was kind",
    "grandma called",
    "could not get up, tried at ten",
    "played chess at the library",
    "the corridor was full of people",
    "art lesson, painted the sea",
    "did my homework on the sofa",
    "felt sick on the way",
    "quiet room helped a lot",
    "new seat by the window",
    "we baked cinnamon buns",
    "got an answer from the teacher",
    "headache after the swimming hall",
];

/// 90 days of every part, with about 3 KB of notes.
pub fn ninety_days() -> Summary {
    let mut dice = Dice(SplitMix64(2026));
    let (from, to) = (day(20_600), day(20_689));
    let mut moods = Vec::new();
    let mut notes = Vec::new();
    let mut nights = Vec::new();
    let mut routine = Vec::new();
    let mut school = Vec::new();
    let mut moments = Vec::new();
    for day in from.through(to) {
        let free = day.weekday() > 4;
        if dice.below(10) < 9 {
            let row = mood_row(&mut dice, day);
            if dice.below(10) < 6 {
                let pick = |dice: &mut Dice| NOTES[usize::from(dice.small(24))];
                let text = format!("{}, {}", pick(&mut dice), pick(&mut dice));
                notes.push(NoteRow { day, clock_min: row.clock_min, note: words(&text) });
            }
            moods.push(row);
        }
        if dice.below(10) < 9 {
            nights.push(night_row(&mut dice, day, free));
        }
        let done = 2 + dice.small(4);
        routine.push(RoutineRow { day, due: 7, done, some: dice.small(3) });
        if !free {
            school.push(school_row(&mut dice, day));
        }
        if dice.below(5) == 0 {
            moments.push(MomentRow {
                day,
                strengths: Strength::from_code(dice.small(20)).into_iter().collect(),
                own_strengths: Vec::new(),
                words: Some(words(NOTES[usize::from(dice.small(24))])),
                gift_from: None,
            });
        }
    }
    let part = Visibility::OnlyYou;
    Summary {
        id: [0x5a; 16],
        made_at: Instant::new(1_787_600_000, 180).unwrap_or_else(|error| panic!("{error}")),
        from,
        to,
        name: words("Aino"),
        purpose: Some(words("For our meeting in September")),
        keep_until: Some(to.plus(90)),
        moods: Some(Part { rows: moods, visibility: part }),
        notes: Some(Part { rows: notes, visibility: part }),
        nights: Some(Part { rows: nights, visibility: part }),
        routine: Some(Part { rows: routine, visibility: Visibility::Meeting }),
        school: Some(Part { rows: school, visibility: Visibility::Meeting }),
        moments: Some(Part { rows: moments, visibility: part }),
        steps: None,
        tries: None,
    }
}

fn mood_row(dice: &mut Dice, day: Day) -> MoodRow {
    let level = 1 + u8::midpoint(dice.small(5), dice.small(5));
    let mut feelings: Vec<_> = Feeling::from_code(dice.small(14)).into_iter().collect();
    feelings.extend(Feeling::from_code(dice.small(14)));
    feelings.sort_unstable();
    feelings.dedup();
    MoodRow {
        day,
        clock_min: dice.about(1140, 120),
        mood: Mood::new(level).unwrap_or(Mood::MIN),
        energy: Scale5::new(1 + dice.small(5)).ok(),
        worry: Scale10::new(dice.small(11)).ok(),
        feelings,
        body: BodySign::from_code(dice.small(14)).into_iter().collect(),
    }
}

fn night_row(dice: &mut Dice, waking_day: Day, free: bool) -> NightRow {
    let minutes = |number| Minutes::new(number).unwrap_or(Minutes::MAX);
    NightRow {
        waking_day,
        tried_clock_min: dice.about(if free { 1410 } else { 1350 }, 30),
        lasted_min: minutes(dice.about(if free { 600 } else { 500 }, 60)),
        fall_asleep_min: Some(minutes(dice.about(40, 30))),
        awakenings: Times::new(dice.small(4)).ok(),
        awake_min: Some(minutes(dice.about(20, 15))),
        bed_before_min: None,
        bed_after_min: Some(minutes(dice.about(20, 15))),
        quality: Scale5::new(1 + dice.small(5)).ok(),
        estimate: dice.below(12) == 0,
    }
}

fn school_row(dice: &mut Dice, day: Day) -> SchoolRow {
    let minutes = |number| Minutes::new(number).unwrap_or(Minutes::MAX);
    let planned = [300, 345, 360, 285, 270][usize::from(day.weekday() % 5)];
    let logged = match dice.below(10) {
        0 => None,
        1 | 2 => Some((SchoolMode::NotToday, 0)),
        3 => Some((SchoolMode::Ill, 0)),
        4 | 5 => Some((SchoolMode::Mixed, 135)),
        _ => Some((SchoolMode::OnSite, planned)),
    };
    let logged =
        logged.map(|(mode, attended)| SchoolLogged { mode, attended_min: minutes(attended) });
    SchoolRow { day, planned_min: minutes(planned), logged }
}
