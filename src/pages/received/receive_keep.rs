//! A look at what came, and whether to keep it.

use askelma_diary::entries::Case;
use askelma_diary::id::Id;
use askelma_diary::sharing::cases::newer_is_kept;
use askelma_diary::sharing::summary::Summary;
use leptos::task::spawn_local;

use crate::browser::intl;
use crate::pages::layout::ReadPage;
use crate::pages::received::calm_week::week;
use crate::pages::received::meeting_sheet;
use crate::pages::{navigator, store, wording};
use crate::routes::Route;
use crate::store::{DiaryStore, Role, actions};
use crate::text::receive as t;
use crate::ui::prelude::*;
use crate::ui::{Button, Kind, LinkButton, Notice};

/// Shows the summary as it will be kept, and asks.
#[component]
pub fn Keep(summary: Summary, message: Vec<u8>, on_discard: Callback<()>) -> impl IntoView {
    let store = store();
    let role: Role = expect_context();
    let navigate = navigator();
    let problem = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let known_case = actions::received_case(store, &summary);
    let same_name = actions::cases_named(store, &summary.name);
    let newer_kept = store.diary.with_untracked(|diary| newer_is_kept(diary, &summary));
    let summary_view = match role {
        Role::Parent => week(&summary),
        Role::Young | Role::Worker => meeting_sheet::sheet(&summary),
    };
    let (made_day, made_time) =
        (wording::short(summary.made_at.day()), intl::time(summary.made_at));
    let name = summary.name.as_str().to_owned();
    let keep = Callback::new(move |case: Option<Id>| {
        // A second tap would keep it a second time, for somebody new.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (summary, message, navigate) = (summary.clone(), message.clone(), navigate.clone());
        spawn_local(async move {
            let result = actions::keep_received(store, &summary, message, case).await;
            // Who has left meanwhile is not led back.
            if busy.try_set(false).is_some() {
                return;
            }
            match result {
                Ok(case) => navigate(Route::Case(case)),
                Err(_) => problem.set(Some(t::not_kept().to_owned())),
            }
        });
    });
    let buttons = match known_case {
        Some(case) => view! {
            <p>{t::kept_already()}</p>
            <LinkButton href=Route::Case(case).href() label=case_name(store, case) />
        },
        None => choices(store, same_name, keep),
    };
    view! {
        <ReadPage title=t::whose(&name) above=t::preview_above() wide=true>
            <p class="quiet">{t::made(&made_day, &made_time)}</p>
            {newer_kept.then(|| view! { <p>{t::older()}</p> })}
            {summary_view}
            <Notice text=problem />
            <div class="bar">
                {buttons}
                <Button label=t::discard() kind=Kind::Outline on_press=on_discard />
            </div>
        </ReadPage>
    }
}

fn choices(store: DiaryStore, same_name: Vec<Id>, keep: Callback<Option<Id>>) -> AnyView {
    if same_name.is_empty() {
        return view! { <Button label=t::keep() on_press=move |()| keep.run(None) /> };
    }
    let existing_case_buttons = same_name
        .into_iter()
        .map(|case| {
            view! {
                <Button
                    label=t::keep_with(&case_name(store, case))
                    on_press=move |()| keep.run(Some(case))
                />
            }
        })
        .collect::<Vec<_>>();
    view! {
        {existing_case_buttons}
        <Button label=t::keep_new() kind=Kind::Soft on_press=move |()| keep.run(None) />
    }
}

fn case_name(store: DiaryStore, case: Id) -> String {
    store.diary.with_untracked(|diary| {
        diary.find::<Case>(case).map(|case| case.name.as_str().to_owned()).unwrap_or_default()
    })
}
