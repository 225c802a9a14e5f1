//! A summary: a snapshot that a young person chose to show. Natural keys only: dates and order,
//! never record ids or stamps.

mod path;

use crate::time::{Day, Instant};
use crate::values::{
    BodySign, Feeling, Minutes, Mood, Scale5, Scale10, SchoolMode, Strength, Times, Words,
};

pub use path::{PathHead, StepRow, StepStanding, TryRow};

/// Whether the receiver may show a part to others at the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// Only the receiver sees it.
    #[default]
    OnlyYou,
    /// It may be shown at the meeting.
    Meeting,
}

/// A part that was chosen, with what the receiver may do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// Its rows, in order of date and time.
    pub rows: Vec<T>,
    /// What the receiver may do with it.
    pub visibility: Visibility,
}

/// Everything that one summary carries. A part that was not chosen is `None` and leaves no trace
/// in the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Random, new for each share: taken twice, it changes nothing.
    pub id: [u8; 16],
    /// When it was made.
    pub made_at: Instant,
    /// First date that it covers.
    pub from: Day,
    /// Last date that it covers.
    pub to: Day,
    /// Name or nickname of who shares.
    pub name: Words,
    /// What it is for, in the sharer's words.
    pub purpose: Option<Words>,
    /// Until when the receiver may keep it.
    pub keep_until: Option<Day>,
    /// Check-ins without notes.
    pub moods: Option<Part<MoodRow>>,
    /// Notes of check-ins.
    pub notes: Option<Part<NoteRow>>,
    /// Nights.
    pub nights: Option<Part<NightRow>>,
    /// Daily routine, counts only.
    pub routine: Option<Part<RoutineRow>>,
    /// Time at school.
    pub school: Option<Part<SchoolRow>>,
    /// Good moments with strengths.
    pub moments: Option<Part<MomentRow>>,
    /// The steps of the chosen paths, path after path.
    pub steps: Option<Part<StepRow>>,
    /// The tries of these steps. Never without the steps, and with what holds for them.
    pub tries: Option<Part<TryRow>>,
}

/// One check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodRow {
    /// The diary day.
    pub day: Day,
    /// Clock minute, 0 to 1439. Below 240 it is the small hours after `day`.
    pub clock_min: u16,
    /// Mood.
    pub mood: Mood,
    /// Energy.
    pub energy: Option<Scale5>,
    /// Worry.
    pub worry: Option<Scale10>,
    /// Feelings, in the list's order, each once.
    pub feelings: Vec<Feeling>,
    /// Body signs, in the list's order, each once.
    pub body: Vec<BodySign>,
}

/// The note of one check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// The diary day.
    pub day: Day,
    /// Clock minute, 0 to 1439.
    pub clock_min: u16,
    /// What was written.
    pub note: Words,
}

/// One night.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NightRow {
    /// Calendar date of the final waking.
    pub waking_day: Day,
    /// When sleep was tried, clock minute 0 to 1439.
    pub tried_clock_min: u16,
    /// Minutes that really passed from trying to sleep to the final waking, 1 to 1440.
    pub lasted_min: Minutes,
    /// Minutes to fall asleep.
    pub fall_asleep_min: Option<Minutes>,
    /// Awakenings.
    pub awakenings: Option<Times>,
    /// Minutes awake in the night.
    pub awake_min: Option<Minutes>,
    /// Minutes in bed before trying to sleep.
    pub bed_before_min: Option<Minutes>,
    /// Minutes in bed after the final waking.
    pub bed_after_min: Option<Minutes>,
    /// Quality.
    pub quality: Option<Scale5>,
    /// "Like last time": an estimate.
    pub estimate: bool,
}

/// One day of the routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoutineRow {
    /// The day.
    pub day: Day,
    /// Items due that day, 0 to 200.
    pub due: u8,
    /// Items done.
    pub done: u8,
    /// Items done in part.
    pub some: u8,
}

/// One planned or logged school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolRow {
    /// The day.
    pub day: Day,
    /// Minutes planned; 0 when no school was planned but something was logged.
    pub planned_min: Minutes,
    /// What was logged, if anything was.
    pub logged: Option<SchoolLogged>,
}

/// What was logged for a school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolLogged {
    /// How it went.
    pub mode: SchoolMode,
    /// Minutes attended, remote ones included.
    pub attended_min: Minutes,
}

/// One good moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentRow {
    /// The day.
    pub day: Day,
    /// Strengths from the list, in the list's order, each once.
    pub strengths: Vec<Strength>,
    /// Strengths in own words.
    pub own_strengths: Vec<Words>,
    /// What happened.
    pub words: Option<Words>,
    /// Who gave it, when it was a gift.
    pub gift_from: Option<Words>,
}
