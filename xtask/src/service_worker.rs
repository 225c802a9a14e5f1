//! The service worker's script: the template in public/ with what this build has to keep.

use std::collections::BTreeSet;
use std::path::Path;

use crate::files;

/// Never kept: shown only by an installer, or read only by a host. The page itself is kept under the
/// base address.
const NOT_KEPT: [&str; 5] = ["screenshots/", "fonts/OFL.txt", "index.html", "404.html", "_headers"];

/// The names of the files that the service worker keeps, relative to the base.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Without any one of these some page would not work. They are named by content.
    pub needed: Vec<String>,
    /// What only the platform shows, under lasting names: everything works without them.
    pub optional: Vec<String>,
}

impl Kept {
    /// Of the staged bundle.
    pub fn of(stage: &Path) -> anyhow::Result<Self> {
        let mut names = Vec::new();
        for path in files::below(stage)? {
            names.push(files::relative(&path, stage)?);
        }
        Self::among(names)
    }

    /// A build's own files must not be taken for another's, so what a page needs has a hash in its
    /// name. What has none and is no picture is a mistake of the build.
    fn among(names: Vec<String>) -> anyhow::Result<Self> {
        let mut kept = Self::default();
        let is_kept = |name: &String| !NOT_KEPT.iter().any(|other| name.starts_with(other));
        for name in names.into_iter().filter(is_kept) {
            if files::without_hash(&name).is_some() {
                kept.needed.push(name);
                continue;
            }
            let is_optional = name.starts_with("icons/") || name == "manifest.webmanifest";
            anyhow::ensure!(is_optional, "{name} has no hash in its name");
            kept.optional.push(name);
        }
        Ok(kept)
    }
}

/// What is put into the template.
pub struct Script<'a> {
    pub template: &'a str,
    pub base: &'a str,
    pub build: &'a str,
    /// The content security policy, as a header has it.
    pub policy: &'a str,
    pub kept: &'a Kept,
    pub places: &'a BTreeSet<String>,
}

/// The whole script.
pub fn script(of: &Script) -> anyhow::Result<String> {
    let mut script = of.template.to_owned();
    for (mark, value) in [
        ("'%BUILD%'", serde_json::to_string(of.build)?),
        ("'%BASE%'", serde_json::to_string(of.base)?),
        ("'%POLICY%'", serde_json::to_string(of.policy)?),
        ("'%NEEDED%'", serde_json::to_string_pretty(&of.kept.needed)?),
        ("'%OPTIONAL%'", serde_json::to_string_pretty(&of.kept.optional)?),
        ("'%PLACES%'", serde_json::to_string(of.places)?),
    ] {
        script = files::replace_once(&script, mark, &value)?;
    }
    Ok(script)
}

/// The first part of every address that the app has or had a page at, from the text of the table of
/// routes; the empty one is the base itself. What lies elsewhere below the base is not the app's.
pub fn places(routes: &str) -> anyhow::Result<BTreeSet<String>> {
    let rows = routes.lines().filter_map(|line| line.split_once("=>"));
    let addresses = rows.flat_map(|(before, _)| before.split('"').skip(1).step_by(2));
    let places: BTreeSet<String> = addresses
        .filter_map(|address| address.strip_prefix('/'))
        .map(|address| address.split('/').next().unwrap_or_default().to_owned())
        .collect();
    anyhow::ensure!(places.contains(""), "the table of routes has no first page");
    anyhow::ensure!(places.iter().all(|place| !place.starts_with(':')), "a page may be anywhere");
    Ok(places)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Kept, Script, places, script};
    use crate::{files, paths};

    fn kept(names: &[&str]) -> anyhow::Result<Kept> {
        Kept::among(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn what_a_page_needs_is_told_from_what_it_can_do_without() -> anyhow::Result<()> {
        let found = kept(&[
            "404.html",
            "_headers",
            "askelma-0023456789abcdef.js",
            "data/words-fi-0123456789abcdef.txt",
            "fonts/OFL.txt",
            "fonts/atkinson-0123456789abcdef.woff2",
            "icons/icon-192.png",
            "index.html",
            "manifest.webmanifest",
            "screenshots/a.png",
        ])?;
        assert_eq!(
            found.needed,
            [
                "askelma-0023456789abcdef.js",
                "data/words-fi-0123456789abcdef.txt",
                "fonts/atkinson-0123456789abcdef.woff2",
            ]
        );
        assert_eq!(found.optional, ["icons/icon-192.png", "manifest.webmanifest"]);
        Ok(())
    }

    #[test]
    fn a_file_that_pages_need_must_have_a_hash_in_its_name() {
        for name in ["askelma.js", "data/words-fi.txt", "askelma-23456789abcdef.js"] {
            assert!(kept(&[name]).is_err(), "{name}");
        }
    }

    #[test]
    fn places_are_the_first_parts_of_addresses_of_now_and_before() -> anyhow::Result<()> {
        let table = "\
            /// A page at \"/not/this\".\n\
            any Home = \"/\" was \"/today\", \"/index.html\" => home();\n\
            young Mood(day: Day, id: Id) = \"/day/:day/mood/:id\" => mood::mood::page(\"/nor this\");\n";
        let expected = ["", "day", "index.html", "today"].map(str::to_owned);
        assert_eq!(places(table)?, BTreeSet::from(expected));
        assert!(places("any Path = \"/path\" => path();").is_err());
        assert!(places("any Home = \"/\" => a();\nany Other = \"/:any\" => b();").is_err());

        let ours = places(&files::read_text(&paths::root().join("src/routes.rs"))?)?;
        for place in ["", "day", "morning", "hard", "contacts", "help", "receive", "data", "me"] {
            assert!(ours.contains(place), "{place}");
        }
        for place in ["icons", "x", "no"] {
            assert!(!ours.contains(place), "{place}");
        }
        Ok(())
    }

    #[test]
    fn the_template_takes_all_that_it_is_given() -> anyhow::Result<()> {
        let template = files::read_text(&paths::root().join("public/sw.js"))?;
        let of = Script {
            template: &template,
            base: "/x/",
            build: "0123456789abcdef",
            policy: "default-src 'none'",
            kept: &kept(&["a-0123456789abcdef.js", "icons/b.png"])?,
            places: &BTreeSet::from([String::new(), "day".to_owned()]),
        };
        let made = script(&of)?;
        for line in [
            "const BUILD = \"0123456789abcdef\";",
            "const BASE = \"/x/\";",
            "const NEEDED = [\n  \"a-0123456789abcdef.js\"\n];",
            "const OPTIONAL = [\n  \"icons/b.png\"\n];",
            "const PLACES = [\"\",\"day\"];",
        ] {
            assert!(made.contains(line), "{line}");
        }
        assert!(!made.contains("'%"), "a mark was left");
        // A change of the template alone makes another script, and with it another build.
        let changed = script(&Script { template: &format!("{template}\n// Mended."), ..of })?;
        assert_ne!(made, changed);
        Ok(())
    }
}
