//! The first minute ends with a choice.

use crate::pages::layout::ReadPage;
use crate::pages::store;
use crate::routes::Route;
use crate::text::begin as t;
use crate::ui::prelude::*;
use crate::ui::{RowLink, Tint};

/// Three ways to begin; none of them binds.
pub fn page() -> AnyView {
    let today = store().now.get_untracked().day();
    view! {
        <ReadPage title=t::title() above=t::hint()>
            <RowLink
                href=Route::Home.href()
                title=t::mood()
                hint=t::mood_hint()
                icon=icondata_lu::LuSmile
                tint=Tint::Dawn
            />
            <RowLink
                href=Route::Night(today).href()
                title=t::night()
                hint=t::night_hint()
                icon=icondata_lu::LuMoon
                tint=Tint::Night
            />
            <RowLink
                href=Route::Home.href()
                title=t::look()
                hint=t::look_hint()
                icon=icondata_lu::LuEye
                tint=Tint::Spruce
            />
        </ReadPage>
    }
}
