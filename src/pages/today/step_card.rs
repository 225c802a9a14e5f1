//! Today's small step: from the path, planned for today, or the first one after a break.

use askelma_diary::id::Id;
use askelma_diary::path::{Break, TodayStep as Step, Why, todays_step};

use crate::browser::intl;
use crate::pages::store;
use crate::routes::Route;
use crate::store::path as actions;
use crate::text::step_card as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, LinkButton, Pill, Tint, TintCard};

/// The card; nothing where there is no step for today.
pub fn today_step() -> AnyView {
    let store = store();
    let step = Memo::new(move |_| store.diary.with(|diary| todays_step(diary, store.now.get())));
    view! { {move || step.get().map(card)} }
}

fn card(step: Step) -> AnyView {
    let title = step.title.as_str().to_owned();
    let head = match &step.why {
        Why::Planned(Some(min)) => format!("{} · {}", t::title(), intl::clock(min.get())),
        Why::GoingOn(_) => t::going_on().to_owned(),
        _ => t::title().to_owned(),
    };
    let text = match (&step.why, step.last, step.guess) {
        (Why::Tried(_), ..) => Some(t::tried().to_owned()),
        (Why::Choose(Break::DaysAway(_), _), ..) => Some(t::after_days().to_owned()),
        (Why::Choose(Break::LastEvening, _), ..) => Some(t::after_break().to_owned()),
        (_, Some((guess, last)), _) => Some(t::guess_last(&guess.to_string(), &last.to_string())),
        (_, None, Some(guess)) => Some(t::guess(&guess.to_string())),
        (_, None, None) => None,
    };
    let buttons = match step.why.clone() {
        Why::GoingOn(id) => way(Route::TryNow(id), t::go_on(), Kind::Primary),
        Why::Tried(id) => way(Route::TryNow(id), t::look(), Kind::Outline),
        Why::Planned(_) | Why::Here => view! {
            {way(Route::TryBefore(step.step), t::going(), Kind::Primary)}
            {way(Route::StepSplit(step.step), t::smaller(), Kind::Outline)}
        },
        Why::Choose(after, easier) => {
            choose(&step, after, easier.map(|(id, title)| (id, title.as_str().to_owned())))
        }
    };
    let choosing = matches!(step.why, Why::Choose(..));
    view! {
        <TintCard tint=Tint::Water>
            <Pill text=head icon=icondata_lu::LuFootprints />
            <div>
                {(!choosing).then(|| view! { <h2 class="large">{title}</h2> })}
                {text
                    .map(|text| {
                        view! { <p class=if choosing { "lead" } else { "quiet" }>{text}</p> }
                    })}
            </div>
            <div class="pair">{buttons}</div>
        </TintCard>
    }
}

fn way(to: Route, label: &'static str, kind: Kind) -> AnyView {
    view! { <LinkButton href=to.href() label kind /> }
}

/// After a break: the step where I stand, or the easier one before it; each is planned for the
/// first day back.
fn choose(step: &Step, after: Break, easier: Option<(Id, String)>) -> AnyView {
    let store = store();
    let today = store.now.get_untracked().day();
    let day = if after == Break::LastEvening { today.plus(1) } else { today };
    let first = |id: Id, label: String, kind: Kind| {
        view! { <Button label kind on_press=move |()| actions::choose_first(store, id, day) /> }
    };
    let easier = easier.map(|(id, title)| first(id, t::easier(&title), Kind::Outline));
    view! {
        {first(step.step, step.title.as_str().to_owned(), Kind::Primary)}
        {easier}
        {way(Route::Path, t::another(), Kind::Text)}
    }
}
