//! A summary: a snapshot that a young person chose to show. Natural keys only: dates and order,
//! never record ids or stamps.

mod path;

use crate::time::{Day, Instant};
use crate::values::{BodySign, Feeling, Mood, Scale5, Scale10, Strength, Words};

pub use crate::routine::RoutineRow;
pub use crate::school::{SchoolLogged, SchoolRow};
pub use crate::sleep::NightRow;
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
