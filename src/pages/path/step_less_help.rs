//! The same step with help a little further away: the adult at the corner, then by phone, then on
//! my own; supports that are meant to stay do so.

use askelma_diary::entries::{Step, Support};
use askelma_diary::id::Id;
use askelma_diary::path::{self, WantedStep};
use askelma_diary::values::Words;

use crate::pages::drafts::drafts;
use crate::pages::layout::EditPage;
use crate::pages::path::step_supports::chips;
use crate::pages::{close_to, navigator, store};
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::{step as s, step_less_help as t};
use crate::ui::prelude::*;
use crate::ui::{Card, ChipOption, Chips, ChoiceChips, Pill, Tint, toggle};

/// How near the person who helps is; each further than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Near {
    Beside,
    Corner,
    Phone,
}

impl Near {
    /// The words for somebody that far away.
    fn words(self, who: &str) -> String {
        match self {
            Self::Beside => who.to_owned(),
            Self::Corner => t::corner(who),
            Self::Phone => t::phone(who),
        }
    }

    /// Who it is and how near, from the step's own words.
    fn read(with_whom: &str) -> (String, Self) {
        for near in [Self::Corner, Self::Phone] {
            if let Some(who) = with_whom.strip_suffix(&near.words("")) {
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

/// The page: who is how near, and which supports are left out.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let Some(step) = store.diary.with_untracked(|diary| path::step(diary, id).cloned()) else {
        return crate::pages::not_found::page();
    };
    let title = step.title.as_str().to_owned();
    // Nothing of the first choice: the first further distance is only the nearest wish.
    let drafts = drafts();
    let with_whom = drafts.keep("with", step.with_whom.clone());
    let left_out = drafts.keep("left-out", Vec::<u16>::new());
    let problem = RwSignal::new(None::<String>);
    let (fading, staying): (Vec<Support>, Vec<Support>) =
        step.supports.iter().cloned().partition(|support| !support.stays);
    let navigate = navigator();
    let step_before = step.clone();
    let save = move |()| {
        let left_out = left_out.get();
        // In the step's own order: what is only moved about would count as a change.
        let mut fade = 0_u16..;
        let mut supports = step_before.supports.clone();
        supports.retain(|support| {
            support.stays || !fade.next().is_some_and(|index| left_out.contains(&index))
        });
        let wanted =
            WantedStep { with_whom: with_whom.get(), supports, ..WantedStep::of(&step_before) };
        if wanted == WantedStep::of(&step_before) {
            problem.set(Some(t::needs_choice().to_owned()));
            return;
        }
        actions::less_help(store, id, &wanted);
        drafts.saved();
        navigate(Route::Step(id));
    };
    view! {
        <EditPage
            problem
            save=t::put()
            on_save=save
            title=t::title()
            above=title
            back=close_to(Route::Step(id))
        >
            <p class="quiet">{t::hint()}</p>
            {who(&step, with_whom)}
            {leave_out(&fading, left_out)}
            {stay(&staying)}
        </EditPage>
    }
}

fn who(step: &Step, chosen_words: RwSignal<Option<Words>>) -> Option<AnyView> {
    let (who, near) = Near::read(step.with_whom.as_ref()?.as_str());
    let words_of = |near: &Near| Words::new(&near.words(&who)).ok().flatten();
    let mut wordings: Vec<Option<Words>> = near.further().iter().map(words_of).collect();
    wordings.push(None);
    let options = wordings
        .iter()
        .zip(0_u16..)
        .map(|(words, number)| {
            let text = words
                .as_ref()
                .map_or_else(|| t::alone().to_owned(), |words| words.as_str().to_owned());
            ChipOption::new(number, text)
        })
        .collect::<Vec<_>>();
    let (words_before, options_of_chosen) = (step.with_whom.clone(), wordings.clone());
    let chosen = Signal::derive(move || {
        let chosen_words = chosen_words.get();
        options_of_chosen
            .iter()
            .zip(0_u16..)
            .find(|(words, _)| **words == chosen_words)
            .map(|(_, number)| number)
    });
    let choose = move |number: Option<u16>| {
        let words = number.and_then(|number| wordings.get(usize::from(number)).cloned());
        chosen_words.set(words.unwrap_or_else(|| words_before.clone()));
    };
    Some(view! {
        <Card title=s::with()>
            <ChoiceChips label=s::with() options chosen on_choose=choose />
        </Card>
    })
}

fn leave_out(fading: &[Support], left_out: RwSignal<Vec<u16>>) -> Option<AnyView> {
    let options = chips(fading.iter().map(|support| &support.words));
    let on_toggle = move |number| left_out.update(|chosen| toggle(chosen, number));
    (!options.is_empty()).then(|| {
        view! {
            <Card title=t::leave_out()>
                <Chips label=t::leave_out() options chosen=left_out on_toggle />
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
