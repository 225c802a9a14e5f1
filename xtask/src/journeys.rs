//! The journeys: the release bundle in a real browser, by Playwright.

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::process::{command as program, heading, run};
use crate::{bundle, node, paths};

const SUB_PATH: &str = "/x/";

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let kept = args.flag("--no-build");
    args.done()?;
    if !kept {
        bundles()?;
    }
    walk(args.handed_on())
}

/// The bundle for / in dist/, and one for a sub-path beside it.
pub fn bundles() -> anyhow::Result<()> {
    bundle::build(SUB_PATH, &paths::sub_path_dist())?;
    bundle::build("/", &paths::dist())
}

/// Walks them all, with what dist/ holds.
pub fn walk(handed_on: &[String]) -> anyhow::Result<()> {
    let end2end = paths::root().join("end2end");
    node::install(&end2end, "the journeys' npm packages")?;
    let browser = browser::chromium(&end2end)?;
    heading("Journeys");
    let mut node = program("node", &end2end);
    node.arg("node_modules/@playwright/test/cli.js").arg("test").args(handed_on);
    node.env("ASKELMA_DIST", paths::dist()).env("ASKELMA_SUB_DIST", paths::sub_path_dist());
    node.env("ASKELMA_XTASK", std::env::current_exe()?);
    if let Browser::Installed(path) = browser {
        node.env(browser::VARIABLE, path);
    }
    run(&mut node)
}
