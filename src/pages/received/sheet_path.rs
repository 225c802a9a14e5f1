//! "Path back" on the meeting sheet: one row a step, guess and real, what helped, and the tries.

use askelma_diary::path::GuessAndReal;
use askelma_diary::sharing::sheet::{MeetingSheet, Outcomes, PathSheet, StepSheet};
use askelma_diary::sharing::summary::{StepStanding, TryRow};
use askelma_diary::values::{Outcome, Scale10, Words};

use crate::browser::intl;
use crate::pages::received::visibility::may;
use crate::pages::wording;
use crate::text::{meeting_sheet, sheet_path as t};
use crate::ui::prelude::*;
use crate::ui::{Card, Icon};

/// How many things that helped are named.
const MAX_HELPED: usize = 5;

/// One card a path; none when no path was shared.
pub fn cards(whole: &MeetingSheet) -> Vec<AnyView> {
    whole.paths.iter().map(card).collect()
}

/// "Easier than guessed in 12 of 15 tries" for the line of strengths: only when there is one, for
/// the whole count stands on the path's card.
pub fn easier_line(whole: &MeetingSheet) -> Option<String> {
    (whole.guess_and_real.easier > 0).then(|| easier(whole.guess_and_real))
}

fn easier(felt: GuessAndReal) -> String {
    t::easier(usize::try_from(felt.both).unwrap_or_default(), &felt.easier.to_string())
}

fn card(path: &PathSheet) -> AnyView {
    // The first row says what its numbers are, the others only the numbers.
    let first = path.steps.iter().position(|step| step.last.is_some());
    let rows = path
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| row(step, Some(place) == first))
        .collect::<Vec<_>>();
    let name = path.head.title.as_str().to_owned();
    let why = path.head.why.as_ref().map(own_words);
    let outcomes = line(outcomes(path.outcomes));
    let felt = line(felt(path.guess_and_real));
    let helped = helped(&path.helped);
    let tries = one_by_one(path);
    view! {
        <Card title=t::title() aside=may(path.visibility)>
            <h3>{name}</h3>
            {why}
            <ol class="path-back">{rows}</ol>
            {outcomes}
            {felt}
            {helped}
            {tries}
        </Card>
    }
}

fn line(text: Option<String>) -> Option<AnyView> {
    text.map(|text| view! { <p>{text}</p> })
}

fn row(step: &StepSheet, first: bool) -> AnyView {
    let title = step.title.as_str().to_owned();
    let whom = step.with_whom.as_ref().map(|whom| {
        view! { <span class="quiet">{t::with(whom.as_str())}</span> }
    });
    view! {
        <li class="path-back-step">
            {mark(step.standing)}
            <span class="path-back-title">
                <span>{title}</span>
                {whom}
            </span>
            {numbers(step, first)}
        </li>
    }
}

/// A mark of its own shape for each standing, with its word for who does not see it.
fn mark(standing: StepStanding) -> AnyView {
    let (class, word) = match standing {
        StepStanding::Behind => ("path-mark mark-behind", t::behind()),
        StepStanding::Here => ("path-mark mark-here", t::here()),
        StepStanding::Ahead => ("path-mark mark-ahead", t::ahead()),
        StepStanding::PutAway => ("path-mark mark-put-away", t::put_away()),
    };
    let icon = match standing {
        StepStanding::Behind => Some(icondata_lu::LuCheck),
        StepStanding::PutAway => Some(icondata_lu::LuArchive),
        StepStanding::Here | StepStanding::Ahead => None,
    };
    view! {
        <span class=class>
            {icon.map(|icon| view! { <Icon icon /> })}
            <span class="sr-only">{word}</span>
        </span>
    }
}

