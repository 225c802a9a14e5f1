//! The engines that are not Chromium: the first journey in Firefox and in `WebKit` for GTK, each over
//! its own driver. No part of `cargo xtask test`: what is tried here is other people's browsers too.

mod found;
mod screen;

use std::path::{Path, PathBuf};

use anyhow::ensure;

use self::found::Engine;
use crate::args::Args;
use crate::compile::Profile;
use crate::process::{command as program, run};
use crate::steps::{Step, Steps};
use crate::{bundle, node, paths, server};

const BROWSERS: Step = Step { title: "Browsers and their drivers", seconds: 60 };
const TRIALS: Step = Step { title: "Trials in WebKitGTK and Firefox", seconds: 240 };

const WEBKIT: &str = "webkit";
const FIREFOX: &str = "firefox";

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let no_build = args.flag("--no-build");
    let given_folder = args.value("--from")?;
    let only = args.value("--only")?;
    args.done()?;
    let wanted = |name: &str| only.as_ref().is_none_or(|only| only == name);
    ensure!(wanted(WEBKIT) || wanted(FIREFOX), "--only is followed by {WEBKIT} or {FIREFOX}");
    let folder = given_folder.as_ref().map_or_else(paths::dist, PathBuf::from);
    let geckodriver = if wanted(FIREFOX) { Some(found::geckodriver()?) } else { None };
    let rest = [BROWSERS, TRIALS];
    let mut steps = if no_build || given_folder.is_some() {
        Steps::new(rest.to_vec())
    } else {
        let mut steps = Steps::new([&bundle::plan(Profile::Release)[..], &rest].concat());
        bundle::build(&[("/", folder.clone())], &mut steps)?;
        steps
    };
    let end2end = paths::root().join("end2end");
    let engines = steps.take(BROWSERS, || {
        node::install(&end2end, "the journeys' npm packages")?;
        node::install(&end2end.join("engines"), "WebDriver's client")?;
        let webkit = wanted(WEBKIT).then(|| found::webkit(WEBKIT));
        let firefox = geckodriver.map(|driver| found::firefox(FIREFOX, driver));
        Ok([webkit, firefox].into_iter().flatten().collect::<Vec<_>>())
    })?;
    steps.take(TRIALS, || tried(&engines, &folder, &end2end, args.handed_on()))?;
    steps.table();
    Ok(())
}

fn tried(
    engines: &[anyhow::Result<Engine>],
    folder: &Path,
    end2end: &Path,
    handed_on: &[String],
) -> anyhow::Result<()> {
    let mut node = program("node", end2end);
    node.args(["node_modules/@playwright/test/cli.js", "test"]);
    node.args(["--config", "engines.config.ts"]).args(handed_on);
    node.env("ASKELMA_ADDRESS", server::serve_beside(folder)?);
    for engine in engines {
        match engine {
            Ok(engine) => {
                println!("   {}", engine.version);
                node.args(["--project", engine.project]).envs(engine.variables.clone());
            }
            Err(missing) => println!("   SKIPPED: {missing:#}"),
        }
    }
    ensure!(engines.iter().any(Result::is_ok), "no engine is here: nothing was tried");
    run(&mut node)
}
