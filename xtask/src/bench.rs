//! The bench: what the app costs with five years of data beside none, and a first visit beside an
//! empty Leptos app's. Ratios from one run; no test.

use std::path::Path;

use anyhow::Context;

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::compile::Profile;
use crate::process::{command as program, heading, output, run};
use crate::steps::Steps;
use crate::{bundle, empty_app, files, node, paths, server};

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let no_build = args.flag("--no-build");
    let first_load = args.flag("--first-load");
    args.done()?;
    if !no_build {
        bundle::build(&[("/", paths::dist())], &mut Steps::new(bundle::plan(Profile::Release)))?;
    }
    empty_app::build()?;
    let end2end = paths::root().join("end2end");
    node::install(&end2end, "the journeys' npm packages")?;
    let browser = browser::chromium(&end2end)?;
    if first_load { measure_first_load(&end2end, browser) } else { five_years(&end2end, browser) }
}

/// Lighthouse, ours and the empty app's in turn.
fn measure_first_load(end2end: &Path, browser: Browser) -> anyhow::Result<()> {
    let folder = end2end.join("first-load");
    node::install(&folder, "Lighthouse")?;
    let ours = server::serve_beside(&paths::dist())?;
    let empty = server::serve_beside(&paths::empty_app())?;
    heading("First visit, by Lighthouse");
    let mut measure = program("node", &folder);
    measure.args(["measure.mjs", &ours, &empty]);
    in_browser(&mut measure, browser);
    run(&mut measure)
}

fn five_years(end2end: &Path, browser: Browser) -> anyhow::Result<()> {
    heading("Five years of data");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let mut make = program("cargo", &paths::root());
    make.args(["run", "--quiet", "--package", "askelma-diary", "--example", "five_years", "--"]);
    let years = output(make.arg(now.to_string())).context("five years could not be made")?;
    files::write(&paths::five_years(), years)?;
    heading("Bench");
    let mut bench = program("node", end2end);
    bench.args(["node_modules/@playwright/test/cli.js", "test", "--config", "bench.config.ts"]);
    bench.env("ASKELMA_FIVE_YEARS", paths::five_years());
    bench.env("ASKELMA_EMPTY_APP", server::serve_beside(&paths::empty_app())?);
    bench.env("ASKELMA_XTASK", std::env::current_exe()?);
    in_browser(&mut bench, browser);
    run(&mut bench)
}

/// Names the browser to a program that would otherwise take Playwright's.
fn in_browser(program: &mut std::process::Command, browser: Browser) {
    if let Browser::Installed(path) = browser {
        program.env(browser::VARIABLE, path);
    }
}
