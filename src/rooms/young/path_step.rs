//! A step: how it went so far, and what next.

use askelma_diary::entries::{Step, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{self, Suggestion};
use askelma_diary::values::{Outcome, PathMove};
use leptos::prelude::*;

use crate::components::{
    Build, Button, Card, HelpLink, Kind, LinkButton, Page, PageHeader, Pill, RowLink, Tint, dynamic,
};
use crate::platform::intl::{self, DateStyle};
use crate::rooms::{Place, back_to, keeper};
use crate::state::path as actions;
use crate::text::{nav, path as p, step as t};

/// What the room knows of a step.
#[derive(Clone, PartialEq)]
struct Known {
    step: Step,
    /// Newest first.
    tries: Vec<(Id, Try)>,
    suggestion: Option<Suggestion>,
    next: Option<Id>,
    here: bool,
}

/// The room.
pub fn path_step(id: Id) -> AnyView {
    let keeper = keeper();
    let known = Memo::new(move |_| keeper.diary.with(|diary| read(diary, id)));
    dynamic(move || match known.get() {
        Some(known) => one(id, known),
        None => crate::rooms::shared::nothing::nothing(),
    })
}

fn read(diary: &askelma_diary::diary::Diary, id: Id) -> Option<Known> {
    let step = path::step(diary, id)?.clone();
    let open = path::steps(diary, step.path);
    let at = open.iter().position(|(known, _)| *known == id);
    let next = at.and_then(|at| Some(open.get(at + 1)?.0));
    let mut tries: Vec<(Id, Try)> = path::tries(diary)
        .into_iter()
        .filter(|(_, it)| it.step == id)
        .map(|(id, it)| (id, it.clone()))
        .collect();
    tries.reverse();
    let suggestion = path::suggestion(&path::outcomes(diary, id));
    let here = path::here(diary, step.path) == Some(id);
    Some(Known { step, tries, suggestion, next, here })
}

fn one(id: Id, known: Known) -> AnyView {
    let keeper = keeper();
    let title = known.step.title.as_str().to_owned();
    let away = known.step.retired.is_some();
    let back = back_to(Place::PathOf(known.step.path));
    let with = known.step.with_whom.as_ref().map(|who| {
        let who = who.as_str().to_owned();
        view! { <p class="quiet">{who}</p> }
    });
    view! {
        <Page>
            <PageHeader title back>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            {with}
            {(!away).then(|| next(id, &known))}
            {tries(&known.tries)}
            <Button
                label=if away { t::restore() } else { t::retire() }
                kind=Kind::Text
                on_press=move |()| actions::retire(keeper, id, !away)
            />
        </Page>
    }
    .built()
}

/// The ways on, one of them marked and none of them a gate.
fn next(id: Id, known: &Known) -> AnyView {
    let keeper = keeper();
    let marked = |these: &[Suggestion]| known.suggestion.is_some_and(|it| these.contains(&it));
    let kind = |marked: bool| if marked { Kind::Primary } else { Kind::Soft };
    let same = marked(&[Suggestion::Same, Suggestion::SameMadeDoable]) || known.tries.is_empty();
    let doable = (known.suggestion == Some(Suggestion::SameMadeDoable))
        .then(|| view! { <p>{t::doable()}</p> });
    let said = known.suggestion.is_some().then(|| view! { <p class="quiet">{t::marked()}</p> });
    let label = if known.tries.is_empty() { p::try_it() } else { t::same() };
    let on = kind(marked(&[Suggestion::Next]));
    let further = known.next.map(|next| {
        view! {
            <Button
                label=t::next()
                kind=on
                on_press=move |()| actions::stand_on(keeper, next, PathMove::Next)
            />
        }
    });
    let stand = (!known.here).then(|| {
        view! {
            <Button
                label=t::stand_here()
                kind=Kind::Outline
                on_press=move |()| actions::stand_on(keeper, id, PathMove::Back)
            />
        }
    });
    let (again, smaller) = (kind(same), kind(marked(&[Suggestion::Smaller])));
    view! {
        <Card>
            {doable}
            <LinkButton href=Place::BeforeTry(id).href() label kind=again />
            <LinkButton href=Place::Split(id).href() label=t::smaller() kind=smaller />
            {further}
            {stand}
            {said}
        </Card>
    }
    .built()
}

fn tries(tries: &[(Id, Try)]) -> AnyView {
    if tries.is_empty() {
        return view! { <p class="quiet">{t::no_tries()}</p> }.built();
    }
    let rows = tries
        .iter()
        .map(|(id, it)| {
            let day = intl::date(it.when.day(), DateStyle::Short);
            let said = it.outcome.map(outcome).unwrap_or_default();
            let felt = it
                .guess
                .zip(it.hardest)
                .map(|(guess, hardest)| format!("{} → {}", guess.get(), hardest.get()));
            let hint = [Some(said.to_owned()), felt].into_iter().flatten().collect::<Vec<_>>();
            view! {
                <RowLink
                    href=Place::Try(*id).href()
                    title=day
                    hint=hint.join(" · ")
                    icon=icondata_lu::LuFootprints
                    tint=Tint::Plain
                />
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Pill text=t::tries(tries.len()) tint=Tint::Spruce />
        {rows}
    }
    .built()
}

/// What became of a try, in words.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Did => t::did(),
        Outcome::Part => t::part(),
        Outcome::TurnedBack => t::turned_back(),
    }
}
