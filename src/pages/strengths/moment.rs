//! A good moment with its strengths.

use askelma_diary::entries::Moment;
use askelma_diary::id::Id;
use askelma_diary::strengths::own_words;
use askelma_diary::time::Day;
use askelma_diary::values::{Strength, Words};

use crate::pages::after_saving::after_saving;
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::strengths::moment_own::{Owns, giver};
use crate::pages::{close_to, store, walker, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, moment as t, strengths as s};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, TextArea, clear_draft};

/// The page of a new moment, or of one to be mended.
pub fn page(day: Day, id: Option<Id>) -> AnyView {
    let store = store();
    let known = store.diary.with_untracked(|diary| diary.find::<Moment>(id?).cloned());
    let back = if store.now.get_untracked().day() == day { Route::Home } else { Route::Day(day) };
    let title = if known.is_some() { t::edit() } else { t::title() };
    let draft = id.map_or_else(|| format!("moment-{day}"), |id| format!("moment-{}", id.hex()));
    let text = |words: Option<&Words>| {
        RwSignal::new(words.map(|words| words.as_str().to_owned()).unwrap_or_default())
    };
    let words = text(known.as_ref().and_then(|known| known.words.as_ref()));
    let own = RwSignal::new(String::new());
    let owns = Owns::new(
        known.as_ref().map(|known| known.own_strengths.clone()).unwrap_or_default(),
        store.diary.with_untracked(own_words),
    );
    let gift = RwSignal::new(known.as_ref().is_some_and(|known| known.gift_from.is_some()));
    let from = text(known.as_ref().and_then(|known| known.gift_from.as_ref()));
    let strengths =
        RwSignal::new(known.as_ref().map(|known| known.strengths.clone()).unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let walk_on = walk.clone();
    let own_draft = format!("{draft}-own");
    let from_draft = format!("{draft}-from");
    let drafts = [draft.clone(), own_draft.clone(), from_draft.clone()];
    let save = move |()| {
        let typed = (Words::new(&words.get()), Words::new(&own.get()), Words::new(&from.get()));
        let (Ok(words), Ok(own), Ok(from)) = typed else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let strengths = strengths.get();
        // What is still in the field counts as added.
        let own_strengths = owns.with(own);
        if words.is_none() && own_strengths.is_empty() && strengths.is_empty() {
            problem.set(Some(t::needs().to_owned()));
            return;
        }
        if gift.get() && from.is_none() {
            problem.set(Some(s::from_needs().to_owned()));
            return;
        }
        let when = known.as_ref().map_or_else(|| actions::entered_at(store, day), |it| it.when);
        let gift_from = from.filter(|_| gift.get());
        let said = words.clone();
        let moment = Moment { day, when, strengths, own_strengths, words, gift_from };
        actions::keep_moment(store, id, moment);
        for draft in &drafts {
            clear_draft(draft);
        }
        walk(after_saving([&said], back));
    };
    view! {
        <ReadPage title above=wording::long(day) back=close_to(back)>
            <TextArea label=t::what() hint=t::what_hint() value=words limit=2000 draft=draft />
            <Card title=t::strengths()>{choice(strengths)} {owns.field(own, own_draft)}</Card>
            {giver(gift, from, from_draft)}
            <SaveBar problem on_save=save />
            {id
                .map(|id| {
                    view! {
                        <RemoveButton
                            label=t::remove()
                            on_press=move |()| {
                                actions::remove(store, id);
                                walk_on(back);
                            }
                        />
                    }
                })}
        </ReadPage>
    }
}

fn choice(strengths: RwSignal<Vec<Strength>>) -> AnyView {
    let options = Strength::ALL
        .iter()
        .map(|strength| ChipOption {
            icon: Some(wording::strength_icon(*strength)),
            ..wording::option(strength.code(), wording::strength(*strength))
        })
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || {
        strengths.with(|strengths| strengths.iter().map(|it| u16::from(it.code())).collect())
    });
    let toggle = move |code: u16| {
        let Some(strength) = u8::try_from(code).ok().and_then(Strength::from_code) else { return };
        strengths.update(|strengths| match strengths.iter().position(|it| *it == strength) {
            Some(at) => {
                strengths.remove(at);
            }
            None => strengths.push(strength),
        });
    };
    view! { <Chips label=t::strengths() options chosen on_toggle=toggle /> }
}
