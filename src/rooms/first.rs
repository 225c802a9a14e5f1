//! The rooms of the first module: the end of the first run, and Today. All others come with the
//! second (see [`super::every`]).

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use super::{Place, RoomSet, keeper, session, young};
use crate::app::give_page_away;
use crate::components::{Build, Notice, Page, PageHeader};
use crate::platform::later;
use crate::state::{Keeper, Role};
use crate::text::app;

/// How long after Today stands the second module is fetched, if nobody asks for it before: the
/// first paint and the first tap come first.
const FETCH_AFTER: Duration = Duration::from_millis(1_500);

/// These two alone.
pub const ROOMS: RoomSet = RoomSet { room, help, beside: |_| None, fill_example: None };

/// Where the second module stands. It belongs to the module: a room's own signals go with the room.
#[derive(Debug, Clone)]
struct Second {
    ready: ArcRwSignal<bool>,
    absent: ArcRwSignal<bool>,
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static SECOND: Second =
        Second { ready: ArcRwSignal::new(false), absent: ArcRwSignal::new(false) };
}

fn room(role: Role, place: Place) -> AnyView {
    let empty_example =
        session().example() && keeper().diary.with_untracked(|diary| diary.profile().is_none());
    match (role, place) {
        (Role::Young, Place::Start) if !empty_example => {
            set_timeout(fetch, FETCH_AFTER);
            young::today::today()
        }
        (Role::Young, Place::Begin) => young::begin::begin(),
        _ => help(),
    }
}

/// Every room that is not here, help before the first choice among them.
fn help() -> AnyView {
    fetch();
    view! { <Elsewhere /> }.built()
}

fn fetch() {
    if ASKED.replace(true) {
        return;
    }
    let Second { ready, absent } = SECOND.with(Clone::clone);
    later::fetch(
        move || ready.set(true),
        move || {
            ASKED.set(false);
            absent.set(true);
        },
    );
}

/// Another room is asked for: gives the page away as soon as the second module is there.
#[component]
fn Elsewhere() -> impl IntoView {
    let keeper = use_context::<Keeper>();
    let Second { ready, absent } = SECOND.with(Clone::clone);
    Effect::new(move |_| {
        if ready.get() {
            // Not from within the effect: it goes with the page.
            set_timeout(move || give_page_away(keeper), Duration::ZERO);
        }
    });
    let sentence = Signal::derive(move || absent.get().then(|| app::engine().to_owned()));
    view! {
        <Page>
            <PageHeader title=app::loading() />
            <Notice text=sentence />
        </Page>
    }
    .built()
}
