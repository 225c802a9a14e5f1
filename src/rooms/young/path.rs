//! The path's room.

use leptos::prelude::*;

use crate::components::{Build, EmptyState, HelpLink, Kind, LinkButton, Page, PageHeader, Tint};
use crate::rooms::Place;
use crate::text::{nav, path as t};

/// Says honestly what will be here.
pub fn path() -> AnyView {
    view! {
        <Page>
            <PageHeader title=t::title() above=t::above()>
                <HelpLink href=Place::Help.href() label=nav::help() />
            </PageHeader>
            <EmptyState
                icon=icondata_lu::LuFootprints
                title=t::empty_title()
                sentence=t::empty()
                tint=Tint::Spruce
            >
                <LinkButton href=Place::Start.href() label=t::to_today() kind=Kind::Outline />
            </EmptyState>
        </Page>
    }
    .built()
}
