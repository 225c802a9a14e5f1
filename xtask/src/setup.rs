//! What a bundle needs beside Cargo and Node, and what must fit together.

use std::path::Path;

use anyhow::{Context, bail, ensure};

use crate::compile::TARGET;
use crate::process::{command, heading, output, run};
use crate::{files, paths};

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
    let versions = ["wasm-bindgen", "wasm-bindgen-cli-support"].map(|name| version(&lock, name));
    let [Some(of_app), Some(of_xtask)] = versions else {
        bail!("Cargo.lock lacks wasm-bindgen or wasm-bindgen-cli-support");
    };
    ensure!(
        of_app == of_xtask,
        "wasm-bindgen is {of_app} and wasm-bindgen-cli-support {of_xtask} in Cargo.lock: set the \
         one in xtask/Cargo.toml to ={of_app}"
    );
    Ok(())
}

fn version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_in_the_lock_file_is_found() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version(lock, "trunk"), None);
    }
}
