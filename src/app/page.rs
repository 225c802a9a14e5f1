//! The page at a route: the first run's end and Today at once, every other one from the chunk.

use super::chunk::Chunk;
use crate::pages::{session, store, today, welcome};
use crate::routes::Route;
use crate::store::{Needs, Readiness, Role};
use crate::text::{app, trouble};
use crate::ui::prelude::*;
use crate::ui::{Button, Notice, Page, PageHeader};

/// The page of a role at a route, once what it shows is read: what is not read is never drawn as
/// blank, and never written over. Someone to talk to shows nothing of a diary and waits for nothing.
pub(super) fn page(role: Role, route: Route) -> AnyView {
    let store = store();
    let needs = needs(route);
    // A page that was drawn stays, whatever is read anew below it.
    let readiness = Memo::new(move |before| match before {
        Some(Readiness::Ready) => Readiness::Ready,
        _ if route == Route::Help => Readiness::Ready,
        _ => store.readiness(needs),
    });
    view! {
        {move || match readiness.get() {
            Readiness::Ready => read_page(role, route),
            Readiness::Reading => ().into_any(),
            Readiness::Failed => {
                view! {
                    <Page>
                        <PageHeader title=app::loading() />
                        <Notice text=Signal::stored(Some(trouble::not_read().to_owned())) />
                        <Button label=app::again() on_press=move |()| store.try_again() />
                    </Page>
                }
            }
        }}
    }
}

/// What a page shows of the diary.
fn needs(route: Route) -> Needs {
    match route {
        Route::Day(day)
        | Route::Mood(day, _)
        | Route::Night(day)
        | Route::MomentNew(day)
        | Route::Moment(day, _)
        | Route::SchoolDay(day) => Needs::MonthOf(day),
        Route::Home
        | Route::Begin
        | Route::LastNight
        | Route::HardMorning
        | Route::HelpCard
        | Route::Routine
        | Route::RoutineItemNew
        | Route::RoutineReady
        | Route::RoutineItem(_)
        | Route::Timetable
        | Route::OwnPlan
        | Route::Terms
        | Route::Thresholds
        | Route::People
        | Route::PersonNew
        | Route::Person(_)
        | Route::OwnCard(_)
        | Route::Receive
        | Route::Settings
        | Route::Reminders
        | Route::About
        | Route::Help => Needs::First,
        _ => Needs::All,
    }
}

fn read_page(role: Role, route: Route) -> AnyView {
    let chunk: Chunk = expect_context();
    let (session, store) = (session(), store());
    // An example is filled by the chunk, and no page is drawn of an empty one.
    let waits_for_example = Memo::new(move |_| {
        session.example() && store.diary.with(|diary| diary.profile().is_none())
    });
    match (role, route) {
        (Role::Young, Route::Home) => {
            view! {
                <Show
                    when=move || waits_for_example.get()
                    fallback=move || {
                        chunk.fetch_soon();
                        today::today::page()
                    }
                >
                    {chunk.draw(|_| ().into_any())}
                </Show>
            }
        }
        (Role::Young, Route::Begin) => welcome::begin::page(),
        // Someone to talk to is there at once: it shows nothing of a diary.
        (_, Route::Help) => chunk.draw(move |pages| (pages.page)(role, route)),
        _ => chunk.draw(move |pages| {
            if waits_for_example.get() { ().into_any() } else { (pages.page)(role, route) }
        }),
    }
}

/// Someone to talk to now, before anybody has said who is using this.
pub(super) fn help() -> AnyView {
    expect_context::<Chunk>().draw(|pages| (pages.help)())
}
