//! What each kind of record says. Field indexes are for ever: a new field takes the next one.

use minicbor::{Decode, Encode};

use crate::id::Id;
use crate::time::{Day, Instant};
use crate::values::{
    BodySign, Company, Feeling, Minutes, Mood, PartOfDay, Place, Scale5, Scale10, SchoolMode,
    SchoolTag, Strength, TermKind, Times, Words, listed,
};

mod own;
mod path;
pub use own::{
    CardLine, Choices, Marks, OwnCard, Person, ReasonCard, ReasonSort, Reminder, SmallThing,
    WeekAdult,
};
pub use path::{Path, PathChoice, Step, StepPlan, Support, Try};

/// Who this diary belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Profile {
    /// Name or nickname.
    #[n(0)]
    pub name: Option<Words>,
    /// When the diary was begun.
    #[n(1)]
    pub begun: Instant,
    /// Example data: marked on every page, left without a trace.
    #[n(2)]
    pub example: bool,
}

/// A version of a routine item: an edit closes one and opens the next.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RoutineItem {
    /// The item; the same for all its versions. Ticks name it.
    #[n(0)]
    pub item: Id,
    /// Title.
    #[n(1)]
    pub title: Words,
    /// Picture, a number that the app's list of pictures knows.
    #[n(2)]
    pub icon: u8,
    /// Part of day.
    #[n(3)]
    pub part: PartOfDay,
    /// About when, clock minute 0 to 1439.
    #[n(4)]
    pub about_min: Option<Minutes>,
    /// Weekdays, bit 0 for Monday to bit 6 for Sunday.
    #[n(5)]
    pub weekdays: u8,
    /// First date of this version.
    #[n(6)]
    pub from: Day,
    /// Last date of this version; open when absent.
    #[n(7)]
    pub until: Option<Day>,
    /// Place within its part of day, lowest first.
    #[n(8)]
    pub order: u16,
}

listed! {
    /// How much of a routine item was done.
    TickLevel {
        /// Some of it.
        Some = 1,
        /// Done.
        Done = 2,
    }
}

/// A routine item ticked on a date.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Tick {
    /// The date.
    #[n(0)]
    pub day: Day,
    /// The item.
    #[n(1)]
    pub item: Id,
    /// When it was ticked.
    #[n(2)]
    pub when: Instant,
    /// How much.
    #[n(3)]
    pub level: TickLevel,
}

/// A mood check-in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct MoodEntry {
    /// When.
    #[n(0)]
    pub when: Instant,
    /// Mood.
    #[n(1)]
    pub mood: Mood,
    /// Energy.
    #[n(2)]
    pub energy: Option<Scale5>,
    /// Worry.
    #[n(3)]
    pub worry: Option<Scale10>,
    /// Feelings.
    #[n(4)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub feelings: Vec<Feeling>,
    /// Body signs.
    #[n(5)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub body: Vec<BodySign>,
    /// With whom.
    #[n(6)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub company: Vec<Company>,
    /// Where.
    #[n(7)]
    pub place: Option<Place>,
    /// Note.
    #[n(8)]
    pub note: Option<Words>,
    /// A feeling in own words.
    #[n(9)]
    pub own_feeling: Option<Words>,
    /// What the body says, in own words.
    #[n(10)]
    pub own_body: Option<Words>,
}

impl MoodEntry {
    /// One tap on a face: nothing but the mood.
    pub fn new(when: Instant, mood: Mood) -> Self {
        Self {
            when,
            mood,
            energy: None,
            worry: None,
            feelings: Vec::new(),
            body: Vec::new(),
            company: Vec::new(),
            place: None,
            note: None,
            own_feeling: None,
            own_body: None,
        }
    }
}

/// A night, by the calendar date of its final waking. Made by [`crate::sleep::NightInput`], which
/// refuses what cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Night {
    /// Into bed.
    #[n(0)]
    pub into_bed: Option<Instant>,
    /// Tried to sleep.
    #[n(1)]
    pub tried: Instant,
    /// Minutes to fall asleep.
    #[n(2)]
    pub fall_asleep_min: Option<Minutes>,
    /// Awakenings.
    #[n(3)]
    pub awakenings: Option<Times>,
    /// Minutes awake in the night.
    #[n(4)]
    pub awake_min: Option<Minutes>,
    /// Final waking.
    #[n(5)]
    pub woke: Instant,
    /// Out of bed.
    #[n(6)]
    pub out_of_bed: Option<Instant>,
    /// Quality.
    #[n(7)]
    pub quality: Option<Scale5>,
    /// Naps on the day before.
    #[n(8)]
    pub naps_min: Option<Minutes>,
    /// Note.
    #[n(9)]
    pub note: Option<Words>,
    /// "Like last time": an estimate.
    #[n(10)]
    pub estimate: bool,
}

