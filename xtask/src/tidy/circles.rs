//! No circles: not between the files of the app, not between those of xtask, not between the folders
//! of src/pages, and not between the layers of a crate.

use std::collections::BTreeSet;

use super::modules::{Modules, circles, from_afar};
use super::tree;
use crate::paths;

/// Crates whose layers stand one above the other.
const LAYERED: [&str; 5] = [
    "crates/diary/src/",
    "crates/content/src/",
    "crates/exchange/src/",
    "crates/files/src/",
    "crates/sentences/src/",
];

/// The part of `above` that a file belongs to: in `src/pages/`, `mood` for `src/pages/mood/mood.rs`;
/// a file right in it is one, together with the folder of its name.
fn part(above: &str, file: &str) -> String {
    let below = file.trim_start_matches(above);
    below.split('/').next().unwrap_or(below).trim_end_matches(".rs").to_owned()
}

#[test]
fn files_folders_of_pages_and_layers_name_each_other_in_no_circle() -> anyhow::Result<()> {
    let sources = tree(&paths::root())?;
    let mut circles_found = BTreeSet::new();
    for folder in ["src/", "xtask/src/"] {
        let graph = Modules::below(folder, &sources).graph(|_, _| true);
        assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 50, "{folder} was not read");
        circles_found.extend(circles(&graph));
    }
    let in_pages = |file: &str| file.starts_with("src/pages/");
    let pages = Modules::below("src/", &sources).graph(|from, to| in_pages(from) && in_pages(to));
    circles_found.extend(circles(&from_afar(&pages, |file| part("src/pages/", file))));
    for layers in LAYERED {
        // What a crate gives stands at its root, above and below all layers.
        let is_layer = |file: &str| !file.ends_with("/lib.rs");
        let graph =
            Modules::below(layers, &sources).graph(|from, to| is_layer(from) && is_layer(to));
        circles_found.extend(circles(&from_afar(&graph, |file| part(layers, file))));
    }
    assert!(circles_found.is_empty(), "{circles_found:#?}");
    Ok(())
}
