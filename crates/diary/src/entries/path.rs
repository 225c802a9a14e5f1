//! A path of small steps, the steps, the tries, and what was chosen on the way.

use minicbor::{Decode, Encode};

use crate::id::Id;
use crate::time::{Day, Instant};
use crate::values::{CardMark, Minutes, Outcome, PathMove, Scale10, Words};

/// A path.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Path {
    /// Where it leads, in the person's own words.
    #[n(0)]
    pub title: Words,
    /// Why it matters to me.
    #[n(1)]
    pub why: Option<Words>,
    /// When it was begun.
    #[n(2)]
    pub begun: Instant,
    /// When it was put away; nothing of it is lost.
    #[n(3)]
    pub archived: Option<Day>,
}

/// Something that helps with a step.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Support {
    /// What.
    #[n(0)]
    pub words: Words,
    /// Meant to stay: never offered to be faded.
    #[n(1)]
    pub stays: bool,
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Step {
    /// The path's record.
    #[n(0)]
    pub path: Id,
    /// What I do.
    #[n(1)]
    pub title: Words,
    /// Place on the path, easiest first. Steps of one place stand by their names.
    #[n(2)]
    pub order: u16,
    /// How hard it will be, as I guess.
    #[n(3)]
    pub guess: Option<Scale10>,
    /// Who is with me.
    #[n(4)]
    pub with_whom: Option<Words>,
    /// What will help.
    #[n(5)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub supports: Vec<Support>,
    /// How long it lasts by the plan.
    #[n(6)]
    pub planned_min: Option<Minutes>,
    /// The step that this is a smaller piece of.
    #[n(7)]
    pub split_from: Option<Id>,
    /// A safety or sensory card of the reasons map that this step is tied to.
    #[n(8)]
    pub card: Option<Id>,
    /// When it was put away; its tries stay.
    #[n(9)]
    pub retired: Option<Day>,
    /// That card's mark as it was when the step was tied to it, so that a pause is known without
    /// the deck of built-in cards.
    #[n(10)]
    pub mark: Option<CardMark>,
}

/// A try of a step. It keeps what the step was then: a later change of the step alters no try.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Try {
    /// When it began.
    #[n(0)]
    pub when: Instant,
    /// The path's record.
    #[n(1)]
    pub path: Id,
    /// The step's record.
    #[n(2)]
    pub step: Id,
    /// What the step was called.
    #[n(3)]
    pub title: Words,
    /// How hard I guessed that it would be.
    #[n(4)]
    pub guess: Option<Scale10>,
    /// What I thought would happen.
    #[n(5)]
    pub thought: Option<Words>,
    /// Who was with me.
    #[n(6)]
    pub with_whom: Option<Words>,
    /// What was to help.
    #[n(7)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub supports: Vec<Words>,
    /// How long it was to last.
    #[n(8)]
    pub planned_min: Option<Minutes>,
    /// "I'm in": when.
    #[n(9)]
    pub in_at: Option<Instant>,
    /// What became of it; none while it goes on.
    #[n(10)]
    pub outcome: Option<Outcome>,
    /// The hardest moment.
    #[n(11)]
    pub hardest: Option<Scale10>,
    /// Right afterwards.
    #[n(12)]
    pub after: Option<Scale10>,
    /// What happened and what I found out.
    #[n(13)]
    pub found_out: Option<Words>,
    /// What helped.
    #[n(14)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub helped: Vec<Words>,
    /// Anything else.
    #[n(15)]
    pub note: Option<Words>,
    /// When it was over.
    #[n(16)]
    pub ended: Option<Instant>,
}

/// Something that was chosen on a path. Nothing is computed from it but where one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PathChoice {
    /// When.
    #[n(0)]
    pub when: Instant,
    /// The path's record.
    #[n(1)]
    pub path: Id,
    /// What.
    #[n(2)]
    pub what: PathMove,
    /// The step it was about; for a move along the path, the step moved to.
    #[n(3)]
    pub step: Option<Id>,
}

/// A try planned for a date: one a step and date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StepPlan {
    /// The step's record.
    #[n(0)]
    pub step: Id,
    /// The date.
    #[n(1)]
    pub day: Day,
    /// About when, clock minute 0 to 1439.
    #[n(2)]
    pub at_min: Option<Minutes>,
}
