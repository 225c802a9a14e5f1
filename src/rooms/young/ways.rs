//! From Me to my picture and to my days.

use leptos::prelude::*;

use crate::components::{Build, RowLink, Tint};
use crate::rooms::Place;
use crate::text::{diary, me, picture};

/// The two rows.
pub fn ways() -> AnyView {
    view! {
        <RowLink
            href=Place::Picture.href()
            title=picture::title()
            hint=picture::hint()
            icon=icondata_lu::LuChartNoAxesColumn
            tint=Tint::Spruce
        />
        <RowLink
            href=Place::Diary.href()
            title=me::days_title()
            hint=diary::hint()
            icon=icondata_lu::LuCalendarDays
            tint=Tint::Sky
        />
    }
    .built()
}
