//! What a person keeps beside the days: reasons, people, cards, reminders, choices.

use minicbor::{Decode, Encode};

use crate::id::Id;
use crate::time::Day;
use crate::values::{CardMark, Fit, LifeArea, MarkOf, Minutes, OwnCardKind, Side, Words};

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
    /// The path that Today shows a step of.
    #[n(11)]
    pub todays_path: Option<Id>,
    /// The path as a list instead of the picture.
    #[n(12)]
    pub path_as_list: Option<bool>,
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
