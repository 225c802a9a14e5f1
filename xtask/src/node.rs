//! npm packages: those of the build, those of the journeys.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::files;
use crate::paths;
use crate::process::{command, output, run};

const OLDEST_NODE: u32 = 20;

/// The packages in xtask/npm (wasm-opt, the typeface, the subsetter), installed below target/.
pub fn build_packages() -> anyhow::Result<PathBuf> {
    let source = paths::root().join("xtask").join("npm");
    let target = paths::npm_tools();
    for name in ["package.json", "package-lock.json", "subset.mjs"] {
        let bytes = files::read(&source.join(name))?;
        if files::read(&target.join(name)).ok().as_deref() != Some(&bytes[..]) {
            files::write(&target.join(name), bytes)?;
        }
    }
    install(&target, "the build's npm packages")?;
    Ok(target)
}

/// `npm ci` in `folder`, unless its lock file is the one already installed.
pub fn install(folder: &Path, what: &str) -> anyhow::Result<()> {
    let lock = files::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules").join(".askelma-installed");
    if files::read(&stamp).ok().as_deref() == Some(files::short_hash(&lock).as_bytes()) {
        return Ok(());
    }
    check_node(folder)?;
    println!("   Installing {what}");
    let mut npm = command(npm_program(), folder);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .with_context(|| format!("npm could not install {what}"))?;
    files::write(&stamp, files::short_hash(&lock))
}

fn npm_program() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn check_node(folder: &Path) -> anyhow::Result<()> {
    let Some(version) = output(command("node", folder).arg("--version")) else {
        bail!("Node.js {OLDEST_NODE} or newer is needed, and `node` was not found");
    };
    let major = version.trim().trim_start_matches('v').split('.').next();
    let major: u32 = major.unwrap_or_default().parse().context("node --version")?;
    if major < OLDEST_NODE {
        bail!("Node.js {OLDEST_NODE} or newer is needed; this one is {}", version.trim());
    }
    Ok(())
}
