//! The few options the commands take.

use anyhow::{Context, bail};

/// The words after `cargo xtask`; each command takes what it knows and refuses the rest.
pub struct Args {
    words: Vec<String>,
    handed_on: Vec<String>,
}

impl Args {
    pub fn from_environment() -> Self {
        Self::new(std::env::args().skip(1).collect())
    }

    fn new(mut words: Vec<String>) -> Self {
        let handed_on = match words.iter().position(|word| word == "--") {
            Some(at) => words.split_off(at).split_off(1),
            None => Vec::new(),
        };
        Self { words, handed_on }
    }

    pub fn command(&mut self) -> Option<String> {
        (!self.words.is_empty()).then(|| self.words.remove(0))
    }

    /// Takes `--name` if it was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE` if it was given.
    pub fn value(&mut self, name: &str) -> anyhow::Result<Option<String>> {
        if let Some(at) = self.words.iter().position(|word| word == name) {
            self.words.remove(at);
            if at == self.words.len() {
                bail!("{name} needs a value");
            }
            return Ok(Some(self.words.remove(at)));
        }
        let prefix = format!("{name}=");
        let found = self.words.iter().position(|word| word.starts_with(&prefix));
        Ok(found.map(|at| self.words.remove(at)[prefix.len()..].to_owned()))
    }

    /// Takes `--base /x/`; "/" without one.
    pub fn base(&mut self) -> anyhow::Result<String> {
        let base = self.value("--base")?.unwrap_or_else(|| "/".to_owned());
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
        if !base.starts_with('/') || !base.ends_with('/') || !base.chars().all(plain) {
            bail!("--base is a path such as /x/, with a slash at both ends: {base}");
        }
        if base.split('/').any(|part| part == "..") || base.contains("//") {
            bail!("--base has an empty or upward part: {base}");
        }
        Ok(base)
    }

    pub fn port(&mut self) -> anyhow::Result<Option<u16>> {
        let text = self.value("--port")?;
        text.map(|text| text.parse().with_context(|| format!("--port {text}"))).transpose()
    }

    /// What stood after a lone `--`.
    pub fn handed_on(&self) -> &[String] {
        &self.handed_on
    }

    /// Refuses what no one took.
    pub fn done(&self) -> anyhow::Result<()> {
        if let Some(word) = self.words.first() {
            bail!("I do not know \"{word}\"; cargo xtask help lists what there is");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn options_are_taken_in_either_spelling() -> anyhow::Result<()> {
        let mut given = args("serve --port 4000 --base=/x/ --no-build");
        assert_eq!(given.command().as_deref(), Some("serve"));
        assert_eq!(given.port()?, Some(4000));
        assert_eq!(given.base()?, "/x/");
        assert!(given.flag("--no-build"));
        given.done()
    }

    #[test]
    fn unknown_words_and_bad_bases_are_refused() {
        assert!(args("--fast").done().is_err());
        for bad in ["x", "/x", "x/", "/../", "//", "/a b/", "/\"/"] {
            assert!(Args::new(vec!["--base".into(), bad.into()]).base().is_err(), "{bad}");
        }
    }

    #[test]
    fn words_after_two_dashes_are_handed_on() {
        assert_eq!(args("journeys -- -g mood").handed_on(), ["-g", "mood"]);
    }
}
