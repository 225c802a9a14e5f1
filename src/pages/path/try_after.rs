//! After a try: only what became of it is needed; all else may be left blank.

use askelma_diary::entries::Try;
use askelma_diary::id::Id;
use askelma_diary::path::{self, Felt};
use askelma_diary::strengths::edit::moment_of_try;
use askelma_diary::values::{Outcome, Scale10, Words};
use leptos::prelude::*;

use crate::browser::intl::{self, DateStyle};
use crate::pages::after_saving::after_saving;
use crate::pages::path::step::{After, what_next};
use crate::pages::path::try_helped::helped;
use crate::pages::path::try_words::{guess_and_real, outcome};
use crate::pages::{close_to, store, walker, wording};
use crate::routes::Route;
use crate::store::{actions as all_actions, path as actions};
use crate::text::{app, nav, path as p, try_now as t};
use crate::ui::{
    Beside, Build, Button, Card, ChipOption, ChoiceChips, HelpLink, Kind, LinkButton, Notice, Page,
    PageHeader, ScaleRow, Settle, StoneMark, TextArea, Tint, TintCard, clear_draft, dynamic,
    either,
};

/// The page of a try that is over.
pub fn after(id: Id) -> AnyView {
    let store = store();
    let Some(it) = store.diary.with_untracked(|diary| path::try_of(diary, id).cloned()) else {
        return ().built();
    };
    let now = Memo::new(move |_| store.diary.with(|diary| path::try_of(diary, id).cloned()));
    let came = Memo::new(move |_| now.with(|it| it.as_ref()?.outcome));
    let when = format!(
        "{} · {}",
        it.title.as_str(),
        wording::capital(&intl::date(it.when.day(), DateStyle::Short))
    );
    view! {
        <Page>
            <PageHeader title=t::praise_tried() above=when back=close_to(Route::PathOf(it.path))>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            {dynamic(move || view! {
                <Settle mark=if came.get() == Some(Outcome::Did) { StoneMark::Done } else { StoneMark::Blank } />
            })}
            {counted(it.step)}
            {how_went(id, came)}
            <p class="quiet">{t::how()}</p>
            {scales(id, now)}
            {dynamic(move || now.with(|it| it.as_ref().and_then(felt)))}
            {found_out(id, &it)}
            {helped(id)}
            {strengths(id)}
            {next(it.step)}
            <LinkButton href=Route::PathOf(it.path).href() label=t::to_path() kind=Kind::Outline icon=icondata_lu::LuFootprints />
            {remove(id, it.step)}
        </Page>
    }
    .built()
}

/// How many tries this step has seen: a sentence that is true.
fn counted(step: Id) -> AnyView {
    let store = store();
    dynamic(move || {
        let tries = store.diary.with(|diary| path::outcomes(diary, step).len());
        view! { <p class="lead">{t::counted(tries)}</p> }
    })
}

fn how_went(id: Id, came: Memo<Option<Outcome>>) -> AnyView {
    let store = store();
    let options = Outcome::ALL
        .iter()
        .map(|it| ChipOption::new(u16::from(it.code()), outcome(*it).to_owned()))
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || came.get().map(|it| u16::from(it.code())));
    let choose = move |code: Option<u16>| {
        let code = code.and_then(|code| u8::try_from(code).ok());
        // A try that is over stays so: pressing the chosen word again changes nothing.
        if let Some(outcome) = code.and_then(Outcome::from_code) {
            actions::change_try(store, id, |it| it.outcome = Some(outcome));
        }
    };
    view! { <ChoiceChips label=t::how_went() options chosen on_choose=choose /> }.built()
}

