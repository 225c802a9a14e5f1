//! Scripts and style sheets made small by esbuild: wasm-bindgen's glue comes with comments and
//! long names.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::Context;

use crate::process::command;

/// The same module in fewer bytes. What it imports and exports keeps its names.
pub fn script(source: &[u8], npm: &Path) -> anyhow::Result<Vec<u8>> {
    minified(source, npm, &["--format=esm", "--target=es2022"])
}

/// The same style sheet in fewer bytes. Nothing is rewritten for older browsers: `light-dark()` asks
/// for newer ones than all that esbuild could write otherwise.
pub fn sheet(source: &str, npm: &Path) -> anyhow::Result<String> {
    Ok(String::from_utf8(minified(source.as_bytes(), npm, &["--loader=css"])?)?)
}

fn minified(source: &[u8], npm: &Path, how: &[&str]) -> anyhow::Result<Vec<u8>> {
    let mut node = command("node", npm);
    node.arg(npm.join("node_modules/esbuild/bin/esbuild"));
    node.args(["--minify", "--log-level=warning"]).args(how);
    let mut esbuild = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    esbuild.stdin.take().context("esbuild reads its input")?.write_all(source)?;
    let output = esbuild.wait_with_output()?;
    anyhow::ensure!(output.status.success(), "esbuild refused a script or a style sheet");
    Ok(output.stdout)
}
