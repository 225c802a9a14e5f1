//! Programs that Cargo compiles from crates.io, each of one version, once on a machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Child;

use anyhow::{Context, ensure};

use crate::paths;
use crate::process::command;

/// A program, perhaps still being compiled.
pub struct CargoTool {
    name: &'static str,
    program: PathBuf,
    install: Option<Child>,
}

impl CargoTool {
    /// One that is there already.
    pub fn there(name: &'static str, program: PathBuf) -> Self {
        Self { name, program, install: None }
    }

    /// One of our own, kept outside the clone for the next one. Compiling it takes minutes of a
    /// processor, once on a machine, and is not waited for here.
    pub fn begin(name: &'static str, version: &str) -> anyhow::Result<Self> {
        let folder = paths::lasting_tools()?.join(format!("{name}-{version}"));
        let program = folder.join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
        if program.is_file() {
            return Ok(Self::there(name, program));
        }
        println!("Compiling {name} {version} into {} meanwhile", folder.display());
        let mut install = command("cargo", &paths::root());
        install.args(["install", name, "--quiet", "--locked", "--version", version]);
        // It is not built among this workspace's own artefacts, nor by its settings.
        install.arg("--root").arg(&folder).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
        let install = install.spawn().context("cargo install could not be started")?;
        Ok(Self { name, program, install: Some(install) })
    }

    /// Where it is, once it is there.
    pub fn program(&mut self) -> anyhow::Result<&Path> {
        if let Some(mut install) = self.install.take() {
            ensure!(install.wait()?.success(), "{} could not be installed", self.name);
        }
        Ok(&self.program)
    }
}

impl Drop for CargoTool {
    /// A step before it failed: nobody waits for it any more.
    fn drop(&mut self) {
        if let Some(install) = &mut self.install {
            let _ = install.kill();
            let _ = install.wait();
        }
    }
}
