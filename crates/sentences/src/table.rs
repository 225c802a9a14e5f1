//! All sentences of all languages, checked against each other.

use std::collections::BTreeMap;

use crate::{Chunk, LANGUAGES, Sentence};

type Section = BTreeMap<String, Sentence>;
/// Sections by chunk and name: those of the main chunk stand before all others.
type Sections = BTreeMap<(Chunk, String), Section>;

/// The sentences of the three languages; each language has the same ones.
#[derive(Debug)]
pub struct Table {
    languages: [Sections; LANGUAGES.len()],
}

/// A sentence and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The section's name.
    pub section: &'a str,
    /// Its name in the section.
    pub key: &'a str,
    /// The sentence in English.
    pub sentence: &'a Sentence,
    /// The number of its first form, from 0; its other forms follow.
    pub number: usize,
}

/// Why files are no table: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A file is not TOML.
    #[error("{file}: {problem}")]
    Syntax {
        /// The file.
        file: String,
        /// The parser's own words.
        problem: String,
    },
    /// A file stands in no language's folder.
    #[error("{0} belongs to no language")]
    NoLanguage(String),
    /// A key stands above the first section.
    #[error("{file}: {key} stands in no section")]
    NoSection {
        /// The file.
        file: String,
        /// The key.
        key: String,
    },
    /// A section is begun in two files.
    #[error("{file}: [{section}] stands in another file already")]
    Twice {
        /// The file that comes later.
        file: String,
        /// The section.
        section: String,
    },
    /// Neither a text on one line nor one for each count, or empty.
    #[error("{file}: [{section}] {key} is no sentence")]
    NoSentence {
        /// The file.
        file: String,
        /// The section.
        section: String,
        /// The key.
        key: String,
    },
    /// A language lacks a sentence.
    #[error("{language}: [{section}] {key} is missing; {other} has it")]
    Missing {
        /// The language that lacks it.
        language: &'static str,
        /// The section.
        section: String,
        /// The key.
        key: String,
        /// A language that has it.
        other: &'static str,
    },
    /// Two languages fill in different names.
    #[error("{language}: [{section}] {key} fills in other names than {other}")]
    OtherNames {
        /// One language.
        language: &'static str,
        /// The section.
        section: String,
        /// The key.
        key: String,
        /// The other language.
        other: &'static str,
    },
}

impl Table {
    /// Reads files: name below the folder of sentences (`fi/today.toml`), and text.
    ///
    /// # Errors
    /// [`TableError`] for the first thing that is wrong.
    pub fn new(files: &BTreeMap<String, String>) -> Result<Self, TableError> {
        let mut table = Self { languages: Default::default() };
        for (file, text) in files {
            let folder = file.split_once('/').map_or("", |(folder, _)| folder);
            let language = LANGUAGES.iter().position(|language| *language == folder);
            let language = language.ok_or_else(|| TableError::NoLanguage(file.clone()))?;
            add(&mut table.languages[language], file, text)?;
        }
        table.check()?;
        Ok(table)
    }

    /// All sentences, in the order of their numbers.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let english = self.languages[0].iter();
        let all = english.flat_map(|((_, section), sentences)| {
            sentences.iter().map(move |(key, sentence)| (section, key, sentence))
        });
        let mut next = 0;
        all.map(|(section, key, sentence)| {
            let number = next;
            next += sentence.forms().len();
            Entry { section, key, sentence, number }
        })
        .collect()
    }

    /// The forms that a chunk says, by number, for each language; those of the rest go on where
    /// those of the main chunk end.
    pub fn lines(&self, chunk: Chunk) -> impl Iterator<Item = (&'static str, Vec<&str>)> {
        LANGUAGES.into_iter().zip(&self.languages).map(move |(language, sections)| {
            let sections = sections.iter().filter(|((of, _), _)| *of == chunk);
            let sentences = sections.flat_map(|(_, section)| section.values());
            (language, sentences.flat_map(Sentence::forms).map(String::as_str).collect())
        })
    }

    fn check(&self) -> Result<(), TableError> {
        let all = || LANGUAGES.into_iter().zip(&self.languages);
        for (language, sections) in all() {
            for (other, other_sections) in all() {
                compare((language, sections), (other, other_sections))?;
            }
        }
        Ok(())
    }
}

