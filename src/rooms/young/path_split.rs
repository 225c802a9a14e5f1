//! A step made smaller: ways to cut it, each a new stone before it.

use askelma_diary::id::Id;
use askelma_diary::path::{self, WantedStep};
use askelma_diary::values::Words;
use leptos::prelude::*;

use crate::components::{
    Build, Button, Card, ChipOption, Chips, HelpLink, Notice, Page, PageHeader, TextField,
};
use crate::rooms::{Place, close_to, keeper, walker};
use crate::state::path as actions;
use crate::text::{app, nav, split as t};

/// The room.
pub fn path_split(id: Id) -> AnyView {
    let keeper = keeper();
    let Some(step) = keeper.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::rooms::shared::nothing::nothing();
    };
    let title = step.title.as_str().to_owned();
    // The easiest cut first: that is the order of the stones.
    let ways = [
        t::only_look(),
        t::without_in(),
        t::half_way(),
        t::half_time(),
        t::quiet_time(),
        t::with_someone(),
    ];
    let chosen = RwSignal::new(Vec::<u16>::new());
    let own = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let walk = walker();
    let named = title.clone();
    let put = move |()| {
        let cut = ways
            .iter()
            .zip(0_u16..)
            .filter(|(_, number)| chosen.with(|chosen| chosen.contains(number)))
            .map(|(way, _)| format!("{named}: {}", way.to_lowercase()));
        let own = Some(own.get()).filter(|own| !own.trim().is_empty());
        let words: Result<Vec<_>, _> = cut.chain(own).map(|text| Words::new(&text)).collect();
        match words {
            Ok(words) if words.iter().flatten().next().is_some() => {
                let wanted = words.into_iter().flatten().map(WantedStep::titled).collect();
                actions::split(keeper, id, wanted);
                walk(Place::PathOf(step.path));
            }
            Ok(_) => problem.set(Some(t::own().to_owned())),
            Err(_) => problem.set(Some(app::too_long().to_owned())),
        }
    };
    let options = ways
        .iter()
        .zip(0_u16..)
        .map(|(way, number)| ChipOption::new(number, (*way).to_owned()))
        .collect::<Vec<_>>();
    let toggle = move |number: u16| {
        chosen.update(|chosen| match chosen.iter().position(|it| *it == number) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(number),
        });
    };
    view! {
        <Page>
            <PageHeader title=t::title() above=title back=close_to(Place::Step(id))>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{t::hint()}</p>
            <Card>
                <Chips label=t::title() options chosen on_toggle=toggle />
                <TextField label=t::own() value=own limit=80 />
            </Card>
            <Notice text=problem />
            <div class="bar">
                <Button label=t::put() on_press=put />
            </div>
        </Page>
    }
    .built()
}
