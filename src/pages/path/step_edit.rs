//! A step said: what I do, how hard it will be, with whom, what helps, and the card it belongs to.

use askelma_diary::entries::{Step, Support};
use askelma_diary::id::Id;
use askelma_diary::path::{self, WantedStep};
use askelma_diary::reasons::{Card as ReasonCard, deck, fit_on};
use askelma_diary::values::{CardMark, Fit, Minutes, Scale10, Words};

use crate::pages::drafts::{Drafts, drafts};
use crate::pages::layout::{ReadPage, SaveBar};
use crate::pages::path::path_edit::LONGEST;
use crate::pages::path::step_supports::{names, supports, take_typed};
use crate::pages::reasons::reason_deck::with_deck;
use crate::pages::{close_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::path as actions;
use crate::store::path::Put;
use crate::text::{app, nav, reasons as r, step, step_edit as t};
use crate::ui::prelude::*;
use crate::ui::{
    Button, Card, ChipOption, ChoiceChips, Kind, LinkButton, ScaleRow, Stepper, TextField, Tint,
    TintCard,
};

/// How long a step may be planned for, in minutes; the first is "not said".
const LENGTHS: [u16; 16] = [0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360];

/// What is being said of a step.
#[derive(Clone, Copy)]
struct Form {
    title: RwSignal<String>,
    guess: RwSignal<Option<u8>>,
    with: RwSignal<String>,
    supports: RwSignal<Vec<Support>>,
    typed: RwSignal<String>,
    planned_min: RwSignal<u16>,
    card: RwSignal<Option<(Id, CardMark)>>,
}

impl Form {
    fn of(saved_step: Option<&Step>, drafts: &Drafts) -> Self {
        let text = |words: Option<&Words>| words.map(Words::as_str).unwrap_or_default().to_owned();
        Self {
            title: drafts.keep("title", text(saved_step.map(|step| &step.title))),
            guess: drafts.keep("guess", saved_step.and_then(|step| Some(step.guess?.get()))),
            with: drafts.keep("with", text(saved_step.and_then(|step| step.with_whom.as_ref()))),
            supports: drafts
                .keep("supports", saved_step.map(|step| step.supports.clone()).unwrap_or_default()),
            typed: drafts.keep("typed", String::new()),
            planned_min: drafts.keep(
                "minutes",
                saved_step.and_then(|step| Some(step.planned_min?.get())).unwrap_or_default(),
            ),
            card: drafts.keep("card", saved_step.and_then(|step| step.card.zip(step.mark))),
        }
    }

    /// What was said, or the sentence that says what is missing.
    fn wanted(self) -> Result<WantedStep, &'static str> {
        take_typed(self.supports, self.typed);
        let words =
            |text: RwSignal<String>| Words::new(&text.get_untracked()).map_err(|_| app::too_long());
        let minutes = self.planned_min.get_untracked();
        Ok(WantedStep {
            title: words(self.title)?.ok_or_else(t::needs_title)?,
            guess: self.guess.get_untracked().and_then(|guess| Scale10::new(guess).ok()),
            with_whom: words(self.with)?,
            supports: self.supports.get_untracked(),
            planned_min: Minutes::new(minutes).ok().filter(|_| minutes > 0),
            card: self.card.get_untracked(),
        })
    }
}

/// A new step of a path, at its far end.
pub fn new_step(path_id: Id) -> AnyView {
    let store = store();
    let save = Callback::new(move |wanted: WantedStep| actions::add_step(store, path_id, &wanted));
    form_page(t::new_title(), None, Route::PathEdit(path_id), save)
}

/// A step, to be changed.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let save = Callback::new(move |wanted: WantedStep| actions::edit_step(store, id, &wanted));
    form_page(step::edit(), Some((id, step)), Route::Step(id), save)
}

