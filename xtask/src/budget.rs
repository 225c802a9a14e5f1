//! What the app costs, compressed as hosts send it: a first visit until Today takes a tap, and the
//! page's module as a whole.

use std::path::Path;

use anyhow::Context;

use crate::args::Args;
use crate::modules::Part;
use crate::process::{command, heading, output};
use crate::{files, font, paths};

/// Brotli at its strongest, fonts included, before the service worker fetches the rest.
const FIRST_LOAD_BYTES: usize = 275 * 1024;

/// Brotli likewise: the page's module, the rest included. It was 720,000 until every form had
/// drafts, every failed read and write was told and tried again, and files were read as they are
/// (docs/decisions/0001).
const MODULE_BYTES: usize = 750_000;

/// The first visit speaks one language; Finnish is the longest.
const WORDS: &str = "data/words-fi-";

/// The names of files, and Node's brotli of each: one number a line.
const WEIGH: &str = "
    const { readFileSync } = require('fs');
    const { brotliCompressSync, constants } = require('zlib');
    for (const path of process.argv.slice(1)) {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
        console.log(brotliCompressSync(readFileSync(path), { params }).length);
    }";

/// When a file is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    First,
    Later,
}

struct Weight {
    name: String,
    when: When,
    raw: usize,
    brotli: usize,
}

pub fn command_line(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    heading("Budgets");
    check(&paths::dist())
}

/// Prints the table and refuses a bundle that is too heavy.
pub fn check(dist: &Path) -> anyhow::Result<()> {
    let weights = weigh(dist)?;
    table("first load", &weights, When::First);
    table("later: the rest, the background worker", &weights, When::Later);
    let sum = |counts: fn(&Weight) -> bool| -> usize {
        weights.iter().filter(|weight| counts(weight)).map(|weight| weight.brotli).sum()
    };
    let first = sum(|weight| weight.when == When::First);
    let module = sum(|weight| matches!(Part::of(&weight.name), Some(Part::Module | Part::Rest)));
    let limits = [("first load", first, FIRST_LOAD_BYTES), ("page module", module, MODULE_BYTES)];
    for (what, bytes, limit) in limits {
        println!("   {what}: {bytes} of {limit} bytes in brotli ({} %)", bytes * 100 / limit);
    }
    for (what, bytes, limit) in limits {
        anyhow::ensure!(bytes <= limit, "{what}: {bytes} bytes in brotli; {limit} are allowed");
    }
    Ok(())
}

fn weigh(dist: &Path) -> anyhow::Result<Vec<Weight>> {
    let mut named_files = Vec::new();
    for path in files::below(dist)? {
        let name = files::relative(&path, dist)?;
        named_files.extend(when(&name).map(|when| (name, when)));
    }
    let first = named_files.iter().filter(|(_, when)| *when == When::First).count();
    // index.html, script, module, style sheet, font, words.
    anyhow::ensure!(first >= 6, "{} does not hold a whole first load", dist.display());
    let names: Vec<_> = named_files.iter().map(|(name, _)| name.as_str()).collect();
    let sizes = brotli(dist, &names)?;
    let weight = |((name, when), brotli): ((String, When), usize)| {
        let raw = files::read(&dist.join(&name))?.len();
        Ok(Weight { name, when, raw, brotli })
    };
    named_files.into_iter().zip(sizes).map(weight).collect()
}

fn when(name: &str) -> Option<When> {
    match Part::of(name) {
        Some(Part::Script | Part::Module | Part::Link) => return Some(When::First),
        Some(Part::Rest | Part::BackgroundScript | Part::BackgroundModule) => {
            return Some(When::Later);
        }
        None => {}
    }
    if files::without_hash(name).as_deref() == Some("askelma-rest.css") {
        return Some(When::Later);
    }
    let first = name == "index.html"
        || name.starts_with(WORDS)
        || files::without_hash(name).as_deref() == Some("askelma.css")
        || font::is_preloaded(name);
    first.then_some(When::First)
}

fn brotli(folder: &Path, names: &[&str]) -> anyhow::Result<Vec<usize>> {
    let sizes = output(command("node", folder).args(["-e", WEIGH, "--"]).args(names))
        .context("node could not weigh the bundle")?;
    let sizes: Vec<usize> = sizes.lines().map(str::parse).collect::<Result<_, _>>()?;
    anyhow::ensure!(sizes.len() == names.len(), "node weighed {} files", sizes.len());
    Ok(sizes)
}

fn table(title: &str, weights: &[Weight], when: When) {
    println!("   {title:<44} {:>11} {:>11}", "raw", "brotli");
    let (mut all_raw, mut all_brotli) = (0, 0);
    for Weight { name, raw, brotli, .. } in weights.iter().filter(|weight| weight.when == when) {
        println!("   {name:<44} {raw:>11} {brotli:>11}");
        (all_raw, all_brotli) = (all_raw + raw, all_brotli + brotli);
    }
    println!("   {:<44} {all_raw:>11} {all_brotli:>11}\n", "together");
}

#[cfg(test)]
mod tests {
    use super::{When, brotli, when};
    use crate::files;

    #[test]
    fn sizes_are_those_of_brotli() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("askelma-budget-{}", std::process::id()));
        files::write(&folder.join("same"), vec![7; 100_000])?;
        // A stream that holds nothing is one byte long.
        files::write(&folder.join("empty"), "")?;
        let sizes = brotli(&folder, &["same", "empty"])?;
        assert!((2..100).contains(&sizes[0]) && sizes[1] == 1, "{sizes:?}");
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn the_first_load_is_what_the_page_needs_before_a_tap() {
        let name = |plain| files::with_hash(plain, "0123456789abcdef");
        for first in ["askelma.js", "askelma.wasm", "askelma-link.js", "askelma.css"] {
            assert_eq!(when(&name(first)), Some(When::First), "{first}");
        }
        for later in ["askelma-rest.wasm", "background.js", "background.wasm"] {
            assert_eq!(when(&name(later)), Some(When::Later), "{later}");
        }
        assert_eq!(when("icons/favicon.svg"), None);
    }
}
