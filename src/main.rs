//! Mounts the first rooms, nothing else.

fn main() {
    askelma::app::open_first_rooms();
}
