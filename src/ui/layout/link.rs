//! Links that know the sub-path the app is served under.

use leptos_router::hooks::use_location;

use crate::ui::prelude::*;

/// The sub-path of the app without a trailing slash (empty at the root), given as a context by the
/// app. Every `href` that begins with `/` gets it in front.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BasePath(
    /// `""` or, say, `"/askelma"`.
    pub String,
);

/// `href` below the app's sub-path. Addresses that are not the app's own (`tel:`, `sms:`) stay.
pub fn in_base(href: String) -> String {
    match use_context::<BasePath>() {
        Some(BasePath(base)) if href.starts_with('/') => base + &href,
        _ => href,
    }
}

/// Whether the page at `href` (below the base already) or one under it is open.
pub(crate) fn is_here(href: &str, path: &str) -> bool {
    let href = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// `aria-current` for a link to `href` (below the base already).
pub(crate) fn current(href: String, exact: bool) -> Signal<Option<&'static str>> {
    let path = use_location().pathname;
    Signal::derive(move || {
        path.with(|path| {
            let is_open = if exact {
                path.trim_end_matches('/') == href.trim_end_matches('/')
            } else {
                is_here(&href, path)
            };
            is_open.then_some("page")
        })
    })
}

/// The one `<a>` behind every component that leads somewhere.
pub(crate) fn anchor(
    href: String,
    class: String,
    label: Option<String>,
    content: AnyView,
) -> AnyView {
    view! {
        <a href=in_base(href) class=class aria-label=label>
            {content}
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn a_page_is_here_with_all_below_it() {
        assert!(is_here("/path", "/path"));
        assert!(is_here("/x/path/", "/x/path/3"));
        assert!(!is_here("/path", "/paths"));
        assert!(!is_here("/me", "/"));
    }
}
