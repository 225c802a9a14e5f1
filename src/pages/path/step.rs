//! A step: how it went so far, and what next.

use askelma_diary::entries::{Step, StepPlan, Try};
use askelma_diary::id::Id;
use askelma_diary::path::{self, StepView, Suggestion};
use askelma_diary::values::{CardMark, PathMove};

use crate::browser::intl::{self, DateStyle};
use crate::pages::layout::ReadPage;
use crate::pages::path::step_edit::safe_first;
use crate::pages::path::try_chart::chart;
use crate::pages::path::try_words::outcome;
use crate::pages::{back_to, navigator, store, wording};
use crate::routes::Route;
use crate::store::{actions as all_actions, path as actions};
use crate::text::{path as p, step as t, step_plan as l, try_now as y};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, IconButton, Kind, LinkButton, Pill, RowLink, Tint, TintCard};

/// The page: what the step is, how it went so far, and the ways on.
pub fn page(id: Id) -> AnyView {
    let store = store();
    let view = Memo::new(move |_| {
        let today = store.today();
        store.diary.with(|diary| path::step_view(diary, id, today))
    });
    view! {
        {move || match view.get() {
            Some(view) => one(id, &view),
            None => crate::pages::not_found::page(),
        }}
    }
}

fn one(id: Id, view: &StepView) -> AnyView {
    let store = store();
    let title = view.step.title.as_str().to_owned();
    let retired = view.step.retired.is_some();
    let back = back_to(Route::PathOf(view.step.path));
    let body = match (retired, view.paused) {
        (true, _) => view! {
            <Card>
                <p>{t::is_away()}</p>
                <Button
                    label=t::restore()
                    kind=Kind::Soft
                    on_press=move |()| actions::retire(store, id, actions::Put::Back)
                />
            </Card>
        },
        (false, true) => paused(id),
        (false, false) => view! {
            {what_next(id, view, After::Looking)}
            {plans(id, &view.plans)}
        },
    };
    // Drawn here: what the page holds must not borrow.
    let (about, chart, tries) = (about(&view.step), chart(view), tries(&view.tries));
    view! {
        <ReadPage title back>
            {about}
            {body}
            {chart}
            {tries}
            <LinkButton
                href=Route::StepEdit(id).href()
                label=t::edit()
                kind=Kind::Soft
                icon=icondata_lu::LuPencil
            />
        </ReadPage>
    }
}

/// With whom, how long, and what helps.
fn about(step: &Step) -> Option<AnyView> {
    let mut parts = Vec::new();
    parts.extend(step.with_whom.as_ref().map(|who| who.as_str().to_owned()));
    parts.extend(step.planned_min.map(|min| wording::length(u32::from(min.get()))));
    let line = (!parts.is_empty()).then(|| view! { <p class="quiet">{parts.join(" · ")}</p> });
    let pills = step
        .supports
        .iter()
        .map(|support| {
            let icon = if support.stays { icondata_lu::LuAnchor } else { icondata_lu::LuLeaf };
            view! { <Pill text=support.words.as_str().to_owned() icon tint=Tint::Spruce /> }
        })
        .collect::<Vec<_>>();
    let sensory = step.mark == Some(CardMark::Sensory);
    let line_sensory = sensory.then(|| view! { <p class="quiet">{t::sensory()}</p> });
    (line.is_some() || !pills.is_empty() || sensory).then(|| {
        view! { <div class="stack snug">{line} <div class="pills">{pills}</div> {line_sensory}</div> }
    })
}

/// Nobody is asked to get used to what is not safe; the person alone may say otherwise.
fn paused(id: Id) -> AnyView {
    let store = store();
    view! {
        {safe_first()}
        <Button label=t::resume() kind=Kind::Text on_press=move |()| actions::resume(store, id) />
    }
}

/// Where the ways on are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// On the step's page.
    Looking,
    /// Right after a try: another one is not asked for at once.
    Try,
}

