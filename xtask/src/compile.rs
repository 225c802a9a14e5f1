//! Cargo's part of the bundle: the page's module and the Web Worker's.

use std::path::PathBuf;

use anyhow::Context;
use serde_json::Value;

use crate::paths;
use crate::process::{command, output, run};

pub const TARGET: &str = "wasm32-unknown-unknown";
/// The page's one module, as Cargo calls its binary.
pub const PAGE: &str = "askelma";
/// The Web Worker's.
pub const BACKGROUND: &str = "background";

/// The bench's.
pub const EMPTY_APP: &str = "empty-app";

/// How the app is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to make: while developing.
    Debug,
    /// Small: what people get.
    Release,
}

impl Profile {
    /// Cargo's folder for it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// Cargo's two files.
pub struct Compiled {
    pub page: PathBuf,
    pub background: PathBuf,
}

/// Compiles both in one go. Seconds when nothing has changed.
pub fn both(profile: Profile) -> anyhow::Result<Compiled> {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["build", "--target", TARGET, "--bin", PAGE, "--bin", BACKGROUND]);
    if profile == Profile::Release {
        cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", without_machine_paths()?);
    }
    run(&mut cargo)?;
    let folder = target_folder()?.join(TARGET).join(profile.folder());
    let wasm = |name: &str| folder.join(name).with_extension("wasm");
    Ok(Compiled { page: wasm(PAGE), background: wasm(BACKGROUND) })
}

/// Compiles the empty app that the bench measures ours beside, as people get ours.
pub fn empty_app() -> anyhow::Result<PathBuf> {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["build", "--release", "--target", TARGET, "--package", EMPTY_APP]);
    run(cargo.env("CARGO_ENCODED_RUSTFLAGS", without_machine_paths()?))?;
    let folder = target_folder()?.join(TARGET).join(Profile::Release.folder());
    Ok(folder.join(EMPTY_APP).with_extension("wasm"))
}

/// Flags by which where a panic was is told from the crate on: the folders of whoever builds are
/// nobody's business, and their length is downloaded by everybody.
fn without_machine_paths() -> anyhow::Result<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let crates = cargo.context("no home folder")?.join("registry").join("src");
    let mut folders = vec![paths::root()];
    for registry in std::fs::read_dir(&crates).with_context(|| crates.display().to_string())? {
        folders.push(registry?.path());
    }
    let flag = |folder: &PathBuf| format!("--remap-path-prefix={}=", folder.display());
    Ok(folders.iter().map(flag).collect::<Vec<_>>().join("\x1f"))
}

/// Where Cargo puts what it makes for this workspace.
fn target_folder() -> anyhow::Result<PathBuf> {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata = output(&mut cargo).context("cargo metadata said nothing")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata")?;
    Ok(PathBuf::from(folder))
}
