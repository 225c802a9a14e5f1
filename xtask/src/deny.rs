//! cargo-deny over everything in Cargo.lock: licences, bans and sources, by deny.toml.

use crate::cargo_tool::CargoTool;
use crate::paths;
use crate::process::{command, output, run};
use crate::steps::Step;

const NAME: &str = "cargo-deny";
const VERSION: &str = "0.20.2";

/// Without what compiling it takes: that goes on beside the steps before.
pub const STEP: Step = Step { title: "Licences, bans and sources", seconds: 5 };

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
        let mut deny = command(self.0.program()?, &paths::root());
        deny.args(["--workspace", "--locked", "--log-level", "error"]);
        run(deny.args(["check", "licenses", "bans", "sources"]))
    }
}
