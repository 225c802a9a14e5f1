//! What no text file may hold, and how long it may be.

use super::Found;
use super::source::Source;

/// Pieced together, so that this file does not break its own rules.
const UNFINISHED: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
    concat!("HA", "CK:"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

const MACHINE_PATHS: [&str; 6] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("C:", "\\Users"),
];

const REGISTRIES: [&str; 6] = [
    concat!("static.crates", ".io"),
    concat!("index.crates", ".io"),
    concat!("registry.npm", "js.org"),
    concat!("python", "hosted.org"),
    concat!("deb.", "debian.org"),
    concat!("arti", "factory"),
];

const LINES: usize = 500;

/// Files longer than that, each with its reason.
const LONG: [(&str, &str); 0] = [];

pub fn unfinished(source: &Source) -> Found {
    holding(source, &UNFINISHED, "not finished:")
}

pub fn machine_paths(source: &Source) -> Found {
    holding(source, &MACHINE_PATHS, "a path of one machine:")
}

pub fn registries(source: &Source) -> Found {
    holding(source, &REGISTRIES, "a registry's host:")
}

fn holding(source: &Source, never: &[&str], what: &str) -> Found {
    let mut found = Found::new();
    for (at, line) in source.text.lines().enumerate() {
        if let Some(word) = never.iter().find(|word| line.contains(**word)) {
            found.push((at + 1, format!("{what} {word}")));
        }
    }
    found
}

/// Files that a person reads; locks, licences and lists are as long as they are.
pub fn too_long(source: &Source) -> Option<String> {
    let read = [".rs", ".ts", ".mjs", ".js", ".css", ".html"];
    let lines = source.text.lines().count();
    let excused = LONG.iter().any(|(name, _)| *name == source.name);
    let long = lines > LINES && !excused && read.iter().any(|end| source.name.ends_with(end));
    long.then(|| {
        format!("{}: {lines} lines, over {LINES}: split it, or give a reason", source.name)
    })
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::super::source::Source;
    use super::{
        MACHINE_PATHS, REGISTRIES, UNFINISHED, machine_paths, registries, too_long, unfinished,
    };

    #[test]
    fn each_word_is_caught() {
        let line = |word: &str| format!("// see {word}x\n");
        for word in UNFINISHED {
            assert_eq!(said(unfinished, "src/a.rs", &line(word)), 1, "{word}");
        }
        for word in MACHINE_PATHS {
            assert_eq!(said(machine_paths, "README.md", &line(word)), 1, "{word}");
        }
        for word in REGISTRIES {
            assert_eq!(said(registries, "package-lock.json", &line(word)), 1, "{word}");
        }
        assert_eq!(said(machine_paths, "src/a.rs", "let folder = \"target/tools\";"), 0);
    }

    #[test]
    fn long_files_are_listed() {
        let text = "a\n".repeat(501);
        assert!(too_long(&Source::new("src/a.rs", &text)).is_some());
        assert!(too_long(&Source::new("Cargo.lock", &text)).is_none());
        assert!(too_long(&Source::new("src/a.rs", "a\n")).is_none());
    }
}
