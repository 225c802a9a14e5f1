//! What the chunk holds: every page by role and route, read off the table of routes.

use askelma_diary::id::Id;
use askelma_diary::school::Which;
use askelma_diary::time::Day;
use leptos::prelude::*;

use crate::pages::{
    data, diary, hard_morning, help, me, mood, not_found, path, people, progress, reasons,
    received, routine, school, settings, share, sleep, store, strengths, today as today_pages,
    welcome, wording,
};
use crate::routes::{Route, for_each_route};
use crate::store::Role;
use crate::ui::Build;

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

macro_rules! dispatch {
    ($(
        $(#[$doc:meta])*
        $roles:ident $name:ident $(($($value:ident: $type:ty),+))? = $address:literal
        $(was $($before:literal),+)? => $page:expr;
    )+) => {
        /// The page of a role at a route.
        pub(super) fn page(role: Role, route: Route) -> AnyView {
            provide_context(wording::time_words());
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

/// What stands beside the places on a wide screen.
pub(super) fn beside(role: Role) -> Option<AnyView> {
    (role == Role::Worker).then(|| view! { <received::cases::CaseLinks /> }.built())
}
