//! Guess and real in my picture: every try of the window, turning back among them.

use askelma_diary::progress::{Picture, TryRow};
use askelma_diary::values::Scale10;

use crate::pages::path::try_words::{guess_and_real, outcome};
use crate::pages::wording;
use crate::text::{app, meeting_sheet, progress as t, step, try_now};
use crate::ui::prelude::*;
use crate::ui::{Card, ChartWords, GuessPair, GuessReal, MAX_PAIRS};

/// The card of guess and real; nothing where nothing was tried.
pub fn tries(view: &Picture) -> Option<AnyView> {
    if view.tries.is_empty() {
        return None;
    }
    let sum = view.guess_and_real;
    let count = |number: u32| usize::try_from(number).unwrap_or_default();
    let sentence = match sum.both {
        0 => t::guess_none().to_owned(),
        _ => guess_and_real(sum),
    };
    let words = ChartWords {
        sentence,
        name: t::guess_name().to_owned(),
        table: app::table().to_owned(),
        headers: [meeting_sheet::date(), step::title(), t::guess_ring(), try_now::hardest()]
            .into_iter()
            .chain([t::guess_outcome()])
            .map(str::to_owned)
            .collect(),
        rows: view.tries.iter().map(row).collect(),
    };
    let pairs = view.tries.iter().map(pair).collect::<Vec<_>>();
    let aside = (sum.both > 0).then(|| step::tries(count(sum.both)));
    let drawn = pairs.iter().filter(|pair| pair.says_something()).count();
    let chart = if drawn == 0 {
        view! { <p class="quiet">{words.sentence}</p> }
    } else {
        view! { <GuessReal pairs guessed=t::guess_ring() real=try_now::hardest() words /> }
    };
    let more = (drawn > MAX_PAIRS).then(|| {
        let text = t::guess_last(&MAX_PAIRS.to_string());
        view! { <p class="quiet">{text}</p> }
    });
    let card = view! {
        <Card title=t::guess() aside=aside>
            {chart}
            {more}
        </Card>
    };
    Some(card)
}

fn pair(row: &TryRow) -> GuessPair {
    let number = |scale: Option<Scale10>| scale.map(Scale10::get);
    GuessPair {
        guess: number(row.guess),
        hardest: number(row.hardest),
        label: wording::short(row.day),
    }
}

fn row(row: &TryRow) -> Vec<String> {
    let number = |scale: Option<Scale10>| {
        scale.map_or_else(|| "–".to_owned(), |scale| scale.get().to_string())
    };
    vec![
        wording::short(row.day),
        row.title.as_str().to_owned(),
        number(row.guess),
        number(row.hardest),
        outcome(row.outcome).to_owned(),
    ]
}
