//! Words of one's own that were used before, offered again.

use crate::diary::Diary;
use crate::entries::MoodEntry;
use crate::values::Words;

/// How many are offered.
pub const MOST: usize = 8;

/// The words that check-ins used in one place, newest first, each once whatever its capitals, at
/// most [`MOST`]. Longer ones than `most_chars` were no names of a feeling and are left out.
pub fn used_before(
    diary: &Diary,
    most_chars: usize,
    words: fn(&MoodEntry) -> Option<&Words>,
) -> Vec<Words> {
    let mut found: Vec<(String, Words)> = Vec::new();
    for day in diary.days() {
        for (_, entry) in diary.on::<MoodEntry>(day) {
            let Some(words) = words(entry) else { continue };
            let plain = words.folded();
            let listed = found.iter().any(|(folded, _)| *folded == plain);
            if !listed && words.as_str().chars().count() <= most_chars {
                found.push((plain, words.clone()));
            }
            if found.len() == MOST {
                break;
            }
        }
        if found.len() == MOST {
            break;
        }
    }
    found.into_iter().map(|(_, words)| words).collect()
}
