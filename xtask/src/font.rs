//! Atkinson Hyperlegible Next, cut down to what the app writes with.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::files;
use crate::node;
use crate::process::{command, run};

const FAMILY: &str = "Atkinson Hyperlegible Next";
const PACKAGE: &str = "@fontsource-variable/atkinson-hyperlegible-next/files";

/// Where the fonts stand in the bundle, seen from the style sheet.
pub const FONT_FOLDER: &str = "fonts";
const LICENCE: &str = "OFL.txt";

/// One file of the typeface: its name here, the package's file, the characters kept.
struct Cut {
    name: &'static str,
    source: &'static str,
    ranges: &'static [(u32, u32)],
}

/// The first holds what Finnish, Swedish and English need and is preloaded; the browser fetches
/// the second only for a page that shows one of its characters (a name with a caron, say).
const CUTS: [Cut; 2] = [
    Cut {
        name: "atkinson",
        source: "atkinson-hyperlegible-next-latin-wght-normal.woff2",
        ranges: &[
            (0x20, 0x7e),
            (0xa0, 0xff),
            (0x2009, 0x200a),
            (0x2013, 0x2014),
            (0x2018, 0x2019),
            (0x201c, 0x201e),
            (0x2022, 0x2022),
            (0x2026, 0x2026),
            (0x202f, 0x202f),
            (0x20ac, 0x20ac),
            (0x2212, 0x2212),
        ],
    },
    Cut {
        name: "atkinson-more",
        source: "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
        ranges: &[(0x100, 0x17f), (0x18f, 0x18f), (0x218, 0x21b), (0x259, 0x259), (0x1e9e, 0x1e9e)],
    },
];

/// Whether the first paint needs this file: `fonts/atkinson-0123456789abcdef.woff2`.
pub fn is_preloaded(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".woff2").and_then(|stem| stem.strip_prefix(CUTS[0].name));
    stem.and_then(|rest| rest.strip_prefix('-')).is_some_and(|hash| !hash.contains('-'))
}

/// Makes the font files, named by content, and returns their `@font-face` rules.
pub fn make(folder: &Path) -> anyhow::Result<String> {
    let npm = node::build_packages()?;
    let mut faces = String::new();
    let mut names = Vec::new();
    for cut in &CUTS {
        let source = npm.join("node_modules").join(PACKAGE).join(cut.source);
        let name = cut_file(cut, &source, &npm, folder)?;
        writeln!(
            faces,
            "@font-face{{font-family:\"{FAMILY}\";font-style:normal;font-weight:400 700;\
             font-display:swap;src:url(\"{FONT_FOLDER}/{name}\") format(\"woff2\");\
             unicode-range:{}}}",
            unicode_range(cut.ranges)
        )?;
        names.push(name);
    }
    // The typeface's licence asks to go with it.
    let licence = npm.join("node_modules").join(PACKAGE).join("../LICENSE");
    files::write(&folder.join(LICENCE), files::read(&licence)?)?;
    names.push(LICENCE.to_owned());
    for path in files::below(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !names.iter().any(|kept| name.starts_with(kept.trim_end_matches(".woff2"))) {
            fs::remove_file(&path)?;
        }
    }
    Ok(faces)
}

/// Cuts one file, or finds it cut already: the name holds the hash of all that it comes from.
fn cut_file(cut: &Cut, source: &Path, npm: &Path, folder: &Path) -> anyhow::Result<String> {
    let characters: String =
        cut.ranges.iter().flat_map(|&(from, to)| from..=to).filter_map(char::from_u32).collect();
    let mut inputs = files::read(source)?;
    inputs.extend_from_slice(&files::read(&npm.join("subset.mjs"))?);
    inputs.extend_from_slice(characters.as_bytes());
    let name = format!("{}-{}.woff2", cut.name, files::short_hash(&inputs));
    let path = folder.join(&name);
    if !path.is_file() {
        fs::create_dir_all(folder)?;
        let mut node = command("node", npm);
        node.arg("subset.mjs").arg(source).arg(&path).arg(&characters);
        run(&mut node).context("cutting the typeface down")?;
    }
    Ok(name)
}

fn unicode_range(ranges: &[(u32, u32)]) -> String {
    let texts = ranges.iter().map(|&(from, to)| {
        if from == to { format!("U+{from:X}") } else { format!("U+{from:X}-{to:X}") }
    });
    texts.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::{CUTS, is_preloaded, unicode_range};

    #[test]
    fn ranges_are_written_as_css_writes_them() {
        assert_eq!(unicode_range(&[(0x20, 0x7e), (0x20ac, 0x20ac)]), "U+20-7E,U+20AC");
    }

    #[test]
    fn only_the_first_cut_is_preloaded() {
        assert!(is_preloaded("fonts/atkinson-0123456789abcdef.woff2"));
        assert!(!is_preloaded("fonts/atkinson-more-0123456789abcdef.woff2"));
    }

    #[test]
    fn the_first_cut_holds_the_three_languages() {
        let holds = |c: char| CUTS[0].ranges.iter().any(|&(a, b)| (a..=b).contains(&(c as u32)));
        assert!("åäöÅÄÖéü–—…“”‘’·×±°−€0123456789".chars().all(holds));
    }
}
