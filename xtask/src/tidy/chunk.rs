//! The main chunk of the page says only sentences that are fetched with it, and its components'
//! style sheets are fetched with it.

use std::collections::BTreeSet;

use askelma_sentences::{Chunk, FIRST};

use super::modules::{Modules, reached};
use super::{classes, tree};
use crate::{css, paths, words};

/// Where the main chunk begins, and the file that leads to all that is split off.
const BEGINS: [&str; 3] = ["src/app.rs", "src/app/frame.rs", "src/app/page.rs"];
const SPLIT_OFF: &str = "src/app/every_page.rs";

/// The files of the main chunk.
fn main_chunk(modules: &Modules) -> BTreeSet<String> {
    let main = reached(&modules.graph(|_, to| to != SPLIT_OFF), &BEGINS);
    assert!(main.contains("src/pages/today/mood_card.rs"), "the main chunk was not found");
    main
}

#[test]
fn the_first_style_sheet_is_that_of_the_main_chunk() -> anyhow::Result<()> {
    let sources = tree(&paths::root())?;
    let main = main_chunk(&Modules::below("src/", &sources));
    let sheets = sources.iter().filter(|source| source.is_below(&["src/"]) && source.is_sheet());
    let names = sheets.map(|sheet| sheet.name.as_str());
    let of_main: Vec<_> = names.filter(|name| main.contains(&classes::component(name))).collect();
    assert_eq!(css::OF_MAIN_CHUNK.as_slice(), of_main);
    Ok(())
}

#[test]
fn the_main_chunk_says_the_first_sentences_and_no_others() -> anyhow::Result<()> {
    let root = paths::root();
    let table = words::table(&root.join("src/text"))?;
    let sections: BTreeSet<&str> = table.entries().iter().map(|entry| entry.section).collect();
    let sources = tree(&root)?;
    let modules = Modules::below("src/", &sources);
    let main = main_chunk(&modules);
    let mut said = BTreeSet::new();
    let mut later = Vec::new();
    for (path, module) in modules.iter().filter(|(_, module)| main.contains(&module.file)) {
        for name in &module.names {
            let Some(section) = modules.section(path, name, &sections) else { continue };
            if Chunk::of(&section) == Chunk::Rest {
                later.push(format!("{}:{}: {section}", module.file, name.line));
            }
            said.insert(section);
        }
    }
    assert!(later.is_empty(), "\n{}\n", later.join("\n"));
    let unsaid: Vec<_> = FIRST.iter().filter(|section| !said.contains(**section)).collect();
    assert!(unsaid.is_empty(), "fetched first, said by no page of the main chunk: {unsaid:?}");
    Ok(())
}
