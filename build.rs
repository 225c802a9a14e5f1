//! Makes one typed function of each sentence in `src/text/`. A sentence that is missing in one
//! language, or fills in other names than another does, does not build.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use askelma_sentences::{Table, functions};

const SENTENCES: &str = "src/text";

fn main() {
    println!("cargo::rerun-if-changed={SENTENCES}");
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|known| known == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        // xtask splits the page's module in two, for which it needs the linker's relocations.
        if is("PROFILE", "release") {
            println!("cargo::rustc-link-arg-bin=askelma=--emit-relocs");
        }
        // wasm-bindgen drops what debuggers read, which is nine tenths of a module that is compiled
        // for development: not to link it makes every rebuild quicker. Names stay.
        println!("cargo::rustc-link-arg-bins=--strip-debug");
    }
    if let Err(problem) = write_functions() {
        println!("cargo::error={SENTENCES}: {problem}");
        process::exit(1);
    }
}

fn write_functions() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(SENTENCES);
    let mut files = BTreeMap::new();
    for path in toml_files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        files.insert(name, fs::read_to_string(&path)?);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("sentences.rs");
    Ok(fs::write(out, functions(&Table::new(&files)?))?)
}

fn toml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(toml_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    Ok(found)
}
