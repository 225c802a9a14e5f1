//! The release bundle, and serving it.

use crate::args::Args;
use crate::paths;
use crate::process::{heading, run};
use crate::{files, server, setup};

pub fn build_command(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    args.done()?;
    build(&base)?;
    println!("\ndist/ is ready: any static host can serve it at {base}");
    Ok(())
}

pub fn serve(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    let port = args.port()?;
    let kept = args.flag("--no-build");
    args.done()?;
    if kept {
        anyhow::ensure!(
            paths::dist().join("index.html").is_file(),
            "dist/ is empty: leave out --no-build"
        );
    } else {
        build(&base)?;
    }
    server::serve(&paths::dist(), port)
}

/// Installs what is missing and builds dist/ for `base`.
pub fn build(base: &str) -> anyhow::Result<()> {
    let tools = setup::for_bundle()?;
    heading(&format!("Release bundle for {base}"));
    let mut trunk = tools.command(&tools.trunk);
    trunk.args(["build", "--release", "--offline", "--public-url", base]);
    // Trunk refuses the value 1, which several systems set.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk)?;
    let page = files::read_text(&paths::dist().join("index.html"))?;
    anyhow::ensure!(!page.contains("%ASKELMA"), "a mark was left in index.html");
    Ok(())
}
