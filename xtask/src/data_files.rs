//! The data files: checked, made compact, named by content.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use crate::files;

pub struct DataFiles {
    /// What the app asks for (`reasons/fi.json`), and where it lies relative to the base.
    pub names: BTreeMap<String, String>,
}

/// Puts every public/data/**/*.json into the staged bundle.
pub fn name_by_content(folder: &Path, stage: &Path) -> anyhow::Result<DataFiles> {
    let mut names = BTreeMap::new();
    for path in files::below(folder)? {
        let name = files::relative(&path, folder)?;
        let stem = name
            .strip_suffix(".json")
            .with_context(|| format!("public/data/{name}: only .json files belong here"))?;
        let value: Value = serde_json::from_str(&files::read_text(&path)?)
            .with_context(|| format!("public/data/{name}"))?;
        check(&value).with_context(|| format!("public/data/{name}"))?;
        let compact = serde_json::to_vec(&value)?;
        let hash = files::short_hash(&compact);
        let place = format!("data/{}-{hash}.json", stem.replace('/', "-"));
        files::write(&stage.join(&place), compact)?;
        names.insert(name, place);
    }
    Ok(DataFiles { names })
}

/// An object or a list that says something, with no empty text anywhere in it: an untranslated
/// sentence must not reach a person as a blank.
fn check(value: &Value) -> anyhow::Result<()> {
    let filled = match value {
        Value::Object(fields) => !fields.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    anyhow::ensure!(filled, "a data file is an object or a list, and not empty");
    no_empty_text(value, "")
}

fn no_empty_text(value: &Value, place: &str) -> anyhow::Result<()> {
    match value {
        Value::String(text) => {
            anyhow::ensure!(!text.trim().is_empty(), "the text at {place} is empty");
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                no_empty_text(field, &format!("{place}/{name}"))?;
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                no_empty_text(item, &format!("{place}/{number}"))?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::check;

    #[test]
    fn a_data_file_says_something_everywhere() {
        assert!(check(&json!({"a": ["b", 1, null]})).is_ok());
        assert!(check(&json!({})).is_err());
        assert!(check(&json!("a")).is_err());
        let error = check(&json!({"a": [{"fi": " "}]})).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("the text at /a/0/fi is empty"));
    }
}
