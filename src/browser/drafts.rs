//! Drafts: what is being written outlives a reload of its tab. They lie in the tab's
//! `sessionStorage` until what was written is on the disk.

/// Keys of drafts begin so, apart from all else in the tab.
const PREFIX: &str = "draft:";

fn storage() -> Option<web_sys::Storage> {
    // Storage may be denied altogether; then there are no drafts and nothing else breaks.
    web_sys::window()?.session_storage().ok().flatten()
}

/// The place of a diary's drafts, before the address of the page that they were written on. Two
/// apps at one origin have their own.
pub fn place_of(base: &str, role: &str, example: bool) -> String {
    let whose = if example { "example" } else { "own" };
    [PREFIX, base, ":", role, ":", whose, ":"].concat()
}

/// The draft under a key.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a draft.
pub fn keep(key: &str, draft: &str) {
    if let Some(storage) = storage() {
        // Where the tab has no room left, the words are on the screen as before.
        let _ = storage.set_item(key, draft);
    }
}

/// Lets a draft go.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        // What is not there need not go.
        let _ = storage.remove_item(key);
    }
}

/// Keys and drafts at a place.
pub fn at(place: &str) -> Vec<(String, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default())
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(place));
    keys.filter_map(|key| Some((storage.get_item(&key).ok().flatten()?, key)))
        .map(|(draft, key)| (key, draft))
        .collect()
}

/// Lets all drafts at a place go: those of a diary by its [`place_of`].
pub fn clear(place: &str) {
    for (key, _) in at(place) {
        forget(&key);
    }
}

/// Lets the drafts of every diary at a base in this tab go.
pub fn clear_all(base: &str) {
    clear(&[PREFIX, base, ":"].concat());
}
