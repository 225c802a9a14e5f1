//! No circles: not between the folders of src/pages, not between the files inside one.

use super::modules::{Modules, circles, from_afar};
use super::tree;
use crate::paths;

/// `src/pages/mood/night.rs` → `mood`; a file right in src/pages is a part of its own.
fn page_folder(file: &str) -> String {
    let below = file.trim_start_matches("src/pages/");
    below.split('/').next().unwrap_or(below).to_owned()
}

#[test]
fn pages_and_their_folders_name_each_other_in_no_circle() -> anyhow::Result<()> {
    let sources = tree(&paths::root())?;
    let in_pages = |file: &str| file.starts_with("src/pages/");
    let graph = Modules::below("src/", &sources).graph(|from, to| in_pages(from) && in_pages(to));
    assert!(
        graph.values().map(std::collections::BTreeSet::len).sum::<usize>() > 50,
        "nothing was read"
    );
    let mut found = circles(&graph);
    found.extend(circles(&from_afar(&graph, page_folder)));
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}
