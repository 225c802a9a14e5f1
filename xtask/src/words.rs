//! The sentences as data files, one a language and chunk: a sentence a line, numbered as the app
//! numbers them.

use std::collections::BTreeMap;
use std::path::Path;

use askelma_sentences::{Chunk, Table};

use crate::files;

/// What the main chunk of the page says, and what all other pages say.
const FILES: [(Chunk, &str); 2] = [(Chunk::Main, "words"), (Chunk::Rest, "more-words")];

/// The sentences in `folder` (`src/text`).
pub fn table(folder: &Path) -> anyhow::Result<Table> {
    let mut texts = BTreeMap::new();
    for path in files::below(folder)? {
        if path.extension().is_some_and(|extension| extension == "toml") {
            texts.insert(files::relative(&path, folder)?, files::read_text(&path)?);
        }
    }
    Ok(Table::new(&texts)?)
}

/// Puts `data/words-fi-….txt` and its siblings into the staged bundle, and their names into the
/// list that the page carries.
pub fn name_by_content(
    folder: &Path,
    stage: &Path,
    names: &mut BTreeMap<String, String>,
) -> anyhow::Result<()> {
    let table = table(folder)?;
    for (chunk, name) in FILES {
        for (language, lines) in table.lines(chunk) {
            let text = lines.join("\n");
            let hash = files::short_hash(text.as_bytes());
            let place = format!("data/{name}-{language}-{hash}.txt");
            files::write(&stage.join(&place), text)?;
            names.insert(format!("{name}/{language}.txt"), place);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use askelma_sentences::LANGUAGES;

    use super::{name_by_content, table};
    use crate::{files, paths};

    #[test]
    fn the_two_files_of_a_language_hold_a_line_for_every_number() -> anyhow::Result<()> {
        let folder = paths::root().join("src/text");
        let entries = table(&folder)?.entries().len();
        let stage = std::env::temp_dir().join(format!("askelma-words-{}", std::process::id()));
        let mut names = BTreeMap::new();
        name_by_content(&folder, &stage, &mut names)?;
        for language in LANGUAGES {
            let lines = |name: &str| -> anyhow::Result<usize> {
                let place = &names[&format!("{name}/{language}.txt")];
                Ok(files::read_text(&stage.join(place))?.lines().count())
            };
            let (main, rest) = (lines("words")?, lines("more-words")?);
            assert!(
                main > 100 && rest > main && main + rest >= entries,
                "{language}: {main}, {rest}"
            );
        }
        std::fs::remove_dir_all(&stage)?;
        Ok(())
    }
}
