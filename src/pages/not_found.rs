//! An address where nothing is.

use leptos::prelude::*;

use crate::routes::Route;
use crate::text::{app, nav};
use crate::ui::{Build, EmptyState, HelpLink, LinkButton, Page, PageHeader};

/// Says so, and leads back.
pub fn page() -> AnyView {
    view! {
        <Page>
            <PageHeader title=app::name()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <EmptyState
                icon=icondata_lu::LuCompass
                title=app::not_found()
                sentence=""
            >
                <LinkButton href=Route::Home.href() label=app::to_start() />
            </EmptyState>
        </Page>
    }
    .built()
}
