//! Tries in words: what became of one, and how the guesses compare with what was felt.

use askelma_diary::path::GuessAndReal;
use askelma_diary::values::Outcome;

use crate::text::{progress, step as t};

/// What became of a try, in words.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Did => t::did(),
        Outcome::Part => t::part(),
        Outcome::TurnedBack => t::turned_back(),
    }
}

/// Guess and real in words, each with its number.
pub(crate) fn guess_and_real(sum: GuessAndReal) -> String {
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    let parts = [
        (sum.easier, progress::guess_easier as fn(usize) -> String),
        (sum.as_hard, progress::guess_as_hard),
        (sum.harder, progress::guess_harder),
    ];
    // What was not so is not said: a row of zeros reads like a mark.
    let sentences = parts.into_iter().filter(|(number, _)| *number > 0);
    let sentences = sentences.map(|(number, sentence)| format!("{}.", sentence(count(number))));
    sentences.collect::<Vec<_>>().join(" ")
}
