//! The Web Worker's entry: fetched only when someone shares or receives.

fn main() {
    askelma::worker::bridge::start();
}
