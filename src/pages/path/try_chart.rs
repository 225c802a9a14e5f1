//! Guess beside hardest over time, for one step.

use askelma_diary::path::StepView;
use askelma_diary::values::Scale10;

use crate::pages::path::try_words::{guess_and_real, outcome};
use crate::pages::wording;
use crate::text::{app, meeting_sheet, progress as t, try_now as y};
use crate::ui::prelude::*;
use crate::ui::{Card, ChartWords, GuessPair, GuessReal};

/// The picture, once a try has both numbers.
pub(crate) fn chart(view: &StepView) -> Option<AnyView> {
    if view.sum.both == 0 {
        return None;
    }
    // Oldest first, as time goes.
    let tries =
        view.tries.iter().rev().map(|(_, entry)| entry).filter(|entry| entry.outcome.is_some());
    let (mut pairs, mut rows) = (Vec::new(), Vec::new());
    for entry in tries {
        let (guess, hardest) = (entry.guess.map(Scale10::get), entry.hardest.map(Scale10::get));
        let label = wording::short(entry.when.day());
        let number_text =
            |number: Option<u8>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        rows.push(vec![
            label.clone(),
            entry.outcome.map(outcome).unwrap_or_default().to_owned(),
            number_text(guess),
            number_text(hardest),
        ]);
        pairs.push(GuessPair { guess, hardest, label });
    }
    let words = ChartWords {
        sentence: guess_and_real(view.sum),
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
    Some(view! {
        <Card title=t::guess()>
            <GuessReal pairs guessed=t::guess_ring() real=y::hardest() words />
        </Card>
    })
}
