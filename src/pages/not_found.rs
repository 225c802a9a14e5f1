//! An address where nothing is.

use crate::ui::prelude::*;

use crate::routes::Route;
use crate::text::{app, nav, not_found as t};
use crate::ui::{EmptyState, HelpLink, LinkButton, Page, PageHeader};

/// Says so, and leads back.
pub fn page() -> AnyView {
    view! {
        <Page>
            <PageHeader title=app::name()>
                <HelpLink href=Route::Help.href() label=nav::help() />
            </PageHeader>
            <EmptyState
                icon=icondata_lu::LuCompass
                title=t::title()
                sentence=""
            >
                <LinkButton href=Route::Home.href() label=t::to_start() />
            </EmptyState>
        </Page>
    }
}
