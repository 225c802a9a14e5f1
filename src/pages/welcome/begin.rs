//! The first minute ends with a choice.

use leptos::prelude::*;

use crate::pages::store;
use crate::routes::Route;
use crate::text::{nav, welcome};
use crate::ui::{Build, HelpLink, Page, PageHeader, RowLink, Tint};

/// Three ways to begin; none of them binds.
pub fn page() -> AnyView {
    let today = store().now.get_untracked().day();
    view! {
        <Page>
            <PageHeader title=welcome::first_title() above=welcome::first_hint()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <RowLink
                href=Route::Home.href()
                title=welcome::first_mood()
                hint=welcome::first_mood_hint()
                icon=icondata_lu::LuSmile
                tint=Tint::Dawn
            />
            <RowLink
                href=Route::Night(today).href()
                title=welcome::first_night()
                hint=welcome::first_night_hint()
                icon=icondata_lu::LuMoon
                tint=Tint::Night
            />
            <RowLink
                href=Route::Home.href()
                title=welcome::first_look()
                hint=welcome::first_look_hint()
                icon=icondata_lu::LuEye
                tint=Tint::Spruce
            />
        </Page>
    }
    .built()
}
