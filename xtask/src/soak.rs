//! `cargo xtask soak`: the fault trials at length. Their short forms run in every `cargo xtask test`.

use crate::args::Args;
use crate::compile::Profile;
use crate::process::{command, run};
use crate::steps::{Step, Steps};
use crate::{bundle, journeys, paths};

const REPLICAS: Step = Step { title: "Three devices converge, 10,000 cases", seconds: 600 };
const DOORS: Step = Step { title: "Every door of bytes, 5,000 cases", seconds: 600 };
const KILLS: Step =
    Step { title: "The browser is killed, 200 times, and a disk is full", seconds: 1_800 };

/// How often the browser is killed, half of it with a second tab.
const TIMES_KILLED: &str = "200";

pub fn run_all(args: &mut Args) -> anyhow::Result<()> {
    let no_build = args.flag("--no-build");
    args.done()?;
    let build = if no_build { Vec::new() } else { bundle::plan(Profile::Release) };
    let mut steps = Steps::new([vec![REPLICAS, DOORS], build, vec![KILLS]].concat());
    steps.take(REPLICAS, || cases(10_000, "askelma-diary", "replicas"))?;
    steps.take(DOORS, || cases(5_000, "askelma-doors", "doors"))?;
    if !no_build {
        journeys::bundles(&mut steps)?;
    }
    steps.take(KILLS, || {
        let mut walk = journeys::playwright()?;
        // Nothing beside it: the moments are to be of the app's own making.
        walk.args(["app/killed", "app/full-device", "--workers", "1", "--retries", "0"]);
        run(walk.env("ASKELMA_KILLS", TIMES_KILLED))
    })?;
    steps.table();
    println!("\nNothing was lost.");
    Ok(())
}

fn cases(count: u32, package: &str, test: &str) -> anyhow::Result<()> {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(["test", "--package", package, "--test", test]);
    run(cargo.env("PROPTEST_CASES", count.to_string()))
}
