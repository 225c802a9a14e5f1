//! The path in the story: nine steps towards a whole Tuesday, and the tries of eight weeks.

use crate::change::Item;
use crate::entries::{Support, Try};
use crate::id::Id;
use crate::path::{WantedStep, add_path, choose};
use crate::record::{Body, Kind};
use crate::time::{Day, Instant, Zone, within_day};
use crate::values::{Minutes, Outcome, PathMove, Scale10, Words};

/// The words of the path.
#[derive(Debug, Clone)]
pub struct StoryPath {
    /// Where it leads.
    pub title: Words,
    /// Why it matters.
    pub why: Option<Words>,
    /// The steps, easiest first; those after the ninth are left out.
    pub steps: Vec<Words>,
    /// Who is there: in the car, on foot, and at school.
    pub with_whom: Vec<Words>,
    /// What will help: music, a plan in the pocket, earplugs, which stay.
    pub supports: Vec<Words>,
    /// What was thought beforehand.
    pub thoughts: Vec<Words>,
    /// What was found out.
    pub found_out: Vec<Words>,
    /// What helped.
    pub helped: Vec<Words>,
}

/// How hard each step is guessed to be.
const GUESSES: [u8; 9] = [4, 5, 6, 6, 6, 7, 7, 8, 9];
/// How many minutes each lasts by the plan.
const LASTS_MIN: [u16; 9] = [30, 15, 10, 10, 10, 20, 45, 150, 300];
/// Who is there, by place in `with_whom`.
const WITH: [Option<usize>; 9] =
    [None, Some(0), Some(0), Some(1), Some(2), Some(2), None, None, None];
/// What will help, by place in `supports`; the last of them stays.
const HELP: [&[usize]; 9] = [&[], &[0], &[0], &[0, 1], &[1], &[2], &[1, 2], &[2], &[2]];
const STAYS: usize = 2;
/// School days back on which the path was begun.
const BEGUN_BACK: u16 = 39;

/// A try as it is told here.
struct StoryTry {
    /// School days back, 1 for the last one before today.
    back: u16,
    /// The step, 0 for the first.
    step: usize,
    guess: u8,
    hardest: u8,
    outcome: Outcome,
    /// Places in `thoughts`, `found_out` and `helped`.
    thought: Option<usize>,
    found_out: Option<usize>,
    helped: &'static [usize],
}

const fn story_try(back: u16, step: usize, guess: u8, hardest: u8, outcome: Outcome) -> StoryTry {
    StoryTry { back, step, guess, hardest, outcome, thought: None, found_out: None, helped: &[] }
}

/// Twelve were easier than guessed, two as hard, one harder. Moved on after two that were done.
const TRIES: [StoryTry; 15] = {
    use Outcome::{Did, Part, TurnedBack};
    [
        StoryTry { helped: &[1], ..story_try(38, 0, 5, 3, Did) },
        story_try(36, 0, 4, 4, Did),
        story_try(34, 0, 4, 2, Did),
        StoryTry { thought: Some(0), ..story_try(31, 1, 6, 7, TurnedBack) },
        StoryTry { found_out: Some(0), helped: &[1], ..story_try(29, 1, 6, 5, Part) },
        story_try(27, 1, 5, 3, Did),
        StoryTry { helped: &[1], ..story_try(24, 1, 5, 2, Did) },
        StoryTry { thought: Some(1), ..story_try(21, 2, 7, 5, Part) },
        story_try(18, 2, 6, 6, TurnedBack),
        StoryTry { helped: &[2], ..story_try(16, 2, 6, 4, Did) },
        story_try(14, 2, 6, 3, Did),
        StoryTry { thought: Some(0), found_out: Some(1), ..story_try(11, 3, 8, 5, TurnedBack) },
        StoryTry { helped: &[0, 1], ..story_try(8, 3, 7, 5, Part) },
        StoryTry { helped: &[2], ..story_try(5, 3, 7, 4, Part) },
        StoryTry {
            thought: Some(0),
            found_out: Some(2),
            helped: &[0, 1, 2],
            ..story_try(2, 3, 7, 3, Did)
        },
    ]
};

