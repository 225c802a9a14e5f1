//! An empty Leptos app: one page with a heading and a button that counts. The bench measures the
//! app beside it; see `xtask/src/empty_app.rs`.

use chrono::Local;
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

const COUNT: &str = "count";

fn main() {
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    view! {
        <Router>
            <main>
                <Routes fallback=|| "There is no such page.">
                    <Route path=path!("/") view=Home />
                </Routes>
            </main>
        </Router>
    }
}

#[component]
fn Home() -> impl IntoView {
    let count = RwSignal::new(LocalStorage::get::<u32>(COUNT).unwrap_or_default());
    let add = move |_| {
        count.update(|count| *count += 1);
        // Where nothing can be stored, the count begins anew at the next visit.
        let _ = LocalStorage::set(COUNT, count.get_untracked());
    };
    view! {
        <h1>{Local::now().format("%A, %-d %B %Y").to_string()}</h1>
        <button on:click=add>"Taps: " {count}</button>
    }
}
