//! The page's second module: every room, fetched once Today stands.

fn main() {
    askelma::app::open_every_room();
}
