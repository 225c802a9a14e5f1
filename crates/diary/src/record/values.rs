//! The diary's small values: each a number or a word with a range, checked when it is made.

use thiserror::Error;

use crate::record::codec::{Reader, Writer};
use crate::record::fields::{FieldValue, Form, minicbor_too};

/// A value outside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{what} is outside its range")]
pub struct OutOfRange {
    /// Which value.
    pub what: &'static str,
}

macro_rules! ranged {
    ($(#[$doc:meta])* $name:ident($inner:ty), $low:expr, $high:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The lowest value.
            pub const MIN: Self = Self($low);
            /// The highest value.
            pub const MAX: Self = Self($high);

            /// Takes the number if it lies within the range.
            ///
            /// # Errors
            /// [`OutOfRange`] otherwise.
            pub fn new(value: $inner) -> Result<Self, OutOfRange> {
                if (Self::MIN.0..=Self::MAX.0).contains(&value) {
                    Ok(Self(value))
                } else {
                    Err(OutOfRange { what: stringify!($name) })
                }
            }

            /// The number.
            pub fn get(self) -> $inner {
                self.0
            }

            /// Every value, lowest first.
            pub fn all() -> impl Iterator<Item = Self> {
                ($low..=$high).map(Self)
            }
        }

        impl FieldValue for $name {
            const FORM: Form = Form::Plain;

            fn write(&self, out: &mut Writer) {
                out.number(self.0.into());
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                Self::new(from.number()?.try_into().ok()?).ok()
            }
        }
    };
}

ranged! {
    /// Mood, 1 (lowest) to 5 (lightest).
    Mood(u8), 1, 5
}
minicbor_too! { Mood }

ranged! {
    /// A five-step scale: energy, quality of sleep; 1 (least) to 5 (most).
    Scale5(u8), 1, 5
}
ranged! {
    /// An eleven-step scale: worry, guess, hardest; 0 to 10.
    Scale10(u8), 0, 10
}
ranged! {
    /// Minutes within one day, 0 to 1440.
    Minutes(u16), 0, 1440
}
ranged! {
    /// How many times something happened in a night, 0 to 50.
    Times(u8), 0, 50
}

impl Minutes {
    /// About half of it: whole steps of so many minutes, one step at least.
    #[must_use]
    pub fn half(self, step_min: u16) -> Self {
        let step_min = step_min.max(1);
        Self::new((self.get() / 2 / step_min).max(1) * step_min).unwrap_or(self)
    }
}

/// Words typed by a person: trimmed, 1 to 2,000 characters, no control characters but the line feed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(String);

impl Words {
    /// The most characters that one text holds.
    pub const MOST_CHARS: usize = 2_000;

