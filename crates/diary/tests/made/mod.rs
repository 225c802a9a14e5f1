//! A diary for a test, entry by entry.

#![allow(dead_code, reason = "each test file needs some of it")]

pub mod path;

use askelma_diary::change::Change;
use askelma_diary::diary::Diary;
use askelma_diary::entries::{
    LessonLog, Moment, MoodEntry, Night, RoutineItem, SchoolDay, Term, Tick, TickLevel, Timetable,
};
use askelma_diary::id::Id;
use askelma_diary::record::{Body, Kind};
use askelma_diary::school::school_day;
use askelma_diary::stamp::StampClock;
use askelma_diary::time::{Day, Instant};
use askelma_diary::values::{Minutes, Mood, PartOfDay, SchoolMode, Strength, TermKind, Words};

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

pub fn words(text: &str) -> Words {
    Words::new(text).expect("short").expect("not blank")
}

pub fn min(minutes: u16) -> Minutes {
    Minutes::new(minutes).expect("in range")
}

/// Does a change, and returns the diary as it is when that is taken back.
pub fn done_and_taken_back(diary: &mut Diary, change: &Change) -> Diary {
    let mut clock = StampClock::new(1);
    let deed = diary.deed(change, &mut clock, 1);
    diary.show_deed(&deed);
    let mut back = diary.clone();
    back.show_deed(&diary.taken_back(&deed.undo, &mut clock, 2));
    back
}

/// A clock reading of a calendar date at two hours east of Greenwich.
pub fn at(date: Day, clock_min: i64) -> Instant {
    at_offset(date, clock_min, 120)
}

pub fn at_offset(date: Day, clock_min: i64, offset_min: i16) -> Instant {
    let midnight = i64::from(date.number()) * 86_400 - i64::from(offset_min) * 60;
    Instant::new(midnight + clock_min * 60, offset_min).expect("in range")
}

/// A diary under the making; random ids are counted up.
#[derive(Default)]
pub struct Made {
    pub diary: Diary,
    pub next: u128,
}

impl Made {
    pub fn put(&mut self, id: Id, body: impl Into<Body>) -> Id {
        self.diary.show(&Change::put(id, body));
        id
    }

    pub fn add(&mut self, body: impl Into<Body>) -> Id {
        self.next += 1;
        self.put(Id::random(self.next.to_be_bytes()), body)
    }

    pub fn mood(&mut self, when: Instant, mood: u8) -> MoodEntry {
        let entry = MoodEntry::new(when, Mood::new(mood).expect("in range"));
        self.add(entry.clone());
        entry
    }

    /// Tried at a clock minute of the evening before (negative: minutes before midnight), woke at
    /// one of the waking date.
    pub fn night(&mut self, waking_day: Day, tried: i64, woke: i64) -> Night {
        let night = plain_night(at(waking_day, tried), at(waking_day, woke));
        self.put(Id::once_a_day(Kind::Night, waking_day), night.clone());
        night
    }

    pub fn school(
        &mut self,
        date: Day,
        mode: SchoolMode,
        planned: u16,
        attended: u16,
    ) -> SchoolDay {
        let entry = school_day(date, mode, min(planned), min(attended));
        self.put(Id::once_a_day(Kind::SchoolDay, date), entry.clone());
        entry
    }

    /// So many minutes from Monday to Friday, from 2000 on.
    pub fn timetable(&mut self, minutes: u16, own_plan: bool) {
        let week_min = [vec![min(minutes); 5], vec![min(0); 2]].concat();
        let from = day("2000-01-01");
        self.add(Timetable { from, until: None, week_min, own_plan, lessons: Vec::new() });
    }

    pub fn term(&mut self, kind: TermKind, from: &str, to: &str) {
        self.add(Term { from: day(from), to: day(to), kind, name: None });
    }

    /// An item of every day.
    pub fn item(&mut self, number: u8, part: PartOfDay, icon: u8) -> Id {
        let item = Id::random([number; 16]);
        let entry = RoutineItem {
            item,
            title: words("Something small"),
            icon,
            part,
            about_min: None,
            weekdays: askelma_diary::weekdays::EVERY_DAY,
            from: day("2000-01-01"),
            until: None,
            order: u16::from(number),
        };
        self.put(item, entry);
        item
    }

    pub fn tick(&mut self, date: Day, item: Id, level: TickLevel) {
        let tick = Tick { day: date, item, when: at(date, 600), level };
        self.put(Id::once_a_day_for(Kind::Tick, date, item), tick);
    }

    pub fn moment(&mut self, date: Day, strengths: &[Strength], text: &str) {
        self.add(Moment {
            day: date,
            when: at(date, 1140),
            strengths: strengths.to_vec(),
            own_strengths: Vec::new(),
            words: Some(words(text)),
            gift_from: None,
        });
    }
}

pub fn plain_night(tried: Instant, woke: Instant) -> Night {
    Night {
        into_bed: None,
        tried,
        fall_asleep_min: None,
        awakenings: None,
        awake_min: None,
        woke,
        out_of_bed: None,
        quality: None,
        naps_min: None,
        note: None,
        estimate: false,
    }
}

pub fn lesson(name: &str, planned: u16, attended: u16) -> LessonLog {
    LessonLog {
        name: Some(words(name)),
        planned_min: min(planned),
        attended_min: min(attended),
        remote: false,
    }
}
