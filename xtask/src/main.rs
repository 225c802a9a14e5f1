//! The project's own commands: set-up, bundle, server and checks. `cargo xtask help` lists them.

mod args;
mod assets;
mod bench;
mod bindgen;
mod browser;
mod budget;
mod bundle;
mod cargo_tool;
mod checks;
mod compile;
mod csp;
mod css;
mod data_files;
mod debian;
mod deny;
mod dev;
mod empty_app;
mod engines;
mod files;
mod finish;
mod first_screen;
mod font;
mod headers;
mod icons;
mod journeys;
mod licences;
mod lock;
mod manifest;
mod minify;
mod modules;
mod node;
mod optimise;
mod page;
mod paths;
mod process;
mod server;
mod service_worker;
mod setup;
mod soak;
mod split;
mod steps;
#[cfg(test)]
mod tidy;
mod unchanged;
mod words;

use std::process::ExitCode;

use args::Args;

const HELP: &str = "\
cargo xtask serve    build the app and serve it on localhost
                       --port N      the port (otherwise the first free one from 4040)
                       --base /x/    for a sub-path
                       --no-build    serve what dist/ already holds
                       --from DIR    serve the bundle in another folder
cargo xtask dev      serve the app compiled for development, made anew at every change
                       --port N      the port (otherwise the first free one from 4080)
                       --base /x/    for a sub-path
cargo xtask build    leave in dist/ a folder that any static host can serve
                       --base /x/    for a sub-path
cargo xtask test     everything that must hold: format, lints, native tests, bundle, budgets,
                     licences, the independent reader, journeys in Chromium
cargo xtask check    the quick part of it: format, lints, native tests
cargo xtask journeys build, then the journeys alone
                       --no-build    with what dist/ already holds
                       -- ARGS       handed on to Playwright
cargo xtask engines  build, then the first journey in WebKitGTK and Firefox, where they are
                       --no-build    with what dist/ already holds
                       --from DIR    with the bundle in another folder
                       --only NAME   webkit or firefox
                       -- ARGS       handed on to Playwright
cargo xtask bench    print what five years of data cost beside none, as ratios
                       --first-load  instead: the first visit beside an empty Leptos app's
                       --no-build    with what dist/ already holds
cargo xtask soak     the fault trials at length: three devices, every door of bytes, 200 kills
                       --no-build    with what dist/ already holds
cargo xtask budget   weigh what dist/ holds
cargo xtask icons    draw public/icons/*.png anew from the SVGs beside them
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::from(process::exit_code_of(&error))
        }
    }
}

fn run() -> anyhow::Result<()> {
    let mut args = Args::from_environment();
    let command = args.command()?;
    match command.as_deref() {
        Some("serve") => bundle::serve(&mut args),
        Some("dev") => dev::command(&mut args),
        Some("build") => bundle::build_command(&mut args),
        Some("test") => checks::test(&args),
        Some("check") => checks::check(&args),
        Some("journeys") => journeys::command(&mut args),
        Some("engines") => engines::command(&mut args),
        Some("bench") => bench::command(&mut args),
        Some("soak") => soak::run_all(&mut args),
        Some("budget") => budget::command_line(&args),
        Some("icons") => icons::draw(&args),
        // Trunk calls this one (see Trunk.toml).
        Some("trunk") => bundle::for_trunk(),
        Some("help") | None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => anyhow::bail!("there is no command \"{other}\"\n\n{HELP}"),
    }
}
