//! No style for nobody: every class of a style sheet is named in the app or in the page.

use std::collections::BTreeSet;

use super::source::Source;

/// Classes that no text of the app or the page names, as `path: class`. A text like `mood-{n}`
/// names every class that begins with what stands before the brace.
pub fn unnamed(sources: &[Source]) -> Vec<String> {
    let mut named = BTreeSet::new();
    for source in sources {
        if source.is_below(&["src/"]) {
            named.extend(source.literals.iter().flat_map(|literal| words(&literal.text)));
            // `class:face=...` is no text.
            named.extend(source.text.lines().flat_map(switched));
        } else if source.name == "index.html" {
            named.extend(words(&source.text));
        }
    }
    let is_named = |class: &str| {
        let stem = class.rfind('-').map_or("", |index| &class[..=index]);
        named.contains(class) || (!stem.is_empty() && named.contains(stem))
    };
    let sheets = sources.iter().filter(|source| source.name.rsplit('.').next() == Some("css"));
    let mut unnamed_classes: Vec<String> = sheets
        .flat_map(|sheet| {
            let unnamed = classes(&sheet.text).into_iter().filter(|class| !is_named(class));
            unnamed.map(|class| format!("{}: a class that nothing names: .{class}", sheet.name))
        })
        .collect();
    unnamed_classes.sort();
    unnamed_classes
}

/// The classes of a sheet; what its comments say does not count.
fn classes(sheet: &str) -> BTreeSet<String> {
    let mut rules = String::new();
    for (index, part) in sheet.split("/*").enumerate() {
        let after = part.split_once("*/").map_or("", |(_, after)| after);
        rules.push_str(if index == 0 { part } else { after });
    }
    let after_dots = rules.split('.').skip(1);
    let starts_a_name = |after: &&str| after.starts_with(|c: char| c.is_ascii_alphabetic());
    after_dots.filter(starts_a_name).filter_map(|after| words(after).next()).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split(move |c| !is_of_name(c)).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// What stands after `class:` on a line of code.
fn switched(line: &str) -> impl Iterator<Item = String> {
    line.split("class:").skip(1).filter_map(|after| words(after).next())
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::unnamed;

    #[test]
    fn only_a_class_without_a_name_is_found() {
        let sheet = "/* .gone, tokens.css */\n.card > .old:hover { gap: 0.5em; }\n\
                     .mood-1, .open, .start, .faded { margin: 0; }\n";
        let app = "// .old\nview! { <p class=format!(\"card mood-{n}\") class:open=open/> }";
        let sources = [
            Source::new("src/ui/card.css", sheet),
            Source::new("src/ui/card.rs", app),
            Source::new("index.html", "<div class=\"start\">"),
        ];
        assert_eq!(
            unnamed(&sources),
            [
                "src/ui/card.css: a class that nothing names: .faded",
                "src/ui/card.css: a class that nothing names: .old",
            ]
        );
    }
}
