//! What helped before: the person's own words from tries that worked out, for a hard morning.

use crate::diary::Diary;
use crate::path::tries;
use crate::time::Day;
use crate::values::{Outcome, Words};

/// Something that helped once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helped {
    /// What.
    pub words: Words,
    /// The date of the newest try in which it did.
    pub day: Day,
}

/// What helped in tries that were done or done in part: the newest first, each once (capitals or
/// not), at most `limit`.
pub fn what_helped(diary: &Diary, limit: usize) -> Vec<Helped> {
    let mut found: Vec<Helped> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let worked = |outcome| matches!(outcome, Some(Outcome::Did | Outcome::Part));
    for (_, entry) in tries(diary).into_iter().rev().filter(|(_, entry)| worked(entry.outcome)) {
        for words in &entry.helped {
            let folded = words.folded();
            if found.len() == limit {
                return found;
            }
            if !seen.contains(&folded) {
                seen.push(folded);
                found.push(Helped { words: words.clone(), day: entry.when.day() });
            }
        }
    }
    found
}
