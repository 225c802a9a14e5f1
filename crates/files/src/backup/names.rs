//! How kinds and listed values are called in files. Fields bear their names already.

use askelma_diary::record::Kind;

/// A kind's name: `SchoolDay` is `school_day`.
pub fn name(kind: Kind) -> String {
    snake(&format!("{kind:?}"))
}

/// The kind of that name.
pub fn kind(text: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| name(*kind) == text)
}

/// `OnSite` is `on_site`.
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for listed_kind in Kind::ALL {
            assert_eq!(kind(&name(*listed_kind)), Some(*listed_kind));
        }
        assert_eq!(name(Kind::SchoolDay), "school_day");
        assert_eq!(snake("OnSite"), "on_site");
        assert_eq!(kind("octopus"), None);
    }
}
