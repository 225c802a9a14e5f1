//! The few options the commands take.

use anyhow::{Context, bail};
use pico_args::Arguments;

/// The words after `cargo xtask`; each command takes what it knows and refuses the rest.
pub struct Args {
    words: Arguments,
    handed_on: Vec<String>,
}

impl Args {
    pub fn from_environment() -> Self {
        Self::new(std::env::args().skip(1).collect())
    }

    fn new(mut words: Vec<String>) -> Self {
        let handed_on = match words.iter().position(|word| word == "--") {
            Some(position) => words.split_off(position).split_off(1),
            None => Vec::new(),
        };
        let words = words.into_iter().map(Into::into).collect();
        Self { words: Arguments::from_vec(words), handed_on }
    }

    pub fn command(&mut self) -> anyhow::Result<Option<String>> {
        Ok(self.words.subcommand()?)
    }

    /// Takes `--name` if it was given.
    pub fn flag(&mut self, name: &'static str) -> bool {
        self.words.contains(name)
    }

    /// Takes `--name VALUE` or `--name=VALUE` if it was given.
    pub fn value(&mut self, name: &'static str) -> anyhow::Result<Option<String>> {
        Ok(self.words.opt_value_from_str(name)?)
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
        self.words.opt_value_from_str("--port").context("--port")
    }

    /// What stood after a lone `--`.
    pub fn handed_on(&self) -> &[String] {
        &self.handed_on
    }

    /// Refuses what no one took.
    pub fn done(&self) -> anyhow::Result<()> {
        if let Some(word) = self.words.clone().finish().first() {
            bail!("I do not know \"{}\"; cargo xtask help lists what there is", word.display());
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
        let mut args = args("serve --port 4000 --base=/x/ --no-build");
        assert_eq!(args.command()?.as_deref(), Some("serve"));
        assert_eq!(args.port()?, Some(4000));
        assert_eq!(args.base()?, "/x/");
        assert!(args.flag("--no-build"));
        args.done()
    }

    #[test]
    fn unknown_words_and_bad_bases_are_refused() {
        assert!(args("--fast").done().is_err());
        assert!(args("--port").port().is_err() && args("--port many").port().is_err());
        for bad in ["x", "/x", "x/", "/../", "//", "/a b/", "/\"/"] {
            assert!(Args::new(vec!["--base".into(), bad.into()]).base().is_err(), "{bad}");
        }
    }

    #[test]
    fn words_after_two_dashes_are_handed_on() {
        assert_eq!(args("journeys -- -g mood").handed_on(), ["-g", "mood"]);
    }
}
