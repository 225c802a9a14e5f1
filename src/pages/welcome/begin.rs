//! The first minute ends with a choice.

use crate::ui::prelude::*;

use crate::pages::store;
use crate::routes::Route;
use crate::text::{begin as t, nav};
use crate::ui::{HelpLink, Page, PageHeader, RowLink, Tint};

/// Three ways to begin; none of them binds.
pub fn page() -> AnyView {
    let today = store().now.get_untracked().day();
    view! {
        <Page>
            <PageHeader title=t::title() above=t::hint()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
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
        </Page>
    }
}
