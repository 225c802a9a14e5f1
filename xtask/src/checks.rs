//! `cargo xtask test` and the quick part of it, `check`. The first step that fails ends the run
//! with its own exit code; at the end stands what took how long.

use std::process::Command;

use crate::args::Args;
use crate::compile::{Profile, TARGET};
use crate::deny::{self, Deny};
use crate::process::{command, run};
use crate::steps::{Step, Steps};
use crate::{budget, bundle, journeys, node, paths, setup};

const FORMAT: Step = Step { title: "Format", seconds: 5 };
const LINTS: Step = Step { title: "Lints, native", seconds: 120 };
const LINTS_WASM: Step = Step { title: "Lints, wasm", seconds: 60 };
const TESTS: Step = Step { title: "Native tests", seconds: 240 };
const BUDGETS: Step = Step { title: "Budgets", seconds: 10 };
const READER: Step = Step { title: "Independent reader of the exchange format", seconds: 10 };

const CHECKS: [Step; 4] = [FORMAT, LINTS, LINTS_WASM, TESTS];

pub fn check(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    let mut steps = Steps::new(CHECKS.to_vec());
    quick(&mut steps)?;
    steps.table();
    println!("\nFormat, lints and native tests hold.");
    Ok(())
}

pub fn test(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    let rest = [BUDGETS, deny::STEP, READER, journeys::WALK];
    let deny = Deny::begin()?;
    let mut steps = Steps::new([&CHECKS[..], &bundle::plan(Profile::Release), &rest].concat());
    quick(&mut steps)?;
    journeys::bundles(&mut steps)?;
    steps.take(BUDGETS, || budget::check(&paths::dist()))?;
    steps.take(deny::STEP, || deny.check())?;
    steps.take(READER, independent_reader)?;
    journeys::walk(&[], &mut steps)?;
    steps.table();
    println!("\nEverything holds.");
    Ok(())
}

fn quick(steps: &mut Steps) -> anyhow::Result<()> {
    setup::wasm_target()?;
    let strict = ["--", "-D", "warnings"];
    steps.take(FORMAT, || run(&mut cargo(&["fmt", "--all", "--check"])))?;
    steps.take(LINTS, || run(cargo(&["clippy", "--workspace", "--all-targets"]).args(strict)))?;
    steps.take(LINTS_WASM, || {
        run(cargo(&["clippy", "--package", "askelma", "--target", TARGET]).args(strict))
    })?;
    steps.take(TESTS, native_tests)
}

fn cargo(words: &[&str]) -> Command {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(words);
    cargo
}

/// By nextest where it is installed; compiling it would take longer than the tests do.
fn native_tests() -> anyhow::Result<()> {
    match paths::on_path(&["cargo-nextest"]) {
        Some(_) => run(&mut cargo(&["nextest", "run", "--workspace"])),
        None => run(&mut cargo(&["test", "--workspace", "--quiet"])),
    }
}

/// A second, separately written reader of the exchange format (see docs/exchange-format.md).
fn independent_reader() -> anyhow::Result<()> {
    let folder = paths::root().join("end2end").join("independent");
    node::install(&folder, "the independent reader's npm packages")?;
    run(command("node", &folder).arg("--test"))
}
