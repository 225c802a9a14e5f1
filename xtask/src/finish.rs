//! The finished bundle: a folder that any static host can serve.

use std::fs;
use std::path::Path;

use crate::csp::Policy;
use crate::modules::Modules;
use crate::page::{self, Head};
use crate::{assets, data_files, files, first_screen, headers, licences, manifest, paths, words};

/// Stands in the page until the build's name, a hash over everything, is known.
const BUILD_MARK: &str = "%ASKELMA_BUILD%";

/// Never kept by the service worker: shown only by an installer, or read only by a host.
const NOT_PRECACHED: [&str; 5] =
    ["screenshots/", "fonts/OFL.txt", "index.html", "404.html", "_headers"];

/// While developing: the script that opens the page anew, and the file that it watches.
const LIVE: &str = "live.js";
const LIVE_BUILD: &str = "build.txt";

/// Who a bundle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    People,
    /// No service worker, which would keep the build before; the page opens anew by itself.
    Developer,
}

/// Makes the bundle for `base` in `dist`, in place of what was there.
pub fn bundle(base: &str, dist: &Path, modules: &Modules, whom: For) -> anyhow::Result<()> {
    let stage = paths::made().join("stage");
    if stage.is_dir() {
        fs::remove_dir_all(&stage)?;
    }
    staged(&stage, base, modules, whom)?;
    if dist.is_dir() {
        fs::remove_dir_all(dist)?;
    }
    Ok(fs::rename(stage, dist)?)
}

/// Makes the bundle in `stage`, which holds nothing else.
pub fn staged(stage: &Path, base: &str, modules: &Modules, whom: For) -> anyhow::Result<()> {
    let root = paths::root();
    let public = root.join("public");
    copy_public(&public, stage, base)?;
    let assets = assets::put(stage)?;
    modules.copy_into(stage)?;
    let mut data = data_files::name_by_content(&public.join("data"), stage)?;
    words::name_by_content(&root.join("src/text"), stage, &mut data.names)?;
    licences::name_by_content(stage, &mut data.names)?;
    if whom == For::Developer {
        files::write(&stage.join(LIVE), include_str!("live.js"))?;
    }

    let first_screen = first_screen::html(base)?;
    let head = Head {
        base,
        first_screen: &first_screen,
        build: BUILD_MARK,
        modules,
        assets: &assets,
        data: &data.names,
        live: (whom == For::Developer).then_some(LIVE),
    };
    let page = page::make(&files::read_text(&root.join("index.html"))?, &head)?;
    let build = build_id(stage, &page.html)?;
    let html = files::replace_once(&page.html, BUILD_MARK, &build)?;
    anyhow::ensure!(!html.contains("%ASKELMA"), "a mark was left in index.html");
    files::write(&stage.join("index.html"), &html)?;
    // Hosts without a rule of their own show this page for addresses they do not know.
    files::write(&stage.join("404.html"), &html)?;

    match whom {
        For::People => {
            let precached = precache_list(stage)?;
            write_service_worker(&public, stage, base, &build, &page.policy, &precached)?;
            let file_count = precached.len() + 1;
            println!("   build {build} at {base}: {file_count} files kept for offline use");
        }
        For::Developer => files::write(&stage.join(LIVE_BUILD), &build)?,
    }
    let mut lasting: Vec<&str> = modules.names().collect();
    lasting.extend([assets.sheet.as_str(), &assets.later_sheet]);
    files::write(&stage.join("_headers"), headers::file(base, &page.policy, &lasting))
}

/// Everything in public/ but the data files (which get names by content) and what is no page's.
fn copy_public(public: &Path, stage: &Path, base: &str) -> anyhow::Result<()> {
    for path in files::below(public)? {
        let name = files::relative(&path, public)?;
        if name.starts_with("data/") || name == "sw.js" || is_drawing(&name) {
            continue;
        }
        let mut bytes = files::read(&path)?;
        if name == "manifest.webmanifest" {
            bytes = manifest::make(&String::from_utf8(bytes)?, base, public)?.into_bytes();
        }
        files::write(&stage.join(&name), bytes)?;
    }
    Ok(())
}

/// What a picture was drawn from: not needed by any page.
fn is_drawing(name: &str) -> bool {
    let drawn = name.strip_prefix("icons/").and_then(|file| file.strip_suffix(".svg"));
    drawn.is_some_and(|stem| stem != "favicon")
}

/// A name for this build: the hash of every file's name and content.
fn build_id(stage: &Path, page: &str) -> anyhow::Result<String> {
    let mut all = page.as_bytes().to_vec();
    for path in files::below(stage)? {
        all.extend_from_slice(files::relative(&path, stage)?.as_bytes());
        all.extend_from_slice(files::short_hash(&files::read(&path)?).as_bytes());
    }
    Ok(files::short_hash(&all))
}

/// The whole shell but the page itself, which the service worker keeps under the base address.
fn precache_list(stage: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for path in files::below(stage)? {
        let name = files::relative(&path, stage)?;
        if !NOT_PRECACHED.iter().any(|left_out| name.starts_with(left_out)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn write_service_worker(
    public: &Path,
    stage: &Path,
    base: &str,
    build: &str,
    policy: &Policy,
    precached: &[String],
) -> anyhow::Result<()> {
    let mut script = files::read_text(&public.join("sw.js"))?;
    for (mark, value) in [
        ("'%BUILD%'", serde_json::to_string(build)?),
        ("'%BASE%'", serde_json::to_string(base)?),
        ("'%POLICY%'", serde_json::to_string(&policy.in_header())?),
        ("'%FILES%'", serde_json::to_string_pretty(precached)?),
    ] {
        script = files::replace_once(&script, mark, &value)?;
    }
    files::write(&stage.join("sw.js"), script)
}
