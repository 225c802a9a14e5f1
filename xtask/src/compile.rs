//! Cargo's part of the bundle: the page's module and the Web Worker's.

use std::path::PathBuf;
use std::{env, fs};

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
    let bins = ["--bin", PAGE, "--bin", BACKGROUND];
    let folder = match profile {
        Profile::Release => release(&bins)?,
        Profile::Debug => {
            let mut cargo = command("cargo", &paths::root());
            run(cargo.args(["build", "--target", TARGET]).args(bins))?;
            target_folder()?.join(TARGET).join(profile.folder())
        }
    };
    let wasm = |name: &str| folder.join(name).with_extension("wasm");
    Ok(Compiled { page: wasm(PAGE), background: wasm(BACKGROUND) })
}

/// Compiles the empty app that the bench measures ours beside, as people get ours.
pub fn empty_app() -> anyhow::Result<PathBuf> {
    Ok(release(&["--package", EMPTY_APP])?.join(EMPTY_APP).with_extension("wasm"))
}

/// `cargo build` for people's release. Where a panic was is told from the crate on: folders of the
/// building machine would be readable in the bundle and add to its size. Flags of the caller's
/// RUSTFLAGS stay, those of a Cargo configuration do not.
fn release(arguments: &[&str]) -> anyhow::Result<PathBuf> {
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = flags.split_whitespace().map(str::to_owned).collect();
    let remapped = machine_folders().into_iter();
    flags.extend(remapped.map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["build", "--target", TARGET, "--release"]).args(arguments);
    run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")))?;
    Ok(target_folder()?.join(TARGET).join(Profile::Release.folder()))
}

/// The folders that the compiler reads sources from: this one, and where Cargo unpacks crates.
pub fn machine_folders() -> Vec<PathBuf> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = cargo.map(|cargo| cargo.join("registry").join("src"));
    // Who vendors crates has no such folder.
    let registries = registries.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let crates = registries.filter_map(|registry| Some(registry.ok()?.path()));
    std::iter::once(paths::root()).chain(crates).collect()
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
