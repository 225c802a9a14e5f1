//! The Web Worker's entry: fetched only when someone shares, receives or looks at insights.

fn main() {
    askelma::start_background();
}
