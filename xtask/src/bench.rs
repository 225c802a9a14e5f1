//! The bench: what the app costs with five years of data, as ratios from one run. No test.

use anyhow::Context;

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::compile::Profile;
use crate::process::{command as program, heading, output, run};
use crate::steps::Steps;
use crate::{bundle, files, node, paths};

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let kept = args.flag("--no-build");
    args.done()?;
    if !kept {
        bundle::build(&[("/", paths::dist())], &mut Steps::new(bundle::plan(Profile::Release)))?;
    }
    heading("Five years of data");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let mut make = program("cargo", &paths::root());
    make.args(["run", "--quiet", "--package", "askelma-diary", "--example", "five_years", "--"]);
    let years = output(make.arg(now.to_string())).context("five years could not be made")?;
    files::write(&paths::five_years(), years)?;
    heading("Bench");
    let end2end = paths::root().join("end2end");
    node::install(&end2end, "the journeys' npm packages")?;
    let browser = browser::chromium(&end2end)?;
    let mut bench = program("node", &end2end);
    bench.args(["node_modules/@playwright/test/cli.js", "test", "--config", "bench.config.ts"]);
    bench.env("ASKELMA_FIVE_YEARS", paths::five_years());
    bench.env("ASKELMA_XTASK", std::env::current_exe()?);
    if let Browser::Installed(path) = browser {
        bench.env(browser::VARIABLE, path);
    }
    run(&mut bench)
}
