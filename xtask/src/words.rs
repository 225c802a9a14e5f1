//! The sentences, one data file a language: a sentence a line, numbered as the app numbers them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::files;

use table::Part;

#[path = "../../src/text/table.rs"]
mod table;

/// The files of a language: what the first page says, and what the other rooms say.
const PARTS: [(Part, &str); 2] = [(Part::First, "words"), (Part::Later, "more-words")];

/// Puts `data/words-fi-….txt` and its siblings into the staged bundle, and their names into the
/// list that the page carries.
pub fn name_by_content(
    folder: &Path,
    stage: &Path,
    names: &mut BTreeMap<String, String>,
) -> anyhow::Result<()> {
    let table = table::Table::read(folder).map_err(anyhow::Error::msg)?;
    for language in table::LANGUAGES {
        for (part, name) in PARTS {
            let lines = table.lines(language, part);
            let broken = lines.iter().find(|line| line.contains('\n'));
            anyhow::ensure!(broken.is_none(), "{language}: a sentence over two lines: {broken:?}");
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

    use super::{Part, name_by_content, table};
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
        assert!(missing.contains("fi: [room] hello is missing"), "{missing}");
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
            let lines = |part| read.lines(language, part).len();
            assert!(lines(Part::First) + lines(Part::Later) > last, "{language}");
        }
        let stage = std::env::temp_dir().join(format!("askelma-words-{}", std::process::id()));
        let mut names = BTreeMap::new();
        name_by_content(&folder, &stage, &mut names)?;
        let finnish = files::read_text(&stage.join(&names["words/fi.txt"]))?;
        assert_eq!(finnish.lines().count(), read.lines("fi", Part::First).len());
        std::fs::remove_dir_all(&stage)?;
        Ok(())
    }

    /// The first page has the first part alone: a sentence of another room would be blank there.
    #[test]
    fn the_first_page_says_nothing_of_the_later_part() -> anyhow::Result<()> {
        let root = paths::root();
        let read = table::Table::read(&root.join("src/text")).map_err(anyhow::Error::msg)?;
        let later: Vec<&str> = read.rooms(Part::Later).collect();
        assert!(later.contains(&"share"));
        for name in FIRST_PAGE {
            let source = files::read_text(&root.join("src").join(name))?;
            for part in source.split("text::").skip(1) {
                let said = part.split(';').next().unwrap_or_default();
                let said = if said.starts_with('{') { said } else { word(said) };
                let wrong = said.split(|c: char| !c.is_alphanumeric() && c != '_');
                let wrong: Vec<&str> = wrong.filter(|name| later.contains(name)).collect();
                assert!(wrong.is_empty(), "{name} is on the first page and says {wrong:?}");
            }
        }
        Ok(())
    }

    fn word(text: &str) -> &str {
        text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    }

    /// What the first module reaches and that says something.
    const FIRST_PAGE: [&str; 17] = [
        "app.rs",
        "rooms/mod.rs",
        "rooms/first.rs",
        "rooms/frame.rs",
        "rooms/shared/welcome.rs",
        "rooms/shared/language_field.rs",
        "rooms/shared/leaving.rs",
        "rooms/young/begin.rs",
        "rooms/young/suggest.rs",
        "rooms/young/today.rs",
        "rooms/young/day_mood.rs",
        "rooms/young/day_routine.rs",
        "rooms/young/day_school.rs",
        "state/actions.rs",
        "state/keeper.rs",
        "state/starters.rs",
        "platform/intl.rs",
    ];
}
