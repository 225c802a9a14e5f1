//! A typed function of each sentence, as Rust source for the app.

use std::fmt::Write as _;

use crate::{Entry, Sentence, Table};

/// A module for each section and in it a function for each sentence. They call `plain`, `filled`
/// and `counted` two modules up, with the number of the sentence's first form.
pub fn functions(table: &Table) -> String {
    let mut code = String::new();
    let mut open = None;
    for entry in table.entries() {
        if open != Some(entry.section) {
            code.push_str(if open.is_some() { "}\n" } else { "" });
            let _ = writeln!(code, "/// Sentences of `{0}`.\npub mod {0} {{", entry.section);
            open = Some(entry.section);
        }
        code.push_str(&function(&entry));
    }
    code.push_str(if open.is_some() { "}\n" } else { "" });
    code
}

fn function(Entry { key, sentence, number, .. }: &Entry) -> String {
    let is_counted = matches!(sentence, Sentence::Counted(_));
    let names = sentence.placeholders();
    let texts = || names.iter().filter(|name| !is_counted || **name != "n");
    let mut parameters: Vec<String> = texts().map(|name| format!("{name}: &str")).collect();
    let values: Vec<String> = texts().map(|name| format!("(\"{name}\", {name})")).collect();
    let values = values.join(", ");
    let (result, call) = if is_counted {
        parameters.insert(0, "n: usize".to_owned());
        ("String", format!("counted({number}, n, &[{values}])"))
    } else if values.is_empty() {
        ("&'static str", format!("plain({number})"))
    } else {
        ("String", format!("filled({number}, &[{values}])"))
    };
    let parameters = parameters.join(", ");
    // The last form is the one for other counts.
    let doc = sentence.forms().last().map(String::as_str).unwrap_or_default();
    let doc = doc.replace(['\n', '[', ']', '<', '>'], " ");
    format!(
        "    /// {doc}\n    pub fn {key}({parameters}) -> {result} {{ super::super::{call} }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::functions;
    use crate::table::table_of;

    #[test]
    fn each_kind_of_sentence_has_its_function() {
        let file = "[share]\n\
                    bye = \"Bye <now>\"\n\
                    days = { one = \"{n} day of {name}\", other = \"{n} days of {name}\" }\n\
                    hi = \"Hi {name}\"\n\
                    [today]\n\
                    title = \"Today\"\n";
        let table = table_of(file).unwrap();
        let code = "\
/// Sentences of `today`.
pub mod today {
    /// Today
    pub fn title() -> &'static str { super::super::plain(0) }
}
/// Sentences of `share`.
pub mod share {
    /// Bye  now 
    pub fn bye() -> &'static str { super::super::plain(1) }
    /// {n} days of {name}
    pub fn days(n: usize, name: &str) -> String { super::super::counted(2, n, &[(\"name\", name)]) }
    /// Hi {name}
    pub fn hi(name: &str) -> String { super::super::filled(4, &[(\"name\", name)]) }
}
";
        assert_eq!(functions(&table), code);
    }
}
