//! Before a try: the guess, what I think will happen, with whom, what helps. All may stay blank.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::{Scale10, Words};
use leptos::prelude::*;

use super::help_card::after;
use super::step_edit::safe_first;
use super::step_supports::{LONGEST, chips, names, toggle};
use crate::components::{
    Build, Button, Card, Chips, HelpLink, Kind, LinkButton, Notice, Page, PageHeader, ScaleRow,
    TextField, clear_draft,
};
use crate::rooms::{Place, close_to, keeper, walker};
use crate::state::path::{self as actions, Before};
use crate::text::{app, nav, step as s, supports as u, trying as t};

/// The room.
pub fn try_before(id: Id) -> AnyView {
    let keeper = keeper();
    let today = keeper.now.get_untracked().day();
    let (step, paused) = keeper
        .diary
        .with_untracked(|diary| (path::step(diary, id).cloned(), path::paused(diary, id, today)));
    let Some(step) = step else { return crate::rooms::shared::nothing::nothing() };
    let header = view! {
        <PageHeader title=step.title.as_str().to_owned() above=t::title() back=close_to(Place::Step(id))>
            <HelpLink href=Place::Help.href() label=nav::help() />
        </PageHeader>
    };
    if paused {
        // From an old link too: nobody starts a step that is paused without having resumed it.
        return view! { <Page>{header} {safe_first()}</Page> }.built();
    }
    let guess = RwSignal::new(step.guess.map(Scale10::get));
    let thought = RwSignal::new(String::new());
    let with = RwSignal::new(
        step.with_whom.as_ref().map(|who| who.as_str().to_owned()).unwrap_or_default(),
    );
    let supports: Vec<Words> = step.supports.iter().map(|it| it.words.clone()).collect();
    let chosen = RwSignal::new((0_u16..).take(supports.len()).collect::<Vec<_>>());
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let draft = format!("thought-{}", id.hex());
    let drafted = draft.clone();
    let walk = walker();
    let helps = supports.clone();
    let begin = move |()| {
        let words = [thought, with, typed].map(|text| Words::new(&text.get_untracked()));
        let [Ok(thought), Ok(with_whom), Ok(own)] = words else {
            problem.set(Some(app::too_long().to_owned()));
            return;
        };
        let guess = guess.get().and_then(|guess| Scale10::new(guess).ok());
        let taken = helps.iter().zip(0_u16..).filter(|(_, at)| chosen.with(|all| all.contains(at)));
        let supports = taken.map(|(words, _)| words.clone()).chain(own.clone()).collect();
        let said = [thought.clone(), own];
        let before = Before { guess, thought, with_whom, supports };
        if let Some(begun) = actions::begin_try(keeper, id, before) {
            clear_draft(&drafted);
            walk(after(&said, Place::Try(begun)));
        }
    };
    view! {
        <Page>
            {header}
            <Card title=t::guess()>
                <ScaleRow
                    label=t::guess()
                    low=t::calm()
                    high=t::high()
                    chosen=guess
                    on_choose=move |to| guess.set(to)
                />
            </Card>
            <TextField label=t::thought() hint=t::thought_hint() value=thought limit=300 draft=draft />
            <details class="more">
                <summary>{t::with_and_helps()}</summary>
                <Card>
                    <TextField label=s::with() value=with limit=60 suggestions=names() />
                    {helping(&supports, chosen)}
                    <TextField label=u::own() value=typed limit=LONGEST />
                </Card>
            </details>
            <Notice text=problem />
            <div class="bar">
                <Button label=t::start() on_press=begin />
            </div>
            <p class="quiet">{t::by_plan()}</p>
            <LinkButton href=Place::TellTry(id).href() label=t::later() kind=Kind::Text />
        </Page>
    }
    .built()
}

/// What helps with the step; each can be left out this time.
fn helping(supports: &[Words], chosen: RwSignal<Vec<u16>>) -> Option<AnyView> {
    let options = chips(supports);
    let toggle = move |number: u16| toggle(chosen, number);
    (!options.is_empty()).then(|| {
        view! {
            <h2>{s::supports()}</h2>
            <Chips label=s::supports() options chosen on_toggle=toggle />
        }
        .built()
    })
}
