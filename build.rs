//! Makes one typed function of each sentence in `src/text/{en,fi,sv}.toml`. A sentence that is
//! missing in one language, or fills in other names than another does, does not build.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

#[path = "src/text/table.rs"]
mod table;

use table::{Sentence, Table, blanks};

fn main() {
    println!("cargo::rerun-if-changed=src/text");
    // xtask splits the page's module in two, for which it needs the linker's relocations.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bin=askelma=--emit-relocs");
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    let made = Table::read(Path::new("src/text")).and_then(|table| {
        let code = generate(&table);
        fs::write(Path::new(&out).join("sentences.rs"), code).map_err(|error| error.to_string())
    });
    if let Err(problem) = made {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}

fn generate(table: &Table) -> String {
    let mut code = String::new();
    let mut open = None;
    for (room, key, sentence, number) in table.sentences() {
        if open != Some(room) {
            code.push_str(if open.is_some() { "}\n" } else { "" });
            let _ = writeln!(code, "/// Sentences of `{room}`.\npub mod {room} {{");
            open = Some(room);
        }
        code.push_str(&function(key, sentence, number));
    }
    code.push_str("}\n");
    code
}

fn function(key: &str, sentence: &Sentence, number: usize) -> String {
    let (doc, counts) = match sentence {
        Sentence::Plain(text) => (text, false),
        Sentence::Counted(forms) => (&forms[1], true),
    };
    let doc = doc.replace(['\n', '[', ']', '<', '>'], " ");
    let names: Vec<String> =
        blanks(sentence).into_iter().filter(|name| !counts || name != "n").collect();
    let parameters: Vec<String> = names.iter().map(|name| format!("{name}: &str")).collect();
    let filled: Vec<String> = names.iter().map(|name| format!("(\"{name}\", {name})")).collect();
    let filled = filled.join(", ");
    let (parameters, result, call) = match (counts, names.is_empty()) {
        (false, true) => (String::new(), "&'static str", format!("plain({number})")),
        (false, false) => {
            (parameters.join(", "), "String", format!("filled({number}, &[{filled}])"))
        }
        (true, _) => {
            let parameters = [vec!["n: usize".to_owned()], parameters].concat();
            (parameters.join(", "), "String", format!("counted({number}, n, &[{filled}])"))
        }
    };
    format!(
        "    /// {doc}\n    pub fn {key}({parameters}) -> {result} {{ super::super::{call} }}\n"
    )
}
