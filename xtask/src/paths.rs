//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;

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
    made().join("sub-path")
}

/// The empty app that the bench measures ours beside, as a host would serve it.
pub fn empty_app() -> PathBuf {
    made().join("empty-app")
}

/// The diary of five years that the bench measures with.
pub fn five_years() -> PathBuf {
    made().join("five-years.txt")
}

/// What the build makes on its way, and keeps for the next time.
pub fn made() -> PathBuf {
    root().join("target").join("askelma")
}

/// The fonts, cut down.
pub fn assets() -> PathBuf {
    made().join("assets")
}

/// Where the npm packages of the build are installed, inside the clone: they come in seconds.
pub fn npm_tools() -> PathBuf {
    made().join("npm")
}

/// Where tools stand that take minutes to compile: in the user's cache folder, for every clone.
pub fn lasting_tools() -> anyhow::Result<PathBuf> {
    let named = |name| env::var_os(name).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let cache = named("XDG_CACHE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .context("there is no home folder, so no cache folder")?;
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
