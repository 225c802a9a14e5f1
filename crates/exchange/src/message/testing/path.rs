//! Paths for tests: any that a diary can show, and one of nine steps and fifteen tries.

use askelma_diary::sharing::summary::{
    Part, PathHead, StepRow, StepStanding, Summary, TryRow, Visibility,
};
use askelma_diary::values::{Outcome, Scale10};
use proptest::prelude::*;

use super::{clock, day, days, ninety_days, place, texts, words};

/// Both parts of a path, or neither, or steps without tries.
pub type PathParts = (Option<Part<StepRow>>, Option<Part<TryRow>>);

fn scale10() -> impl Strategy<Value = Option<Scale10>> {
    prop::option::of((0_u8..=10).prop_map(|number| Scale10::new(number).unwrap_or(Scale10::MIN)))
}

fn text() -> impl Strategy<Value = Option<askelma_diary::values::Words>> {
    prop::option::of(texts())
}

fn step(standing: StepStanding) -> impl Strategy<Value = StepRow> {
    (texts(), scale10(), text()).prop_map(move |(title, guess, with_whom)| StepRow {
        begins: None,
        title,
        standing,
        guess,
        with_whom,
    })
}

fn standings() -> impl Strategy<Value = Vec<StepStanding>> {
    let put_away = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
    (0_usize..4, any::<bool>(), 0_usize..4, put_away).prop_map(|(behind, here, ahead, put_away)| {
        let mut all = vec![StepStanding::Behind; behind];
        all.extend(here.then_some(StepStanding::Here));
        all.extend(vec![StepStanding::Ahead; ahead]);
        for at in put_away {
            all.insert(at.index(all.len() + 1), StepStanding::PutAway);
        }
        all
    })
}

fn a_path() -> impl Strategy<Value = Vec<StepRow>> {
    let steps = standings().prop_flat_map(|all| all.into_iter().map(step).collect::<Vec<_>>());
    (steps, texts(), text()).prop_map(|(mut steps, title, why)| {
        if let Some(first) = steps.first_mut() {
            first.begins = Some(PathHead { title, why });
        }
        steps
    })
}

fn a_try(steps: usize) -> impl Strategy<Value = TryRow> {
    let numbers = (scale10(), scale10(), scale10());
    let helped = prop::collection::vec(texts(), 0..3);
    let own_words = (text(), text(), text());
    (days(), clock(), 0..steps, prop::sample::select(Outcome::ALL), numbers, helped, own_words)
        .prop_map(|(day, clock_min, step, outcome, numbers, helped, own_words)| TryRow {
            day,
            clock_min,
            step,
            outcome,
            guess: numbers.0,
            hardest: numbers.1,
            after: numbers.2,
            helped,
            thought: own_words.0,
            found_out: own_words.1,
            note: own_words.2,
        })
}

/// What a summary may carry of paths.
pub fn path_parts() -> impl Strategy<Value = PathParts> {
    let visibility = prop_oneof![Just(Visibility::OnlyYou), Just(Visibility::Meeting)];
    let steps = prop::collection::vec(a_path(), 0..3).prop_map(|paths| paths.concat());
    let parts = (steps, visibility).prop_flat_map(|(steps, visibility)| {
        let most = if steps.is_empty() { 0 } else { 8 };
        let tries = prop::collection::vec(a_try(steps.len().max(1)), 0..=most);
        (Just(steps), tries, any::<bool>(), Just(visibility))
    });
    let parts = parts.prop_map(|(steps, mut tries, tried, visibility)| {
        tries.sort_by_key(|row| place(row.day, row.clock_min));
        let tries = tried.then_some(Part { rows: tries, visibility });
        (Some(Part { rows: steps, visibility }), tries)
    });
    prop_oneof![Just((None, None)), parts]
}

/// Steps from the kitchen to a whole morning: title, guess now, who is there.
const STEPS: [(&str, u8, Option<&str>); 9] = [
    ("Get dressed by nine", 2, None),
    ("Pack the bag in the evening", 2, None),
    ("Drive past school", 4, Some("Dad")),
    ("Sit in the car park", 5, Some("Dad")),
    ("Walk to the gate with Dad", 6, Some("Dad")),
    ("Meet Ms Laine in the yard", 6, Some("Ms Laine")),
    ("20 min in the library", 7, Some("Ms Laine")),
    ("One art lesson", 8, None),
    ("A whole Tuesday morning", 9, None),
];

