//! What each kind of record says. Field indexes are for ever: a new field takes the next one.

use minicbor::bytes::ByteVec;

use crate::id::Id;
use crate::record::fields::record;
use crate::time::{Day, Instant};
use crate::values::{
    BodySign, Company, Feeling, Minutes, Mood, MoodPlace, PartOfDay, Scale5, Scale10, SchoolMode,
    SchoolTag, Strength, TermKind, Times, Words, listed,
};
use crate::weekdays::Weekdays;

mod own;
mod path;
pub use own::{
    CardLine, Choices, OwnCard, Person, ReasonCard, ReasonSort, Reminder, SmallThing, Thresholds,
    WeekAdult,
};
pub use path::{Path, PathChoice, Step, StepPlan, Support, Try};

record! {
    /// Who this diary belongs to.
    Profile {
        /// Name or nickname.
        0 name: Option<Words>,
        /// When the diary was begun.
        1 begun: Instant,
        /// Example data: marked on every page, left without a trace.
        2 example: bool,
    }
}

record! {
    /// A version of a routine item: an edit closes one and opens the next.
    RoutineItem {
        /// The item; the same for all its versions. Ticks name it.
        0 item: Id,
        /// Title.
        1 title: Words,
        /// Picture, a number that the app's list of pictures knows.
        2 icon: u8,
        /// Part of day.
        3 part: PartOfDay,
        /// About when, clock minute 0 to 1439.
        4 about_min: Option<Minutes>,
        /// On these weekdays.
        5 weekdays: Weekdays,
        /// First date of this version.
        6 from: Day,
        /// Last date of this version; open when absent.
        7 until: Option<Day>,
        /// Place within its part of day, lowest first.
        8 order: u16,
    }
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

record! {
    /// A routine item ticked on a date.
    Tick {
        /// The date.
        0 day: Day,
        /// The item.
        1 item: Id,
        /// When it was ticked.
        2 when: Instant,
        /// How much.
        3 level: TickLevel,
    }
}

record! {
    /// A mood check-in.
    MoodEntry {
        /// When.
        0 when: Instant,
        /// Mood.
        1 mood: Mood,
        /// Energy.
        2 energy: Option<Scale5>,
        /// Worry.
        3 worry: Option<Scale10>,
        /// Feelings.
        4 feelings: Vec<Feeling> = [],
        /// Body signs.
        5 body: Vec<BodySign> = [],
        /// With whom.
        6 company: Vec<Company> = [],
        /// Where.
        7 place: Option<MoodPlace>,
        /// Note.
        8 note: Option<Words>,
        /// A feeling in own words.
        9 own_feeling: Option<Words>,
        /// What the body says, in own words.
        10 own_body: Option<Words>,
    }
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

record! {
    /// A night, by the calendar date of its final waking. Made by [`crate::sleep::NightInput`], which
    /// refuses what cannot be.
    Night {
        /// Into bed.
        0 into_bed: Option<Instant>,
        /// Tried to sleep.
        1 tried: Instant,
        /// Minutes to fall asleep.
        2 fall_asleep_min: Option<Minutes>,
        /// Awakenings.
        3 awakenings: Option<Times>,
        /// Minutes awake in the night.
        4 awake_min: Option<Minutes>,
        /// Final waking.
        5 woke: Instant,
        /// Out of bed.
        6 out_of_bed: Option<Instant>,
        /// Quality.
        7 quality: Option<Scale5>,
        /// Naps on the day before.
        8 naps_min: Option<Minutes>,
        /// Note.
        9 note: Option<Words>,
        /// "Like last time": an estimate.
        10 estimate: bool,
    }
}

record! {
    /// A school day as the young person logged it.
    SchoolDay {
        /// The date.
        0 day: Day,
        /// How it went.
        1 mode: SchoolMode,
        /// Minutes planned for that date when it was logged.
        2 planned_min: Minutes,
        /// Minutes attended, remote ones included; at most the planned minutes count.
        3 attended_min: Minutes,
        /// Note.
        4 note: Option<Words>,
        /// The lessons of that date, where the day was logged by lesson; the minutes above are their
        /// sums.
        5 lessons: Vec<LessonLog> = [],
        /// What went with it.
        6 tags: Vec<SchoolTag> = [],
        /// Of the attended minutes, the remote ones, where a mixed day says it.
        7 remote_min: Option<Minutes>,
    }
}

record! {
    /// A lesson of one date as it was logged.
    LessonLog {
        /// Its name.
        0 name: Option<Words>,
        /// Its length.
        1 planned_min: Minutes,
        /// Minutes attended, at most its length.
        2 attended_min: Minutes,
        /// Attended remotely.
        3 remote: bool,
    }
}

record! {
    /// A lesson of the timetable.
    Lesson {
        /// 0 for Monday to 6 for Sunday.
        0 weekday: u8,
        /// Name.
        1 name: Option<Words>,
        /// When it begins, clock minute 0 to 1439.
        2 starts_min: Option<Minutes>,
        /// Its length.
        3 length_min: Minutes,
    }
}

record! {
    /// A version of the timetable: minutes of school for each weekday.
    Timetable {
        /// First date of this version.
        0 from: Day,
        /// Last date of this version; open when absent.
        1 until: Option<Day>,
        /// Minutes from Monday to Sunday, seven of them; 0 for no school.
        2 week_min: Vec<Minutes>,
        /// The agreed own plan beside the full timetable.
        3 own_plan: bool,
        /// The lessons, where they are told; the minutes of their weekday are their sum.
        4 lessons: Vec<Lesson> = [],
    }
}

record! {
    /// A school term, or days off.
    Term {
        /// First date.
        0 from: Day,
        /// Last date.
        1 to: Day,
        /// A term or days off.
        2 kind: TermKind,
        /// Name, such as "autumn holiday".
        3 name: Option<Words>,
    }
}

record! {
    /// A good moment.
    Moment {
        /// The date.
        0 day: Day,
        /// When it was written.
        1 when: Instant,
        /// Strengths from the list.
        2 strengths: Vec<Strength> = [],
        /// Strengths in own words.
        3 own_strengths: Vec<Words> = [],
        /// What happened.
        4 words: Option<Words>,
        /// Who gave it, when it was a gift.
        5 gift_from: Option<Words>,
    }
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

record! {
    /// What was shared, with whom.
    Share {
        /// When.
        0 when: Instant,
        /// With whom, in own words.
        1 with: Option<Words>,
        /// Which parts.
        2 parts: Vec<SharePart>,
        /// First date.
        3 from: Day,
        /// Last date.
        4 to: Day,
        /// By code or as a file.
        5 way: ShareWay,
    }
}

record! {
    /// A received message, kept as it came. Its id is derived from the message's own: taken twice it
    /// changes nothing, and its tombstone remembers it after deletion.
    Received {
        /// When it was taken.
        0 when: Instant,
        /// Whose it is.
        1 case: Id,
        /// When it was made, by the sender's clock: the order of one case's messages.
        2 made_at: Instant,
        /// The message (see the exchange format).
        3 message: ByteVec,
    }
}

record! {
    /// Somebody whose messages a parent or worker keeps.
    Case {
        /// Name, as the first message said it.
        0 name: Words,
        /// Since when.
        1 since: Instant,
    }
}
