//! A good moment with its strengths.

use askelma_diary::entries::Moment;
use askelma_diary::id::Id;
use askelma_diary::strengths::own_words;
use askelma_diary::time::Day;
use askelma_diary::values::{Strength, Words};

use crate::pages::after_saving::after_saving;
use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, RemoveButton, SaveBar};
use crate::pages::strengths::moment_own::{OwnStrengths, giver};
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::actions;
use crate::text::{app, moment as t, strengths as s};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, TextArea, toggle};

/// The page of a new moment, or of one to be mended.
pub fn page(day: Day, id: Option<Id>) -> AnyView {
    let store = store();
    let saved_moment = store.diary.with_untracked(|diary| diary.find::<Moment>(id?).cloned());
    let back = if store.now.get_untracked().day() == day { Route::Home } else { Route::Day(day) };
    let title = if saved_moment.is_some() { t::edit() } else { t::title() };
    let drafts = drafts();
    let text = |draft: &str, words: Option<&Words>| {
        drafts.keep(draft, words.map(|words| words.as_str().to_owned()).unwrap_or_default())
    };
    let words =
        text("words", saved_moment.as_ref().and_then(|saved_moment| saved_moment.words.as_ref()));
    let own_word = drafts.keep("own", String::new());
    let own_words = OwnStrengths::new(
        saved_moment
            .as_ref()
            .map(|saved_moment| saved_moment.own_strengths.clone())
            .unwrap_or_default(),
        store.diary.with_untracked(own_words),
        &drafts,
    );
    let is_gift = drafts.keep(
        "gift",
        saved_moment.as_ref().is_some_and(|saved_moment| saved_moment.gift_from.is_some()),
    );
    let given_by = text(
        "from",
        saved_moment.as_ref().and_then(|saved_moment| saved_moment.gift_from.as_ref()),
    );
    let strengths = drafts.keep(
        "strengths",
        saved_moment
            .as_ref()
            .map(|saved_moment| saved_moment.strengths.clone())
            .unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let leave = navigate.clone();
    let drafts_removed = drafts.clone();
    let save = move |()| {
        let typed =
            (Words::new(&words.get()), Words::new(&own_word.get()), Words::new(&given_by.get()));
        let (Ok(words), Ok(own_word), Ok(given_by)) = typed else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let strengths = strengths.get();
        // What is still in the field counts as added.
        let own_strengths = own_words.with(own_word);
        if words.is_none() && own_strengths.is_empty() && strengths.is_empty() {
            problem.set(Some(t::needs().to_owned()));
            return;
        }
        if is_gift.get() && given_by.is_none() {
            problem.set(Some(s::from_needs().to_owned()));
            return;
        }
        let when = saved_moment
            .as_ref()
            .map_or_else(|| actions::entered_at(store, day), |moment| moment.when);
        let gift_from = given_by.filter(|_| is_gift.get());
        let saved_words = words.clone();
        let moment = Moment { day, when, strengths, own_strengths, words, gift_from };
        actions::keep_moment(store, id, moment);
        drafts.saved();
        navigate(after_saving([&saved_words], back));
    };
    view! {
        <ReadPage title above=wording::long(day) back=close_to(back)>
            <TextArea label=t::what() hint=t::what_hint() value=words limit=2000 />
            <Card title=t::strengths()>
                {choice(strengths)}
                {own_words.field(own_word)}
            </Card>
            {giver(is_gift, given_by)}
            <SaveBar problem on_save=save />
            {id
                .map(|id| {
                    view! {
                        <RemoveButton
                            label=t::remove()
                            on_press=move |()| {
                                actions::remove(store, id);
                                drafts_removed.saved();
                                leave(back);
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
            ..ChipOption::new(*strength, wording::strength(*strength))
        })
        .collect::<Vec<_>>();
    let on_toggle = move |strength| strengths.update(|chosen| toggle(chosen, strength));
    view! { <Chips label=t::strengths() options chosen=strengths on_toggle /> }
}
