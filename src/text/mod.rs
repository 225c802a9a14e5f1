//! The three languages, typed: one function a sentence, made by `build.rs` from the files below, which
//! a translator edits without Rust. The sentences themselves come as a data file, in one language:
//! three would be a tenth of the first load.

use std::cell::Cell;

mod sentences {
    // The first screen's are said by its HTML (`pages/welcome/first_screen.html`).
    #![allow(dead_code, missing_docs, clippy::all, clippy::pedantic)]
    include!(concat!(env!("OUT_DIR"), "/sentences.rs"));
}
pub use sentences::*;

/// A language of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Finnish.
    Fi,
    /// Swedish, as in Finland.
    Sv,
}

impl Language {
    /// All of them, in the order offered.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// `en`, `fi` or `sv`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fi => "fi",
            Self::Sv => "sv",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fi => "Suomi",
            Self::Sv => "Svenska",
        }
    }

    /// The locale whose dates and numbers it uses.
    pub fn locale(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::Fi => "fi-FI",
            Self::Sv => "sv-FI",
        }
    }

    /// The language of a tag such as `fi-FI`, if the app speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }
}

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::En) };
    static LINES: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
    static COUNTS: Cell<CountRule> =
        const { Cell::new(CountRule { is_one: simple_one, digits: simple_digits }) };
}

/// How the current language counts; the browser's `Intl` in the app.
#[derive(Clone, Copy)]
pub struct CountRule {
    /// Whether a count takes the form for one.
    pub is_one: fn(usize) -> bool,
    /// The count in digits.
    pub digits: fn(usize) -> String,
}

fn simple_one(n: usize) -> bool {
    n == 1
}

fn simple_digits(n: usize) -> String {
    n.to_string()
}

/// The language that every sentence comes in now.
pub fn language() -> Language {
    CURRENT.get()
}

/// Switches the language; what is on screen already must be drawn anew. `lines` are the language's
/// sentences by number, one a line: those of the first page alone, or all of them.
///
/// They are kept for good: a sentence is borrowed wherever it is shown, and a language is rarely
/// changed.
pub fn set_language(language: Language, lines: String, counts: CountRule) {
    let lines: &'static str = lines.leak();
    LINES.set(lines.split('\n').collect::<Vec<_>>().leak());
    CURRENT.set(language);
    COUNTS.set(counts);
}

fn plain(index: usize) -> &'static str {
    LINES.get().get(index).copied().unwrap_or_default()
}

fn filled(index: usize, blanks: &[(&str, &str)]) -> String {
    fill(plain(index), blanks)
}

fn counted(index: usize, n: usize, blanks: &[(&str, &str)]) -> String {
    let rule = COUNTS.get();
    let form = plain(index + usize::from(!(rule.is_one)(n)));
    let digits = (rule.digits)(n);
    let mut all = vec![("n", digits.as_str())];
    all.extend_from_slice(blanks);
    fill(form, &all)
}

/// Puts each value in the place of its `{name}`. A value is never read as a template itself.
fn fill(template: &str, blanks: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        let value = blanks.iter().find(|(blank, _)| *blank == name).map(|(_, value)| *value);
        push_isolated(&mut out, value.unwrap_or_default());
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Puts a value that is written from right to left between Unicode's isolates, so that it does not
/// turn the sentence around it.
fn push_isolated(out: &mut String, value: &str) {
    // Hebrew, Arabic and the scripts near them, the old and the rare ones too.
    let is_right_to_left = |c| {
        matches!(
            c,
            '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{fefc}'
                | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}'
        )
    };
    if value.contains(is_right_to_left) {
        out.extend(["\u{2068}", value, "\u{2069}"]);
    } else {
        out.push_str(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_read_as_a_template() {
        assert_eq!(fill("Hi {name}, {n}", &[("name", "{n}"), ("n", "2")]), "Hi {n}, 2");
    }

    #[test]
    fn a_name_from_right_to_left_does_not_turn_the_sentence() {
        assert_eq!(fill("{name}: {n}", &[("name", "محمد"), ("n", "3")]), "\u{2068}محمد\u{2069}: 3");
        assert_eq!(fill("{name}!", &[("name", "דנה 7")]), "\u{2068}דנה 7\u{2069}!");
        assert_eq!(fill("{name}!", &[("name", "Åsa 🌱")]), "Åsa 🌱!");
    }

    #[test]
    fn banned_words_stand_in_no_sentence() {
        // "skolkurator", the school social worker, is no truant.
        const BANNED: [&str; 12] = [
            "fail",
            "missed",
            "compliance",
            "truan",
            "refusal",
            "lintsa",
            "pinnau",
            "pinnaa",
            "koulukieltäyty",
            "skolka",
            "skolvägr",
            "hemmasitt",
        ];
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut checked = 0;
        let folders = ["src/text", "public/data"].map(|folder| root.join(folder));
        for path in folders.iter().flat_map(|folder| word_files(folder)) {
            let text = std::fs::read_to_string(&path).expect("a file of sentences");
            checked += 1;
            for line in text.lines() {
                let lower = line.to_lowercase();
                for banned in BANNED {
                    assert!(!lower.contains(banned), "{banned:?} stands in {line:?}");
                }
            }
        }
        assert!(checked > 3, "the sentences were not found");
    }

    fn word_files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder").flatten();
        let below = entries.flat_map(|entry| match entry.path() {
            path if path.is_dir() => word_files(&path),
            path if path.extension().is_some_and(|end| end == "toml" || end == "json") => {
                vec![path]
            }
            _ => Vec::new(),
        });
        below.collect()
    }
}
