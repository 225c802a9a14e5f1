//! A path in a summary: its steps and the tries within the dates. A step is known by its place
//! among the rows, never by its record.

use crate::path::Standing;
use crate::time::Day;
use crate::values::{Outcome, Scale10, Words, listed};

listed! {
    /// How a shared step stands on its path.
    StepStanding {
        /// Before the one where the young person stands.
        Behind = 0,
        /// Where the young person stands.
        Here = 1,
        /// After it.
        Ahead = 2,
        /// Put away: shared for its tries alone.
        PutAway = 3,
    }
}

impl From<Standing> for StepStanding {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Behind => Self::Behind,
            Standing::Here => Self::Here,
            Standing::Ahead => Self::Ahead,
        }
    }
}

/// What a path is called. It stands with the first of its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathHead {
    /// Where it leads.
    pub title: Words,
    /// Why it matters; only when the young person's own words go along.
    pub why: Option<Words>,
}

/// One step, in the order of its path. Whether it is paused is never shared: it would tell of a
/// safety card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// The path that begins with this step; none for the further steps of the same path.
    pub begins: Option<PathHead>,
    /// What I do.
    pub title: Words,
    /// How it stands.
    pub standing: StepStanding,
    /// How hard it will be, as I guess now.
    pub guess: Option<Scale10>,
    /// Who is with me.
    pub with_whom: Option<Words>,
}

/// One try that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryRow {
    /// The diary day.
    pub day: Day,
    /// Clock minute, 0 to 1439. Below 240 it is the small hours after `day`.
    pub clock_min: u16,
    /// Place of its step among the summary's steps, from 0 on.
    pub step: usize,
    /// What became of it.
    pub outcome: Outcome,
    /// How hard I guessed that it would be.
    pub guess: Option<Scale10>,
    /// The hardest moment.
    pub hardest: Option<Scale10>,
    /// Right afterwards.
    pub after: Option<Scale10>,
    /// What helped.
    pub helped: Vec<Words>,
    /// What I thought would happen; like the next two only when the own words go along.
    pub thought: Option<Words>,
    /// What happened and what I found out.
    pub found_out: Option<Words>,
    /// Anything else.
    pub note: Option<Words>,
}