/// The path with its steps, choices and tries, told so that the last school day lies before
/// `today`. Empty where a clock reading does not exist.
pub(super) fn path(story: &StoryPath, today: Day, zone: &impl Zone) -> Vec<(Id, Body)> {
    let id = Id::named(Kind::Path, b"example path");
    let wanted = wanted(story);
    let Ok(begun) = within_day(zone, school_day_back(today, BEGUN_BACK), 17 * 60) else {
        return Vec::new();
    };
    let mut change = add_path(id, story.title.clone(), story.why.clone(), &wanted, begun);
    let mut stands = 0;
    for story_try in &TRIES {
        let day = school_day_back(today, story_try.back);
        // A little after eight, not always at the same minute.
        let Ok(when) = within_day(zone, day, 8 * 60 + story_try.back % 40) else { continue };
        let Some((step, plan)) = wanted.get(story_try.step) else { continue };
        if story_try.step > stands {
            // Chosen on the evening before its first try.
            if let Ok(at) = within_day(zone, day.plus(-1), 18 * 60) {
                change = choose(change, id, PathMove::Next, Some(*step), at);
            }
            stands = story_try.step;
        }
        let name =
            Id::named(Kind::Try, &[b"example".as_slice(), &day.number().to_be_bytes()].concat());
        change = change.and_put(name, a_try(story, story_try, when, id, *step, plan));
    }
    let live = |item| match item {
        Item::Put { id, body } => Some((id, body)),
        Item::Remove { .. } => None,
    };
    change.0.into_iter().filter_map(live).collect()
}

fn wanted(story: &StoryPath) -> Vec<(Id, WantedStep)> {
    let step = |(at, title): (usize, &Words)| {
        let support = |help: &usize| {
            let words = story.supports.get(*help)?.clone();
            Some(Support { words, stays: *help == STAYS })
        };
        let wanted = WantedStep {
            guess: Scale10::new(*GUESSES.get(at)?).ok(),
            with_whom: WITH.get(at)?.and_then(|who| story.with_whom.get(who).cloned()),
            supports: HELP.get(at)?.iter().filter_map(support).collect(),
            planned_min: Minutes::new(*LASTS_MIN.get(at)?).ok(),
            ..WantedStep::titled(title.clone())
        };
        Some((Id::named(Kind::Step, &[b'e', u8::try_from(at).ok()?]), wanted))
    };
    story.steps.iter().enumerate().filter_map(step).collect()
}

fn a_try(
    story: &StoryPath,
    story_try: &StoryTry,
    when: Instant,
    path: Id,
    step: Id,
    plan: &WantedStep,
) -> Try {
    let pick = |list: &[Words], at: Option<usize>| list.get(at?).cloned();
    let lasted_min = match story_try.outcome {
        Outcome::Did => plan.planned_min.map_or(10, |min| i64::from(min.get())),
        Outcome::Part => 6,
        Outcome::TurnedBack => 4,
    };
    let after = |minutes: i64| Instant::new(when.unix_s() + minutes * 60, when.offset_min()).ok();
    let arrived = story_try.outcome != Outcome::TurnedBack && story_try.step > 0;
    Try {
        when,
        path,
        step,
        title: plan.title.clone(),
        guess: Scale10::new(story_try.guess).ok(),
        thought: pick(&story.thoughts, story_try.thought),
        with_whom: plan.with_whom.clone(),
        supports: plan.supports.iter().map(|support| support.words.clone()).collect(),
        planned_min: plan.planned_min,
        in_at: arrived.then(|| after(3)).flatten(),
        outcome: Some(story_try.outcome),
        hardest: Scale10::new(story_try.hardest).ok(),
        after: Scale10::new(story_try.hardest.saturating_sub(2)).ok(),
        found_out: pick(&story.found_out, story_try.found_out),
        helped: story_try.helped.iter().filter_map(|at| story.helped.get(*at).cloned()).collect(),
        note: None,
        ended: after(lasted_min),
    }
}

/// So many days from Monday to Friday before `today`.
fn school_day_back(today: Day, back: u16) -> Day {
    let mut day = today;
    for _ in 0..back {
        day = day.plus(-1);
        while day.weekday() > 4 {
            day = day.plus(-1);
        }
    }
    day
}
