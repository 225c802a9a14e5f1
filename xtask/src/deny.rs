//! cargo-deny over everything in Cargo.lock, by deny.toml: licences, bans and sources, and advisories
//! where their database can be had.

use std::env;
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, ensure};

use crate::paths;
use crate::process::{command, output, run};
use crate::steps::Step;

const VERSION: &str = "0.20.2";

/// Without what compiling it takes: that goes on beside the steps before.
pub const STEP: Step = Step { title: "Licences, bans, sources and advisories", seconds: 5 };

/// cargo-deny, perhaps still being compiled.
pub struct Deny {
    program: PathBuf,
    install: Option<Child>,
}

impl Deny {
    /// The one on PATH if it is of our version, else one of our own, kept outside the clone for the
    /// next one. Compiling it takes four minutes of a processor, once on a machine, and is not
    /// waited for here.
    pub fn begin() -> anyhow::Result<Self> {
        if let Some(program) = paths::on_path(&["cargo-deny"])
            && output(command(&program, &paths::root()).arg("--version"))
                .is_some_and(|version| version.trim().ends_with(VERSION))
        {
            return Ok(Self { program, install: None });
        }
        let folder = paths::lasting_tools()?.join(format!("cargo-deny-{VERSION}"));
        let program = folder.join("bin").join(format!("cargo-deny{}", env::consts::EXE_SUFFIX));
        if program.is_file() {
            return Ok(Self { program, install: None });
        }
        println!("Compiling cargo-deny {VERSION} into {} meanwhile", folder.display());
        let mut install = command("cargo", &paths::root());
        install.args(["install", "cargo-deny", "--quiet", "--locked", "--version", VERSION]);
        // It is not built among this workspace's own artefacts, nor by its settings.
        install.arg("--root").arg(&folder).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
        let install = install.spawn().context("cargo install could not be started")?;
        Ok(Self { program, install: Some(install) })
    }

    pub fn check(mut self) -> anyhow::Result<()> {
        if let Some(mut install) = self.install.take() {
            ensure!(install.wait()?.success(), "cargo-deny could not be installed");
        }
        run(&mut self.deny(&["check", "licenses", "bans", "sources"]))?;
        // Who builds without a network, or behind a proxy that knows registries alone, is no worse
        // off than before; but it is said.
        if output(&mut self.deny(&["fetch", "db"])).is_none() {
            println!("advisories were not checked: their database could not be fetched");
            return Ok(());
        }
        run(&mut self.deny(&["check", "advisories"]))
    }

    fn deny(&self, words: &[&str]) -> Command {
        let mut deny = command(&self.program, &paths::root());
        deny.args(["--workspace", "--locked", "--log-level", "error"]).args(words);
        deny
    }
}

impl Drop for Deny {
    /// A step before it failed: nobody waits for it any more.
    fn drop(&mut self) {
        if let Some(install) = &mut self.install {
            let _ = install.kill();
            let _ = install.wait();
        }
    }
}
