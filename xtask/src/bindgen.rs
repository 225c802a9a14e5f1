//! wasm-bindgen as a library: a module's glue in JavaScript.

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
    Ok(Bound { glue: made.js().to_owned(), module: made.wasm_mut().emit_wasm() })
}
