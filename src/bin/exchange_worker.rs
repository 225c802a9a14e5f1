//! The Web Worker's entry.
fn main() {}
