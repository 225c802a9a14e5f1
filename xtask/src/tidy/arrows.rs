//! The arrows of ARCHITECTURE.md: who may name whom.

use std::collections::BTreeSet;

use super::Found;
use super::modules::Modules;
use super::names::{Name, names};
use super::source::Source;

/// A part of the house, the parts of src/ that it may name, and which of our crates. What stands in
/// no list may not be named.
type Arrows = (&'static str, &'static [&'static str], &'static [&'static str]);

const ARROWS: [Arrows; 22] = [
    ("src/main", &[], &[]),
    ("src/bin", &[], &[]),
    ("src/lib", &["app", "background"], &[]),
    ("src/app", &["background", "browser", "pages", "routes", "store", "text", "ui"], &["diary"]),
    ("src/routes", &[], &["diary"]),
    (
        "src/pages",
        &["background", "browser", "routes", "store", "text", "ui"],
        &["content", "diary", "exchange", "files"],
    ),
    ("src/store", &["browser", "storage", "text"], &["diary", "exchange"]),
    ("src/storage", &["browser"], &["diary"]),
    ("src/ui", &[], &[]),
    ("src/text", &[], &[]),
    ("src/browser", &[], &["diary", "exchange", "files"]),
    ("src/background", &["browser"], &["diary", "exchange", "files"]),
    ("crates/diary", &[], &[]),
    ("crates/exchange", &[], &["diary"]),
    ("crates/files", &[], &["diary"]),
    ("crates/content", &[], &["diary"]),
    ("crates/sentences", &[], &[]),
    ("crates/doors", &[], &["diary", "exchange", "files"]),
    ("fuzz", &[], &["doors"]),
    ("xtask", &[], &["sentences"]),
    ("build", &[], &["sentences"]),
    // The empty app that the bench measures ours beside.
    ("end2end", &[], &[]),
];

/// The crates of this house, as they are named in code.
const OURS: &str = "askelma_";

const BROWSER: [&str; 9] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "leptos",
    "leptos_router",
    "gloo_storage",
    "idb",
    "reactive_stores",
];

/// What reads the clock or a file.
const OUTSIDE: [&str; 5] = ["Utc::now", "Local::now", "SystemTime", "Instant::now", "std::fs"];

/// The part that a file belongs to: `src/pages`, `crates/diary`, `xtask`.
fn part(file: &str) -> &str {
    let depth = if ["src/", "crates/"].iter().any(|above| file.starts_with(above)) { 2 } else { 1 };
    let end = file.match_indices('/').nth(depth - 1).map_or(file.len(), |(index, _)| index);
    file[..end].trim_end_matches(".rs")
}

fn row(file: &str) -> Option<Arrows> {
    ARROWS.into_iter().find(|(here, ..)| *here == part(file))
}

/// What the parts of the app name that they must not, as `path:line: what`.
pub fn of_the_app(sources: &[Source]) -> BTreeSet<String> {
    let modules = Modules::below("src/", sources);
    let mut wrong = BTreeSet::new();
    for (path, module) in modules.iter() {
        let here = part(&module.file);
        let may_name = row(&module.file).map_or(&[] as &[&str], |(_, parts, _)| parts);
        for name in &module.names {
            let named = modules.written(path, &name.segments);
            let Some(there) = named.and_then(|module| module.into_iter().next()) else { continue };
            if here != format!("src/{there}") && !may_name.contains(&there.as_str()) {
                wrong
                    .insert(format!("{}:{}: {here} must not name {there}", module.file, name.line));
            }
        }
    }
    wrong
}

pub fn of_our_crates(source: &Source) -> Found {
    if source.name.rsplit('.').next() != Some("rs") {
        return Found::new();
    }
    let here = part(&source.name);
    let Some((_, _, crates)) = row(&source.name) else {
        return vec![(1, format!("{here} is no part of the house that tidy knows"))];
    };
    let others = names(source).into_iter().filter_map(|name| {
        let krate = name.segments[0].strip_prefix(OURS)?;
        let is_itself = here.strip_prefix("crates/") == Some(krate);
        (!is_itself && !crates.contains(&krate))
            .then(|| (name.line, format!("{here} must not name the crate {krate}")))
    });
    others.collect()
}

pub fn of_the_pure_crates(source: &Source) -> Found {
    if !source.is_below(&["crates/"]) {
        return Found::new();
    }
    let is_dependency = |line: &str, name: &str| {
        line.split(['=', '.', ' ']).next() == Some(name.replace('_', "-").as_str())
    };
    let mut found = Found::new();
    if source.name.ends_with("Cargo.toml") {
        for (at, line) in source.text.lines().enumerate() {
            let needed = BROWSER.iter().find(|name| is_dependency(line, name));
            found.extend(needed.map(|name| (at + 1, format!("crates/ must not need {name}"))));
        }
    }
    for name in names(source) {
        let path = name.segments.join("::");
        if BROWSER.contains(&name.segments[0].as_str()) {
            found.push((name.line, format!("crates/ must not name the browser: {path}")));
        }
        // Tests of a crate read the data files that it decodes.
        let in_tests = source.name.contains("/tests/");
        if !in_tests && OUTSIDE.iter().any(|outside| holds(&name, outside)) {
            found.push((name.line, format!("crates/ have neither clock nor files: {path}")));
        }
    }
    found
}

pub fn of_storage(source: &Source) -> Found {
    if !source.is_below(&["src/"]) || source.is_below(&["src/storage/"]) {
        return Found::new();
    }
    let of_storage = |name: &Name| ["idb", "gloo_storage"].contains(&name.segments[0].as_str());
    let others = names(source).into_iter().filter(of_storage);
    others
        .map(|name| (name.line, format!("only src/storage may name {}", name.segments[0])))
        .collect()
}

/// Whether the segments of `part` follow each other in a path.
fn holds(name: &Name, part: &str) -> bool {
    let part: Vec<&str> = part.split("::").collect();
    name.segments.windows(part.len()).any(|window| window == part.as_slice())
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::super::source::Source;
    use super::{of_our_crates, of_storage, of_the_app, of_the_pure_crates};

    fn app(name: &str, text: &str) -> usize {
        let files = ["lib", "app", "routes", "pages/mod", "ui/mod", "store/mod", "storage/mod"];
        let files = files.into_iter().chain(["text/mod", "browser/mod", "background/mod"]);
        let house = files.map(|file| Source::new(&format!("src/{file}.rs"), ""));
        of_the_app(&house.chain([Source::new(name, text)]).collect::<Vec<_>>()).len()
    }

    #[test]
    fn arrows_that_run_the_wrong_way_are_caught() {
        assert_eq!(app("src/ui/face.rs", "use crate::store::Session;"), 1);
        assert_eq!(app("src/ui/face.rs", "use super::super::store::Session;"), 1);
        assert_eq!(app("src/store/a.rs", "use crate::{text, pages::mood};"), 1);
        assert_eq!(
            app("src/storage/a.rs", "use crate::{\n    browser::{a, b},\n    store,\n};"),
            1
        );
        assert_eq!(app("src/browser/clock.rs", "fn f() { let a = crate::storage::open(); }"), 1);
        assert_eq!(app("src/browser/intl.rs", "use crate::text::Language;"), 1);
        assert_eq!(app("src/pages/a.rs", "fn f() { view! { <p>{crate::storage::a()}</p> } }"), 1);
        assert_eq!(app("src/text/a.rs", "use crate::routes::Route;"), 1);
        assert_eq!(app("src/background/a.rs", "use crate::pages::store;"), 1);
        let crates = |name, text| said(of_our_crates, name, text);
        assert_eq!(crates("src/ui/face.rs", "use askelma_diary::Mood;"), 1);
        assert_eq!(crates("crates/diary/src/a.rs", "use askelma_exchange::Seal;"), 1);
        assert_eq!(crates("xtask/src/a.rs", "use askelma_diary::Mood;"), 1);
        assert_eq!(crates("crates/else/src/a.rs", "fn f() {}"), 1);
    }

    #[test]
    fn arrows_that_run_the_right_way_are_not() {
        assert_eq!(app("src/pages/today.rs", "use crate::{ui::Card, store::Session};"), 0);
        assert_eq!(app("src/ui/face.rs", "// not crate::store\nuse super::tint;"), 0);
        assert_eq!(app("src/app/frame.rs", "use crate::{store::A, pages::B};"), 0);
        assert_eq!(app("src/bin/background.rs", "fn main() { askelma::start() }"), 0);
        assert_eq!(said(of_our_crates, "src/store/mod.rs", "use askelma_diary::Day;"), 0);
        assert_eq!(said(of_our_crates, "crates/diary/tests/a.rs", "use askelma_diary::Day;"), 0);
    }

    #[test]
    fn the_pure_crates_know_no_browser_and_no_clock() {
        let pure = |name, text| said(of_the_pure_crates, name, text);
        assert_eq!(pure("crates/diary/src/a.rs", "use web_sys::Window;"), 1);
        assert_eq!(pure("crates/diary/src/a.rs", "fn f() { let now = chrono::Utc::now(); }"), 1);
        assert_eq!(pure("crates/exchange/Cargo.toml", "js-sys = \"0.3\""), 1);
        assert_eq!(pure("crates/diary/src/a.rs", "fn f() { let leptospira = 1; } // leptos"), 0);
    }

    #[test]
    fn only_storage_knows_the_database() {
        assert_eq!(said(of_storage, "src/store/mod.rs", "fn f() { idb::Database::open() }"), 1);
        assert_eq!(said(of_storage, "src/app.rs", "use gloo_storage::LocalStorage;"), 1);
        assert_eq!(said(of_storage, "src/storage/database.rs", "use idb::Database;"), 0);
    }
}
