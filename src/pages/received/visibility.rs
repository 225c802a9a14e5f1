//! What the receiver may do with a part of the sheet.

use askelma_diary::sharing::summary::Visibility;

use crate::text::meeting_sheet as t;

/// In a word, as it stands beside the part's title.
pub fn may(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Meeting => t::meeting_ok(),
        Visibility::OnlyYou => t::only_you(),
    }
}
