//! What is being typed outlives a reload: it waits in the tab's `sessionStorage` until it is saved.

use leptos::prelude::*;

/// Keys of drafts begin so, apart from all else in the tab.
const PREFIX: &str = "draft:";

fn store() -> Option<web_sys::Storage> {
    // Storage may be denied altogether; then there are no drafts and nothing else breaks.
    window().session_storage().ok().flatten()
}

fn key(draft: &str) -> String {
    [PREFIX, draft].concat()
}

/// Saves `value` under `draft`; an empty one is removed.
pub fn save_draft(draft: &str, value: &str) {
    if let Some(store) = store() {
        let _ = if value.is_empty() {
            store.remove_item(&key(draft))
        } else {
            store.set_item(&key(draft), value)
        };
    }
}

/// What was saved under `draft`.
pub fn read_draft(draft: &str) -> Option<String> {
    store()?.get_item(&key(draft)).ok().flatten()
}

/// Removes what was saved under `draft`, once it is in the diary or thrown away.
pub fn clear_draft(draft: &str) {
    save_draft(draft, "");
}

/// Removes everything that was saved in this tab: it belongs to a diary that is left.
pub fn clear_all_drafts() {
    let Some(store) = store() else { return };
    let keys = (0..store.length().unwrap_or(0)).filter_map(|index| store.key(index).ok().flatten());
    let drafts: Vec<_> = keys.filter(|key| key.starts_with(PREFIX)).collect();
    for draft in drafts {
        let _ = store.remove_item(&draft);
    }
}
