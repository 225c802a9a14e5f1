//! The `_headers` file that several static hosts understand, and our own server too.

use std::fmt::Write;

use crate::csp::Policy;

const FOREVER: &str = "public, max-age=31536000, immutable";

/// What a page may use: the camera for codes, the rest of this list for the app's own screens.
const PERMISSIONS: &str = "camera=(self), screen-wake-lock=(self), \
    clipboard-write=(self), fullscreen=(self), publickey-credentials-get=(self), \
    publickey-credentials-create=(self), microphone=(), geolocation=(), payment=(), usb=(), \
    serial=(), midi=(), display-capture=(), browsing-topics=()";

/// The file's text. `lasting` are the files in the bundle's root whose names hold their hash.
pub fn file(base: &str, policy: &Policy, lasting: &[&str]) -> String {
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{base}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule(
        "*",
        &[
            ("Content-Security-Policy", &policy.in_header()),
            ("Permissions-Policy", PERMISSIONS),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ],
    );
    // No rule for all files says how long to keep them: hosts join what several rules say.
    for fresh in ["", "index.html", "404.html", "sw.js", "manifest.webmanifest"] {
        rule(fresh, &[("Cache-Control", "no-cache")]);
    }
    for folder in ["fonts/*", "data/*"] {
        rule(folder, &[("Cache-Control", FOREVER)]);
    }
    for name in lasting {
        rule(name, &[("Cache-Control", FOREVER)]);
    }
    text
}

/// The rules of a `_headers` file: a path, or a path up to a `*`, and its headers.
pub struct Rules(Vec<(String, Vec<(String, String)>)>);

impl Rules {
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if !line.starts_with(' ') {
                rules.push((line.trim().to_owned(), Vec::new()));
            } else if let (Some((_, headers)), Some((name, value))) =
                (rules.last_mut(), line.split_once(':'))
            {
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    pub fn for_path<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a (String, String)> {
        let fits = move |rule: &str| match rule.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => rule == path,
        };
        self.0.iter().filter(move |(rule, _)| fits(rule)).flat_map(|(_, headers)| headers)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rules, file};
    use crate::csp::Policy;

    #[test]
    fn each_kind_of_file_gets_its_headers() {
        let policy = Policy::for_scripts(&[]);
        let rules = Rules::parse(&file("/x/", &policy, &["a-1.js"]));
        let cache = |path: &str| {
            let values: Vec<_> = rules
                .for_path(path)
                .filter(|(name, _)| name == "Cache-Control")
                .map(|(_, value)| value.clone())
                .collect();
            assert!(values.len() <= 1, "{path}: {values:?}");
            values.first().cloned().unwrap_or_default()
        };
        assert_eq!(cache("/x/"), "no-cache");
        assert_eq!(cache("/x/sw.js"), "no-cache");
        assert!(cache("/x/a-1.js").ends_with("immutable"));
        assert!(cache("/x/data/reasons-1.json").ends_with("immutable"));
        assert_eq!(cache("/x/icons/favicon.svg"), "");
        let policies = rules.for_path("/x/path").filter(|h| h.0 == "Content-Security-Policy");
        assert_eq!(policies.count(), 1);
        assert_eq!(rules.for_path("/y/").count(), 0);
    }
}
