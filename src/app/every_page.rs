//! What the chunk holds: every page by role and route, read off the table of routes.

use std::cmp::Ordering;

use askelma_diary::id::Id;
use askelma_diary::school::Which;
use askelma_diary::time::Day;
use leptos::task::spawn_local;

use super::chunk::LaterPages;
use crate::background::Background;
use crate::browser::intl;
use crate::pages::{
    data, diary, hard_morning, help, me, mood, not_found, path, people, progress, reasons,
    received, routine, school, settings, share, sleep, store, strengths, today as today_pages,
    welcome,
};
use crate::routes::{Route, for_each_route};
use crate::store::{Role, example};
use crate::text::clock;
use crate::ui::TimeWords;
use crate::ui::prelude::*;

/// What the chunk holds.
#[inline]
pub fn later_pages() -> LaterPages {
    LaterPages {
        page,
        help: help::help::page,
        nav_extra,
        fill_example: |store, role| spawn_local(example::fill(store, role)),
    }
}

macro_rules! roles {
    (any) => {
        _
    };
    (young) => {
        Role::Young
    };
    (adult) => {
        Role::Parent | Role::Worker
    };
}

/// How times are written and refused in every time field.
fn time_words() -> TimeWords {
    TimeWords { format: intl::clock, refused: || clock::refused(&intl::clock(22 * 60 + 30)) }
}

macro_rules! dispatch {
    ($(
        $(#[$doc:meta])*
        $roles:ident $name:ident $(($($value:ident: $type:ty),+))? = $address:literal
        $(was $($before:literal),+)? => $page:expr;
    )+) => {
        /// The page of a role at a route.
        fn page(role: Role, route: Route) -> AnyView {
            provide_context(time_words());
            // What it sealed or scanned goes with the page.
            provide_context(Background::default());
            match (role, route) {
                $((roles!($roles), Route::$name $(($($value),+))?) => $page,)+
                _ => not_found::page(),
            }
        }
    };
}

for_each_route!(dispatch);

fn today() -> Day {
    store().now.get_untracked().day()
}

/// Today's own page is the one at the start; what has not come yet has one where something stands
/// on it, as a clock that was ahead leaves it.
fn day_of_diary(day: Day) -> AnyView {
    match day.cmp(&today()) {
        Ordering::Less => diary::day::page(day),
        Ordering::Equal => today_pages::today::page(),
        Ordering::Greater => {
            let stands = store().diary.with_untracked(|diary| diary.of_day(day).next().is_some());
            if stands { diary::day::ahead(day) } else { not_found::page() }
        }
    }
}

fn home() -> AnyView {
    match expect_context() {
        Role::Young => today_pages::today::page(),
        Role::Parent => received::calm_week::page(None),
        Role::Worker => received::cases::page(),
    }
}

fn case(id: Id) -> AnyView {
    match expect_context() {
        Role::Parent => received::calm_week::page(Some(id)),
        Role::Young | Role::Worker => received::case::page(id),
    }
}

/// What follows the navigation on a wide screen.
fn nav_extra(role: Role) -> Option<AnyView> {
    (role == Role::Worker).then(|| view! { <received::cases::CaseLinks /> })
}
