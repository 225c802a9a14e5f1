//! The arrows of architecture.md: rooms → components, state → storage, platform → diary, exchange.

use super::Found;
use super::source::Source;

/// A folder of src/, and the modules beside it that it must not name.
const APP: [(&str, &[&str]); 5] = [
    ("src/components/", &["app", "rooms", "state", "storage"]),
    ("src/state/", &["app", "rooms", "components"]),
    ("src/storage/", &["app", "rooms", "components", "state"]),
    ("src/platform/", &["app", "rooms", "components", "state", "storage"]),
    ("src/text/", &["app", "rooms", "components", "state", "storage"]),
];

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

const CLOCKS: [&str; 5] = ["Utc::now", "Local::now", "SystemTime", "Instant::now", "std::fs"];

pub fn of_the_app(source: &Source) -> Found {
    let rules = APP.iter().filter(|(folder, _)| source.is_below(&[folder]));
    let mut found = Found::new();
    for (folder, never) in rules {
        let here = folder.trim_end_matches('/');
        for (line, name) in named_modules(source) {
            if never.contains(&name.as_str()) {
                found.push((line, format!("{here} must not name {name}")));
            }
        }
        if *folder == "src/components/" {
            for name in ["askelma_diary", "askelma_exchange"] {
                found.extend(named(source, name, "src/components must not name"));
            }
        }
    }
    found
}

pub fn of_the_pure_crates(source: &Source) -> Found {
    let mut found = Found::new();
    if !source.is_below(&["crates/"]) {
        return found;
    }
    for name in BROWSER {
        found.extend(named(source, name, "crates/ must not name the browser:"));
        let dependency = name.replace('_', "-");
        if source.name.ends_with("Cargo.toml") {
            let lines = source.text.lines().enumerate();
            found.extend(
                lines
                    .filter(|(_, line)| line.split(['=', '.', ' ']).next() == Some(&dependency))
                    .map(|(at, _)| (at + 1, format!("crates/ must not need {dependency}"))),
            );
        }
    }
    for name in CLOCKS {
        found.extend(named(source, name, "crates/ have neither clock nor files:"));
    }
    if source.is_below(&["crates/diary/"]) {
        found.extend(named(source, "askelma_exchange", "the diary must not name"));
    }
    found
}

pub fn of_storage(source: &Source) -> Found {
    if !source.is_below(&["src/"]) || source.is_below(&["src/storage/"]) {
        return Found::new();
    }
    let names = ["idb", "gloo_storage"];
    names.iter().flat_map(|name| named(source, name, "only src/storage may name")).collect()
}

/// The lines whose code holds `name` as a whole path segment.
fn named(source: &Source, name: &str, what: &str) -> Found {
    let part_of_a_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let stands_in = |line: &str| {
        line.match_indices(name).any(|(at, _)| {
            !part_of_a_word(line[..at].chars().next_back())
                && !part_of_a_word(line[at + name.len()..].chars().next())
        })
    };
    let code = source.code.iter().take(source.tests_from());
    let lines = code.enumerate().filter(|(_, line)| stands_in(line));
    lines.map(|(at, _)| (at + 1, format!("{what} {name}"))).collect()
}

/// The modules named after `crate::` or `askelma::`, those in braces too.
fn named_modules(source: &Source) -> Vec<(usize, String)> {
    let code = source.code.join("\n");
    let mut found = Vec::new();
    for root in ["crate::", "askelma::"] {
        for (at, _) in code.match_indices(root) {
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + root.len()..];
            for name in first_names(rest) {
                found.push((line, name));
            }
        }
    }
    found
}

fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(word(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::{of_storage, of_the_app, of_the_pure_crates};

    #[test]
    fn arrows_that_run_the_wrong_way_are_caught() {
        let app = |name, text| said(of_the_app, name, text);
        assert_eq!(app("src/components/face.rs", "use crate::state::Session;"), 1);
        assert_eq!(app("src/components/face.rs", "use askelma_diary::Mood;"), 1);
        assert_eq!(app("src/state/mod.rs", "use crate::{text, rooms::young};"), 1);
        assert_eq!(
            app("src/storage/mod.rs", "use crate::{\n    platform::{a, b},\n    state,\n};"),
            1
        );
        assert_eq!(app("src/platform/clock.rs", "let a = crate::storage::open();"), 1);
    }

    #[test]
    fn arrows_that_run_the_right_way_are_not() {
        let app = |name, text| said(of_the_app, name, text);
        assert_eq!(app("src/rooms/today.rs", "use crate::{components::Card, state::Session};"), 0);
        assert_eq!(app("src/components/face.rs", "// not crate::state\nuse super::tint;"), 0);
        assert_eq!(
            app("src/state/mod.rs", "use crate::storage::Vault; use askelma_diary::Day;"),
            0
        );
    }

    #[test]
    fn the_pure_crates_know_no_browser_and_no_clock() {
        let pure = |name, text| said(of_the_pure_crates, name, text);
        assert_eq!(pure("crates/diary/src/a.rs", "use web_sys::Window;"), 1);
        assert_eq!(pure("crates/diary/src/a.rs", "let now = chrono::Utc::now();"), 1);
        assert_eq!(pure("crates/diary/src/a.rs", "use askelma_exchange::Seal;"), 1);
        assert_eq!(pure("crates/exchange/Cargo.toml", "js-sys = \"0.3\""), 1);
        assert_eq!(pure("crates/diary/src/a.rs", "let leptospira = 1; // leptos"), 0);
    }

    #[test]
    fn only_storage_knows_the_database() {
        assert_eq!(said(of_storage, "src/state/mod.rs", "idb::Database::open()"), 1);
        assert_eq!(said(of_storage, "src/app.rs", "use gloo_storage::LocalStorage;"), 1);
        assert_eq!(said(of_storage, "src/storage/database.rs", "use idb::Database;"), 0);
    }
}
