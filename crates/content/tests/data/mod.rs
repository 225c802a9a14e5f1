//! The data files as they lie in the repository.

use std::path::{Path, PathBuf};

/// The languages in which the app speaks.
pub const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// The repository's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text of `public/data/{name}.json`.
pub fn file(name: &str) -> String {
    let path = root().join(format!("public/data/{name}.json"));
    std::fs::read_to_string(path).expect("a data file")
}
