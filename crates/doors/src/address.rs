//! Addresses: the app's own table of routes, which needs nothing of the browser.

use crate::Entered;

// The file itself rather than the app's crate, which is made for the browser.
#[allow(dead_code, unused_imports, reason = "the app uses what is not needed here")]
#[path = "../../../src/routes.rs"]
mod routes;

use routes::Route;

/// A path and its query, as the browser hands them on.
pub fn address(bytes: &[u8]) -> Entered {
    let address = String::from_utf8_lossy(bytes);
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let route = Route::read(path, query);
    if route != Route::NotFound {
        let href = route.href();
        assert_eq!(Route::read(&href, ""), route, "{href}");
        assert!(href.starts_with('/') && href.is_ascii(), "{href}");
    }
    Entered::when(route != Route::NotFound)
}
