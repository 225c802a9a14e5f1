//! A path of small steps, the steps, the tries, and what was chosen on the way.

use crate::id::Id;
use crate::record::fields::{minicbor_too, record};
use crate::time::{Day, Instant};
use crate::values::{CardMark, Minutes, Outcome, PathMove, Scale10, Words};

record! {
    /// A path.
    Path {
        /// Where it leads, in the person's own words.
        0 title: Words,
        /// Why it matters to me.
        1 why: Option<Words>,
        /// When it was begun.
        2 begun: Instant,
        /// When it was put away; nothing of it is lost.
        3 archived: Option<Day>,
    }
}

record! {
    /// Something that helps with a step.
    Support {
        /// What.
        0 words: Words,
        /// Meant to stay: never offered to be faded.
        1 stays: bool,
    }
}

record! {
    /// A step of a path.
    Step {
        /// The path's record.
        0 path: Id,
        /// What I do.
        1 title: Words,
        /// Place on the path, easiest first. Steps of one place stand by their names.
        2 order: u16,
        /// How hard it will be, as I guess.
        3 guess: Option<Scale10>,
        /// Who is with me.
        4 with_whom: Option<Words>,
        /// What will help.
        5 supports: Vec<Support> = [],
        /// How long it lasts by the plan.
        6 planned_min: Option<Minutes>,
        /// The step that this is a smaller piece of.
        7 split_from: Option<Id>,
        /// A safety or sensory card of the reasons map that this step is tied to.
        8 card: Option<Id>,
        /// When it was put away; its tries stay.
        9 retired: Option<Day>,
        /// That card's mark as it was when the step was tied to it, so that a pause is known without
        /// the deck of built-in cards.
        10 mark: Option<CardMark>,
    }
}

record! {
    /// A try of a step. It keeps what the step was then: a later change of the step alters no try.
    Try {
        /// When it began.
        0 when: Instant,
        /// The path's record.
        1 path: Id,
        /// The step's record.
        2 step: Id,
        /// What the step was called.
        3 title: Words,
        /// How hard I guessed that it would be.
        4 guess: Option<Scale10>,
        /// What I thought would happen.
        5 thought: Option<Words>,
        /// Who was with me.
        6 with_whom: Option<Words>,
        /// What was to help.
        7 supports: Vec<Words> = [],
        /// How long it was to last.
        8 planned_min: Option<Minutes>,
        /// "I'm in": when.
        9 in_at: Option<Instant>,
        /// What became of it; none while it goes on.
        10 outcome: Option<Outcome>,
        /// The hardest moment.
        11 hardest: Option<Scale10>,
        /// Right afterwards.
        12 after: Option<Scale10>,
        /// What happened and what I found out.
        13 found_out: Option<Words>,
        /// What helped.
        14 helped: Vec<Words> = [],
        /// Anything else.
        15 note: Option<Words>,
        /// When it was over.
        16 ended: Option<Instant>,
    }
}

record! {
    /// Something that was chosen on a path. Nothing is computed from it but where one stands.
    #[derive(Copy)]
    PathChoice {
        /// When.
        0 when: Instant,
        /// The path's record.
        1 path: Id,
        /// What.
        2 what: PathMove,
        /// The step it was about; for a move along the path, the step moved to.
        3 step: Option<Id>,
        /// Counts up over all choices: the order in which they were made, whatever clocks said.
        4 order: Option<u16>,
    }
}

record! {
    /// A try planned for a date: one a step and date.
    #[derive(Copy)]
    StepPlan {
        /// The step's record.
        0 step: Id,
        /// The date.
        1 day: Day,
        /// About when, clock minute 0 to 1439.
        2 at_min: Option<Minutes>,
    }
}

minicbor_too! { StepPlan }
