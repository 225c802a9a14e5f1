//! The content security policy: in the page, in `_headers`, and in the service worker's answers.

use crate::files;

/// What every place has in common; `%SCRIPTS%` becomes the hashes of the inline scripts.
const SHARED: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' %SCRIPTS%; \
    worker-src 'self'; connect-src 'self'; img-src 'self' blob: data:; style-src 'self'; \
    font-src 'self'; manifest-src 'self'; media-src blob:; base-uri 'none'; form-action 'none'";

pub struct Policy {
    shared: String,
}

impl Policy {
    pub fn for_scripts(inline: &[String]) -> Self {
        let hashes: Vec<_> = inline.iter().map(|script| files::csp_hash(script)).collect();
        Self { shared: SHARED.replace("%SCRIPTS%", &hashes.join(" ")) }
    }

    /// For a meta tag, which cannot carry `frame-ancestors`.
    pub fn in_page(&self) -> &str {
        &self.shared
    }

    /// For a response header.
    pub fn in_header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.shared)
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn the_policy_names_no_other_place_and_allows_no_eval() {
        let policy = Policy::for_scripts(&["start()".to_owned()]);
        assert!(policy.in_page().contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"));
        assert!(!policy.in_page().contains("frame-ancestors"));
        assert!(policy.in_header().ends_with("frame-ancestors 'none'"));
        for never in ["'unsafe-eval'", "'unsafe-inline'", "http", "*", "%SCRIPTS%", "  "] {
            assert!(!policy.in_header().contains(never), "{never}");
        }
    }
}
