//! The same step with help a little further away: the adult at the corner, then by phone, then on
//! my own; supports that are meant to stay do so.

use askelma_diary::entries::{Step, Support};
use askelma_diary::id::Id;
use askelma_diary::path::{self, WantedStep};
use askelma_diary::values::Words;

use crate::pages::layout::EditPage;
use crate::pages::path::step_supports::{chips, toggle};
use crate::pages::{close_to, store, walker};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{step as s, step_less_help as t};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, ChoiceChips, Pill, Tint};

/// How near the person who helps is; each further than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Near {
    Beside,
    Corner,
    Phone,
}

impl Near {
    /// The words for somebody that far away.
    fn said(self, who: &str) -> String {
        match self {
            Self::Beside => who.to_owned(),
            Self::Corner => t::corner(who),
            Self::Phone => t::phone(who),
        }
    }

    /// Who it is and how near, from the step's own words.
    fn read(with_whom: &str) -> (String, Self) {
        for near in [Self::Corner, Self::Phone] {
            if let Some(who) = with_whom.strip_suffix(&near.said("")) {
                return (who.to_owned(), near);
            }
        }
        (with_whom.to_owned(), Self::Beside)
    }

    /// The distances further than this one.
    fn further(self) -> &'static [Self] {
        match self {
            Self::Beside => &[Self::Corner, Self::Phone],
            Self::Corner => &[Self::Phone],
            Self::Phone => &[],
        }
    }
}

/// The room.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let title = step.title.as_str().to_owned();
    // Nothing of the first choice: the first further distance is only the nearest wish.
    let with = RwSignal::new(step.with_whom.clone());
    let left_out = RwSignal::new(Vec::<u16>::new());
    let problem = RwSignal::new(None::<String>);
    let (fading, staying): (Vec<Support>, Vec<Support>) =
        step.supports.iter().cloned().partition(|support| !support.stays);
    let walk = walker();
    let before = step.clone();
    let put = move |()| {
        let left_out = left_out.get();
        // In the step's own order: what is only moved about would count as a change.
        let mut fade = 0_u16..;
        let mut supports = before.supports.clone();
        supports.retain(|it| it.stays || !fade.next().is_some_and(|at| left_out.contains(&at)));
        let wanted = WantedStep { with_whom: with.get(), supports, ..WantedStep::of(&before) };
        if wanted == WantedStep::of(&before) {
            problem.set(Some(t::needs_choice().to_owned()));
            return;
        }
        actions::less_help(store, id, &wanted);
        walk(Route::Step(id));
    };
    view! {
        <EditPage
            problem
            save=t::put()
            on_save=put
            title=t::title()
            above=title
            back=close_to(Route::Step(id))
        >
            <p class="quiet">{t::hint()}</p>
            {who(&step, with)}
            {leave_out(&fading, left_out)}
            {stay(&staying)}
        </EditPage>
    }
}

fn who(step: &Step, with: RwSignal<Option<Words>>) -> Option<AnyView> {
    let (who, near) = Near::read(step.with_whom.as_ref()?.as_str());
    let said = |near: &Near| Words::new(&near.said(&who)).ok().flatten();
    let mut ways: Vec<Option<Words>> = near.further().iter().map(said).collect();
    ways.push(None);
    let options = ways
        .iter()
        .zip(0_u16..)
        .map(|(way, number)| {
            let text =
                way.as_ref().map_or_else(|| t::alone().to_owned(), |way| way.as_str().to_owned());
            ChipOption::new(number, text)
        })
        .collect::<Vec<_>>();
    let (before, known) = (step.with_whom.clone(), ways.clone());
    let chosen = Signal::derive(move || {
        let with = with.get();
        known.iter().zip(0_u16..).find(|(way, _)| **way == with).map(|(_, number)| number)
    });
    let choose = move |number: Option<u16>| {
        let way = number.and_then(|number| ways.get(usize::from(number)).cloned());
        with.set(way.unwrap_or_else(|| before.clone()));
    };
    Some(view! {
        <Card title=s::with()>
            <ChoiceChips label=s::with() options chosen on_choose=choose />
        </Card>
    })
}

fn leave_out(fading: &[Support], left_out: RwSignal<Vec<u16>>) -> Option<AnyView> {
    let options = chips(fading.iter().map(|support| &support.words));
    let toggle = move |number: u16| toggle(left_out, number);
    (!options.is_empty()).then(|| {
        view! {
            <Card title=t::leave_out()>
                <Chips label=t::leave_out() options chosen=left_out on_toggle=toggle />
            </Card>
        }
    })
}

fn stay(staying: &[Support]) -> Option<AnyView> {
    let pills = staying
        .iter()
        .map(|support| {
            view! {
                <Pill
                    text=support.words.as_str().to_owned()
                    icon=icondata_lu::LuAnchor
                    tint=Tint::Spruce
                />
            }
        })
        .collect::<Vec<_>>();
    (!pills.is_empty()).then(|| {
        view! {
            <Card title=t::stay()>
                <p class="quiet">{t::stay_hint()}</p>
                <div class="pills">{pills}</div>
            </Card>
        }
    })
}
