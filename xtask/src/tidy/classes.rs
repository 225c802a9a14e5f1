//! No style for nobody: every class of a style sheet is named in the app or in the page. And no
//! style elsewhere: a sheet in src/ stands beside the component of its name, and each of its rules
//! is about a class that this component names.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// Classes that no text of the app or the page names, as `path: class`.
pub fn unnamed(sources: &[Source]) -> Vec<String> {
    let mut named = Named::default();
    for source in sources {
        if source.is_below(&["src/"]) {
            named.add(source);
        } else if source.name == "index.html" {
            named.0.extend(words(&source.text));
        }
    }
    let sheets = sources.iter().filter(|source| source.is_sheet());
    let mut found: Vec<String> = sheets
        .flat_map(|sheet| {
            let classes: BTreeSet<String> = classes(&without_comments(&sheet.text)).collect();
            let unnamed = classes.into_iter().filter(|class| !named.has(class));
            unnamed.map(|class| format!("{}: a class that nothing names: .{class}", sheet.name))
        })
        .collect();
    found.sort();
    found
}

/// Rules in src/ that are about no class of the component beside them, as `path: rule`.
pub fn astray(sources: &[Source]) -> Vec<String> {
    let by_name: BTreeMap<&str, &Source> =
        sources.iter().map(|source| (source.name.as_str(), source)).collect();
    let sheets = sources.iter().filter(|source| source.is_below(&["src/"]) && source.is_sheet());
    sheets
        .flat_map(|sheet| {
            let Some(component) = by_name.get(component(&sheet.name).as_str()) else {
                return vec![format!("{}: beside no component of its name", sheet.name)];
            };
            let mut named = Named::default();
            named.add(component);
            let rules = without_comments(&sheet.text);
            let astray =
                selectors(&rules).filter(|rule| !classes(rule).any(|class| named.has(&class)));
            astray.map(|rule| format!("{}: not this component's: {rule}", sheet.name)).collect()
        })
        .collect()
}

/// Where the component of a sheet in src/ stands.
pub fn component(sheet: &str) -> String {
    sheet.trim_end_matches(".css").to_owned() + ".rs"
}

/// What texts name. A text like `mood-{n}` names every class that begins with what stands before
/// the brace.
#[derive(Default)]
struct Named(BTreeSet<String>);

impl Named {
    fn add(&mut self, source: &Source) {
        self.0.extend(source.literals.iter().flat_map(|literal| words(&literal.text)));
        // `class:face=...` is no text.
        self.0.extend(source.text.lines().flat_map(switched));
    }

    fn has(&self, class: &str) -> bool {
        let stem = class.rfind('-').map_or("", |at| &class[..=at]);
        self.0.contains(class) || (!stem.is_empty() && self.0.contains(stem))
    }
}

fn without_comments(sheet: &str) -> String {
    let mut rules = String::new();
    for (at, part) in sheet.split("/*").enumerate() {
        let after = part.split_once("*/").map_or("", |(_, after)| after);
        rules.push_str(if at == 0 { part } else { after });
    }
    rules
}

/// What stands before each brace, but at-rules and the steps of an animation.
fn selectors(rules: &str) -> impl Iterator<Item = &str> {
    let before_braces = rules.match_indices('{').map(|(at, _)| &rules[..at]);
    let heads = before_braces.filter_map(|text| text.rsplit(['{', '}', ';']).next()).map(str::trim);
    heads.filter(|head| {
        !head.starts_with('@') && !["from", "to"].contains(head) && !head.ends_with('%')
    })
}

/// The classes in rules or selectors.
fn classes(rules: &str) -> impl Iterator<Item = String> {
    let after_dots = rules.split('.').skip(1);
    let starts_a_name = |after: &&str| after.starts_with(|c: char| c.is_ascii_alphabetic());
    after_dots.filter(starts_a_name).filter_map(|after| words(after).next())
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
    use super::{astray, unnamed};

    const CARD: &str = "// .old\nview! { <p class=format!(\"card mood-{n}\") class:open=open/> }";

    #[test]
    fn only_a_class_without_a_name_is_found() {
        let sheet = "/* .gone, tokens.css */\n.card > .old:hover { gap: 0.5em; }\n\
                     .mood-1, .open, .start, .faded { margin: 0; }\n";
        let sources = [
            Source::new("src/ui/card.css", sheet),
            Source::new("src/ui/card.rs", CARD),
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

    #[test]
    fn only_a_rule_of_another_component_is_astray() {
        let sheet = "/* The card. */\n.page > .card { gap: 0.5em; color: red }\n\
                     @media (hover: hover) {\n  .mood-1:hover { margin: 0; }\n  .page { margin: 0; }\n}\n\
                     @keyframes rise { from { top: 0 } 50.5% { top: 1px } }\nh1 { margin: 0; }\n";
        let sources = [
            Source::new("src/ui/card.css", sheet),
            Source::new("src/ui/card.rs", CARD),
            Source::new("src/ui/page.css", ".page { margin: 0; }"),
            Source::new("style/base.css", "h1 { margin: 0; }"),
        ];
        assert_eq!(
            astray(&sources),
            [
                "src/ui/card.css: not this component's: .page",
                "src/ui/card.css: not this component's: h1",
                "src/ui/page.css: beside no component of its name",
            ]
        );
    }
}
