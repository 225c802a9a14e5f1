//! A Chromium for the journeys and for drawing the icons.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::process::{command, heading, run};
use crate::{debian, paths};

/// Names a browser outright, past all looking.
pub const VARIABLE: &str = "ASKELMA_CHROMIUM";

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// What the journeys are run in.
pub enum Browser {
    Installed(PathBuf),
    /// The one that Playwright fetched for itself.
    Playwrights,
}

/// An installed Chromium or Chrome; else Debian's package, as root; else Playwright's own.
pub fn chromium(end2end: &Path) -> anyhow::Result<Browser> {
    if let Some(path) = installed() {
        return Ok(Browser::Installed(path));
    }
    if debian::install(&["chromium"])
        && let Some(path) = installed()
    {
        return Ok(Browser::Installed(path));
    }
    heading("Installing Playwright's Chromium");
    let npx = if cfg!(windows) { "npx.cmd" } else { "npx" };
    if run(command(npx, end2end).args(["playwright", "install", "chromium"])).is_err() {
        bail!("no Chromium was found or could be installed: name one in {VARIABLE}");
    }
    Ok(Browser::Playwrights)
}

/// The browser that is here already, if any.
pub fn installed() -> Option<PathBuf> {
    if let Some(path) = env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
        return Some(PathBuf::from(path));
    }
    let in_its_place = || MAC.iter().map(PathBuf::from).find(|path| path.is_file());
    paths::on_path(&NAMES).or_else(in_its_place)
}