    /// Trims and checks. Nothing but blanks is `Ok(None)`: there is nothing to keep.
    ///
    /// A tab becomes a blank, another end of a line a line feed. Other control characters are left
    /// out, and so are those that turn the writing direction of what stands beside a text.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is longer than [`Words::MOST_CHARS`].
    pub fn new(text: &str) -> Result<Option<Self>, OutOfRange> {
        let plain = if text.contains(is_odd) { plain_text(text) } else { text.to_owned() };
        let text = plain.trim();
        if text.chars().count() > Self::MOST_CHARS {
            return Err(OutOfRange { what: "Words" });
        }
        Ok((!text.is_empty()).then(|| Self(text.to_owned())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both say the same, capitals or not.
    pub fn same_as(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    /// The text in small letters: the same for all that [`Words::same_as`] calls the same.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Whether a character is more than writing: it controls, or turns the direction of writing (the
/// embeddings, overrides and isolates of Unicode; the marks that Arabic and Hebrew need stay).
fn is_odd(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn plain_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let plain = text.chars().filter_map(|c| match c {
        '\t' => Some(' '),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        odd if is_odd(odd) => None,
        plain => Some(plain),
    });
    plain.collect()
}

impl FieldValue for Words {
    const FORM: Form = Form::Plain;

    fn write(&self, out: &mut Writer) {
        out.text(&self.0);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::new(from.text()?).ok()?
    }
}

macro_rules! listed {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stored number and name of each, for files that people read.
            pub const NAMES: &'static [(u8, &'static str)] = &[$(($code, stringify!($variant))),+];

            /// Its stored number: never reused, never changed.
            pub fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one with that stored number.
            pub fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::record::fields::FieldValue for $name {
            const FORM: $crate::record::fields::Form =
                $crate::record::fields::Form::OneOf(Self::NAMES);

            fn write(&self, out: &mut $crate::record::codec::Writer) {
                out.number(self.code().into());
            }

            fn read(from: &mut $crate::record::codec::Reader<'_>) -> Option<Self> {
                Self::from_code(from.number()?.try_into().ok()?)
            }
        }
    };
}
pub(crate) use listed;

listed! {
    /// A feeling that goes with a mood.
    Feeling {
        /// Calm.
        Calm = 0, /// Glad.
        Glad = 1, /// Hopeful.
        Hopeful = 2, /// Proud.
        Proud = 3, /// Interested.
        Interested = 4, /// Tired.
        Tired = 5, /// Anxious.
        Anxious = 6, /// Sad.
        Sad = 7, /// Angry.
        Angry = 8, /// Ashamed.
        Ashamed = 9, /// Lonely.
        Lonely = 10, /// Bored.
        Bored = 11, /// Overwhelmed.
        Overwhelmed = 12, /// Empty, feeling nothing much.
        Empty = 13,
    }
}

listed! {
    /// What the body says.
    BodySign {
        /// Stomach.
        Stomach = 0, /// Head.
        Head = 1, /// Nausea.
        Nausea = 2, /// Heart beating hard.
        Heart = 3, /// Exhausted.
        Exhausted = 4, /// Tense.
        Tense = 5, /// Good.
        Good = 6,
    }
}

listed! {
    /// With whom.
    Company {
        /// Alone.
        Alone = 0, /// With family.
        Family = 1, /// With friends.
        Friends = 2, /// With classmates.
        Classmates = 3, /// With an adult at school.
        SchoolAdult = 4, /// With someone else.
        Other = 5, /// With an animal.
        Animal = 6,
    }
}

listed! {
    /// Where.
    MoodPlace {
        /// At home.
        Home = 0, /// On the way.
        Way = 1, /// At school.
        School = 2, /// Outdoors.
        Outdoors = 3, /// At a hobby.
        Hobby = 4, /// Somewhere else.
        Elsewhere = 5,
    }
}

listed! {
    /// Strengths: a list of our own.
    Strength {
        /// Kind.
        Kind = 0, /// Brave.
        Brave = 1, /// Curious.
        Curious = 2, /// Funny.
        Funny = 3, /// Patient.
        Patient = 4, /// Fair.
        Fair = 5, /// Creative.
        Creative = 6, /// Persistent.
        Persistent = 7, /// Careful.
        Careful = 8, /// Helpful.
        Helpful = 9, /// Honest.
        Honest = 10, /// Calm.
        Calm = 11, /// Playful.
        Playful = 12, /// Thoughtful.
        Thoughtful = 13, /// Hopeful.
        Hopeful = 14, /// Good friend.
        GoodFriend = 15, /// Learner.
        Learner = 16, /// Maker.
        Maker = 17, /// Mover.
        Mover = 18, /// Listener.
        Listener = 19,
    }
}

listed! {
    /// How a school day went, as the young person logged it.
    SchoolMode {
        /// At school.
        OnSite = 0,
        /// Remote lessons: counted as attended, shown apart.
        Remote = 1,
        /// Partly at school, partly remote.
        Mixed = 2,
        /// School day at home, as agreed beforehand.
        AtHome = 3,
        /// Ill: counted, shown apart.
        Ill = 4,
        /// Not at school today.
        NotToday = 5,
        /// No school that day.
        NoSchool = 6,
    }
}

listed! {
    /// Part of day.
    PartOfDay {
        /// Morning.
        Morning = 0, /// Day.
        Day = 1, /// Evening.
        Evening = 2,
    }
}

listed! {
    /// What went with a school day.
    SchoolTag {
        /// Came later than the others.
        Later = 0, /// Went home earlier.
        Earlier = 1, /// With an adult's support.
        WithAdult = 2, /// In a quieter place.
        QuietPlace = 3, /// A test or presentation.
        Test = 4, /// Something other than usual: a trip, a theme day.
        Unusual = 5,
    }
}

listed! {
    /// What a stretch of the school year is.
    TermKind {
        /// School is on.
        Term = 0,
        /// A holiday or days off.
        Off = 1,
    }
}

listed! {
    /// What became of a try. Turning back is a try.
    Outcome {
        /// Did it, as planned.
        Did = 0,
        /// Did a part of it.
        Part = 1,
        /// Turned back.
        TurnedBack = 2,
    }
}

listed! {
    /// What was chosen on a path.
    PathMove {
        /// The next step, or one further on.
        Next = 0, /// The same step again.
        Same = 1, /// A smaller piece of a step, which was split.
        Smaller = 2, /// The same step with less help.
        LessHelp = 3, /// A step that lies behind.
        Back = 4, /// Where the path begins.
        Begin = 5, /// The order of the steps.
        Reordered = 6, /// What a step says.
        Edited = 7, /// A step put away.
        Retired = 8, /// A step taken out again.
        Restored = 9, /// A new step.
        Added = 10, /// A step that was paused for safety goes on, because the person said so.
        Resumed = 11, /// A step tied to a card, or let go of it.
        Tied = 12,
    }
}

listed! {
    /// The life areas of the reasons map.
    LifeArea {
        /// Lessons and learning.
        Lessons = 0, /// Breaks, corridors, lunch.
        Breaks = 1, /// Classmates and friends.
        Friends = 2, /// Adults at school.
        Adults = 3, /// The way there.
        Way = 4, /// Body and health.
        Body = 5, /// Sleep and rhythm.
        Sleep = 6, /// Home and family.
        Home = 7, /// Screens and games.
        Screens = 8, /// The bigger picture.
        Bigger = 9,
    }
}

listed! {
    /// Which way a card works.
    Side {
        /// Pushes away from school.
        Push = 0, /// Pulls elsewhere.
        Pull = 1, /// Helps towards school.
        Help = 2,
    }
}

listed! {
    /// What a card needs beside being heard.
    CardMark {
        /// Nothing to get used to: adults must make it safe first.
        Safety = 0,
        /// Noise, light, crowd, smell: what could school change?
        Sensory = 1,
        /// Danger at home: shows help.
        HomeDanger = 2,
    }
}

listed! {
    /// How much a card is true for the person.
    Fit {
        /// Not me.
        NotMe = 1, /// A little.
        ALittle = 2, /// A lot.
        ALot = 3,
    }
}

listed! {
    /// The cards of one's own.
    OwnCardKind {
        /// For a teacher on arriving.
        Arrival = 0,
        /// What I say when someone asks.
        WhenAsked = 1,
        /// Before a meeting: please ask, please don't ask.
        Meeting = 2,
        /// If it gets hard again.
        HardAgain = 3,
        /// The school day at home, as agreed.
        AtHome = 4,
    }
}

listed! {
    /// What the thresholds of absence count.
    ThresholdOf {
        /// The share of planned time, in percent.
        Percent = 0,
        /// Lessons in a term.
        Lessons = 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn kept(text: &str) -> String {
        Words::new(text).expect("not too long").expect("not blank").as_str().to_owned()
    }

    #[test]
    fn what_is_pasted_from_a_table_is_taken() {
        assert_eq!(kept("Maths\t45 min"), "Maths 45 min");
        assert_eq!(kept("\tMaths\r\nPE\rArt\n"), "Maths\nPE\nArt");
        assert_eq!(kept("a\u{0}b\u{7f}c\u{85}d"), "abc\nd");
        assert_eq!(Words::new("\t\r\n\u{0}").expect("not too long"), None);
    }

    #[test]
    fn no_text_turns_the_direction_of_what_stands_beside_it() {
        assert_eq!(kept("\u{202e}gnp.exe\u{202c}"), "gnp.exe");
        assert_eq!(kept("a\u{2066}b\u{2069}\u{202a}c"), "abc");
        // What Arabic, Persian and Hebrew are written with stays.
        assert_eq!(kept("می\u{200c}خواهم \u{200f}!"), "می\u{200c}خواهم \u{200f}!");
    }

    #[test]
    fn only_what_is_too_long_is_too_long() {
        assert_eq!(kept(&"ä".repeat(2_000)).chars().count(), 2_000);
        assert!(Words::new(&"ä".repeat(2_001)).is_err());
        assert!(Words::new(&format!("{}\u{202e}\u{0}", "ä".repeat(2_000))).is_ok());
    }
}
