//! The licences of what the app is made of, as the build collects them.

use crate::ContentError;
use crate::json::{Row, parse, texts};

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its text.
    pub text: String,
    /// What stands under it.
    pub of: Vec<String>,
}

/// Reads `licences.json`.
///
/// # Errors
/// [`ContentError`] when it is not what it should be.
pub fn read(text: &str) -> Result<Vec<Licence>, ContentError> {
    let file = parse(text)?;
    let licence = |value| {
        let row = Row::of(value, "licences")?;
        Ok(Licence { text: row.text("text")?.to_owned(), of: texts(row.list("of")?, "of")? })
    };
    file.as_array().ok_or(ContentError::Field("licences"))?.iter().map(licence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_stands_with_what_is_under_it() {
        assert_eq!(
            read(r#"[{"text": "Do as you like.", "of": ["a 1.0", "b 2.0"]}]"#),
            Ok(vec![Licence {
                text: "Do as you like.".to_owned(),
                of: vec!["a 1.0".to_owned(), "b 2.0".to_owned()],
            }])
        );
        assert_eq!(read("{}"), Err(ContentError::Field("licences")));
        assert_eq!(read(r#"[{"of": []}]"#), Err(ContentError::Field("text")));
    }
}
