//! What each kind of record says. Field indexes are for ever: a new field takes the next one.

use minicbor::{Decode, Encode};

use crate::id::Id;
use crate::time::{Day, Instant};
use crate::values::{
    BodySign, CardMark, Company, Feeling, Fit, LifeArea, MarkOf, Minutes, Mood, OwnCardKind,
    PartOfDay, Place, Scale5, Scale10, SchoolMode, SchoolTag, Side, Strength, TermKind, Times,
    Words, listed,
};

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

/// A card of the reasons map in the person's own words. Built-in cards are no records.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReasonCard {
    /// Life area.
    #[n(0)]
    pub area: LifeArea,
    /// Whether it pushes away, pulls or helps.
    #[n(1)]
    pub side: Side,
    /// What it says.
    #[n(2)]
    pub words: Words,
    /// Sensory or safety, as the person marked it.
    #[n(3)]
    pub mark: Option<CardMark>,
}

/// How much a card fitted on a date: one a card and date, so that change over time is kept.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReasonSort {
    /// The date.
    #[n(0)]
    pub day: Day,
    /// The card: a built-in one's derived id, or the id of an own one's record.
    #[n(1)]
    pub card: Id,
    /// How much.
    #[n(2)]
    pub fit: Fit,
    /// What school could change (asked of sensory cards), or what else is to be said of it.
    #[n(3)]
    pub words: Option<Words>,
    /// Supports chosen with it, in own words; with a sensory card they stay and are never faded.
    #[n(4)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub supports: Vec<Words>,
    /// A safety card that the person lets out with a share; never so beforehand.
    #[n(5)]
    pub may_share: Option<bool>,
}

/// One of "my people".
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Person {
    /// Name.
    #[n(0)]
    pub name: Words,
    /// What they are to me: school social worker, aunt.
    #[n(1)]
    pub role: Option<Words>,
    /// Where they work.
    #[n(2)]
    pub organisation: Option<Words>,
    /// Telephone number.
    #[n(3)]
    pub phone: Option<Words>,
    /// Another way to reach them.
    #[n(4)]
    pub channel: Option<Words>,
    /// When they can be reached.
    #[n(5)]
    pub hours: Option<Words>,
    /// Place in the list, lowest first.
    #[n(6)]
    pub order: u16,
}

/// "My adult this week": one a week, named by its Monday.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct WeekAdult {
    /// The week's Monday.
    #[n(0)]
    pub monday: Day,
    /// The person.
    #[n(1)]
    pub person: Id,
}

/// A card of one's own for others or oneself: the arrival card and its siblings. One of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct OwnCard {
    /// Which card.
    #[n(0)]
    pub kind: OwnCardKind,
    /// Its lines: the field's number within the kind, and the words.
    #[n(1)]
    pub lines: Vec<CardLine>,
}

/// A line of an [`OwnCard`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CardLine {
    /// The field within the card's kind.
    #[n(0)]
    pub field: u8,
    /// The words.
    #[n(1)]
    pub words: Words,
}

/// One of the smallest things for a hard morning.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SmallThing {
    /// What to do.
    #[n(0)]
    pub words: Words,
    /// Place in the list, lowest first.
    #[n(1)]
    pub order: u16,
}

/// When to be reminded, for the calendar file; titles are neutral.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reminder {
    /// Clock minute 0 to 1439.
    #[n(0)]
    pub at_min: Minutes,
    /// Weekdays, bit 0 for Monday to bit 6 for Sunday.
    #[n(1)]
    pub weekdays: u8,
    /// The title in the calendar, in own words; a neutral one when absent.
    #[n(2)]
    pub title: Option<Words>,
}

/// The choices of this diary's owner; one record. Every field is optional: absent means "as usual".
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Choices {
    /// Age in whole years, 5 to 25, on the date below.
    #[n(0)]
    pub age: Option<u8>,
    /// When the age was said.
    #[n(1)]
    pub age_on: Option<Day>,
    /// No stones, no water, no time of day.
    #[n(2)]
    pub plain_words: Option<bool>,
    /// Three faces instead of five.
    #[n(3)]
    pub three_faces: Option<bool>,
    /// Region of the help lines, the name of its data file.
    #[n(4)]
    pub region: Option<Words>,
    /// The marks of absence.
    #[n(5)]
    pub marks: Option<Marks>,
    /// No nudge inside the app.
    #[n(6)]
    pub nudge_off: Option<bool>,
    /// When the low-mood help card was last shown.
    #[n(7)]
    pub low_mood_shown: Option<Day>,
    /// When installing or a backup was last suggested.
    #[n(8)]
    pub suggested: Option<Day>,
    /// When a backup was last saved.
    #[n(9)]
    pub backed_up: Option<Day>,
    /// Starters of the hard morning's list that were put away, by number.
    #[n(10)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub small_things_away: Vec<u8>,
}

/// The marks of absence: shares of planned time, or lessons in a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Marks {
    /// What is counted.
    #[n(0)]
    pub of: MarkOf,
    /// The first mark: percent 1 to 100, or lessons.
    #[n(1)]
    pub first: u16,
    /// The second mark, above the first.
    #[n(2)]
    pub second: u16,
}
