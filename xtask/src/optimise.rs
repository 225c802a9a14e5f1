//! wasm-opt over several modules, on all cores.

use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use crate::files;
use crate::process::{command, run};
use crate::steps::short;

/// Named one by one: with all of them it makes a module that engines refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Measured in brotli over the pages' two modules: `-Oz` leaves 722.8 kB, `-Os` 721.5 kB, and with
/// the two flags behind it 713.4 kB. Nothing lies in a module's first 1024 bytes: the linker lays
/// the stack there, which grows down towards them and would have run over before.
const FLAGS: [&str; 3] = ["-Os", "--low-memory-unused", "--reorder-functions"];

/// Makes `modules` (a name, and the bytes) as small as it can; `npm` holds binaryen.
pub fn all(
    modules: &mut [(String, &mut Vec<u8>)],
    npm: &Path,
    folder: &Path,
) -> anyhow::Result<()> {
    // The largest first, so that the cores end at about the same time.
    modules.sort_by_key(|(_, bytes)| bytes.len());
    let waiting: Mutex<Vec<_>> = Mutex::new(modules.iter_mut().collect());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.pop());
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let work = || -> anyhow::Result<()> {
            while let Some((name, bytes)) = next() {
                **bytes = one(name, bytes, npm, folder)?;
            }
            Ok(())
        };
        let workers: Vec<_> = (0..cores.min(4)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(result) => result,
            Err(_) => anyhow::bail!("wasm-opt could not be waited for"),
        })
    })
}

fn one(name: &str, bytes: &[u8], npm: &Path, folder: &Path) -> anyhow::Result<Vec<u8>> {
    let begun = Instant::now();
    let (from, to) = (folder.join(name), folder.join(format!("small-{name}")));
    files::write(&from, bytes)?;
    let mut node = command("node", npm);
    node.arg(npm.join("node_modules/binaryen/bin/wasm-opt")).args(FLAGS).args(FEATURES);
    run(node.arg(&from).arg("-o").arg(&to))?;
    let small = files::read(&to)?;
    let kilobytes = |bytes: &[u8]| bytes.len() / 1000;
    println!(
        "   {name}: {} → {} kB in {}",
        kilobytes(bytes),
        kilobytes(&small),
        short(begun.elapsed())
    );
    Ok(small)
}
