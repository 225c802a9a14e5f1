//! The field of strengths, and a good moment as a card.

use askelma_diary::entries::Moment;
use askelma_diary::id::Id;
use askelma_diary::sharing::sheet::NamedStrength;
use askelma_diary::strengths::{Overview, Used, strength_id};

use crate::pages::{navigator, wording};
use crate::routes::Route;
use crate::text::{moment, strengths as t};
use crate::ui::prelude::*;
use crate::ui::{Bubble, Bubbles, Pill, Tint, TintCard, in_base};

/// Bubbles beyond this many would be too small a field for a thumb: the list has all.
const DRAWN: usize = 20;

fn tint(strength: &NamedStrength) -> Tint {
    match strength {
        NamedStrength::Listed(listed) => wording::strength_tint(*listed),
        NamedStrength::Own(_) => Tint::Spruce,
    }
}

fn bubble(used: &Used, open: Option<Id>) -> Bubble {
    let id = strength_id(&used.strength);
    let label = wording::named_strength(&used.strength);
    Bubble {
        times: used.times,
        number: used.times.to_string(),
        spoken: t::bubble(used.times, &label),
        tint: tint(&used.strength),
        href: Route::StrengthsOf(id).href(),
        open: open == Some(id),
        label,
    }
}

/// The bubbles, and the same as a list. `open` is the strength whose moments are shown.
pub fn field(sum: &Overview, open: Option<Id>) -> AnyView {
    if sum.used.is_empty() {
        return ().into_any();
    }
    let bubbles = sum.used.iter().take(DRAWN).map(|used| bubble(used, open)).collect();
    let navigate = navigator();
    let ids: Vec<(String, Id)> = sum
        .used
        .iter()
        .map(|used| strength_id(&used.strength))
        .map(|id| (Route::StrengthsOf(id).href(), id))
        .collect();
    let on_open = move |href: String| {
        // The open one again is all of them again.
        let id = ids.iter().find(|(bubble_href, _)| *bubble_href == href).map(|(_, id)| *id);
        let next_open = id.filter(|id| open != Some(*id));
        navigate(next_open.map_or(Route::Strengths, Route::StrengthsOf));
    };
    let list = sum.used.iter().map(|used| {
        let id = strength_id(&used.strength);
        let text = t::bubble(used.times, &wording::named_strength(&used.strength));
        let href = in_base(Route::StrengthsOf(id).href());
        view! { <li><a class="strength-line" href=href>{text}</a></li> }
    });
    let beyond = sum.used.len().saturating_sub(DRAWN);
    let more = (beyond > 0).then(|| view! { <p class="quiet small">{t::more(beyond)}</p> });
    view! {
        <Bubbles label=t::field() bubbles on_open />
        {more}
        <details class="more">
            <summary>{t::as_list()}</summary>
            <ul class="strength-lines">{list.collect::<Vec<_>>()}</ul>
        </details>
    }
}

/// A good moment.
pub fn moment_card(id: Id, moment: &Moment) -> AnyView {
    let tint = moment.strengths.first().map_or(Tint::Dawn, |first| wording::strength_tint(*first));
    let is_gift = moment.gift_from.is_some();
    let icon = |icon| if is_gift { icondata_lu::LuGift } else { icon };
    let listed = moment.strengths.iter().map(|strength| {
        (wording::strength(*strength).to_owned(), icon(wording::strength_icon(*strength)))
    });
    let own_strengths = moment
        .own_strengths
        .iter()
        .map(|own_strength| (own_strength.as_str().to_owned(), icon(icondata_lu::LuSparkles)));
    let pills = listed
        .chain(own_strengths)
        .map(|(text, icon)| view! { <Pill text icon tint /> })
        .collect::<Vec<_>>();
    let words = moment.words.as_ref().map(|words| words.as_str().to_owned());
    let given_by = moment.gift_from.as_ref().map(|given_by| moment::from(given_by.as_str()));
    let when = given_by.unwrap_or_else(|| wording::short(moment.day));
    let href = in_base(Route::Moment(moment.day, id).href());
    view! {
        <a class="plain" href=href>
            <TintCard tint>
                <div class="row-between">
                    <div class="pills">{pills}</div>
                    <span class="quiet">{when}</span>
                </div>
                {words.map(|words| view! { <p class="own-words">{words}</p> })}
            </TintCard>
        </a>
    }
}
