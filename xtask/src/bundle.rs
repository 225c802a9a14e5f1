//! The release bundle, and serving it.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::paths;
use crate::process::{heading, run};
use crate::{files, server, setup, unchanged};

pub fn build_command(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    args.done()?;
    build(&base, &paths::dist())?;
    println!("\ndist/ is ready: any static host can serve it at {base}");
    Ok(())
}

pub fn serve(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    let port = args.port()?;
    let kept = args.flag("--no-build");
    let from = args.value("--from")?;
    args.done()?;
    let folder = from.as_ref().map_or_else(paths::dist, PathBuf::from);
    if kept || from.is_some() {
        let there = folder.join("index.html").is_file();
        anyhow::ensure!(there, "{} holds no bundle to serve", folder.display());
    } else if unchanged::is_fresh(&base, &folder)? {
        println!("Nothing has changed since the last build: serving {}.", folder.display());
    } else {
        build(&base, &folder)?;
    }
    server::serve(&folder, port)
}

/// Installs what is missing and builds the bundle for `base` into `dist`.
pub fn build(base: &str, dist: &Path) -> anyhow::Result<()> {
    let tools = setup::for_bundle()?;
    heading(&format!("Release bundle for {base}"));
    // Taken before: what changes while it is built is not in it.
    let sources = unchanged::sources(base)?;
    let mut trunk = tools.command(&tools.trunk);
    trunk.args(["build", "--release", "--offline", "--public-url", base, "--dist"]);
    trunk.arg(dist);
    // Trunk refuses the value 1, which several systems set.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk)?;
    let page = files::read_text(&dist.join("index.html"))?;
    anyhow::ensure!(!page.contains("%ASKELMA"), "a mark was left in index.html");
    unchanged::note(dist, &sources)
}
