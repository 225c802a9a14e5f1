//! No circles: not between the files of the app, not between those of xtask, not between the folders
//! of src/pages.

use std::collections::BTreeSet;

use super::modules::{Modules, circles, from_afar};
use super::tree;
use crate::paths;

/// `src/pages/mood/night.rs` → `mood`; a file right in src/pages is a part of its own.
fn page_folder(file: &str) -> String {
    let below = file.trim_start_matches("src/pages/");
    below.split('/').next().unwrap_or(below).to_owned()
}

#[test]
fn files_and_the_folders_of_pages_name_each_other_in_no_circle() -> anyhow::Result<()> {
    let sources = tree(&paths::root())?;
    let mut found = BTreeSet::new();
    for folder in ["src/", "xtask/src/"] {
        let graph = Modules::below(folder, &sources).graph(|_, _| true);
        assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 50, "{folder} was not read");
        found.extend(circles(&graph));
    }
    let in_pages = |file: &str| file.starts_with("src/pages/");
    let pages = Modules::below("src/", &sources).graph(|from, to| in_pages(from) && in_pages(to));
    found.extend(circles(&from_afar(&pages, page_folder)));
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}
