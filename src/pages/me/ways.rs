//! From Me to the rooms of one's own.

use crate::routes::Route;
use crate::text::{diary, progress, reasons, routine, school, strengths};
use crate::ui::prelude::*;
use crate::ui::{RowLink, Tint};

/// The rows.
pub fn ways() -> AnyView {
    let row = |place: Route, title: &'static str, hint: &'static str, icon, tint| {
        view! { <RowLink href=place.href() title hint icon tint /> }
    };
    let plain = |place: Route, title: &'static str, icon, tint| {
        view! { <RowLink href=place.href() title icon tint /> }
    };
    view! {
        <div class="stack">
            {row(
                Route::Strengths,
                strengths::link(),
                strengths::link_hint(),
                icondata_lu::LuSparkles,
                Tint::Dawn,
            )}
            {row(
                Route::Reasons,
                reasons::title(),
                reasons::link_hint(),
                icondata_lu::LuMap,
                Tint::Moss,
            )}
            {row(
                Route::Progress,
                progress::title(),
                progress::hint(),
                icondata_lu::LuChartNoAxesColumn,
                Tint::Spruce,
            )}
            {row(
                Route::Diary,
                diary::title(),
                diary::hint(),
                icondata_lu::LuCalendarDays,
                Tint::Sky,
            )}
            {plain(Route::Routine, routine::title(), icondata_lu::LuListChecks, Tint::Moss)}
            {plain(Route::School, school::title(), icondata_lu::LuSchool, Tint::Spruce)}
        </div>
    }
}
