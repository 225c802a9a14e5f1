//! Starter ladders: one file says which steps each has, another what they say in a language.

use askelma_diary::values::Words;

use crate::ContentError;
use crate::json::{Row, parse, texts};

/// A ladder in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// What it leads to.
    pub title: Words,
    /// Its steps, easiest first.
    pub steps: Vec<Words>,
}

/// Reads `ladders/ladders.json` and the words of one language. What has no words is left out.
///
/// # Errors
/// [`ContentError`] when either is not what it should be.
pub fn read(ladders: &str, words: &str) -> Result<Vec<Ladder>, ContentError> {
    let (ladders, words) = (parse(ladders)?, parse(words)?);
    let words = Row::of(&words, "words")?.row("words")?;
    let words_of = |code: &str| Words::new(words.word(code)?).ok().flatten();
    let mut all = Vec::new();
    for value in Row::of(&ladders, "ladders")?.list("ladders")? {
        let row = Row::of(value, "ladders")?;
        let steps = texts(row.list("steps")?, "steps")?;
        if let Some(title) = words_of(row.text("code")?) {
            let steps = steps.iter().filter_map(|code| words_of(code)).collect();
            all.push(Ladder { title, steps });
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_words_is_left_out() {
        let ladders = r#"{"ladders": [{"code": "a", "steps": ["b", "c"]}, {"code": "x"}]}"#;
        let words = |text: &str| Words::new(text).unwrap().unwrap();
        let read = |words: &str| super::read(ladders, words);
        assert_eq!(
            read(r#"{"words": {"a": "Out", "c": "The door"}}"#),
            Ok(vec![Ladder { title: words("Out"), steps: vec![words("The door")] }])
        );
        assert_eq!(read("{}"), Err(ContentError::Field("words")));
        assert_eq!(
            super::read(r#"{"ladders": [{"code": "a", "steps": [1]}]}"#, r#"{"words": {}}"#),
            Err(ContentError::Field("steps"))
        );
    }
}
