//! The finished bundle: a folder that any static host can serve.

use std::fs;
use std::path::Path;

use crate::csp::Policy;
use crate::modules::Modules;
use crate::page::{self, Head};
use crate::service_worker::{Kept, Script};
use crate::{
    assets, data_files, files, first_screen, headers, licences, manifest, paths, service_worker,
    words,
};

/// Stands in the page until the build's name, a hash over everything, is known.
const BUILD_MARK: &str = "%ASKELMA_BUILD%";

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
    let script = match whom {
        For::People => service_worker_script(stage, base, &page.policy)?,
        For::Developer => String::new(),
    };
    let build = build_id(stage, &[&page.html, &script])?;
    let html = files::replace_once(&page.html, BUILD_MARK, &build)?;
    anyhow::ensure!(!html.contains("%ASKELMA"), "a mark was left in index.html");
    files::write(&stage.join("index.html"), &html)?;
    // Hosts without a rule of their own show this page for addresses they do not know.
    files::write(&stage.join("404.html"), &html)?;

    match whom {
        For::People => {
            let script = files::replace_once(&script, BUILD_MARK, &build)?;
            files::write(&stage.join("sw.js"), script)?;
            println!("   build {build} at {base}");
        }
        For::Developer => files::write(&stage.join(LIVE_BUILD), &build)?,
    }
    let mut lasting: Vec<&str> = modules.names().collect();
    lasting.extend([assets.sheet.as_str(), &assets.later_sheet]);
    files::write(&stage.join("_headers"), headers::file(base, &page.policy, &lasting))
}

/// The whole script, but for the build's name.
fn service_worker_script(stage: &Path, base: &str, policy: &Policy) -> anyhow::Result<String> {
    let root = paths::root();
    let kept = Kept::of(stage)?;
    let count = kept.needed.len() + kept.optional.len() + 1;
    println!("   {count} files are kept for offline use");
    service_worker::script(&Script {
        template: &files::read_text(&root.join("public/sw.js"))?,
        base,
        build: BUILD_MARK,
        policy: &policy.in_header(),
        kept: &kept,
        places: &service_worker::places(&files::read_text(&root.join("src/routes.rs"))?)?,
    })
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

/// A name for this build: the hash of every file's name and content, and of what will name the build
/// itself: the page and the service worker's script.
fn build_id(stage: &Path, named: &[&str]) -> anyhow::Result<String> {
    let mut all = Vec::new();
    for text in named {
        all.extend_from_slice(files::short_hash(text.as_bytes()).as_bytes());
    }
    for path in files::below(stage)? {
        all.extend_from_slice(files::relative(&path, stage)?.as_bytes());
        all.extend_from_slice(files::short_hash(&files::read(&path)?).as_bytes());
    }
    Ok(files::short_hash(&all))
}

#[cfg(test)]
mod tests {
    use super::build_id;
    use crate::files;

    #[test]
    fn a_build_has_another_name_whatever_changed_of_it() -> anyhow::Result<()> {
        let stage = std::env::temp_dir().join(format!("askelma-build-{}", std::process::id()));
        files::write(&stage.join("a-0123456789abcdef.js"), "one")?;
        let name = build_id(&stage, &["page", "worker"])?;
        assert_eq!(name, build_id(&stage, &["page", "worker"])?);
        assert_eq!(name.len(), 16);
        assert_ne!(name, build_id(&stage, &["another page", "worker"])?);
        assert_ne!(name, build_id(&stage, &["page", "another worker"])?);
        assert_ne!(name, build_id(&stage, &["pagew", "orker"])?);
        files::write(&stage.join("a-0123456789abcdef.js"), "two")?;
        assert_ne!(name, build_id(&stage, &["page", "worker"])?);
        std::fs::remove_dir_all(&stage)?;
        Ok(())
    }
}
