//! The rooms of the first module: Today. All others come with the second (see [`super::every`]).

use std::time::Duration;

use leptos::prelude::*;

use super::{Place, RoomSet, keeper, session, young};
use crate::app::give_page_away;
use crate::components::{Build, Notice, Page, PageHeader};
use crate::platform::later;
use crate::state::Role;
use crate::text::{app, share};

/// How long after Today stands the second module is fetched, if nobody asks for it before: the
/// first paint and the first tap come first.
const FETCH_AFTER: Duration = Duration::from_millis(1_500);

/// Today alone.
pub const ROOMS: RoomSet = RoomSet { room, beside: |_| None, fill_example: None };

/// Where the second module stands.
#[derive(Debug, Clone, Copy)]
struct Second {
    asked: StoredValue<bool>,
    ready: RwSignal<bool>,
    absent: RwSignal<bool>,
}

fn room(role: Role, place: Place) -> AnyView {
    let second = use_context::<Second>().unwrap_or_else(|| {
        let second = Second {
            asked: StoredValue::new(false),
            ready: RwSignal::new(false),
            absent: RwSignal::new(false),
        };
        provide_context(second);
        second
    });
    let empty_example =
        session().example() && keeper().diary.with_untracked(|diary| diary.profile().is_none());
    if (role, place) == (Role::Young, Place::Start) && !empty_example {
        set_timeout(move || fetch(second), FETCH_AFTER);
        return young::today::today(None);
    }
    fetch(second);
    view! { <Elsewhere second /> }.built()
}

fn fetch(second: Second) {
    if second.asked.try_get_value() != Some(false) {
        return;
    }
    second.asked.set_value(true);
    later::fetch(
        move || {
            second.ready.try_set(true);
        },
        move || {
            second.asked.try_set_value(false);
            second.absent.try_set(true);
        },
    );
}

/// Another room is asked for: gives the page away as soon as the second module is there.
#[component]
fn Elsewhere(second: Second) -> impl IntoView {
    let keeper = keeper();
    Effect::new(move |_| {
        if second.ready.get() {
            // Not from within the effect: it goes with the page.
            set_timeout(move || give_page_away(Some(keeper)), Duration::ZERO);
        }
    });
    let sentence = Signal::derive(move || second.absent.get().then(|| share::engine().to_owned()));
    view! {
        <Page>
            <PageHeader title=app::loading() />
            <Notice text=sentence />
        </Page>
    }
    .built()
}
