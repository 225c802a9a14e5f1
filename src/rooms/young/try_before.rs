//! Before a try: the guess, and what I think will happen. Both may be left blank.

use askelma_diary::id::Id;
use askelma_diary::path;
use askelma_diary::values::{Scale10, Words};
use leptos::prelude::*;

use crate::components::{
    Build, Button, Card, HelpLink, Kind, Notice, Page, PageHeader, ScaleRow, TextField,
};
use crate::rooms::{Place, close_to, keeper, walker};
use crate::state::path::{self as actions, Before};
use crate::text::{app, nav, trying as t};

/// The room.
pub fn try_before(id: Id) -> AnyView {
    let keeper = keeper();
    let Some(step) = keeper.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::rooms::shared::nothing::nothing();
    };
    let guess = RwSignal::new(step.guess.map(Scale10::get));
    let thought = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let begin = Callback::new(move |()| match Words::new(&thought.get()) {
        Ok(thought) => {
            let guess = guess.get().and_then(|guess| Scale10::new(guess).ok());
            if let Some(begun) = actions::begin_try(keeper, id, Before { guess, thought }) {
                walk(Place::Try(begun));
            }
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    });
    let choose = move |number: Option<u8>| guess.set(number);
    view! {
        <Page>
            <PageHeader title=step.title.as_str().to_owned() above=t::title() back=close_to(Place::Step(id))>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <Card title=t::guess()>
                <ScaleRow
                    label=t::guess()
                    low=t::calm()
                    high=t::high()
                    chosen=guess
                    on_choose=choose
                />
            </Card>
            <TextField label=t::thought() value=thought limit=300 />
            <Notice text=problem />
            <div class="bar">
                <Button label=t::start() kind=Kind::Primary on_press=move |()| begin.run(()) />
            </div>
        </Page>
    }
    .built()
}