/// Whether a language has every sentence of another, with the same placeholders.
fn compare(
    (language, sections): (&'static str, &Sections),
    (other, other_sections): (&'static str, &Sections),
) -> Result<(), TableError> {
    for (name, other_section) in other_sections {
        for (key, theirs) in other_section {
            let (section, key_name) = (name.1.clone(), key.clone());
            let Some(ours) = sections.get(name).and_then(|section| section.get(key)) else {
                return Err(TableError::Missing { language, section, key: key_name, other });
            };
            if ours.placeholders() != theirs.placeholders() {
                return Err(TableError::OtherNames { language, section, key: key_name, other });
            }
        }
    }
    Ok(())
}

fn add(sections: &mut Sections, file: &str, text: &str) -> Result<(), TableError> {
    let file = file.to_owned();
    let parsed: toml::Table = match text.parse() {
        Ok(parsed) => parsed,
        Err(problem) => return Err(TableError::Syntax { file, problem: problem.to_string() }),
    };
    for (name, value) in parsed {
        let toml::Value::Table(values) = value else {
            return Err(TableError::NoSection { file, key: name });
        };
        let mut section = Section::new();
        for (key, value) in values {
            let on_one_line =
                |sentence: &Sentence| sentence.forms().iter().all(|form| !form.contains('\n'));
            let Some(sentence) = Sentence::read(&value).filter(on_one_line) else {
                return Err(TableError::NoSentence { file, section: name, key });
            };
            section.insert(key, sentence);
        }
        if sections.insert((Chunk::of(&name), name.clone()), section).is_some() {
            return Err(TableError::Twice { file, section: name });
        }
    }
    Ok(())
}

#[cfg(test)]
/// A table that says the same in every language; for tests.
pub(crate) fn table_of(text: &str) -> Result<Table, TableError> {
    tests::read(text, text)
}

#[cfg(test)]
mod tests {
    use super::{Table, TableError};
    use crate::{Chunk, LANGUAGES};

    pub(super) fn read(english: &str, others: &str) -> Result<Table, TableError> {
        let text = |language| if language == "en" { english } else { others };
        let file = |language| (format!("{language}/a.toml"), text(language).to_owned());
        Table::new(&LANGUAGES.map(file).into())
    }

    fn problem(english: &str, others: &str) -> String {
        read(english, others).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_sentence_missing_or_filled_in_otherwise_makes_no_table() {
        let whole = "[share]\nhello = \"Hi {name}\"\n";
        assert_eq!(problem(whole, whole), "");
        assert_eq!(problem(whole, "[share]\n"), "fi: [share] hello is missing; en has it");
        assert_eq!(problem("[share]\n", whole), "en: [share] hello is missing; fi has it");
        assert_eq!(
            problem(whole, "[share]\nhello = \"Hei {nimi}\"\n"),
            "en: [share] hello fills in other names than fi"
        );
    }

    #[test]
    fn what_is_no_sentence_is_named_with_its_file() {
        let none = "en/a.toml: [share] hello is no sentence";
        for value in ["\" \"", "3", "{ one = \"{n} day\" }", "\"two\\nlines\""] {
            let text = format!("[share]\nhello = {value}\n");
            assert_eq!(problem(&text, &text), none, "{value}");
        }
        assert_eq!(problem("hello = \"Hi\"\n", ""), "en/a.toml: hello stands in no section");
        assert!(problem("[share\n", "").starts_with("en/a.toml: "));
    }

    #[test]
    fn a_section_stands_in_one_file_of_a_known_language() {
        let text = "[share]\nhello = \"Hi\"\n".to_owned();
        let twice = ["en/a.toml", "en/b.toml"].map(|name| (name.to_owned(), text.clone()));
        assert_eq!(
            Table::new(&twice.into()).err(),
            Some(TableError::Twice { file: "en/b.toml".to_owned(), section: "share".to_owned() })
        );
        let files = [("de/a.toml".to_owned(), text)];
        assert_eq!(
            Table::new(&files.into()).err(),
            Some(TableError::NoLanguage("de/a.toml".to_owned()))
        );
    }

    #[test]
    fn the_main_chunk_is_numbered_before_the_rest_whatever_file_it_stands_in() {
        let days = "[share]\ndays = { one = \"{n} day\", other = \"{n} days\" }\nwhat = \"What\"\n";
        let today = "[today]\ntitle = \"Today\"\n";
        let of_language = |(language, first)| {
            let file = |name, text: &str| (format!("{language}/{name}.toml"), text.to_owned());
            [file(first, days), file("c", today)]
        };
        let files = LANGUAGES.into_iter().zip(["b", "a"].into_iter().cycle());
        let table = Table::new(&files.flat_map(of_language).collect()).unwrap();
        let numbers: Vec<_> =
            table.entries().iter().map(|entry| (entry.section, entry.key, entry.number)).collect();
        assert_eq!(numbers, [("today", "title", 0), ("share", "days", 1), ("share", "what", 3)]);
        let of_swedish = |chunk| table.lines(chunk).find(|(language, _)| *language == "sv");
        assert_eq!(of_swedish(Chunk::Main), Some(("sv", vec!["Today"])));
        assert_eq!(of_swedish(Chunk::Rest), Some(("sv", vec!["{n} day", "{n} days", "What"])));
    }
}
