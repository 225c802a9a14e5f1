//! The engines that are not Chromium: the first journey in WebKitGTK and Firefox, over WebDriver. No
//! part of `cargo xtask test`: what is tried here is other people's browsers too.

mod found;
mod screen;

use std::path::PathBuf;

use anyhow::ensure;

use crate::args::Args;
use crate::cargo_tool::CargoTool;
use crate::compile::Profile;
use crate::process::{command as program, run};
use crate::steps::{Step, Steps};
use crate::{bundle, node, paths, server};

const BROWSERS: Step = Step { title: "Browsers and their drivers", seconds: 60 };
const TRIALS: Step = Step { title: "Trials in WebKitGTK and Firefox", seconds: 240 };

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let no_build = args.flag("--no-build");
    let given_folder = args.value("--from")?;
    args.done()?;
    let folder = given_folder.as_ref().map_or_else(paths::dist, PathBuf::from);
    let geckodriver = found::geckodriver()?;
    let rest = [BROWSERS, TRIALS];
    let mut steps = if no_build || given_folder.is_some() {
        Steps::new(rest.to_vec())
    } else {
        let mut steps = Steps::new([&bundle::plan(Profile::Release)[..], &rest].concat());
        bundle::build(&[("/", folder.clone())], &mut steps)?;
        steps
    };
    tried(geckodriver, &folder, args.handed_on(), &mut steps)?;
    steps.table();
    Ok(())
}

fn tried(
    geckodriver: CargoTool,
    folder: &std::path::Path,
    handed_on: &[String],
    steps: &mut Steps,
) -> anyhow::Result<()> {
    let end2end = paths::root().join("end2end");
    let engines = steps.take(BROWSERS, || {
        node::install(&end2end, "the journeys' npm packages")?;
        node::install(&end2end.join("engines"), "WebDriver's client")?;
        Ok([found::webkit(), found::firefox(geckodriver)])
    })?;
    steps.take(TRIALS, || {
        let mut node = program("node", &end2end);
        node.args([
            "node_modules/@playwright/test/cli.js",
            "test",
            "--config",
            "engines.config.ts",
        ]);
        node.args(handed_on).env("ASKELMA_ADDRESS", server::serve_beside(folder)?);
        let mut there = 0;
        for engine in &engines {
            match engine {
                Ok(engine) => {
                    println!("   {}", engine.version);
                    node.args(["--project", engine.project]).envs(engine.variables.clone());
                    there += 1;
                }
                Err(missing) => println!("   SKIPPED: {missing:#}"),
            }
        }
        ensure!(there > 0, "neither engine is here: nothing was tried");
        run(&mut node)
    })
}
