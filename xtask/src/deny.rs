//! cargo-deny over everything in Cargo.lock, by deny.toml: licences, bans and sources, and advisories
//! where their database can be had.

use crate::cargo_tool::CargoTool;
use crate::paths;
use crate::process::{command, output, run};
use crate::steps::Step;
use std::process::Command;

const NAME: &str = "cargo-deny";
const VERSION: &str = "0.20.2";

/// Without what compiling it takes: that goes on beside the steps before.
pub const STEP: Step = Step { title: "Licences, bans, sources and advisories", seconds: 5 };

/// cargo-deny, perhaps still being compiled.
pub struct Deny(CargoTool);

impl Deny {
    /// The one on PATH if it is of our version, else one of our own.
    pub fn begin() -> anyhow::Result<Self> {
        if let Some(program) = paths::on_path(&[NAME])
            && output(command(&program, &paths::root()).arg("--version"))
                .is_some_and(|version| version.trim().ends_with(VERSION))
        {
            return Ok(Self(CargoTool::there(NAME, program)));
        }
        CargoTool::begin(NAME, VERSION).map(Self)
    }

    pub fn check(mut self) -> anyhow::Result<()> {
        run(self.deny()?.args(["check", "licenses", "bans", "sources"]))?;
        // Who builds without a network, or behind a proxy that knows registries alone, is no worse
        // off than before; but it is said.
        if output(self.deny()?.args(["fetch", "db"])).is_none() {
            println!("   advisories were not checked: their database could not be fetched");
            return Ok(());
        }
        run(self.deny()?.args(["check", "advisories"]))
    }

    fn deny(&mut self) -> anyhow::Result<Command> {
        let mut deny = command(self.0.program()?, &paths::root());
        deny.args(["--workspace", "--locked", "--log-level", "error"]);
        Ok(deny)
    }
}
