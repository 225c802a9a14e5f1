//! Guess beside hardest over time, for one step.

use askelma_diary::path::{GuessAndReal, StepView};
use askelma_diary::values::Scale10;
use leptos::prelude::*;

use crate::pages::path::step::outcome;
use crate::pages::wording;
use crate::text::{app, meeting_sheet, progress as t, try_now as y};
use crate::ui::{Build, Card, ChartWords, GuessPair, GuessReal};

/// Guess and real in words, each with its number.
pub(crate) fn sum(sum: GuessAndReal) -> String {
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    let parts = [
        (sum.easier, t::guess_easier as fn(usize) -> String),
        (sum.as_hard, t::guess_as_hard),
        (sum.harder, t::guess_harder),
    ];
    // What was not so is not said: a row of zeros reads like a mark.
    let said = parts.into_iter().filter(|(number, _)| *number > 0);
    let said = said.map(|(number, say)| format!("{}.", say(count(number))));
    said.collect::<Vec<_>>().join(" ")
}

/// The picture, once a try has both numbers.
pub(crate) fn chart(known: &StepView) -> Option<AnyView> {
    let sum = known.sum;
    if sum.both == 0 {
        return None;
    }
    // Oldest first, as time goes.
    let tries = known.tries.iter().rev().map(|(_, it)| it).filter(|it| it.outcome.is_some());
    let (mut pairs, mut rows) = (Vec::new(), Vec::new());
    for it in tries {
        let (guess, hardest) = (it.guess.map(Scale10::get), it.hardest.map(Scale10::get));
        let label = wording::short(it.when.day());
        let shown = |number: Option<u8>| number.map_or_else(|| "–".to_owned(), |it| it.to_string());
        rows.push(vec![
            label.clone(),
            it.outcome.map(outcome).unwrap_or_default().to_owned(),
            shown(guess),
            shown(hardest),
        ]);
        pairs.push(GuessPair { guess, hardest, label });
    }
    let words = ChartWords {
        sentence: self::sum(sum),
        name: t::guess_name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![
            meeting_sheet::date().to_owned(),
            t::guess_outcome().to_owned(),
            t::guess_ring().to_owned(),
            y::hardest().to_owned(),
        ],
        rows,
    };
    Some(
        view! {
            <Card title=t::guess()>
                <GuessReal pairs guessed=t::guess_ring() real=y::hardest() words />
            </Card>
        }
        .built(),
    )
}
