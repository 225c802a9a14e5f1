//! No circles: not between the folders of src/pages, not between the files inside one.

use super::modules::{Modules, circles, from_afar};
use super::tree;
use crate::paths;

/// Circles that are there, each to be mended; one that is gone must go from here too.
const KNOWN: [&str; 6] = [
    "hard_morning → people → hard_morning",
    "src/pages/data/import.rs → src/pages/data/import_faces.rs → src/pages/data/import.rs",
    "src/pages/path/step.rs → src/pages/path/try_chart.rs → src/pages/path/step.rs",
    "src/pages/received/sheet_path.rs → src/pages/received/sheet_words.rs → src/pages/received/sheet_path.rs",
    "src/pages/school/timetable.rs → src/pages/school/timetable_day.rs → src/pages/school/timetable.rs",
    "src/pages/share/share_choice.rs → src/pages/share/share_path.rs → src/pages/share/share_choice.rs",
];

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
    assert_eq!(found, KNOWN.map(str::to_owned).into(), "left: found; right: known");
    Ok(())
}
