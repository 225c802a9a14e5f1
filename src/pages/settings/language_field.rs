//! The choice of a language, each in its own words.

use crate::pages::session;
use crate::text::{Language, app as t};
use crate::ui::SelectField;
use crate::ui::prelude::*;

/// Asks for the language; the pages are drawn anew in it.
pub fn language_field() -> AnyView {
    let session = session();
    let options = Language::ALL
        .iter()
        .map(|language| (language.code().to_owned(), language.own_name().to_owned()))
        .collect::<Vec<_>>();
    view! {
        <SelectField
            label=t::language()
            options
            value=Signal::derive(move || session.language().code().to_owned())
            on_change=move |code: String| {
                if let Some(language) = Language::from_tag(&code) {
                    session.choose_language(language);
                }
            }
        />
    }
}
