//! The first minute ends with a choice.

use leptos::prelude::*;

use crate::components::{Build, HelpLink, Page, PageHeader, RowLink, Tint};
use crate::rooms::{Place, keeper};
use crate::text::{nav, welcome};

/// Three ways to begin; none of them binds.
pub fn begin() -> AnyView {
    let today = keeper().now.get_untracked().day();
    view! {
        <Page>
            <PageHeader title=welcome::first_title() above=welcome::first_hint()>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <RowLink
                href=Place::Start.href()
                title=welcome::first_mood()
                hint=welcome::first_mood_hint()
                icon=icondata_lu::LuSmile
                tint=Tint::Dawn
            />
            <RowLink
                href=Place::Night(today).href()
                title=welcome::first_night()
                hint=welcome::first_night_hint()
                icon=icondata_lu::LuMoon
                tint=Tint::Night
            />
            <RowLink
                href=Place::Start.href()
                title=welcome::first_look()
                hint=welcome::first_look_hint()
                icon=icondata_lu::LuEye
                tint=Tint::Spruce
            />
        </Page>
    }
    .built()
}
