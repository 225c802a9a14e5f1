//! Guess beside hardest over time, for one step.

use askelma_diary::path::StepView;
use leptos::prelude::*;

use super::path_step::outcome;
use crate::components::{Build, Card, ChartWords, GuessPair, GuessReal};
use crate::rooms::say;
use crate::text::{app, path as p, trychart as t};

/// The picture, once a try has both numbers.
pub(super) fn chart(known: &StepView) -> Option<AnyView> {
    let sum = known.sum;
    if sum.both == 0 {
        return None;
    }
    // Oldest first, as time goes.
    let tries = known.tries.iter().rev().map(|(_, it)| it).filter(|it| it.outcome.is_some());
    let (mut pairs, mut rows) = (Vec::new(), Vec::new());
    for it in tries {
        let (guess, hardest) = (it.guess.map(|it| it.get()), it.hardest.map(|it| it.get()));
        let label = say::short(it.when.day());
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
        sentence: p::sum(&sum.easier.to_string(), &sum.both.to_string()),
        name: t::name().to_owned(),
        table: app::table().to_owned(),
        headers: vec![
            t::date().to_owned(),
            t::outcome().to_owned(),
            t::guess().to_owned(),
            t::real().to_owned(),
        ],
        rows,
    };
    Some(
        view! {
            <Card title=t::title()>
                <GuessReal pairs guessed=t::guess() real=t::real() words />
            </Card>
        }
        .built(),
    )
}
