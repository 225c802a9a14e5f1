//! Where a page leads when words were saved on it.

use askelma_diary::safety::speaks_of_self_harm;
use askelma_diary::values::Words;

use crate::routes::Route;

/// Where saving these words leads: to the card of help if they speak of self-harm, else where it
/// would.
pub(crate) fn after_saving<'a>(
    saved: impl IntoIterator<Item = &'a Option<Words>>,
    else_to: Route,
) -> Route {
    if leads_to_help(saved) { Route::HelpCard } else { else_to }
}

/// Whether these words speak of self-harm.
pub(crate) fn leads_to_help<'a>(saved: impl IntoIterator<Item = &'a Option<Words>>) -> bool {
    saved.into_iter().flatten().any(|words| speaks_of_self_harm(words.as_str()))
}
