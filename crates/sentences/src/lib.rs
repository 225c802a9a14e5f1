//! The table of sentences, pure: files come in as texts. The app's build script makes a typed
//! function of each sentence, and xtask puts each language into the bundle; since both read the
//! same table, both number the sentences alike.
//!
//! A sentence stands in a section of a file: `[night]` in `fi/sleep.toml`, the sentences of the page
//! `src/pages/sleep/night.rs`.

mod functions;
mod sentence;
mod table;

pub use functions::functions;
pub use sentence::Sentence;
pub use table::{Entry, Table, TableError};

/// The languages, English first: its order is everyone's.
pub const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// The sections that the main chunk of the page says: what stands here is fetched before the first
/// paint. `cargo xtask check` follows the modules of that chunk and fails when one of them says
/// another section, or when a section stands here that none of them says.
pub const FIRST: [&str; 15] = [
    "app",
    "nav",
    "said",
    "trouble",
    "welcome",
    "begin",
    "today",
    "step_card",
    "suggestion",
    "mood_name",
    "length",
    "school_card",
    "moment",
    "strength",
    "starter",
];

/// When a sentence is fetched: a data file each, like the code that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chunk {
    /// With the first page.
    Main,
    /// With all other pages.
    Rest,
}

impl Chunk {
    /// The chunk that says a section.
    pub fn of(section: &str) -> Self {
        if FIRST.contains(&section) { Self::Main } else { Self::Rest }
    }
}
