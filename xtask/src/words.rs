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

    fn problem_of(english: &str, others: &str) -> anyhow::Result<Option<String>> {
        let folder = std::env::temp_dir().join(format!(
            "askelma-table-{}-{}",
            std::process::id(),
            files::short_hash((english.to_owned() + others).as_bytes())
        ));
        for (name, text) in [("en", english), ("fi", others), ("sv", others)] {
            files::write(&folder.join(format!("{name}.toml")), text)?;
        }
        let problem = table::Table::read(&folder).err();
        std::fs::remove_dir_all(&folder)?;
        Ok(problem)
    }

    #[test]
    fn a_missing_sentence_or_another_blank_does_not_build() -> anyhow::Result<()> {
        let whole = "[room]\nhello = \"Hi {name}\"\n";
        assert_eq!(problem_of(whole, whole)?, None);
        let missing = problem_of(whole, "[room]\n")?.unwrap_or_default();
        assert!(missing.contains("fi.toml: [room] hello is missing"), "{missing}");
        let blank = problem_of(whole, "[room]\nhello = \"Hei {nimi}\"\n")?.unwrap_or_default();
        assert!(blank.contains("fills in other names"), "{blank}");
        assert!(problem_of(whole, "[room]\nhello = \" \"\n")?.is_some());
        let counted = problem_of(
            "[room]\nhello = { one = \"{n} day\", other = \"{n} days\" }\n",
            "[room]\nhello = { one = \"{n} p\" }\n",
        )?;
        assert!(counted.is_some());
        Ok(())
    }

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
