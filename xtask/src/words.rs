//! The sentences, one data file a language: a sentence a line, numbered as the app numbers them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::files;

#[path = "../../src/text/table.rs"]
mod table;

/// Puts `data/words-fi-….txt` and its siblings into the staged bundle, and their names into the
/// list that the page carries.
pub fn name_by_content(
    folder: &Path,
    stage: &Path,
    names: &mut BTreeMap<String, String>,
) -> anyhow::Result<()> {
    let table = table::Table::read(folder).map_err(anyhow::Error::msg)?;
    for language in table::LANGUAGES {
        let lines = table.lines(language);
        let broken = lines.iter().find(|line| line.contains('\n'));
        anyhow::ensure!(broken.is_none(), "{language}.toml: a sentence over two lines: {broken:?}");
        let text = lines.join("\n");
        let place = format!("data/words-{language}-{}.txt", files::short_hash(text.as_bytes()));
        files::write(&stage.join(&place), text)?;
        names.insert(format!("words/{language}.txt"), place);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{name_by_content, table};
    use crate::{files, paths};

    #[test]
    fn every_language_has_a_line_for_every_number() -> anyhow::Result<()> {
        let folder = paths::root().join("src/text");
        let read = table::Table::read(&folder).map_err(anyhow::Error::msg)?;
        let last = read.sentences().last().map(|sentence| sentence.3).unwrap_or_default();
        for language in table::LANGUAGES {
            assert!(read.lines(language).len() > last, "{language}");
        }
        let stage = std::env::temp_dir().join(format!("askelma-words-{}", std::process::id()));
        let mut names = BTreeMap::new();
        name_by_content(&folder, &stage, &mut names)?;
        let finnish = files::read_text(&stage.join(&names["words/fi.txt"]))?;
        assert_eq!(finnish.lines().count(), read.lines("fi").len());
        std::fs::remove_dir_all(&stage)?;
        Ok(())
    }
}
