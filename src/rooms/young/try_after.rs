//! After a try: only what became of it is needed; all else may be left blank.

use askelma_diary::id::Id;
use askelma_diary::path::{self, Felt};
use askelma_diary::values::{Outcome, Scale10, Words};
use leptos::prelude::*;

use super::path_step::outcome;
use crate::components::{
    Build, Button, Card, ChipOption, ChoiceChips, HelpLink, Kind, LinkButton, Notice, Page,
    PageHeader, ScaleRow, TextArea, Tint, TintCard, dynamic,
};
use crate::rooms::{Place, close_to, keeper};
use crate::state::path as actions;
use crate::text::{app, nav, path as p, trying as t};

/// The page of a try that is over.
pub fn after(id: Id) -> AnyView {
    let keeper = keeper();
    let Some(it) = keeper.diary.with_untracked(|diary| path::try_of(diary, id).cloned()) else {
        return ().built();
    };
    let now = Memo::new(move |_| keeper.diary.with(|diary| path::try_of(diary, id).cloned()));
    let came = Signal::derive(move || now.with(|it| it.as_ref()?.outcome));
    let number = |of: fn(&askelma_diary::entries::Try) -> Option<Scale10>| {
        Signal::derive(move || now.with(|it| Some(of(it.as_ref()?)?.get())))
    };
    let scale = |number: Option<u8>| number.and_then(|number| Scale10::new(number).ok());
    let words = RwSignal::new(
        it.found_out.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default(),
    );
    let problem = RwSignal::new(None::<String>);
    let keep_words = move |()| match Words::new(&words.get_untracked()) {
        Ok(found_out) => {
            problem.set(None);
            actions::change_try(keeper, id, |it| it.found_out = found_out);
        }
        Err(_) => problem.set(Some(app::too_long().to_owned())),
    };
    let title = Signal::derive(move || {
        let praise =
            if came.get() == Some(Outcome::Did) { t::praise_did() } else { t::praise_tried() };
        praise.to_owned()
    });
    let options = Outcome::ALL
        .iter()
        .map(|it| ChipOption::new(u16::from(it.code()), outcome(*it).to_owned()))
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || came.get().map(|it| u16::from(it.code())));
    let choose = move |code: Option<u16>| {
        let code = code.and_then(|code| u8::try_from(code).ok());
        if let Some(outcome) = code.and_then(Outcome::from_code) {
            actions::change_try(keeper, id, |it| it.outcome = Some(outcome));
        }
    };
    let (hardest, after) = (number(|it| it.hardest), number(|it| it.after));
    let keep_hardest = move |to: Option<u8>| {
        actions::change_try(keeper, id, |it| it.hardest = scale(to));
    };
    let keep_after = move |to: Option<u8>| {
        actions::change_try(keeper, id, |it| it.after = scale(to));
    };
    view! {
        <Page>
            <PageHeader title above=it.title.as_str().to_owned() back=close_to(Place::PathOf(it.path))>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <p class="quiet">{t::how()}</p>
            <ChoiceChips
                label=t::how_went()
                options
                chosen=chosen
                on_choose=choose
            />
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
            {dynamic(move || now.with(|it| it.as_ref().and_then(path::felt)).map(felt))}
            <TextArea label=t::found_out() value=words limit=2000 />
            <Button label=app::save() kind=Kind::Soft on_press=keep_words />
            <Notice text=problem />
            <LinkButton href=Place::Step(it.step).href() label=p::title() kind=Kind::Outline />
        </Page>
    }
    .built()
}

/// Guess beside real, with how often so far.
fn felt(felt: Felt) -> AnyView {
    let keeper = keeper();
    let sum = keeper
        .diary
        .with(|diary| path::guess_and_real(path::tries(diary).into_iter().map(|(_, it)| it)));
    let words = match felt {
        Felt::Easier => t::easier(),
        Felt::AsHard => t::as_hard(),
        Felt::Harder => t::harder(),
    };
    view! {
        <TintCard tint=Tint::Spruce>
            <h2>{words}</h2>
            <p>{t::easier_in(&sum.easier.to_string(), &sum.both.to_string())}</p>
        </TintCard>
    }
    .built()
}
