//! Mounts the app. Its one split point stands here and not in the library, which the Web Worker's
//! module is made of too: a split function is exported, and so are all pages with it.

use askelma::LaterPages;
use leptos::wasm_split::SplitLoaderError;
#[cfg(not(debug_assertions))]
use leptos::wasm_split::wasm_split;

fn main() {
    askelma::open_page(|| Box::pin(later_pages()));
}

/// All that only these pages reach becomes a chunk, fetched once Today stands.
#[cfg(not(debug_assertions))]
#[allow(clippy::unnecessary_wraps, reason = "on wasm the split makes it one that can fail")]
#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn later_pages() -> Result<LaterPages, SplitLoaderError> {
    Ok(askelma::later_pages())
}

/// While developing there is one module: splitting it would take longer than compiling it.
#[cfg(debug_assertions)]
#[allow(clippy::unused_async, clippy::unnecessary_wraps, reason = "as the split makes it")]
async fn later_pages() -> Result<LaterPages, SplitLoaderError> {
    Ok(askelma::later_pages())
}
