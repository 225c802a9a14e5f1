//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The root of this clone.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The finished bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The bundle for a sub-path that the journeys visit.
pub fn sub_path_dist() -> PathBuf {
    root().join("target").join("askelma-sub-path")
}

/// The diary of five years that the bench measures with.
pub fn five_years() -> PathBuf {
    root().join("target").join("askelma-five-years.txt")
}

/// What the pre-build hook makes for Trunk. The path stands in index.html, so it does not follow
/// `CARGO_TARGET_DIR`.
pub fn assets() -> PathBuf {
    root().join("target").join("askelma-assets")
}

/// Where the npm packages of the build are installed, inside the clone: they come in seconds.
pub fn npm_tools() -> PathBuf {
    root().join("target").join("tools").join("npm")
}

/// Where tools that take minutes to compile are kept, outside the clone, so that a second clone
/// is quick. `ASKELMA_TOOLS` moves it (to rehearse a fresh machine, say).
pub fn tools() -> anyhow::Result<PathBuf> {
    if let Some(folder) = non_empty("ASKELMA_TOOLS") {
        let folder = PathBuf::from(folder);
        if !folder.is_absolute() {
            bail!("ASKELMA_TOOLS must be an absolute path");
        }
        return Ok(folder);
    }
    let cache = if let Some(folder) = non_empty("XDG_CACHE_HOME") {
        PathBuf::from(folder)
    } else if let Some(folder) = non_empty("LOCALAPPDATA") {
        PathBuf::from(folder)
    } else {
        let home = non_empty("HOME").context("HOME is not set, so there is no cache folder")?;
        PathBuf::from(home).join(if cfg!(target_os = "macos") {
            "Library/Caches"
        } else {
            ".cache"
        })
    };
    Ok(cache.join("askelma").join("tools"))
}

/// The first of `names` found on PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&folders).map(|folder| folder.join(&file)).find(|path| path.is_file())
    })
}

fn non_empty(name: &str) -> Option<std::ffi::OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}
