//! No word for the screen outside text/: what stands in a page or a control is not translated.
//!
//! Told apart from class names, keys and addresses by looks: a text between tags, a text that
//! begins like a sentence or holds one, a letter no identifier has.

use super::Found;
use super::source::{Literal, Source};

/// What the browser calls keys and the like.
const NAMES_OF_KEYS: [&str; 12] = [
    "Enter",
    "Escape",
    "Tab",
    "Home",
    "End",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "PageUp",
    "PageDown",
    "Backspace",
];

/// Proper names that are the same in every language.
const NAMES: [&str; 1] = ["Askelma"];

/// Said to developers, never shown.
const FOR_DEVELOPERS: [&str; 9] = [
    "expect(",
    "panic!(",
    "unreachable!(",
    "assert!(",
    "debug_assert!(",
    "error(",
    "expect =",
    "reason =",
    "must_use =",
];

pub fn outside_text(source: &Source) -> Found {
    let is_checked = source.is_below(&["src/pages/", "src/ui/", "src/app/"])
        || matches!(source.name.as_str(), "src/app.rs" | "src/main.rs");
    if !is_checked {
        return Found::new();
    }
    let shipped_literals =
        source.literals.iter().filter(|literal| !source.is_test && !literal.in_test);
    shipped_literals
        .filter(|literal| is_for_the_screen(literal))
        .map(|literal| (literal.line, format!("words outside text/: \"{}\"", literal.text)))
        .collect()
}

fn is_for_the_screen(literal: &Literal) -> bool {
    let text = without_placeholders(&literal.text);
    let text = text.trim();
    let before = literal.before.trim_end();
    if FOR_DEVELOPERS.iter().any(|call| before.ends_with(call))
        || NAMES_OF_KEYS.contains(&text)
        || NAMES.contains(&text)
    {
        return false;
    }
    between_tags(before) && has_word(text)
        || begins_like_a_sentence(text)
        || holds_a_sentence(text)
        || text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// After `<p>` or after another text node, but not after `=>`, `->` or a comparison.
fn between_tags(before: &str) -> bool {
    let Some(tag) = before.strip_suffix('>') else {
        return false;
    };
    if tag.ends_with(['=', '-', ' ']) {
        return false;
    }
    tag.rsplit_once('<').is_some_and(|(_, inside)| {
        inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
    })
}

fn has_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.len() >= 2)
}

/// `Save`, `How was it`: a capital, then small letters up to a space or the end.
fn begins_like_a_sentence(text: &str) -> bool {
    let first =
        text.split(' ').next().unwrap_or_default().trim_end_matches(['.', ',', '?', '!', ':']);
    let mut letters = first.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && first.len() >= 2
        && letters.all(|c| c.is_ascii_lowercase() || c == '\'')
}

/// Three words and a stop, comma or question mark after one of them.
fn holds_a_sentence(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().collect();
    let stopped = |word: &&str| {
        word.ends_with(['.', ',', '?', '!', '…'])
            && word.chars().filter(char::is_ascii_lowercase).count() >= 2
            && !word.contains(['(', '{', '=', '/'])
    };
    words.len() >= 3 && words.iter().any(stopped)
}

/// `{name}` and escapes say nothing.
fn without_placeholders(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in text.replace("\\n", " ").replace("\\u", " ").chars() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::outside_text;

    #[test]
    fn words_for_the_screen_are_caught() {
        for text in [
            "view! { <p>\"saved\"</p> }",
            "view! { <Card title=\"How was last night\"/> }",
            "let label = \"Save\";",
            "let hint = \"one tap, then done.\";",
            "let hint = \"yö\";",
        ] {
            assert_eq!(said(outside_text, "src/pages/today.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn names_keys_and_addresses_are_not() {
        for text in [
            "view! { <p class=\"quiet small centre\">{words.saved}</p> }",
            "match key { \"Enter\" => \"go\", _ => \"stay here now\" }",
            "let d = \"M12 3 a4 4 0 0 1, 2 3\";",
            "let a = \"path/{id}?do=try\"; let b = \"aria-label\";",
            "let c = format!(\"{a}, {b}\");",
            "value.expect(\"The dial has a handle\");",
            "// \"A comment, as it were.\"",
            "fn a() {}\n#[cfg(test)]\nmod tests { const A: &str = \"A word, as shown.\"; }",
        ] {
            assert_eq!(said(outside_text, "src/ui/a.rs", text), 0, "{text}");
        }
        assert_eq!(said(outside_text, "src/text/mod.rs", "let a = \"Save it now.\";"), 0);
    }
}
