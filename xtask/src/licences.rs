//! The licences of everything that the bundle holds, as a data file: `licences.json`, a list of
//! texts, each with what stands under it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};

use crate::font::FONT_FOLDER;
use crate::process::{command, output};
use crate::{files, paths};

const LUCIDE: &str = "ISC License\n\nCopyright (c) 2013-2022 Cole Bemis (Feather, MIT) and \
2022 Lucide Contributors\n\nPermission to use, copy, modify, and/or distribute this software for \
any purpose with or without fee is hereby granted, provided that the above copyright notice and \
this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR \
DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF \
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, \
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR \
PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR \
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.";

/// Puts the file into the staged bundle, and its name into the list that the page carries.
pub fn name_by_content(stage: &Path, names: &mut BTreeMap<String, String>) -> anyhow::Result<()> {
    let mut texts = crates()?;
    let font = files::read_text(&paths::assets().join(FONT_FOLDER).join("OFL.txt"))?;
    texts.entry(tidy(&font)).or_default().insert("Atkinson Hyperlegible Next · OFL-1.1".to_owned());
    texts.entry(tidy(LUCIDE)).or_default().insert("Lucide · ISC".to_owned());
    let list: Vec<Value> = texts
        .iter()
        .map(|(text, crate_names)| json!({ "text": text, "of": crate_names }))
        .collect();
    let bytes = serde_json::to_vec(&list)?;
    let name = format!("data/licences-{}.json", files::short_hash(&bytes));
    files::write(&stage.join(&name), bytes)?;
    names.insert("licences.json".to_owned(), name);
    Ok(())
}

/// Licence text → the crates of the app under it, by name and version.
fn crates() -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let in_app = reached(&metadata)?;
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        // Our own crates have no source; they stand under the app's own licence.
        if !in_app.contains(field("id")) || package["source"].is_null() {
            continue;
        }
        let name = format!("{} {} · {}", field("name"), field("version"), field("license"));
        let folder = Path::new(field("manifest_path")).parent().context("no folder")?;
        let text = text_in(folder)?.unwrap_or_else(|| field("license").to_owned());
        texts.entry(text).or_default().insert(name);
    }
    Ok(texts)
}

fn metadata() -> anyhow::Result<Value> {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    Ok(serde_json::from_str(&output(&mut cargo).context("cargo metadata")?)?)
}

/// The packages that the app is linked of: normal dependencies, from the root on.
fn reached(metadata: &Value) -> anyhow::Result<BTreeSet<String>> {
    let nodes = metadata["resolve"]["nodes"].as_array().context("no nodes")?;
    let root = metadata["resolve"]["root"].as_str().context("no root")?;
    let (mut reached, mut unvisited) = (BTreeSet::new(), vec![root.to_owned()]);
    while let Some(id) = unvisited.pop() {
        if !reached.insert(id.clone()) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id.as_str()).context("no node")?;
        for dependency in node["deps"].as_array().into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array();
            let is_normal =
                kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()));
            if let (true, Some(id)) = (is_normal, dependency["pkg"].as_str()) {
                unvisited.push(id.to_owned());
            }
        }
    }
    Ok(reached)
}

/// The licence file of a crate; MIT's where there is a choice.
fn text_in(folder: &Path) -> anyhow::Result<Option<String>> {
    let mut licence_files: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            path.is_file() && (name.starts_with("LICEN") || name.starts_with("COPYING"))
        })
        .collect();
    licence_files.sort_by_key(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        (!name.contains("MIT"), name)
    });
    licence_files.first().map(|path| Ok(tidy(&files::read_text(path)?))).transpose()
}

/// One text for what differs in blanks alone.
fn tidy(text: &str) -> String {
    let paragraphs = text.replace('\r', "");
    let paragraphs =
        paragraphs.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{crates, tidy};

    #[test]
    fn every_crate_of_the_app_stands_under_a_text() -> anyhow::Result<()> {
        let texts = crates()?;
        let all: Vec<&String> = texts.values().flatten().collect();
        for needed in ["leptos 0.8", "chrono 0.4", "argon2 ", "gloo-storage"] {
            assert!(all.iter().any(|name| name.starts_with(needed)), "{needed}");
        }
        // Tools of the tests and of the build are not handed out.
        assert!(!all.iter().any(|name| name.starts_with("proptest ")));
        assert!(texts.keys().filter(|text| text.len() > 200).count() > 5);
        Ok(())
    }

    #[test]
    fn blanks_make_no_new_text() {
        assert_eq!(tidy("a\r\n b\n\n\n\n  c "), "a b\n\nc");
    }
}
