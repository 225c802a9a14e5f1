//! A page may be left while it waits, and its signals and callbacks go with it. What is asked of
//! them after an `.await` by these names breaks the app off; their `try_` forms do not.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Found;
use super::source::Source;

/// Calls that a signal, a stored value or a callback answers only while its page stands.
const CALLS: [&str; 7] = [
    "get_untracked",
    "get_value",
    "run",
    "update_untracked",
    "update_value",
    "with_untracked",
    "with_value",
];

/// What lives as long as the app.
const STAYS: [&str; 2] = ["store", "session"];

pub fn touched_after_waiting(source: &Source) -> Found {
    let mut found = Found::new();
    if source.is_below(&["src/pages/", "src/ui/"]) {
        look(source.code(), &mut found);
    }
    found
}

/// Looks for what is `async`: a block, or a function's body.
fn look(tokens: TokenStream, found: &mut Found) {
    let mut is_async = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => is_async |= word == "async",
            TokenTree::Punct(point) if point.as_char() == ';' => is_async = false,
            TokenTree::Group(group) if is_async && group.delimiter() == Delimiter::Brace => {
                is_async = false;
                let mut waited = false;
                after_waiting(group.stream(), &mut waited, found);
            }
            TokenTree::Group(group) => look(group.stream(), found),
            _ => {}
        }
    }
}

/// Reads on in the order of the code; what stands in a group counts from where the group begins.
fn after_waiting(tokens: TokenStream, waited: &mut bool, found: &mut Found) {
    // The names and points of the expression at hand.
    let mut chain: Vec<String> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                let (name, is_called) =
                    (word.to_string(), chain.last().is_some_and(|last| last == "."));
                *waited |= is_called && name == "await";
                let stays = chain.first().is_some_and(|first| STAYS.contains(&first.as_str()));
                if *waited && is_called && !stays && CALLS.contains(&name.as_str()) {
                    let what = format!("its page may be left by then: try_{name}");
                    found.push((word.span().start().line, what));
                }
                if !is_called {
                    chain.clear();
                }
                chain.push(name);
            }
            TokenTree::Punct(point) if point.as_char() == '.' => chain.push(".".to_owned()),
            TokenTree::Group(group) => after_waiting(group.stream(), waited, found),
            _ => chain.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::touched_after_waiting as rule;

    const PAGE: &str = "src/pages/a.rs";

    #[test]
    fn what_is_gone_with_the_page_is_not_asked_after_waiting() {
        let block = "fn a() { spawn_local(async move { fetch().await; done.run(()); }); }";
        assert_eq!(said(rule, PAGE, block), 1);
        let within = "fn a() { spawn_local(async { match b().await { Ok(_) => c.get_untracked(), _ => d } }) }";
        assert_eq!(said(rule, PAGE, within), 1);
        let function = "async fn a() { b().await; c.with_value(|c| c.len()); }";
        assert_eq!(said(rule, PAGE, function), 1);
        assert_eq!(said(rule, "src/store/a.rs", function), 0);
    }

    #[test]
    fn what_is_asked_before_or_with_care_or_of_the_store_is_none_of_it() {
        let fine = [
            "fn a() { spawn_local(async move { let b = c.get_untracked(); d(b).await; }); }",
            "async fn a() { b().await; done.try_run(()); c.try_get_untracked(); }",
            "async fn a() { b().await; store.diary.with_untracked(|diary| diary.len()); }",
            "fn a() { spawn_local(async { b().await; }); c.run(()); }",
        ];
        for text in fine {
            assert_eq!(said(rule, PAGE, text), 0, "{text}");
        }
    }
}
