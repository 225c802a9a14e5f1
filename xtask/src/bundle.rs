//! The release bundle, and serving it.

use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use anyhow::Context;

use crate::args::Args;
use crate::compile::{self, Profile};
use crate::finish::{self, For};
use crate::modules::{self, Modules};
use crate::steps::{Step, Steps};
use crate::{files, node, paths, server, setup, unchanged};

const FIRST_PORT: u16 = 4040;

const COMPILE: Step =
    Step { title: "Compiling the app, and npm's packages beside it", seconds: 240 };
const COMPILE_DEBUG: Step = Step { title: "Compiling the app for development", seconds: 120 };
const PAGE: Step = Step { title: "The page and its files", seconds: 5 };

/// What a bundle takes.
pub fn plan(profile: Profile) -> Vec<Step> {
    match profile {
        Profile::Debug => vec![COMPILE_DEBUG, modules::GLUE, PAGE],
        Profile::Release => vec![COMPILE, modules::SPLIT, modules::OPTIMISE, PAGE],
    }
}

pub fn build_command(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    args.done()?;
    let mut steps = Steps::new(plan(Profile::Release));
    build(&[(&base, paths::dist())], &mut steps)?;
    steps.table();
    println!("\ndist/ is ready: any static host can serve it at {base}");
    Ok(())
}

pub fn serve(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    let port = args.port()?;
    let no_build = args.flag("--no-build");
    let given_folder = args.value("--from")?;
    args.done()?;
    let folder = given_folder.as_ref().map_or_else(paths::dist, PathBuf::from);
    if no_build || given_folder.is_some() {
        let has_page = folder.join("index.html").is_file();
        anyhow::ensure!(has_page, "{} holds no bundle to serve", folder.display());
    } else if unchanged::is_fresh(&base, &folder)? {
        println!("Nothing has changed since the last build: serving {}.", folder.display());
    } else {
        build(&[(&base, folder.clone())], &mut Steps::new(plan(Profile::Release)))?;
    }
    server::serve(&folder, port, FIRST_PORT)
}

/// Installs what is missing and builds a bundle for each base into its folder. The app is compiled
/// once: a base changes only the page and what stands beside it.
pub fn build(bundles: &[(&str, PathBuf)], steps: &mut Steps) -> anyhow::Result<()> {
    // Taken before: what changes while it is built is not in it.
    let sources: Vec<_> =
        bundles.iter().map(|(base, _)| unchanged::sources(base)).collect::<Result<_, _>>()?;
    let modules = made_modules(Profile::Release, steps)?;
    steps.take(PAGE, || {
        for ((base, dist), sources) in bundles.iter().zip(&sources) {
            finish::bundle(base, dist, &modules, For::People)?;
            unchanged::note(dist, sources)?;
        }
        Ok(())
    })
}

/// The bundle of `cargo xtask dev`.
pub fn for_developer(base: &str, dist: &Path) -> anyhow::Result<()> {
    let mut steps = Steps::new(plan(Profile::Debug));
    let modules = made_modules(Profile::Debug, &mut steps)?;
    steps.take(PAGE, || finish::bundle(base, dist, &modules, For::Developer))
}

/// Trunk's hook, after it has compiled the app: its own bundle gives way to ours.
pub fn for_trunk() -> anyhow::Result<()> {
    let variable = |name: &str| env::var(name).with_context(|| format!("Trunk sets {name}"));
    let stage = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let base = variable("TRUNK_PUBLIC_URL")?;
    let (profile, whom) = match variable("TRUNK_PROFILE")?.as_str() {
        "release" => (Profile::Release, For::People),
        _ => (Profile::Debug, For::Developer),
    };
    let mut steps = Steps::new(plan(profile));
    let modules = made_modules(profile, &mut steps)?;
    steps.take(PAGE, || {
        for path in files::below(&stage)? {
            fs::remove_file(path)?;
        }
        finish::staged(&stage, &base, &modules, whom)
    })
}

/// The app's modules, compiled and made ready for the browser.
fn made_modules(profile: Profile, steps: &mut Steps) -> anyhow::Result<Modules> {
    setup::for_bundle()?;
    let compile = plan(profile)[0];
    let (compiled, npm) = steps.take(compile, || {
        thread::scope(|scope| {
            let npm = scope.spawn(node::build_packages);
            let compiled = compile::both(profile)?;
            let npm = npm.join().map_err(|_| anyhow::anyhow!("npm could not be waited for"))?;
            Ok((compiled, npm?))
        })
    })?;
    modules::make(&compiled, profile, &npm, steps)
}