/// Day, clock, step, outcome, guess, hardest, afterwards.
type Numbers = (i32, u16, usize, Outcome, u8, u8, u8);

/// Fifteen tries over four weeks: eleven easier than guessed, two as hard, two harder.
const TRIES: [Numbers; 15] = [
    (0, 530, 0, Outcome::Did, 4, 2, 1),
    (1, 525, 0, Outcome::Did, 3, 2, 1),
    (3, 1180, 1, Outcome::Did, 2, 1, 0),
    (5, 540, 2, Outcome::Part, 6, 7, 3),
    (7, 545, 2, Outcome::Did, 6, 4, 2),
    (8, 540, 2, Outcome::Did, 5, 2, 1),
    (10, 540, 3, Outcome::TurnedBack, 6, 6, 4),
    (12, 550, 3, Outcome::Did, 6, 5, 2),
    (14, 545, 3, Outcome::Did, 5, 3, 1),
    (15, 545, 3, Outcome::Did, 5, 3, 1),
    (17, 480, 4, Outcome::TurnedBack, 7, 8, 5),
    (19, 485, 4, Outcome::Part, 7, 5, 3),
    (21, 480, 4, Outcome::Did, 6, 4, 2),
    (24, 480, 4, Outcome::Did, 6, 3, 1),
    (26, 620, 5, Outcome::Part, 6, 6, 2),
];

const HELPED: [&[&str]; 15] = [
    &["music"],
    &[],
    &["music"],
    &["Dad was there"],
    &["Dad was there", "music"],
    &["music"],
    &["breathing"],
    &["going early", "Dad was there"],
    &["going early"],
    &["music", "going early"],
    &["Dad was there"],
    &["going early", "breathing"],
    &["going early"],
    &["music"],
    &["Ms Laine met me"],
];

const THOUGHT: [Option<&str>; 15] = [
    Some("I will go back to bed"),
    None,
    None,
    Some("Somebody from my class sees me"),
    None,
    Some("My stomach hurts the whole way"),
    Some("Everybody looks at the car"),
    None,
    None,
    None,
    Some("They ask where I have been"),
    Some("They ask where I have been"),
    None,
    None,
    Some("I will not know what to say"),
];

const FOUND_OUT: [Option<&str>; 15] = [
    Some("It was the first minute that was hard"),
    None,
    None,
    Some("Two of them did, and they waved"),
    None,
    Some("It stopped at the second traffic light"),
    None,
    Some("Nobody looked"),
    None,
    None,
    Some("The bell was too loud, earlier is better"),
    Some("Nobody asked anything"),
    None,
    Some("I could have stayed longer"),
    Some("She only asked about the drawing"),
];

/// Whether the path's own words stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWords {
    Without,
    With,
}

/// A path of nine steps and fifteen tries in four weeks.
pub fn nine_steps(choice: OwnWords) -> Summary {
    let from = day(20_600);
    let own_words = |text: Option<&str>| text.filter(|_| choice == OwnWords::With).map(words);
    let scale = |number| Scale10::new(number).ok();
    let steps = STEPS.iter().enumerate().map(|(place, (title, guess, with_whom))| StepRow {
        begins: (place == 0).then(|| PathHead {
            title: words("Back to art lessons"),
            why: own_words(Some("I miss drawing with Ella")),
        }),
        title: words(title),
        standing: match place {
            0..=4 => StepStanding::Behind,
            5 => StepStanding::Here,
            _ => StepStanding::Ahead,
        },
        guess: scale(*guess),
        with_whom: with_whom.map(words),
    });
    let tries = TRIES.iter().enumerate().map(|(place, numbers)| {
        let (after_days, clock_min, step, outcome, guess, hardest, after) = *numbers;
        TryRow {
            day: from.plus(after_days),
            clock_min,
            step,
            outcome,
            guess: scale(guess),
            hardest: scale(hardest),
            after: scale(after),
            helped: HELPED[place].iter().map(|text| words(text)).collect(),
            thought: own_words(THOUGHT[place]),
            found_out: own_words(FOUND_OUT[place]),
            note: None,
        }
    });
    let visibility = Visibility::Meeting;
    Summary {
        id: [0x16; 16],
        to: from.plus(27),
        moods: None,
        notes: None,
        nights: None,
        routine: None,
        school: None,
        moments: None,
        steps: Some(Part { rows: steps.collect(), visibility }),
        tries: Some(Part { rows: tries.collect(), visibility }),
        ..ninety_days()
    }
}
