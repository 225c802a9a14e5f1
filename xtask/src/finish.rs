//! Trunk's post-build hook: turns the staged bundle into one that any static host can serve.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::assets::FONT_FOLDER;
use crate::csp::Policy;
use crate::files;
use crate::font;
use crate::headers;
use crate::licences;
use crate::manifest::{self, BASE_MARK};
use crate::page::{Head, Page};
use crate::paths;
use crate::{data_files, words, worker};

/// Stands in the page until the build's name, a hash over everything, is known.
const BUILD_MARK: &str = "%ASKELMA_BUILD%";

/// Never kept by the service worker: shown only by an installer, or read only by a host.
const NOT_PRECACHED: [&str; 5] =
    ["screenshots/", "fonts/OFL.txt", "index.html", "404.html", "_headers"];

pub fn staged_bundle() -> anyhow::Result<()> {
    let stage = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("Trunk calls this hook")?);
    let base = env::var("TRUNK_PUBLIC_URL").context("TRUNK_PUBLIC_URL")?;
    finish(&stage, &base, &paths::root().join("public"), &paths::assets())
}

fn finish(stage: &Path, base: &str, public: &Path, assets: &Path) -> anyhow::Result<()> {
    copy_public(public, stage, base)?;
    let preloaded = copy_fonts(&assets.join(FONT_FOLDER), stage)?;
    let worker = worker::name_by_content(stage, worker::EXCHANGE)?;
    let every_room = worker::name_by_content(stage, worker::EVERY_ROOM)?;
    let mut data = data_files::name_by_content(&public.join("data"), stage)?;
    words::name_by_content(&paths::root().join("src/text"), stage, &mut data.names)?;
    licences::name_by_content(stage, &mut data.names)?;

    let mut page = Page::read(&stage.join("index.html"))?;
    page.replace_all(BASE_MARK, base);
    let policy = Policy::for_scripts(&page.inline_scripts()?);
    page.fill_head(&Head {
        policy: &policy,
        base,
        build: BUILD_MARK,
        worker_loader: &worker.loader,
        every_room_loader: &every_room.loader,
        data: &data.names,
        font: &preloaded,
    })?;

    let build = build_id(stage, page.text())?;
    let html = files::replace_once(page.text(), BUILD_MARK, &build)?;
    files::write(&stage.join("index.html"), &html)?;
    // Hosts without a rule of their own show this page for addresses they do not know.
    files::write(&stage.join("404.html"), &html)?;

    let precached = precache_list(stage)?;
    write_service_worker(public, stage, base, &build, &policy, &precached)?;
    let mut lasting = page.hashed_files(stage, base)?;
    lasting.extend(worker.files);
    lasting.extend(every_room.files);
    lasting.sort();
    lasting.dedup();
    files::write(&stage.join("_headers"), headers::file(base, &policy, &lasting))?;
    println!("   build {build} at {base}: {} files kept for offline use", precached.len() + 1);
    Ok(())
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

/// Copies the fonts and returns the name of the one to preload.
fn copy_fonts(from: &Path, stage: &Path) -> anyhow::Result<String> {
    let mut preloaded = None;
    for path in files::below(from)? {
        let name = format!("{FONT_FOLDER}/{}", files::relative(&path, from)?);
        files::write(&stage.join(&name), files::read(&path)?)?;
        if font::is_preloaded(&name) {
            anyhow::ensure!(preloaded.is_none(), "two fonts would be preloaded: {name}");
            preloaded = Some(name);
        }
    }
    preloaded.context("no font was made")
}

/// A name for this build: the hash of every file's name and content.
fn build_id(stage: &Path, page: &str) -> anyhow::Result<String> {
    let mut all = page.as_bytes().to_vec();
    for path in files::below(stage)? {
        let name = files::relative(&path, stage)?;
        if name != "index.html" {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(files::short_hash(&files::read(&path)?).as_bytes());
        }
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
