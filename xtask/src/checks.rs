//! `cargo xtask test` and the quick part of it, `check`. Each job has a heading; the first that
//! fails ends the run with its own exit code.

use std::process::Command;

use crate::args::Args;
use crate::process::{command, heading, run};
use crate::{budget, journeys, node, paths, setup};

pub fn check(args: &Args) -> anyhow::Result<()> {
    args.done()?;
    setup::wasm_target()?;
    format_and_lints()?;
    native_tests()?;
    println!("\nFormat, lints and native tests hold.");
    Ok(())
}

pub fn test(args: &Args) -> anyhow::Result<()> {
    check(args)?;
    journeys::bundles()?;
    budget::check(&paths::dist())?;
    independent_reader()?;
    journeys::walk(&[])?;
    println!("\nEverything holds.");
    Ok(())
}

fn cargo(words: &[&str]) -> Command {
    let mut cargo = command("cargo", &paths::root());
    cargo.args(words);
    cargo
}

fn format_and_lints() -> anyhow::Result<()> {
    heading("Format");
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    heading("Lints, native");
    let strict = ["--", "-D", "warnings"];
    run(cargo(&["clippy", "--workspace", "--all-targets"]).args(strict))?;
    heading("Lints, wasm");
    run(cargo(&["clippy", "--package", "askelma", "--target", "wasm32-unknown-unknown"])
        .args(strict))
}

fn native_tests() -> anyhow::Result<()> {
    let nextest = setup::nextest()?;
    heading("Native tests");
    // Run by its own path, since it may not be on PATH.
    let mut tests = command(nextest, &paths::root());
    run(tests.args(["nextest", "run", "--workspace"]))
}

/// A second, separately written reader of the exchange format (see docs/exchange-format.md).
fn independent_reader() -> anyhow::Result<()> {
    let folder = paths::root().join("end2end").join("independent");
    node::install(&folder, "the independent reader's npm packages")?;
    heading("Independent reader");
    run(command("node", &folder).arg("--test"))
}
