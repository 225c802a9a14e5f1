//! What stands on the meeting sheet in words: strengths first, good moments, notes.

use askelma_diary::sharing::sheet::MeetingSheet;

use crate::browser::intl;
use crate::pages::received::sheet_path;
use crate::pages::received::visibility::may;
use crate::pages::wording;
use crate::text::meeting_sheet as t;
use crate::ui::prelude::*;
use crate::ui::{Card, Pill, Tint, TintCard};

/// Strengths first, and tries that were easier than guessed.
pub fn strengths(whole: &MeetingSheet) -> Option<AnyView> {
    let easier = sheet_path::easier_line(whole);
    if whole.moments.is_none() && easier.is_none() {
        return None;
    }
    let counted: Vec<String> = whole
        .strengths
        .iter()
        .take(5)
        .map(|(strength, times)| {
            t::strength_times(&wording::named_strength(strength), &t::times(*times))
        })
        .collect();
    let moments = whole.moments.iter().flat_map(|part| &part.rows);
    let quotes = moments
        .filter_map(|moment| Some(t::quote(moment.words.as_ref()?.as_str())))
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    let counted = (!counted.is_empty()).then(|| format!("{}.", counted.join(", ")));
    let quotes = (!quotes.is_empty()).then_some(quotes);
    let easier = easier.map(|easier| format!("{easier}."));
    let sentences: Vec<String> = [counted, quotes, easier].into_iter().flatten().collect();
    Some(view! {
        <TintCard tint=Tint::Strength>
            <p class="lead">
                <strong>{t::strengths_first()}</strong>
                {format!(" {}", sentences.join(" "))}
            </p>
        </TintCard>
    })
}

/// The good moments, newest first.
pub fn moments_card(whole: &MeetingSheet) -> Option<AnyView> {
    let part = whole.moments.as_ref()?;
    let rows =
        part.rows
            .iter()
            .map(|moment| {
                let pills = moment
                    .strengths
                    .iter()
                    .map(|strength| {
                        (wording::strength(*strength).to_owned(), wording::strength_icon(*strength))
                    })
                    .chain(
                        moment.own_strengths.iter().map(|strength| {
                            (strength.as_str().to_owned(), icondata_lu::LuSparkles)
                        }),
                    )
                    .map(|(text, icon)| view! { <Pill text icon /> })
                    .collect::<Vec<_>>();
                let words = moment.words.as_ref().map(|words| words.as_str().to_owned());
                view! {
                    <li>
                        <p class="quiet">{wording::short(moment.day)}</p>
                        {words.map(|words| view! { <p class="own-words">{words}</p> })}
                        <div class="pills">{pills}</div>
                    </li>
                }
            })
            .collect::<Vec<_>>();
    Some(view! {
        <Card title=t::moments() aside=may(part.visibility)>
            <ul class="lines-list">{rows}</ul>
        </Card>
    })
}

/// The notes, newest first.
pub fn notes_card(whole: &MeetingSheet) -> Option<AnyView> {
    let part = whole.notes.as_ref()?;
    let rows = part
        .rows
        .iter()
        .map(|row| {
            view! {
                <li>
                    <p class="quiet">
                        {format!("{} {}", wording::short(row.day), intl::clock(row.clock_min))}
                    </p>
                    <p class="own-words">{row.note.as_str().to_owned()}</p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    Some(view! {
        <Card title=t::notes() aside=may(part.visibility)>
            <ul class="lines-list">{rows}</ul>
        </Card>
    })
}