/// The ways on, one of them marked and none of them a gate.
pub(crate) fn what_next(id: Id, view: &StepView, after: After) -> AnyView {
    let store = store();
    let is_first_try = view.suggestion.is_none();
    let marked = |suggestions: &[Suggestion]| {
        view.suggestion.is_some_and(|suggestion| suggestions.contains(&suggestion))
    };
    let kind = |marked: bool| if marked { Kind::Primary } else { Kind::Soft };
    let again = kind(is_first_try || marked(&[Suggestion::Same, Suggestion::SameMadeDoable]));
    let smaller = kind(marked(&[Suggestion::Smaller]));
    let next_kind = kind(marked(&[Suggestion::Next]));
    let path_id = view.step.path;
    let navigate = navigator();
    let leave = navigate.clone();
    let try_it = move |()| {
        // Only what was chosen from several ways is a choice: the first try is none.
        if !is_first_try {
            actions::stand_on(store, id, PathMove::Same);
        }
        leave(Route::TryBefore(id));
    };
    let label = if is_first_try { p::try_it() } else { t::same() };
    let next_button = view.next.map(|next| {
        let press = move |()| {
            actions::stand_on(store, next, PathMove::Next);
            navigate(Route::PathOf(path_id));
        };
        view! { <Button label=t::next() kind=next_kind on_press=press /> }
    });
    let less_help_button = (view.can_fade && !is_first_try).then(|| {
        view! { <LinkButton href=Route::StepLessHelp(id).href() label=t::less_help() kind=Kind::Soft /> }
    });
    let stand_here_button = (!view.here).then(|| {
        view! {
            <Button
                label=t::stand_here()
                kind=Kind::Outline
                on_press=move |()| actions::stand_on(store, id, PathMove::Back)
            />
        }
    });
    let tell_later_button = (after == After::Looking).then(|| {
        view! { <LinkButton href=Route::TryTell(id).href() label=y::later() kind=Kind::Soft /> }
    });
    // In words too: the stronger button alone is seen and not heard.
    let line = view.suggestion.map(|suggestion| match suggestion {
        Suggestion::SameMadeDoable => t::after_turned_back().to_owned(),
        Suggestion::Same => t::marked(t::same()),
        Suggestion::Smaller => t::marked(t::smaller()),
        Suggestion::Next => t::marked(t::next()),
    });
    view! {
        <Card>
            {line.map(|line| view! { <p class="quiet">{line}</p> })}
            <Button label kind=again on_press=try_it /> <div class="pair">
                <LinkButton href=Route::StepSplit(id).href() label=t::smaller() kind=smaller />
                {next_button}
                {less_help_button}
                {stand_here_button}
                {tell_later_button}
            </div>
        </Card>
    }
}

/// The tries planned ahead, and the way to plan one.
fn plans(id: Id, plans: &[(Id, StepPlan)]) -> AnyView {
    let store = store();
    let rows = plans
        .iter()
        .map(|(id, plan)| {
            let id = *id;
            let mut when = vec![wording::long(plan.day)];
            when.extend(plan.at_min.map(|min| intl::clock(min.get())));
            let when = when.join(", ");
            let label = format!("{}: {when}", l::unplan());
            view! {
                <div class="support">
                    <p class="row-title">{when}</p>
                    <IconButton
                        icon=icondata_lu::LuX
                        label
                        on_press=move |()| all_actions::remove(store, id)
                    />
                </div>
            }
        })
        .collect::<Vec<_>>();
    let planned = (!rows.is_empty()).then(|| view! { <Card title=l::planned()>{rows}</Card> });
    view! {
        {planned}
        <RowLink
            href=Route::StepPlan(id).href()
            title=l::title()
            hint=l::row_hint()
            icon=icondata_lu::LuCalendarPlus
            tint=Tint::Sky
        />
    }
}

fn tries(tries: &[(Id, Try)]) -> AnyView {
    if tries.is_empty() {
        return view! {
            <TintCard tint=Tint::Water>
                <p>{t::no_tries()}</p>
            </TintCard>
        };
    }
    let rows = tries.iter().map(|(id, entry)| try_row(*id, entry)).collect::<Vec<_>>();
    view! {
        <h2>{t::tries(tries.len())}</h2>
        {rows}
    }
}

/// A try in a row: its date, what became of it, guess and real.
pub(crate) fn try_row(id: Id, entry: &Try) -> AnyView {
    let day = wording::capital(&intl::date(entry.when.day(), DateStyle::Long));
    let mut hint = vec![entry.outcome.map_or(y::during(), outcome).to_owned()];
    let guess_and_felt = entry.guess.zip(entry.hardest);
    hint.extend(guess_and_felt.map(|(guess, hardest)| wording::felt(guess.get(), hardest.get())));
    hint.extend(entry.found_out.as_ref().map(|words| words.as_str().to_owned()));
    view! {
        <RowLink
            href=Route::TryNow(id).href()
            title=day
            hint=hint.join(" · ")
            icon=icondata_lu::LuFootprints
            tint=Tint::Spruce
        />
    }
}
