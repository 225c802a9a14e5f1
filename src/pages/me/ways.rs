//! From Me to the pages of one's own.

use crate::routes::Route;
use crate::text::{diary, progress, reasons, routine, school, strengths};
use crate::ui::prelude::*;
use crate::ui::{RowLink, Tint};

/// The rows of links.
pub fn ways() -> AnyView {
    let row = |route: Route, title: &'static str, hint: &'static str, icon, tint| {
        view! { <RowLink href=route.href() title hint icon tint /> }
    };
    let plain = |route: Route, title: &'static str, icon, tint| {
        view! { <RowLink href=route.href() title icon tint /> }
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
