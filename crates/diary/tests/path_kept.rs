//! Whatever is done with a path, no try is lost or altered; suggestion and counts hold for any row
//! of outcomes.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeMap;

use askelma_diary::change::Change;
use askelma_diary::entries::Try;
use askelma_diary::id::Id;
use askelma_diary::path::{
    self, Suggestion, add_pieces, add_step, archive, choose, edit_step, guess_and_real, less_help,
    reorder, restore, resume, retire, suggestion,
};
use askelma_diary::record::Kind;
use askelma_diary::values::{CardMark, Outcome, PathMove};
use proptest::prelude::*;

mod made;
use made::path::{PATH, a_try, id, of_steps, scale, tie, titled, today};
use made::{at, done_and_taken_back};

#[derive(Debug, Clone)]
enum Deed {
    Add,
    Edit(usize),
    LessHelp(usize),
    Split(usize, u8),
    Reorder(usize, usize),
    Retire(usize),
    Restore(usize),
    Move(usize),
    Try(usize, Option<Outcome>),
    Archive(bool),
    Tie(usize, bool),
    Resume(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let at = 0_usize..12;
    let outcome = prop_oneof![
        Just(None),
        Just(Some(Outcome::Did)),
        Just(Some(Outcome::Part)),
        Just(Some(Outcome::TurnedBack)),
    ];
    let deed = prop_oneof![
        Just(Deed::Add),
        at.clone().prop_map(Deed::Edit),
        at.clone().prop_map(Deed::LessHelp),
        (at.clone(), 1_u8..4).prop_map(|(at, pieces)| Deed::Split(at, pieces)),
        (at.clone(), at.clone()).prop_map(|(at, to)| Deed::Reorder(at, to)),
        at.clone().prop_map(Deed::Retire),
        at.clone().prop_map(Deed::Restore),
        at.clone().prop_map(Deed::Move),
        (at.clone(), outcome).prop_map(|(at, outcome)| Deed::Try(at, outcome)),
        any::<bool>().prop_map(Deed::Archive),
        (at.clone(), any::<bool>()).prop_map(|(at, tied)| Deed::Tie(at, tied)),
        at.clone().prop_map(Deed::Resume),
    ];
    prop::collection::vec(deed, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is done with a path: every try stays word for word, every step stays somewhere,
    /// no two steps share a place, the order is the only thing that `reorder` changes, and one
    /// always stands on a step that is there.
    #[test]
    fn no_deed_loses_or_alters_a_try(deeds in deeds()) {
        let mut diary = of_steps(3);
        let mut expected: BTreeMap<Id, Try> = BTreeMap::new();
        let mut minute = 0_i64;
        let mut fresh = 20_u8;
        for deed in deeds {
            minute += 1;
            let now = at(today(), 600 + minute);
            let all: Vec<Id> =
                path::all_steps(&diary, id(PATH)).into_iter().map(|(id, _)| id).collect();
            let pick = |at: usize| all[at % all.len()];
            let change = match deed {
                Deed::Add => { fresh += 1; add_step(&diary, id(PATH), id(fresh), &titled("new"), now) }
                Deed::Edit(at) => edit_step(&diary, pick(at), &titled("other"), now),
                Deed::LessHelp(at) => less_help(&diary, pick(at), &titled("less"), now),
                Deed::Split(at, pieces) => {
                    let pieces: Vec<_> = (0..pieces)
                        .map(|_| { fresh += 1; (id(fresh), titled("piece")) })
                        .collect();
                    add_pieces(&diary, pick(at), &pieces, now)
                }
                Deed::Reorder(at, to) => reorder(&diary, pick(at), to, now),
                Deed::Retire(at) => retire(&diary, pick(at), today(), now),
                Deed::Restore(at) => restore(&diary, pick(at), now),
                Deed::Move(at) => choose(Change::default(), id(PATH), PathMove::Next, Some(pick(at)), now),
                Deed::Try(at, outcome) => {
                    let name = Id::named(Kind::Try, &minute.to_be_bytes());
                    let entry = Try { step: pick(at), ..a_try(0, minute, outcome) };
                    expected.insert(name, entry.clone());
                    Change::put(name, entry)
                }
                Deed::Tie(at, tied) => {
                    let card = tied.then_some((id(77), CardMark::Safety));
                    tie(&diary, pick(at), card, now)
                }
                Deed::Resume(at) => resume(&diary, pick(at), now),
                Deed::Archive(away) => archive(&diary, id(PATH), away.then(today)),
            };
            let before = diary.clone();
            let back = done_and_taken_back(&mut diary, &change);
            prop_assert_eq!(path::tries(&back), path::tries(&before));
            prop_assert_eq!(path::all_steps(&back, id(PATH)), path::all_steps(&before, id(PATH)));

            let tries: BTreeMap<Id, Try> =
                path::tries(&diary).into_iter().map(|(id, entry)| (id, entry.clone())).collect();
            prop_assert_eq!(&tries, &expected);
            let steps = path::all_steps(&diary, id(PATH));
            prop_assert!(all.iter().all(|step_id| steps.iter().any(|(id, _)| id == step_id)));
            let mut places: Vec<u16> = steps.iter().map(|(_, step)| step.order).collect();
            places.dedup();
            prop_assert_eq!(places.len(), steps.len());
            let open = path::steps(&diary, id(PATH));
            match path::here(&diary, id(PATH)) {
                Some(here) => prop_assert!(open.iter().any(|(id, _)| *id == here)),
                None => prop_assert!(open.is_empty()),
            }
        }
    }

    /// The rule, said the other way round: what is marked depends on the last two outcomes alone.
    #[test]
    fn the_suggestion_looks_at_the_last_two_outcomes(outcomes in outcomes()) {
        use Outcome::{Did, TurnedBack};
        let last = outcomes.last().copied();
        let before = outcomes.len().checked_sub(2).map(|at| outcomes[at]);
        let expected = match (before, last) {
            (_, None) => None,
            (Some(TurnedBack), Some(TurnedBack)) => Some(Suggestion::Smaller),
            (Some(Did), Some(Did)) => Some(Suggestion::Next),
            (_, Some(TurnedBack)) => Some(Suggestion::SameMadeDoable),
            _ => Some(Suggestion::Same),
        };
        prop_assert_eq!(suggestion(&outcomes), expected);
    }

    /// Easier, as hard and harder add up to the tries that have both numbers, and nothing else counts.
    #[test]
    fn guess_and_real_adds_up(numbers in numbers()) {
        let tries: Vec<Try> = numbers
            .iter()
            .map(|(guess, hardest)| Try {
                guess: guess.and_then(scale),
                hardest: hardest.and_then(scale),
                ..a_try(1, 0, Some(Outcome::Part))
            })
            .collect();
        let sum = guess_and_real(&tries);
        let both: Vec<(u8, u8)> = numbers.iter().filter_map(|(g, h)| Some(((*g)?, (*h)?))).collect();
        let count = |fits: fn(u8, u8) -> bool| {
            u32::try_from(both.iter().filter(|(g, h)| fits(*g, *h)).count()).unwrap_or(u32::MAX)
        };
        prop_assert_eq!(sum.easier, count(|guess, hardest| hardest < guess));
        prop_assert_eq!(sum.as_hard, count(|guess, hardest| hardest == guess));
        prop_assert_eq!(sum.harder, count(|guess, hardest| hardest > guess));
        prop_assert_eq!(sum.both, sum.easier + sum.as_hard + sum.harder);
    }
}

fn outcomes() -> impl Strategy<Value = Vec<Outcome>> {
    prop::collection::vec(prop::sample::select(Outcome::ALL), 0..8)
}

fn numbers() -> impl Strategy<Value = Vec<(Option<u8>, Option<u8>)>> {
    let number = || prop::option::of(0_u8..=10);
    prop::collection::vec((number(), number()), 0..20)
}
