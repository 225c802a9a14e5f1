//! An address where nothing is.

use leptos::prelude::*;

use crate::components::{Build, EmptyState, HelpLink, LinkButton, Page, PageHeader};
use crate::rooms::Place;
use crate::text::{app, nav};

/// Says so, and leads back.
pub fn nothing() -> AnyView {
    view! {
        <Page>
            <PageHeader title=app::name()>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <EmptyState
                icon=icondata_lu::LuCompass
                title=app::not_found()
                sentence=""
            >
                <LinkButton href=Place::Start.href() label=app::to_start() />
            </EmptyState>
        </Page>
    }
    .built()
}
