//! The empty app in end2end/bench/empty-app, which the bench measures ours beside: made by the same
//! steps and served with the same headers.

use std::fs;

use crate::compile::{self, EMPTY_APP};
use crate::csp::Policy;
use crate::process::heading;
use crate::{bindgen, files, headers, minify, node, optimise, paths, setup};

const HEAD_MARK: &str = "<!-- empty-app:head -->";

/// Makes it, ready to be served, in its folder.
pub fn build() -> anyhow::Result<()> {
    heading("The empty app beside ours");
    setup::for_bundle()?;
    let npm = node::build_packages()?;
    let bound = bindgen::bind(EMPTY_APP, files::read(&compile::empty_app()?)?)?;
    let mut module = bound.module;
    let wasm = format!("{EMPTY_APP}.wasm");
    optimise::all(&mut [(wasm.clone(), &mut module)], &npm, &paths::made().join("work"))?;
    let script = minify::script(bound.glue.as_bytes(), &npm)?;

    let folder = paths::empty_app();
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    let module_name = files::with_hash(&wasm, &files::short_hash(&module));
    let script_name = files::with_hash(&format!("{EMPTY_APP}.js"), &files::short_hash(&script));
    files::write(&folder.join(&module_name), module)?;
    files::write(&folder.join(&script_name), script)?;

    let source = paths::root().join("end2end/bench/empty-app/index.html");
    let page = Page::make(&files::read_text(&source)?, &script_name, &module_name)?;
    files::write(&folder.join("index.html"), &page.html)?;
    files::write(&folder.join("404.html"), &page.html)?;
    let headers = headers::file("/", &page.policy, &[&script_name, &module_name]);
    files::write(&folder.join("_headers"), headers)
}

struct Page {
    html: String,
    policy: Policy,
}

impl Page {
    /// It asks for its script and module at once, as Trunk's page does; ours waits for its first
    /// paint.
    fn make(source: &str, script: &str, module: &str) -> anyhow::Result<Self> {
        let start =
            format!("import init from '/{script}'; init({{ module_or_path: '/{module}' }});");
        let policy = Policy::for_scripts(std::slice::from_ref(&start));
        let head = [
            format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
                policy.in_page()
            ),
            "<meta name=\"askelma-base\" content=\"/\">".to_owned(),
            format!("<link rel=\"modulepreload\" href=\"/{script}\">"),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" \
                 href=\"/{module}\" crossorigin>"
            ),
            format!("<script type=\"module\">{start}</script>"),
        ];
        let html = files::replace_once(source, HEAD_MARK, &head.join("\n"))?;
        Ok(Self { html, policy })
    }
}
