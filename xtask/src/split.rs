//! The page's module split in two: what the first run and Today need, and the rest, which is
//! fetched later (the app's one `wasm_split` says where the line is).

use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::files;

/// The name under which the parts know each other until they get names by content.
pub struct Names<'a> {
    /// The glue that wasm-bindgen makes: `askelma.js`.
    pub glue: &'a str,
    /// The script that fetches the rest: `askelma-link.js`.
    pub link: &'a str,
}

/// A module after splitting.
pub struct Parts {
    pub main: Vec<u8>,
    /// Nothing where the module has no split point.
    pub rest: Option<Rest>,
}

/// What is fetched later.
pub struct Rest {
    /// The name by which `link` fetches it.
    pub name: String,
    pub module: Vec<u8>,
    /// The script that fetches it.
    pub link: String,
}

/// Splits `wasm`, which must have been linked with its relocations (see build.rs).
pub fn split(wasm: &[u8], names: &Names, folder: &Path) -> anyhow::Result<Parts> {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let main = folder.join("main.wasm");
    let (link, glue) = (format!("./{}", names.link), format!("./{}", names.glue));
    let mut options = Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &glue;
    let made = transform(options).map_err(|error| anyhow::anyhow!("{error:#}"))?;
    let main = files::read(&main)?;
    let rest = match made.split_modules.as_slice() {
        [] => None,
        [one] => Some(Rest {
            name: files::relative(one, folder)?,
            module: files::read(one)?,
            link: files::read_text(&folder.join(names.link))?,
        }),
        more => anyhow::bail!(
            "the page's module fell into {} files beside its first. With one name in all \
             `wasm_split` attributes there is one; each further name makes several.",
            more.len()
        ),
    };
    Ok(Parts { main, rest })
}
