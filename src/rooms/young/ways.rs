//! From Me to the rooms of one's own.

use leptos::prelude::*;

use crate::components::{Build, RowLink, Tint};
use crate::rooms::Place;
use crate::text::{diary, me, picture, reasons, routine, schooltime, strengths};

/// The rows.
pub fn ways() -> AnyView {
    let row = |place: Place, title: &'static str, hint: &'static str, icon, tint| {
        view! { <RowLink href=place.href() title hint icon tint /> }
    };
    let plain = |place: Place, title: &'static str, icon, tint| {
        view! { <RowLink href=place.href() title icon tint /> }
    };
    view! {
        <div class="stack">
            {row(
                Place::Strengths(None),
                strengths::link(),
                strengths::link_hint(),
                icondata_lu::LuSparkles,
                Tint::Dawn,
            )}
            {row(
                Place::Reasons,
                reasons::title(),
                reasons::link_hint(),
                icondata_lu::LuMap,
                Tint::Moss,
            )}
            {row(
                Place::Picture,
                picture::title(),
                picture::hint(),
                icondata_lu::LuChartNoAxesColumn,
                Tint::Spruce,
            )}
            {row(
                Place::Diary,
                me::days_title(),
                diary::hint(),
                icondata_lu::LuCalendarDays,
                Tint::Sky,
            )}
            {plain(Place::Routine, routine::title(), icondata_lu::LuListChecks, Tint::Moss)}
            {plain(Place::School, schooltime::title(), icondata_lu::LuSchool, Tint::Spruce)}
        </div>
    }
    .built()
}
