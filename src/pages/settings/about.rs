//! About: what Askelma is, what happens to one's words, accessibility, licences.

use askelma_content::licences::{self, Licence};

use crate::browser::{data_files, device};
use crate::pages::back_to;
use crate::pages::layout::ReadPage;
use crate::routes::Route;
use crate::text::{about as t, app, settings};
use crate::ui::prelude::*;
use crate::ui::{Button, Card, Fetched, Kind};

/// The page about the app.
pub fn page() -> AnyView {
    view! {
        <ReadPage title=t::title() back=back_to(Route::Settings)>
            <Card title=t::what()>
                <p>{t::what_1()}</p>
                <p>{t::model()}</p>
                <p>{settings::not_medical()}</p>
                <p class="quiet">{settings::version(&version())}</p>
            </Card>
            <Card title=t::privacy()>
                <p>{t::privacy_1()}</p>
                <p>{t::privacy_2()}</p>
                <p>{t::privacy_3()}</p>
            </Card>
            <Card title=t::access()>
                <p>{t::access_1()}</p>
                <p>{t::access_2()}</p>
                <p>{t::access_3()}</p>
            </Card>
            {licence_card()}
        </ReadPage>
    }
}

fn version() -> String {
    let build = device::meta("askelma-build").unwrap_or_default();
    format!("{} ({build})", env!("CARGO_PKG_VERSION"))
}

fn licence_card() -> AnyView {
    let open = RwSignal::new(false);
    let show = move |()| open.set(true);
    let texts = |list: Vec<Licence>| list.into_iter().map(licence).collect::<Vec<_>>().into_any();
    view! {
        <Card title=t::licences()>
            <p>{t::licences_hint()}</p>
            <Show
                when=move || open.get()
                fallback=move || {
                    view! { <Button label=t::licences_show() kind=Kind::Outline on_press=show /> }
                }
            >
                <Fetched
                    from=LocalResource::new(licence_texts)
                    loading=app::loading()
                    failed=t::licences_none()
                    children=texts
                />
            </Show>
        </Card>
    }
}

async fn licence_texts() -> Option<Vec<Licence>> {
    licences::read(&data_files::fetch_text("licences.json").await.ok()?).ok()
}

fn licence(licence: Licence) -> AnyView {
    let paragraphs: Vec<_> =
        licence.text.split("\n\n").map(|part| view! { <p>{part.to_owned()}</p> }).collect();
    view! {
        <details class="more" lang="en">
            <summary>{licence.of.join(", ")}</summary>
            {paragraphs}
        </details>
    }
}
