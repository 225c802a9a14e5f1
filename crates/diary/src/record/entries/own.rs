//! What a person keeps beside the days: reasons, people, cards, reminders, choices.

use crate::id::Id;
use crate::record::fields::{minicbor_too, record};
use crate::time::Day;
use crate::values::{CardMark, Fit, LifeArea, Minutes, OwnCardKind, Side, ThresholdOf, Words};
use crate::weekdays::Weekdays;

record! {
    /// A card of the reasons map in the person's own words. Built-in cards are no records.
    ReasonCard {
        /// Life area.
        0 area: LifeArea,
        /// Whether it pushes away, pulls or helps.
        1 side: Side,
        /// What it says.
        2 words: Words,
        /// Sensory or safety, as the person marked it.
        3 mark: Option<CardMark>,
    }
}

record! {
    /// How much a card fitted on a date: one a card and date, so that change over time is kept.
    ReasonSort {
        /// The date.
        0 day: Day,
        /// The card: a built-in one's derived id, or the id of an own one's record.
        1 card: Id,
        /// How much.
        2 fit: Fit,
        /// What school could change (asked of sensory cards), or what else is to be said of it.
        3 words: Option<Words>,
        /// Supports chosen with it, in own words; with a sensory card they stay and are never faded.
        4 supports: Vec<Words> = [],
        /// A safety card that the person lets out with a share; never so beforehand.
        5 may_share: Option<bool>,
    }
}

record! {
    /// One of "my people".
    Person {
        /// Name.
        0 name: Words,
        /// What they are to me: school social worker, aunt.
        1 role: Option<Words>,
        /// Where they work.
        2 organisation: Option<Words>,
        /// Telephone number.
        3 phone: Option<Words>,
        /// Another way to reach them.
        4 channel: Option<Words>,
        /// When they can be reached.
        5 hours: Option<Words>,
        /// Place in the list, lowest first.
        6 order: u16,
    }
}

record! {
    /// "My adult this week": one a week, named by its Monday.
    WeekAdult {
        /// The week's Monday.
        0 monday: Day,
        /// The person.
        1 person: Id,
    }
}

record! {
    /// A card of one's own for others or oneself: the arrival card and its siblings. One of each kind.
    OwnCard {
        /// Which card.
        0 kind: OwnCardKind,
        /// Its lines: the field's number within the kind, and the words.
        1 lines: Vec<CardLine>,
    }
}

record! {
    /// A line of an [`OwnCard`].
    CardLine {
        /// The field within the card's kind.
        0 field: u8,
        /// The words.
        1 words: Words,
    }
}

record! {
    /// One of the smallest things for a hard morning.
    SmallThing {
        /// What to do.
        0 words: Words,
        /// Place in the list, lowest first.
        1 order: u16,
    }
}

record! {
    /// When to be reminded, for the calendar file; titles are neutral.
    Reminder {
        /// Clock minute 0 to 1439.
        0 at_min: Minutes,
        /// On these weekdays.
        1 weekdays: Weekdays,
        /// The title in the calendar, in own words; a neutral one when absent.
        2 title: Option<Words>,
    }
}

minicbor_too! { Reminder }

record! {
    /// The choices of this diary's owner; one record. Every field is optional: absent means "as usual".
    #[derive(Default)]
    Choices {
        /// Age in whole years, 5 to 25, on the date below.
        0 age: Option<u8>,
        /// When the age was said.
        1 age_on: Option<Day>,
        /// No stones, no water, no time of day.
        2 plain_words: Option<bool>,
        /// Three faces instead of five.
        3 three_faces: Option<bool>,
        /// Region of the help lines, the name of its data file.
        4 region: Option<Words>,
        /// The thresholds of absence.
        5 marks: Option<Thresholds>,
        /// No nudge inside the app.
        6 nudge_off: Option<bool>,
        /// When the low-mood help card was last shown.
        7 low_mood_shown: Option<Day>,
        /// When installing or a backup was last suggested.
        8 suggested: Option<Day>,
        /// When a backup was last saved.
        9 backed_up: Option<Day>,
        /// Starters of the hard morning's list that were put away, by number.
        10 small_things_away: Vec<u8> = [],
        /// The path that Today shows a step of.
        11 todays_path: Option<Id>,
        /// The path as a list instead of the picture.
        12 path_as_list: Option<bool>,
    }
}

record! {
    /// The thresholds of absence: shares of planned time, or lessons in a term.
    #[derive(Copy)]
    Thresholds {
        /// What is counted.
        0 of: ThresholdOf,
        /// The first one: percent 1 to 100, or lessons.
        1 first: u16,
        /// The second one, above the first.
        2 second: u16,
    }
}
