//! What a bundle needs beside Cargo and Node, and what must fit together.

use std::path::Path;

use anyhow::{Context, bail, ensure};

use crate::compile::TARGET;
use crate::process::{command, heading, output, run};
use crate::{files, lock, paths};

/// Everything that a bundle needs; npm's packages come while Cargo compiles.
pub fn for_bundle() -> anyhow::Result<()> {
    one_wasm_bindgen()?;
    wasm_target()
}

pub fn wasm_target() -> anyhow::Result<()> {
    let root = paths::root();
    let Some(libdir) =
        output(command("rustc", &root).args(["--print", "target-libdir", "--target", TARGET]))
    else {
        bail!("rustc was not found: install Rust with rustup, then try again");
    };
    if Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    heading(&format!("Installing the target {TARGET}"));
    run(command("rustup", &root).args(["target", "add", TARGET]))
        .with_context(|| format!("rustup could not add {TARGET}"))
}

/// wasm-bindgen's two halves, the app's and xtask's, must be of one version.
fn one_wasm_bindgen() -> anyhow::Result<()> {
    let lock = files::read_text(&paths::root().join("Cargo.lock"))?;
    let of_app = lock::version(&lock, "wasm-bindgen")?;
    let of_xtask = lock::version(&lock, "wasm-bindgen-cli-support")?;
    ensure!(
        of_app == of_xtask,
        "wasm-bindgen is {of_app} and wasm-bindgen-cli-support {of_xtask} in Cargo.lock: set the \
         one in xtask/Cargo.toml to ={of_app}"
    );
    Ok(())
}