fn numbers(step: &StepSheet, first: bool) -> AnyView {
    let tries = (step.tries > 0).then(|| t::tries(step.tries));
    let (short_text, spoken) = match (step.last, step.guess) {
        (Some((guess, felt)), _) => {
            let short = wording::felt(guess, felt);
            let (guess, felt) = (guess.to_string(), felt.to_string());
            let short_text = if first { t::guess_felt(&felt, &guess) } else { short };
            (Some(short_text), Some(t::spoken_felt(&felt, &guess)))
        }
        (None, Some(guess)) => {
            let sentence = t::guess(&guess.get().to_string());
            (Some(sentence.clone()), Some(sentence))
        }
        (None, None) => (None, None),
    };
    let with_tries = |sentence: Option<String>, between: &str| {
        [sentence, tries.clone()].into_iter().flatten().collect::<Vec<_>>().join(between)
    };
    view! {
        <span class="path-back-numbers">
            <span aria-hidden="true">{with_tries(short_text, " · ")}</span>
            <span class="sr-only">{with_tries(spoken, ", ")}</span>
        </span>
    }
}

/// "did 3, a part 1, turned back 1": what there is, none of it better than another.
fn outcomes(outcomes: Outcomes) -> Option<String> {
    let parts = [
        (outcomes.did, t::did as fn(&str) -> String),
        (outcomes.part, t::part),
        (outcomes.turned_back, t::turned_back),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, sentence)| sentence(&count.to_string()))
        .collect();
    (!parts.is_empty()).then(|| wording::capital(&parts.join(", ")))
}

/// Guess and real with its count, both ways.
fn felt(felt: GuessAndReal) -> Option<String> {
    if felt.both == 0 {
        return None;
    }
    let mut parts = vec![easier(felt)];
    if felt.as_hard > 0 {
        parts.push(t::as_hard(&felt.as_hard.to_string()));
    }
    if felt.harder > 0 {
        parts.push(t::harder(&felt.harder.to_string()));
    }
    Some(parts.join(" · "))
}

fn helped(helped: &[(Words, usize)]) -> Option<AnyView> {
    let named: Vec<String> = helped
        .iter()
        .take(MAX_HELPED)
        .map(|(words, times)| {
            meeting_sheet::strength_times(words.as_str(), &meeting_sheet::times(*times))
        })
        .collect();
    (!named.is_empty()).then(|| {
        view! {
            <p>
                <strong>{format!("{}:", t::helped())}</strong>
                {format!(" {}", named.join(", "))}
            </p>
        }
    })
}

fn one_by_one(path: &PathSheet) -> Option<AnyView> {
    (!path.tries.is_empty()).then(|| {
        let tries = path.tries.iter().map(|(step, row)| one_try(step, row)).collect::<Vec<_>>();
        view! {
            <details class="more">
                <summary>{t::one_by_one()}</summary>
                <ul class="lines-list">{tries}</ul>
            </details>
        }
    })
}

fn one_try(step: &Words, row: &TryRow) -> AnyView {
    let when = format!("{} {}", wording::short(row.day), intl::clock(row.clock_min));
    let outcome = match row.outcome {
        Outcome::Did => t::was_did(),
        Outcome::Part => t::was_part(),
        Outcome::TurnedBack => t::was_turned_back(),
    };
    let number = |scale: Scale10| scale.get().to_string();
    let mut facts = vec![outcome.to_owned()];
    facts.extend(row.guess.map(|guess| t::guess(&number(guess))));
    facts.extend(row.hardest.map(|felt| t::hardest(&number(felt))));
    facts.extend(row.after.map(|felt| t::after(&number(felt))));
    let helped: Vec<&str> = row.helped.iter().map(Words::as_str).collect();
    let helped = (!helped.is_empty()).then(|| format!("{}: {}", t::helped(), helped.join(", ")));
    let own_words =
        [(t::thought(), &row.thought), (t::found_out(), &row.found_out), (t::note(), &row.note)]
            .into_iter()
            .filter_map(|(name, words)| {
                let words = own_words(words.as_ref()?);
                Some(view! {
                    <p class="quiet">{name}</p>
                    {words}
                })
            })
            .collect::<Vec<_>>();
    view! {
        <li>
            <p class="quiet">{when}</p>
            <p><strong>{step.as_str().to_owned()}</strong></p>
            <p>{facts.join(" · ")}</p>
            {line(helped)}
            {own_words}
        </li>
    }
}

fn own_words(words: &Words) -> AnyView {
    view! { <p class="own-words">{words.as_str().to_owned()}</p> }
}
