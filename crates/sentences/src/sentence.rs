//! One sentence and the names it fills in.

/// The plural forms of all three languages (CLDR).
const FORMS: [&str; 2] = ["one", "other"];

/// A sentence: plain, or in one form for each kind of count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// One form for all.
    Plain(String),
    /// A form for one and a form for other counts, in this order.
    Counted([String; FORMS.len()]),
}

impl Sentence {
    /// A text, or a table of all plural forms; `None` where a text is empty or a form missing.
    pub(crate) fn read(value: &toml::Value) -> Option<Self> {
        let text = |value: &toml::Value| {
            value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
        };
        match value {
            toml::Value::Table(forms) => {
                let [one, other] = FORMS.map(|name| forms.get(name).and_then(text));
                Some(Self::Counted([one?, other?]))
            }
            plain => text(plain).map(Self::Plain),
        }
    }

    /// Its forms; each has a number of its own.
    pub fn forms(&self) -> &[String] {
        match self {
            Self::Plain(text) => std::slice::from_ref(text),
            Self::Counted(forms) => forms,
        }
    }

    /// The names that it fills in, sorted, each once; a counted one always has `n`.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.forms().iter().flat_map(|text| names_in(text)).collect();
        if matches!(self, Self::Counted(_)) {
            names.push("n");
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

#[cfg(test)]
mod tests {
    use super::Sentence;

    #[test]
    fn placeholders_are_named_once_and_a_counted_sentence_has_its_count() {
        let plain = Sentence::Plain("{name}, {day} and {name}".to_owned());
        assert_eq!(plain.placeholders(), ["day", "name"]);
        let counted = Sentence::Counted(["one of {all}".to_owned(), "{n} of {all}".to_owned()]);
        assert_eq!(counted.placeholders(), ["all", "n"]);
    }
}
