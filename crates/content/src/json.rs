//! The fields of a JSON object, checked.
//!
//! A `Value` is walked rather than derived from: the derived decoders of the same files take half
//! as many bytes again in the page's module.

use serde_json::{Map, Value};

use crate::ContentError;

/// Reads a whole file.
pub fn parse(text: &str) -> Result<Value, ContentError> {
    serde_json::from_str(text).map_err(|_| ContentError::NotJson)
}

/// An object of a file.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a>(&'a Map<String, Value>);

impl<'a> Row<'a> {
    /// The value as an object; `name` says which one is not.
    pub fn of(value: &'a Value, name: &'static str) -> Result<Self, ContentError> {
        value.as_object().map(Self).ok_or(ContentError::Field(name))
    }

    /// Its names and values.
    pub fn entries(self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.0.iter()
    }

    /// The text under a name that is itself data; nothing where there is none.
    pub fn word(self, name: &str) -> Option<&'a str> {
        self.0.get(name).and_then(filled)
    }

    /// A text that must be there.
    pub fn text(self, name: &'static str) -> Result<&'a str, ContentError> {
        self.optional(name, filled)?.ok_or(ContentError::Field(name))
    }

    /// A text that may be missing or null.
    pub fn optional_text(self, name: &'static str) -> Result<Option<&'a str>, ContentError> {
        self.optional(name, filled)
    }

    /// A truth; no where it is missing.
    pub fn truth(self, name: &'static str) -> Result<bool, ContentError> {
        Ok(self.optional(name, Value::as_bool)?.unwrap_or_default())
    }

    /// An object that must be there.
    pub fn row(self, name: &'static str) -> Result<Self, ContentError> {
        self.optional(name, Value::as_object)?.map(Self).ok_or(ContentError::Field(name))
    }

    /// An object that may be missing or null.
    pub fn optional_row(self, name: &'static str) -> Result<Option<Self>, ContentError> {
        Ok(self.optional(name, Value::as_object)?.map(Self))
    }

    /// A list of values; empty where it is missing.
    pub fn list(self, name: &'static str) -> Result<&'a [Value], ContentError> {
        Ok(self.optional(name, Value::as_array)?.map_or(&[], Vec::as_slice))
    }

    fn optional<T>(
        self,
        name: &'static str,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, ContentError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => read(value).map(Some).ok_or(ContentError::Field(name)),
        }
    }
}

/// The texts of a list; `name` says which list holds something else.
pub fn texts(list: &[Value], name: &'static str) -> Result<Vec<String>, ContentError> {
    let text = |value: &Value| filled(value).map(str::to_owned).ok_or(ContentError::Field(name));
    list.iter().map(text).collect()
}

/// A text that says something.
fn filled(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.trim().is_empty())
}

/// The stored number of the value that files call `text`: `HomeDanger` is `home_danger` there.
pub fn code_of(names: &[(u8, &str)], text: &str) -> Option<u8> {
    let is_named = |name: &str| {
        let mut rest = text;
        name.char_indices().all(|(at, letter)| {
            if at > 0 && letter.is_ascii_uppercase() {
                rest = rest.strip_prefix('_').unwrap_or_default();
            }
            rest.strip_prefix(letter.to_ascii_lowercase()).inspect(|left| rest = left).is_some()
        }) && rest.is_empty()
    };
    names.iter().find(|(_, name)| is_named(name)).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_files_write_them() {
        let names = [(0, "Home"), (7, "HomeDanger")];
        assert_eq!(code_of(&names, "home"), Some(0));
        assert_eq!(code_of(&names, "home_danger"), Some(7));
        for wrong in ["", "Home", "homedanger", "home_dangers", "home_", "_home", "danger"] {
            assert_eq!(code_of(&names, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_field_that_is_wrong_is_named() {
        let value = parse(r#"{"a": "b", "n": null, "blank": " ", "list": ["x", 1]}"#).unwrap();
        let row = Row::of(&value, "file").unwrap();
        assert_eq!(row.text("a"), Ok("b"));
        assert_eq!(row.text("n"), Err(ContentError::Field("n")));
        assert_eq!(row.optional_text("n"), Ok(None));
        assert_eq!(row.optional_text("missing"), Ok(None));
        assert_eq!(row.optional_text("blank"), Err(ContentError::Field("blank")));
        assert_eq!(row.truth("a"), Err(ContentError::Field("a")));
        assert_eq!(row.list("a"), Err(ContentError::Field("a")));
        let list = row.list("list").unwrap();
        assert_eq!(texts(list, "list"), Err(ContentError::Field("list")));
        assert_eq!(texts(&list[..1], "list"), Ok(vec!["x".to_owned()]));
        assert!(matches!(Row::of(&Value::Null, "file"), Err(ContentError::Field("file"))));
        assert_eq!(parse("{"), Err(ContentError::NotJson));
    }
}
