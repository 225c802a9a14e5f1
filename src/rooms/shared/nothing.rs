//! An address where nothing is.

use leptos::prelude::*;

use crate::components::{Build, EmptyState, LinkButton, Page, PageHeader};
use crate::rooms::Place;
use crate::text::app;

/// Says so, and leads back.
pub fn nothing() -> AnyView {
    view! {
        <Page>
            <PageHeader title=app::name() />
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
