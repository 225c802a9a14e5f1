//! An address where nothing is.

use crate::pages::layout::ReadPage;
use crate::routes::Route;
use crate::text::{app, not_found as t};
use crate::ui::prelude::*;
use crate::ui::{EmptyState, LinkButton};

/// Says so, and leads back.
pub fn page() -> AnyView {
    view! {
        <ReadPage title=app::name()>
            <EmptyState icon=icondata_lu::LuCompass title=t::title() sentence="">
                <LinkButton href=Route::Home.href() label=t::to_start() />
            </EmptyState>
        </ReadPage>
    }
}
