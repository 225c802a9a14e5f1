//! The journeys: the release bundle in a real browser, by Playwright.

use std::process::Command;

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::compile::Profile;
use crate::process::{command as program, run};
use crate::steps::{Step, Steps};
use crate::{bundle, node, paths};

const SUB_PATH: &str = "/x/";

pub const WALK: Step = Step { title: "Journeys", seconds: 900 };

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let no_build = args.flag("--no-build");
    args.done()?;
    if no_build {
        return walk(args.handed_on(), &mut Steps::new(vec![WALK]));
    }
    let mut steps = Steps::new([bundle::plan(Profile::Release), vec![WALK]].concat());
    bundles(&mut steps)?;
    walk(args.handed_on(), &mut steps)
}

/// The bundle for / in dist/, and one for a sub-path beside it.
pub fn bundles(steps: &mut Steps) -> anyhow::Result<()> {
    bundle::build(&[("/", paths::dist()), (SUB_PATH, paths::sub_path_dist())], steps)
}

/// Walks them all, with what dist/ holds.
pub fn walk(handed_on: &[String], steps: &mut Steps) -> anyhow::Result<()> {
    steps.take(WALK, || run(playwright()?.args(handed_on)))
}

/// Playwright, with what dist/ holds and what it needs to know; whatever is missing is installed.
pub fn playwright() -> anyhow::Result<Command> {
    let end2end = paths::root().join("end2end");
    node::install(&end2end, "the journeys' npm packages")?;
    let browser = browser::chromium(&end2end)?;
    let mut node = program("node", &end2end);
    node.arg("node_modules/@playwright/test/cli.js").arg("test");
    node.env("ASKELMA_DIST", paths::dist()).env("ASKELMA_SUB_DIST", paths::sub_path_dist());
    node.env("ASKELMA_XTASK", std::env::current_exe()?);
    if let Browser::Installed(path) = browser {
        node.env(browser::VARIABLE, path);
    }
    Ok(node)
}