/// A school day as the young person logged it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SchoolDay {
    /// The date.
    #[n(0)]
    pub day: Day,
    /// How it went.
    #[n(1)]
    pub mode: SchoolMode,
    /// Minutes planned for that date when it was logged.
    #[n(2)]
    pub planned_min: Minutes,
    /// Minutes attended, remote ones included; at most the planned minutes count.
    #[n(3)]
    pub attended_min: Minutes,
    /// Note.
    #[n(4)]
    pub note: Option<Words>,
    /// The lessons of that date, where the day was logged by lesson; the minutes above are their
    /// sums.
    #[n(5)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub lessons: Vec<LessonLog>,
    /// What went with it.
    #[n(6)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub tags: Vec<SchoolTag>,
    /// Of the attended minutes, the remote ones, where a mixed day says it.
    #[n(7)]
    pub remote_min: Option<Minutes>,
}

/// A lesson of one date as it was logged.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct LessonLog {
    /// Its name.
    #[n(0)]
    pub name: Option<Words>,
    /// Its length.
    #[n(1)]
    pub planned_min: Minutes,
    /// Minutes attended, at most its length.
    #[n(2)]
    pub attended_min: Minutes,
    /// Attended remotely.
    #[n(3)]
    pub remote: bool,
}

/// A lesson of the timetable.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Lesson {
    /// 0 for Monday to 6 for Sunday.
    #[n(0)]
    pub weekday: u8,
    /// Name.
    #[n(1)]
    pub name: Option<Words>,
    /// When it begins, clock minute 0 to 1439.
    #[n(2)]
    pub starts_min: Option<Minutes>,
    /// Its length.
    #[n(3)]
    pub length_min: Minutes,
}

/// A version of the timetable: minutes of school for each weekday.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Timetable {
    /// First date of this version.
    #[n(0)]
    pub from: Day,
    /// Last date of this version; open when absent.
    #[n(1)]
    pub until: Option<Day>,
    /// Minutes from Monday to Sunday, seven of them; 0 for no school.
    #[n(2)]
    pub week_min: Vec<Minutes>,
    /// The agreed own plan beside the full timetable.
    #[n(3)]
    pub own_plan: bool,
    /// The lessons, where they are told; the minutes of their weekday are their sum.
    #[n(4)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub lessons: Vec<Lesson>,
}

/// A school term, or days off.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Term {
    /// First date.
    #[n(0)]
    pub from: Day,
    /// Last date.
    #[n(1)]
    pub to: Day,
    /// A term or days off.
    #[n(2)]
    pub kind: TermKind,
    /// Name, such as "autumn holiday".
    #[n(3)]
    pub name: Option<Words>,
}

/// A good moment.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Moment {
    /// The date.
    #[n(0)]
    pub day: Day,
    /// When it was written.
    #[n(1)]
    pub when: Instant,
    /// Strengths from the list.
    #[n(2)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub strengths: Vec<Strength>,
    /// Strengths in own words.
    #[n(3)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub own_strengths: Vec<Words>,
    /// What happened.
    #[n(4)]
    pub words: Option<Words>,
    /// Who gave it, when it was a gift.
    #[n(5)]
    pub gift_from: Option<Words>,
}

listed! {
    /// A part of a summary.
    SharePart {
        /// Good moments with strengths.
        Moments = 0,
        /// Mood check-ins without notes.
        Mood = 1,
        /// Notes of check-ins.
        Notes = 2,
        /// Nights.
        Sleep = 3,
        /// Daily routine.
        Routine = 4,
        /// Time at school.
        School = 5,
        /// Paths: steps and tries.
        Path = 6,
    }
}

listed! {
    /// How something was shared.
    ShareWay {
        /// By code.
        Code = 0,
        /// As a locked file.
        File = 1,
    }
}

/// What was shared, with whom.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Share {
    /// When.
    #[n(0)]
    pub when: Instant,
    /// With whom, in own words.
    #[n(1)]
    pub with: Option<Words>,
    /// Which parts.
    #[n(2)]
    pub parts: Vec<SharePart>,
    /// First date.
    #[n(3)]
    pub from: Day,
    /// Last date.
    #[n(4)]
    pub to: Day,
    /// By code or as a file.
    #[n(5)]
    pub way: ShareWay,
}

/// A received message, kept as it came. Its id is derived from the message's own: taken twice it
/// changes nothing, and its tombstone remembers it after deletion.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Received {
    /// When it was taken.
    #[n(0)]
    pub when: Instant,
    /// Whose it is.
    #[n(1)]
    pub case: Id,
    /// When it was made, by the sender's clock: the order of one case's messages.
    #[n(2)]
    pub made_at: Instant,
    /// The message (see the exchange format).
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub message: Vec<u8>,
}

/// Somebody whose messages a parent or worker keeps.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Case {
    /// Name, as the first message said it.
    #[n(0)]
    pub name: Words,
    /// Since when.
    #[n(1)]
    pub since: Instant,
}
