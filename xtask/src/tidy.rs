//! Rules over the tree that no compiler knows: which way the arrows run, where colours and words
//! stand, what must not be named. `cargo xtask check` runs them among the native tests.

mod arrows;
mod chunk;
mod circles;
mod classes;
mod colours;
mod left_pages;
mod modules;
mod names;
mod pages;
mod plain;
mod source;
mod views;
mod words;

use std::path::Path;

use source::{Source, is_text};

use crate::{files, paths};

/// What a rule found: the line, and what is wrong there.
type Found = Vec<(usize, String)>;

type Rule = fn(&Source) -> Found;

const RULES: [Rule; 11] = [
    arrows::of_our_crates,
    arrows::of_the_pure_crates,
    arrows::of_storage,
    colours::outside_palette,
    left_pages::touched_after_waiting,
    words::outside_text,
    plain::unfinished,
    plain::machine_paths,
    plain::registries,
    views::in_the_prelude,
    views::with_our_prelude,
];

/// Every text file of the tree that a person has written.
fn tree(root: &Path) -> anyhow::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in ["", ".ci", ".cargo"] {
        for path in files_below(&root.join(folder))? {
            let name = files::relative(&path, root)?;
            if is_text(&name) {
                sources.push(Source::new(&name, &files::read_text(&path)?));
            }
        }
    }
    let of_tests: Vec<_> = sources.iter().flat_map(Source::test_files).collect();
    for source in &mut sources {
        source.is_test = of_tests.contains(&source.name);
    }
    Ok(sources)
}

/// Like `files::below`, without what is made or installed.
fn files_below(folder: &Path) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let made = ["target", "dist", "node_modules", "test-results", "playwright-report"];
        if name.starts_with('.') || made.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The violations in one file, as `path:line: what`.
fn violations(source: &Source, rules: &[Rule]) -> Vec<String> {
    let found = rules.iter().flat_map(|rule| rule(source));
    found.map(|(line, what)| format!("{}:{line}: {what}", source.name)).collect()
}

#[test]
fn the_tree_is_tidy() -> anyhow::Result<()> {
    let sources = tree(&paths::root())?;
    assert!(sources.len() > 30, "the tree was not found");
    let mut wrong: Vec<_> = sources.iter().flat_map(|s| violations(s, &RULES)).collect();
    wrong.extend(sources.iter().filter_map(plain::too_long));
    wrong.extend(arrows::of_the_app(&sources));
    wrong.extend(classes::unnamed(&sources));
    wrong.extend(classes::astray(&sources));
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    Ok(())
}

/// What `rule` says of a file of that name and text; for the rules' own tests.
fn said(rule: Rule, name: &str, text: &str) -> usize {
    violations(&Source::new(name, text), &[rule]).len()
}