fn scales(id: Id, now: Memo<Option<Try>>) -> AnyView {
    let store = store();
    let number = move |of: fn(&Try) -> Option<Scale10>| {
        Signal::derive(move || now.with(|it| Some(of(it.as_ref()?)?.get())))
    };
    let scale = |number: Option<u8>| number.and_then(|number| Scale10::new(number).ok());
    let (hardest, after) = (number(|it| it.hardest), number(|it| it.after));
    let keep_hardest = move |to: Option<u8>| {
        actions::change_try(store, id, |it| it.hardest = scale(to));
    };
    let keep_after = move |to: Option<u8>| {
        actions::change_try(store, id, |it| it.after = scale(to));
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
    .built()
}

/// Guess beside real, with how often so far.
fn felt(it: &Try) -> Option<AnyView> {
    let said = match path::felt(it)? {
        Felt::Easier => t::easier(),
        Felt::AsHard => t::as_hard(),
        Felt::Harder => t::harder(),
    };
    let (guess, real) = (it.guess?.get(), it.hardest?.get());
    let sum = store()
        .diary
        .with(|diary| path::guess_and_real(path::tries(diary).into_iter().map(|(_, it)| it)));
    Some(
        view! {
            <TintCard tint=Tint::Spruce>
                <div class="beside-row">
                    <Beside guess real />
                    <div class="words">
                        <h2>{said}</h2>
                        <p>{p::guessed_felt(&guess.to_string(), &real.to_string())}</p>
                        <p class="quiet">{guess_and_real(sum)}</p>
                    </div>
                </div>
            </TintCard>
        }
        .built(),
    )
}

/// What happened and what I found out, beside what I thought.
fn found_out(id: Id, it: &Try) -> AnyView {
    let store = store();
    let draft = format!("found-{}", id.hex());
    let words = RwSignal::new(
        it.found_out.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let drafted = draft.clone();
    let keep = move |()| match Words::new(&words.get_untracked()) {
        Ok(found_out) => {
            problem.set(None);
            clear_draft(&drafted);
            let said = [found_out.clone()];
            actions::change_try(store, id, |it| it.found_out = found_out);
            if after_saving(&said, Route::Path) == Route::HelpCard {
                walk(Route::HelpCard);
            }
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let thought = it.thought.as_ref().map(|thought| {
        view! { <p class="quiet">{t::thought_was(thought.as_str())}</p> }
    });
    view! {
        <Card>
            {thought}
            <TextArea label=t::found_out() value=words limit=2000 draft=draft />
            <Button label=app::save() kind=Kind::Soft on_press=keep />
            <Notice text=problem />
        </Card>
    }
    .built()
}

/// The moment kept among the strengths by one tap; afterwards the way to it.
fn strengths(id: Id) -> AnyView {
    let store = store();
    let moment = moment_of_try(id);
    let day = Memo::new(move |_| {
        store.diary.with(|diary| diary.get(moment).and_then(askelma_diary::record::Body::day))
    });
    either(
        move || day.get().is_some(),
        move || {
            let day = day.get_untracked().unwrap_or_else(|| store.now.get_untracked().day());
            view! {
                <LinkButton
                    href=Route::Moment(day, moment).href()
                    label=t::in_strengths()
                    kind=Kind::Outline
                    icon=icondata_lu::LuCheck
                />
            }
            .built()
        },
        move || {
            view! {
                <Button
                    label=t::to_strengths()
                    kind=Kind::Outline
                    icon=icondata_lu::LuSparkles
                    on_press=move |()| actions::keep_as_moment(store, id)
                />
            }
            .built()
        },
    )
}

/// What next with the step, one way marked.
fn next(step: Id) -> AnyView {
    let store = store();
    let known = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| path::step_view(diary, step, today))
    });
    let ways = move || {
        let known = known.get().filter(|it| !it.paused && it.step.retired.is_none())?;
        Some(view! {
            <h2>{t::what_next()}</h2>
            {what_next(step, &known, After::Try)}
        })
    };
    dynamic(ways)
}

fn remove(id: Id, step: Id) -> AnyView {
    let store = store();
    let walk = walker();
    let press = move |()| {
        all_actions::remove(store, id);
        walk(Route::Step(step));
    };
    view! {
        <Button label=t::remove() kind=Kind::Text icon=icondata_lu::LuTrash2 on_press=press />
    }
    .built()
}
