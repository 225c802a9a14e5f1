//! After a try: only what became of it is needed; all else may be left blank.

use askelma_diary::entries::Try;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Felt};
use askelma_diary::strengths::edit::moment_of_try;
use askelma_diary::values::{Outcome, Scale10, Words};

use crate::browser::intl::{self, DateStyle};
use crate::pages::after_saving::leads_to_help;
use crate::pages::drafts::drafts;
use crate::pages::layout::{ReadPage, RemoveButton};
use crate::pages::path::step::{After, what_next};
use crate::pages::path::try_helped::helped;
use crate::pages::path::try_words::{guess_and_real, outcome};
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::{actions as all_actions, path as actions};
use crate::text::{app, path as p, try_now as t};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card, ChipOption, ChoiceChips, GuessBars, Kind, LinkButton, Notice, ScaleRow,
    SettlingStone, StoneMark, TextArea, Tint, TintCard,
};

/// The page of a try that is over.
pub fn after(id: Id) -> AnyView {
    let store = store();
    let Some(entry) = store.diary.with_untracked(|diary| path::try_of(diary, id).cloned()) else {
        return ().into_any();
    };
    let current = Memo::new(move |_| store.diary.with(|diary| path::try_of(diary, id).cloned()));
    let outcome = Memo::new(move |_| current.with(|entry| entry.as_ref()?.outcome));
    let when = format!(
        "{} · {}",
        entry.title.as_str(),
        wording::capital(&intl::date(entry.when.day(), DateStyle::Short))
    );
    view! {
        <ReadPage title=t::praise_tried() above=when back=close_to(Route::PathOf(entry.path))>
            {move || {
                view! {
                    <SettlingStone mark=if outcome.get() == Some(Outcome::Did) {
                        StoneMark::Done
                    } else {
                        StoneMark::Blank
                    } />
                }
            }}
            {counted(entry.step)}
            {how_went(id, outcome)}
            <p class="quiet">{t::how()}</p>
            {scales(id, current)}
            {move || current.with(|entry| entry.as_ref().and_then(felt))}
            {found_out(id, &entry)}
            {helped(id)}
            {strengths(id)}
            {next(entry.step)}
            <LinkButton
                href=Route::PathOf(entry.path).href()
                label=t::to_path()
                kind=Kind::Outline
                icon=icondata_lu::LuFootprints
            />
            {remove(id, entry.step)}
        </ReadPage>
    }
}

/// How many tries this step has seen: a sentence that is true.
fn counted(step: Id) -> AnyView {
    let store = store();
    view! {
        {move || {
            let tries = store.diary.with(|diary| path::outcomes(diary, step).len());
            view! { <p class="lead">{t::counted(tries)}</p> }
        }}
    }
}

fn how_went(id: Id, current_outcome: Memo<Option<Outcome>>) -> AnyView {
    let store = store();
    let options = Outcome::ALL
        .iter()
        .map(|option| ChipOption::new(*option, outcome(*option)))
        .collect::<Vec<_>>();
    let choose = move |outcome: Option<Outcome>| {
        // A try that is over stays so: pressing the chosen word again changes nothing.
        if let Some(outcome) = outcome {
            actions::change_try(store, id, |entry| entry.outcome = Some(outcome));
        }
    };
    view! { <ChoiceChips label=t::how_went() options chosen=current_outcome on_choose=choose /> }
}

fn scales(id: Id, current: Memo<Option<Try>>) -> AnyView {
    let store = store();
    let number = move |field: fn(&Try) -> Option<Scale10>| {
        Signal::derive(move || current.with(|entry| Some(field(entry.as_ref()?)?.get())))
    };
    let scale = |number: Option<u8>| number.and_then(|number| Scale10::new(number).ok());
    let (hardest, after) = (number(|entry| entry.hardest), number(|entry| entry.after));
    let keep_hardest = move |value: Option<u8>| {
        actions::change_try(store, id, |entry| entry.hardest = scale(value));
    };
    let keep_after = move |value: Option<u8>| {
        actions::change_try(store, id, |entry| entry.after = scale(value));
    };
    view! {
        <Card title=t::hardest()>
            <ScaleRow
                label=t::hardest()
                low=t::calm()
                high=t::high()
                chosen=hardest
                on_choose=keep_hardest
            />
        </Card>
        <Card title=t::now()>
            <ScaleRow
                label=t::now()
                low=t::calm()
                high=t::high()
                tint=Tint::Moss
                chosen=after
                on_choose=keep_after
            />
        </Card>
    }
}

