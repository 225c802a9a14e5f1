//! Installs what is missing, each at its pinned version, and says what it does.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::files;
use crate::node;
use crate::paths;
use crate::process::{command, heading, output, run};

const TRUNK: &str = "0.21.14";
const NEXTEST: &str = "0.9.143";
const TARGET: &str = "wasm32-unknown-unknown";

/// Whether the crate's own lock file decides the versions of what it is built from.
#[derive(Clone, Copy)]
enum Lock {
    Kept,
    /// wasm-bindgen-cli's published lock file holds versions this toolchain refuses.
    Left,
}

/// What a release bundle needs.
pub struct BundleTools {
    path: OsString,
    pub trunk: PathBuf,
}

impl BundleTools {
    /// `program`, run in the clone's root with the tools first on its PATH.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = command(program, &paths::root());
        command.env("PATH", &self.path);
        command
    }
}

/// Everything a release bundle needs. Seconds when it is all there.
pub fn for_bundle() -> anyhow::Result<BundleTools> {
    wasm_target()?;
    let trunk = cargo_tool("trunk", "trunk", TRUNK, Lock::Kept)?;
    let bindgen =
        cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &locked_wasm_bindgen()?, Lock::Left)?;
    let npm = node::build_packages()?;
    let folders = [
        trunk.parent().map(Path::to_path_buf),
        bindgen.parent().map(Path::to_path_buf),
        Some(npm.join("node_modules").join(".bin")),
    ];
    let before = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().flatten().chain(env::split_paths(&before));
    Ok(BundleTools { path: env::join_paths(all)?, trunk })
}

/// rustup's target for the browser.
pub fn wasm_target() -> anyhow::Result<()> {
    let root = paths::root();
    let Some(libdir) =
        output(command("rustc", &root).args(["--print", "target-libdir", "--target", TARGET]))
    else {
        bail!("rustc was not found: install Rust with rustup, then try again");
    };
    if Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    heading(&format!("Installing the target {TARGET}"));
    run(command("rustup", &root).args(["target", "add", TARGET]))
        .with_context(|| format!("rustup could not add {TARGET}"))
}

/// The test runner: the one on PATH, else one of our own.
pub fn nextest() -> anyhow::Result<PathBuf> {
    match paths::on_path(&["cargo-nextest"]) {
        Some(path) => Ok(path),
        None => cargo_tool("cargo-nextest", "cargo-nextest", NEXTEST, Lock::Kept),
    }
}

/// Compiles a tool into a folder named by its version, once for all clones.
fn cargo_tool(krate: &str, program: &str, version: &str, lock: Lock) -> anyhow::Result<PathBuf> {
    let folder = paths::tools()?.join(format!("{program}-{version}"));
    let path = folder.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if path.is_file() {
        return Ok(path);
    }
    heading(&format!("Compiling {krate} {version} (once; some minutes)"));
    println!("   into {}", folder.display());
    fs::create_dir_all(&folder)?;
    let mut install = command("cargo", &folder);
    install.args(["install", krate, "--version", &format!("={version}"), "--root"]).arg(&folder);
    if matches!(lock, Lock::Kept) {
        install.arg("--locked");
    }
    // The tools are not built among this workspace's own artefacts, nor by its settings.
    install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    run(&mut install).with_context(|| format!("{krate} {version} could not be installed"))?;
    Ok(path)
}

/// The version of wasm-bindgen in Cargo.lock, which the command-line tool must equal.
fn locked_wasm_bindgen() -> anyhow::Result<String> {
    let lock = files::read_text(&paths::root().join("Cargo.lock"))?;
    locked_version(&lock, "wasm-bindgen").context("wasm-bindgen is not in Cargo.lock")
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_in_the_lock_file_is_found() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
