//! wasm-bindgen as a library: a module's glue in JavaScript.

use std::collections::HashMap;

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

/// A module and what stands between it and the browser.
pub struct Bound {
    pub glue: String,
    pub module: Vec<u8>,
}

/// Makes the glue of a module called `name`.
pub fn bind(name: &str, wasm: Vec<u8>) -> anyhow::Result<Bound> {
    let mut bindgen = Bindgen::new();
    // The link script needs the linker's own exports: the table, above all.
    bindgen.input_bytes(name, wasm).web(true)?.typescript(false);
    let mut made = bindgen.keep_lld_exports(true).demangle(false).generate_output()?;
    anyhow::ensure!(
        made.snippets().values().all(Vec::is_empty) && made.local_modules().is_empty(),
        "a dependency of {name} brings JavaScript files of its own, which the bundle leaves out"
    );
    let glue = made.js().to_owned();
    let module = made.wasm_mut();
    drop_streams(module);
    let glue = with_short_names(&glue, module)?;
    Ok(Bound { glue, module: module.emit_wasm() })
}

/// Leptos brings streams of the fetch standard along, for servers; nothing here makes one. What a
/// module exports is kept whoever calls it, so their exports go before the module is made small.
fn drop_streams(module: &mut Module) {
    let of_streams =
        |name: &str| name.strip_prefix("__wbg_").unwrap_or(name).starts_with("intounderlying");
    let exports = module.exports.iter().filter(|export| of_streams(&export.name));
    for export in exports.map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
}

/// Names what the module imports from its glue `a0`, `a1` …, in both. wasm-bindgen's own names end
/// in sixteen digits at random each, which no compression makes shorter: 7 KB of a first load.
fn with_short_names(glue: &str, module: &mut Module) -> anyhow::Result<String> {
    let mut short = HashMap::new();
    let imports = module.imports.iter_mut().filter(|import| import.module.ends_with("_bg.js"));
    for (number, import) in imports.enumerate() {
        let new = format!("a{number}");
        short.insert(std::mem::replace(&mut import.name, new.clone()), new);
    }
    let mut renamed = String::with_capacity(glue.len());
    let mut found = 0;
    let mut rest = glue;
    while !rest.is_empty() {
        let in_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let end = rest.find(|letter| !in_name(letter)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        // A name is one of the import object only as its key: `name: function(…)`.
        let new = short.get(name).filter(|_| after.starts_with(':'));
        found += usize::from(new.is_some());
        renamed.push_str(new.map_or(name, String::as_str));
        let next = after.find(in_name).unwrap_or(after.len());
        renamed.push_str(&after[..next]);
        rest = &after[next..];
    }
    anyhow::ensure!(found == short.len(), "the glue gives {found} of {} imports", short.len());
    Ok(renamed)
}
