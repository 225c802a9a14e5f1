//! Markup is written with the app's own `view!`, `Show`, `For` and `Children`. Leptos' have the same
//! names and would compile too, each shape anew and unnoticed.

use super::Found;
use super::names::{Name, names};
use super::source::Source;

/// Where Leptos' own are put into other words.
const HOME: [&str; 2] = ["src/ui/view.rs", "src/ui/prelude.rs"];

/// Where Leptos has its own.
const THEIRS: [&str; 4] = ["children", "control_flow", "prelude", "view"];

const OWN: [&str; 4] = ["Children", "For", "Show", "view"];

pub fn with_our_prelude(source: &Source) -> Found {
    if !source.is_below(&["src/"]) || HOME.contains(&source.name.as_str()) {
        return Found::new();
    }
    if !source.text.contains("view! {") {
        return Found::new();
    }
    let of_leptos = |name: &Name| {
        name.segments[0] == "leptos"
            && name.segments.get(1).is_some_and(|part| THEIRS.contains(&part.as_str()))
    };
    let found = names(source).into_iter().filter(of_leptos);
    found.map(|name| (name.line, "markup takes crate::ui::prelude".to_owned())).collect()
}

/// The prelude has all of them.
pub fn in_the_prelude(source: &Source) -> Found {
    if source.name != HOME[1] {
        return Found::new();
    }
    let ours = source.text.lines().find(|line| line.contains("super::view::")).unwrap_or_default();
    let names: Vec<_> = ours.split(|c: char| !c.is_alphanumeric()).collect();
    let missing = OWN.iter().filter(|name| !names.contains(name));
    missing.map(|name| (1, format!("the prelude lets Leptos' own {name} through"))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::{in_the_prelude, with_our_prelude};

    #[test]
    fn markup_with_leptos_prelude_is_found() {
        let text = "use leptos::prelude::*;\nfn a() { view! { <p></p> } }\n";
        assert_eq!(said(with_our_prelude, "src/pages/a.rs", text), 1);
        let nested = "use leptos::{ev, prelude::*};\nfn a() { view! { <p></p> } }\n";
        assert_eq!(said(with_our_prelude, "src/pages/a.rs", nested), 1);
        assert_eq!(said(with_our_prelude, "src/ui/view.rs", text), 0);
        let without = "use leptos::prelude::*;\nfn a() -> RwSignal<u8> { RwSignal::new(0) }\n";
        assert_eq!(said(with_our_prelude, "src/store/a.rs", without), 0);
    }

    #[test]
    fn a_word_that_the_prelude_forgot_is_found() {
        let text = "pub(crate) use super::view::{Children, Show, view};\n";
        assert_eq!(said(in_the_prelude, "src/ui/prelude.rs", text), 1);
        let whole = "pub(crate) use super::view::{Children, For, Show, view};\n";
        assert_eq!(said(in_the_prelude, "src/ui/prelude.rs", whole), 0);
    }
}
