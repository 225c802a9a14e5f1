//! The modules beside the app's first, three files each, which Trunk leaves without a hash in their
//! names: the page's second module and the Web Worker's.

use std::fs;
use std::path::Path;

use crate::files;

/// The Web Worker of the exchange.
pub const EXCHANGE: &str = "exchange_worker";
/// The page's second module.
pub const EVERY_ROOM: &str = "every_room";

/// A module's files under names by content.
pub struct Module {
    /// The script to start it with, relative to the base.
    pub loader: String,
    /// All of them.
    pub files: Vec<String>,
}

/// Renames them from the innermost outwards, so that each name covers what its file loads.
pub fn name_by_content(stage: &Path, name: &str) -> anyhow::Result<Module> {
    let (plain_module, plain_glue) = (format!("{name}_bg.wasm"), format!("{name}.js"));
    let module = files::read(&stage.join(&plain_module))?;
    let module = put(stage, &plain_module, &module)?;
    let glue = files::read_text(&stage.join(&plain_glue))?;
    let glue = files::replace_once(&glue, &format!("'{plain_module}'"), &format!("'{module}'"))?;
    let glue = put(stage, &plain_glue, glue.as_bytes())?;
    let plain_loader = format!("{name}_loader.js");
    let loader = files::read_text(&stage.join(&plain_loader))?;
    let loader =
        files::replace_once(&loader, &format!("'./{plain_glue}'"), &format!("'./{glue}'"))?;
    let loader = put(stage, &plain_loader, loader.as_bytes())?;
    Ok(Module { files: vec![module, glue, loader.clone()], loader })
}

/// Writes `bytes` under a name by content instead of `plain`, and returns that name.
fn put(stage: &Path, plain: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let (stem, extension) = plain.rsplit_once('.').unwrap_or((plain, ""));
    let name = format!("{stem}-{}.{extension}", files::short_hash(bytes));
    files::write(&stage.join(&name), bytes)?;
    fs::remove_file(stage.join(plain))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::{EXCHANGE, name_by_content};
    use crate::files;

    #[test]
    fn each_name_inside_is_patched() -> anyhow::Result<()> {
        let stage = std::env::temp_dir().join(format!("askelma-worker-{}", std::process::id()));
        files::write(&stage.join("exchange_worker_bg.wasm"), "wasm")?;
        files::write(&stage.join("exchange_worker.js"), "new URL('exchange_worker_bg.wasm', u)")?;
        files::write(&stage.join("exchange_worker_loader.js"), "from './exchange_worker.js'")?;
        let worker = name_by_content(&stage, EXCHANGE)?;
        let texts: Vec<_> =
            worker.files.iter().flat_map(|name| files::read_text(&stage.join(name))).collect();
        assert_eq!(texts[1], format!("new URL('{}', u)", worker.files[0]));
        assert_eq!(texts[2], format!("from './{}'", worker.files[1]));
        assert_eq!(files::below(&stage)?.len(), 3);
        std::fs::remove_dir_all(&stage)?;
        Ok(())
    }
}