fn form_page(
    title: &'static str,
    saved_step: Option<(Id, Step)>,
    back: Route,
    save: Callback<WantedStep>,
) -> AnyView {
    let drafts = drafts();
    let form = Form::of(saved_step.as_ref().map(|(_, step)| step), &drafts);
    let problem = RwSignal::new(None::<String>);
    let navigate = navigator();
    let keep = move |()| match form.wanted() {
        Ok(wanted) => {
            save.run(wanted);
            drafts.saved();
            navigate(back);
        }
        Err(sentence) => problem.set(Some(sentence.to_owned())),
    };
    let retire = saved_step.as_ref().map(|(id, step)| put_away(*id, step));
    view! {
        <ReadPage title back=close_to(back)>
            <TextField label=step::what() value=form.title limit=LONGEST />
            <Card title=t::guess()>
                <ScaleRow
                    label=t::guess()
                    low=t::low()
                    high=t::high()
                    chosen=form.guess
                    on_choose=move |to| form.guess.set(to)
                />
            </Card>
            <Card>
                <TextField label=step::with() value=form.with limit=60 suggestions=names() />
                {length(form.planned_min)}
            </Card>
            {supports(form.supports, form.typed)}
            {with_deck(title, move |built_in| cards(&built_in.cards, form.card))}
            <SaveBar problem on_save=keep />
            {retire}
        </ReadPage>
    }
}

fn put_away(id: Id, step: &Step) -> AnyView {
    let store = store();
    let retired = step.retired.is_some();
    let (label, put) =
        if retired { (step::restore(), Put::Back) } else { (t::retire(), Put::Away) };
    let path_id = step.path;
    let navigate = navigator();
    let press = move |()| {
        actions::retire(store, id, put);
        navigate(Route::PathOf(path_id));
    };
    view! {
        <Button label kind=Kind::Text on_press=press />
        {(!retired).then(|| view! { <p class="quiet centre">{t::retire_hint()}</p> })}
    }
}

fn length(minutes: RwSignal<u16>) -> AnyView {
    let index =
        move || LENGTHS.iter().rposition(|length| *length <= minutes.get()).unwrap_or_default();
    let value = Signal::derive(move || match minutes.get() {
        0 => t::no_minutes().to_owned(),
        some => wording::length(u32::from(some)),
    });
    let move_by = move |steps: isize| {
        if let Some(length) = index().checked_add_signed(steps).and_then(|index| LENGTHS.get(index))
        {
            minutes.set(*length);
        }
    };
    view! {
        <Stepper
            label=t::minutes()
            value
            less=app::less()
            more=app::more()
            less_disabled=Signal::derive(move || index() == 0)
            more_disabled=Signal::derive(move || index() + 1 == LENGTHS.len())
            on_less=move |()| move_by(-1)
            on_more=move |()| move_by(1)
        />
    }
}

/// The safety and sensory cards that are true today; none of them, nothing to ask.
fn cards(built_in: &[ReasonCard], chosen: RwSignal<Option<(Id, CardMark)>>) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let cards = store.diary.with_untracked(|diary| {
        let mut cards = Vec::new();
        for card in deck(built_in, diary) {
            let fits = fit_on(diary, card.id, today).is_some_and(|fit| fit != Fit::NotMe);
            if let Some(mark) = card.mark.filter(|_| fits) {
                cards.push((card.id, mark, card.text));
            }
        }
        cards
    });
    if cards.is_empty() {
        return ().into_any();
    }
    let options = cards
        .iter()
        .zip(0_u16..)
        .map(|((.., text), number)| ChipOption::new(number, text.clone()))
        .collect::<Vec<_>>();
    let ids: Vec<(Id, CardMark)> = cards.iter().map(|(id, mark, _)| (*id, *mark)).collect();
    let card_ids = ids.clone();
    let chosen_number = Signal::derive(move || {
        let (id, _) = chosen.get()?;
        card_ids
            .iter()
            .zip(0_u16..)
            .find(|((card_id, _), _)| *card_id == id)
            .map(|(_, number)| number)
    });
    let choose = move |number: Option<u16>| {
        chosen.set(number.and_then(|number| ids.get(usize::from(number)).copied()));
    };
    let unsafe_now = move || {
        chosen
            .get()
            .is_some_and(|(_, mark)| matches!(mark, CardMark::Safety | CardMark::HomeDanger))
    };
    view! {
        <Card title=t::card()>
            <p class="quiet">{t::card_hint()}</p>
            <ChoiceChips label=t::card() options chosen=chosen_number on_choose=choose />
            <Show when=unsafe_now>{safe_first()}</Show>
        </Card>
    }
}

/// Exposure is never the answer to what is not safe.
pub(crate) fn safe_first() -> AnyView {
    view! {
        <TintCard tint=Tint::Berry>
            <p>{r::safety()}</p>
            <p class="quiet">{step::paused()}</p>
            <LinkButton
                href=Route::Help.href()
                label=nav::help()
                kind=Kind::Berry
                icon=icondata_lu::LuLifeBuoy
            />
        </TintCard>
    }
}
