//! Mounts the app, nothing else.

fn main() {
    askelma::open_page();
}
