//! Draws the icons' PNG files from the SVGs, in the browser the journeys use.

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::process::{command, heading, run};
use crate::{node, paths};

pub fn draw(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    let end2end = paths::root().join("end2end");
    node::install(&end2end, "the journeys' npm packages")?;
    let browser = browser::chromium(&end2end)?;
    heading("Icons");
    let mut draw = command("node", &end2end);
    draw.arg("tools/draw-icons.mjs");
    if let Browser::Installed(path) = browser {
        draw.env(browser::VARIABLE, path);
    }
    run(&mut draw)
}
