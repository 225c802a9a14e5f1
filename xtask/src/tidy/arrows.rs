//! The arrows of ARCHITECTURE.md: which part of the app, and which crate, names which.

use super::Found;
use super::names::{Name, names};
use super::source::Source;

/// A part of src/ → the parts of src/ that it names.
const APP: [(&str, &[&str]); 9] = [
    ("src/routes.rs", &["pages"]),
    ("src/pages/", &["pages", "ui", "store", "text", "browser", "routes", "background"]),
    ("src/store/", &["store", "storage", "browser", "text"]),
    ("src/storage/", &["storage", "browser"]),
    ("src/ui/", &["ui"]),
    ("src/text/", &["text"]),
    ("src/browser/", &["browser", "background"]),
    // It tells the time where the person is.
    ("src/background/", &["background", "browser"]),
    ("src/bin/", &["start_background"]),
];

/// A folder → the crates of this house that it names.
const CRATES: [(&str, &[&str]); 12] = [
    ("src/routes.rs", &["diary"]),
    ("src/pages/", &["content", "diary", "exchange", "files"]),
    ("src/store/", &["diary", "exchange"]),
    ("src/storage/", &["diary"]),
    ("src/ui/", &[]),
    ("src/text/", &[]),
    ("src/browser/", &["diary", "exchange", "files"]),
    ("src/background/", &["diary", "exchange", "files"]),
    ("crates/diary/", &["diary"]),
    ("crates/exchange/", &["exchange", "diary"]),
    ("crates/files/", &["files", "diary"]),
    ("xtask/", &["sentences"]),
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

pub fn of_the_app(source: &Source) -> Found {
    let Some((folder, may_name)) = row(&APP, source) else { return Found::new() };
    let others = names(source).into_iter().filter_map(|name| match name.segments.as_slice() {
        [root, part, ..] if root == "crate" || root == "askelma" => (!may_name
            .contains(&part.as_str()))
        .then(|| (name.line, format!("{folder} must not name {part}"))),
        _ => None,
    });
    others.collect()
}

pub fn of_our_crates(source: &Source) -> Found {
    let Some((folder, may_name)) = row(&CRATES, source) else { return Found::new() };
    let others = names(source).into_iter().filter_map(|name| {
        let krate = name.segments[0].strip_prefix(OURS)?;
        (!may_name.contains(&krate))
            .then(|| (name.line, format!("{folder} must not name the crate {krate}")))
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

fn row<'a>(
    table: &[(&'a str, &'a [&'a str])],
    source: &Source,
) -> Option<(&'a str, &'a [&'a str])> {
    table.iter().find(|(folder, _)| source.is_below(&[folder])).copied()
}

/// Whether the segments of `part` follow each other in a path.
fn holds(name: &Name, part: &str) -> bool {
    let part: Vec<&str> = part.split("::").collect();
    name.segments.windows(part.len()).any(|window| window == part.as_slice())
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::{of_our_crates, of_storage, of_the_app, of_the_pure_crates};

    #[test]
    fn arrows_that_run_the_wrong_way_are_caught() {
        let app = |name, text| said(of_the_app, name, text);
        assert_eq!(app("src/ui/face.rs", "use crate::store::Session;"), 1);
        assert_eq!(app("src/store/mod.rs", "use crate::{text, pages::mood};"), 1);
        assert_eq!(
            app("src/storage/mod.rs", "use crate::{\n    browser::{a, b},\n    store,\n};"),
            1
        );
        assert_eq!(app("src/browser/clock.rs", "fn f() { let a = crate::storage::open(); }"), 1);
        assert_eq!(app("src/pages/a.rs", "fn f() { view! { <p>{crate::storage::a()}</p> } }"), 1);
        assert_eq!(said(of_our_crates, "src/ui/face.rs", "use askelma_diary::Mood;"), 1);
        assert_eq!(said(of_our_crates, "crates/diary/src/a.rs", "use askelma_exchange::Seal;"), 1);
        assert_eq!(said(of_our_crates, "xtask/src/a.rs", "use askelma_diary::Mood;"), 1);
    }

    #[test]
    fn arrows_that_run_the_right_way_are_not() {
        let app = |name, text| said(of_the_app, name, text);
        assert_eq!(app("src/pages/today.rs", "use crate::{ui::Card, store::Session};"), 0);
        assert_eq!(app("src/ui/face.rs", "// not crate::store\nuse super::tint;"), 0);
        assert_eq!(app("src/app/frame.rs", "use crate::{storage::A, pages::B};"), 0);
        assert_eq!(said(of_our_crates, "src/store/mod.rs", "use askelma_diary::Day;"), 0);
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
