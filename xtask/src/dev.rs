//! `cargo xtask dev`: the app compiled for development and served, made anew whenever a source
//! changes; the open page follows by itself.

use std::time::{Duration, Instant, SystemTime};
use std::{fs, thread};

use crate::args::Args;
use crate::process::heading;
use crate::steps::short;
use crate::{bundle, paths, server, unchanged};

/// Not among those of `serve`, whose service worker would answer with the build that it keeps.
const FIRST_PORT: u16 = 4080;

/// Between two looks at the sources. A look takes a few milliseconds.
const PAUSE: Duration = Duration::from_millis(300);

pub fn command(args: &mut Args) -> anyhow::Result<()> {
    let base = args.base()?;
    let port = args.port()?;
    args.done()?;
    let folder = paths::made().join("dev");
    let mut seen = look()?;
    bundle::for_developer(&base, &folder)?;
    let site = folder.clone();
    let served = thread::spawn(move || server::serve(&site, port, FIRST_PORT));
    while !served.is_finished() {
        let now = look()?;
        if now == seen {
            thread::sleep(PAUSE);
            continue;
        }
        seen = now;
        let begun = Instant::now();
        match bundle::for_developer(&base, &folder) {
            Ok(()) => println!("\nMade anew in {}.", short(begun.elapsed())),
            Err(error) => {
                heading("It could not be made: the page stays as it was");
                eprintln!("{error:#}");
            }
        }
    }
    served.join().unwrap_or_else(|_| anyhow::bail!("the server has ended"))
}

/// How many sources there are, and when the last of them was written.
fn look() -> anyhow::Result<(usize, Option<SystemTime>)> {
    let paths = unchanged::paths(&paths::root())?;
    let written = |path| fs::metadata(path).and_then(|entry| entry.modified()).ok();
    Ok((paths.len(), paths.iter().filter_map(written).max()))
}