/// Guess beside real, with how often so far.
fn felt(entry: &Try) -> Option<AnyView> {
    let sentence = match path::felt(entry)? {
        Felt::Easier => t::easier(),
        Felt::AsHard => t::as_hard(),
        Felt::Harder => t::harder(),
    };
    let (guess, real) = (entry.guess?.get(), entry.hardest?.get());
    let sum = store().diary.with(|diary| {
        path::guess_and_real(path::tries(diary).into_iter().map(|(_, past_try)| past_try))
    });
    Some(view! {
        <TintCard tint=Tint::Spruce>
            <div class="beside-row">
                <GuessBars guess real />
                <div class="words">
                    <h2>{sentence}</h2>
                    <p>{p::guessed_felt(&guess.to_string(), &real.to_string())}</p>
                    <p class="quiet">{guess_and_real(sum)}</p>
                </div>
            </div>
        </TintCard>
    })
}

/// What happened and what I found out, beside what I thought.
fn found_out(id: Id, entry: &Try) -> AnyView {
    let store = store();
    let drafts = drafts().part("found");
    let words = drafts.keep(
        "words",
        entry.found_out.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let save = move |()| match Words::new(&words.get_untracked()) {
        Ok(found_out) => {
            problem.set(None);
            let saved_words = [found_out.clone()];
            actions::change_try(store, id, |entry| entry.found_out = found_out);
            drafts.saved();
            if leads_to_help(&saved_words) {
                navigate(Route::HelpCard);
            }
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let thought = entry.thought.as_ref().map(|thought| {
        view! { <p class="quiet">{t::thought_was(thought.as_str())}</p> }
    });
    view! {
        <Card>
            {thought}
            <TextArea label=t::found_out() value=words limit=2000 />
            <Button label=app::save() kind=Kind::Soft on_press=save /> <Notice text=problem />
        </Card>
    }
}

/// The moment kept among the strengths by one tap; afterwards the way to it.
fn strengths(id: Id) -> AnyView {
    let store = store();
    let moment = moment_of_try(id);
    let day = Memo::new(move |_| {
        store.diary.with(|diary| diary.get(moment).and_then(askelma_diary::record::Body::day))
    });
    view! {
        <Show
            when=move || day.get().is_some()
            fallback=move || {
                view! {
                    <Button
                        label=t::to_strengths()
                        kind=Kind::Outline
                        icon=icondata_lu::LuSparkles
                        on_press=move |()| actions::keep_as_moment(store, id)
                    />
                }
            }
        >
            {
                let day = day.get_untracked().unwrap_or_else(|| store.now.get_untracked().day());
                view! {
                    <LinkButton
                        href=Route::Moment(day, moment).href()
                        label=t::in_strengths()
                        kind=Kind::Outline
                        icon=icondata_lu::LuCheck
                    />
                }
            }
        </Show>
    }
}

/// What next with the step, one way marked.
fn next(step: Id) -> AnyView {
    let store = store();
    let step_view = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| path::step_view(diary, step, today))
    });
    let next_ways = move || {
        let step_view =
            step_view.get().filter(|view| !view.paused && view.step.retired.is_none())?;
        Some(view! {
            <h2>{t::what_next()}</h2>
            {what_next(step, &step_view, After::Try)}
        })
    };
    view! { {next_ways} }
}

fn remove(id: Id, step: Id) -> AnyView {
    let store = store();
    let navigate = navigator();
    let press = move |()| {
        all_actions::remove(store, id);
        navigate(Route::Step(step));
    };
    view! { <RemoveButton label=t::remove() on_press=press /> }
}
