//! A piece of a text around the words that were looked for, with these words marked.

/// A piece of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is one of the words that were looked for.
    pub found: bool,
}

/// How many characters stand before the first found word, at most.
const BEFORE: usize = 30;

/// At most `most_chars` characters of `text`, beginning a little before the first place in which
/// a word of `words` stands (capitals or not, parts of words too), in pieces. A cut is an ellipsis.
/// Without a found word it is the beginning of the text.
pub fn excerpt(text: &str, words: &str, most_chars: usize) -> Vec<Piece> {
    let text: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let marked = marks(&text, words);
    let first = marked.iter().position(|found| *found).unwrap_or(0);
    let start = if text.len() <= most_chars { 0 } else { word_start(&text, first) };
    let end = (start + most_chars).min(text.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |letter: char, found: bool| match pieces.last_mut() {
        Some(last) if last.found == found => last.text.push(letter),
        _ => pieces.push(Piece { text: letter.to_string(), found }),
    };
    if start > 0 {
        push('…', false);
    }
    for (letter, found) in text.iter().zip(&marked).take(end).skip(start) {
        push(*letter, *found);
    }
    if end < text.len() {
        push('…', false);
    }
    pieces
}

/// Where to begin so that the place at `first` is seen: at the start of a word.
fn word_start(text: &[char], first: usize) -> usize {
    let from = first.saturating_sub(BEFORE);
    if from == 0 {
        return 0;
    }
    let blank =
        text.get(from..first).and_then(|part| part.iter().position(|letter| *letter == ' '));
    blank.map_or(from, |place| from + place + 1)
}

/// For each letter whether it belongs to a found word.
fn marks(text: &[char], words: &str) -> Vec<bool> {
    let mut marked = vec![false; text.len()];
    // Small letters may be more than the letter they stand for: each knows its place.
    let small: Vec<(char, usize)> = text
        .iter()
        .enumerate()
        .flat_map(|(place, letter)| letter.to_lowercase().map(move |small| (small, place)))
        .collect();
    for word in words.to_lowercase().split_whitespace() {
        let word: Vec<char> = word.chars().collect();
        for window in small.windows(word.len().max(1)) {
            if window.iter().map(|(letter, _)| letter).eq(word.iter()) {
                for (_, place) in window {
                    if let Some(mark) = marked.get_mut(*place) {
                        *mark = true;
                    }
                }
            }
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Found words in brackets.
    fn bracketed(text: &str, words: &str, most: usize) -> String {
        let pieces = excerpt(text, words, most).into_iter();
        let marked =
            pieces.map(|Piece { text, found }| if found { format!("[{text}]") } else { text });
        marked.collect()
    }

    #[test]
    fn words_are_marked_whatever_their_capitals() {
        assert_eq!(bracketed("Äiti sanoi: ÄITI tuli", "äiti", 80), "[Äiti] sanoi: [ÄITI] tuli");
        assert_eq!(
            bracketed("The bus felt too full.", "bus FULL", 80),
            "The [bus] felt too [full]."
        );
        assert_eq!(bracketed("schoolbus", "bus", 80), "school[bus]");
        assert_eq!(bracketed("İstanbul", "istanbul", 80), "İstanbul");
        assert_eq!(bracketed("aaaa", "aa", 80), "[aaaa]");
        assert_eq!(bracketed("two\n lines", "lines", 80), "two [lines]");
    }

    #[test]
    fn a_long_text_begins_at_a_word_shortly_before() {
        let text = format!("{} the cat came home {}", "word ".repeat(40), "after ".repeat(40));
        let marked = bracketed(&text, "cat", 60);
        assert!(marked.starts_with("…word"), "{marked}");
        assert!(marked.contains("the [cat] came"), "{marked}");
        assert!(marked.ends_with('…'), "{marked}");
        // 60 characters, two ellipses and the brackets.
        assert_eq!(marked.chars().count(), 64);
    }

    #[test]
    fn without_a_found_word_it_is_the_beginning() {
        assert_eq!(bracketed("Nothing here", "cat", 80), "Nothing here");
        assert_eq!(bracketed("Nothing here at all", "", 7), "Nothing…");
        assert_eq!(excerpt("", "cat", 80), []);
    }
}
