//! Words of other apps as a diary holds them.

use askelma_diary::values::Words;

/// What stands at the end of words that were cut.
const CUT: char = '…';

/// Words with line feeds for all line ends and a blank for every other control character.
pub fn mended(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

/// Mended words, and whether they had to be cut at what one text holds.
pub fn fitted(text: &str) -> (Option<Words>, bool) {
    let text = mended(text);
    let (text, is_cut) = cut(text.trim(), Words::MOST_CHARS);
    // Mended and short enough: nothing is left to be refused.
    (Words::new(&text).unwrap_or_default(), is_cut)
}

/// At most so many characters, and whether there were more.
pub fn cut(text: &str, most: usize) -> (String, bool) {
    if text.chars().nth(most).is_none() {
        return (text.to_owned(), false);
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.push(CUT);
    (short, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_one_and_other_controls_are_blanks() {
        assert_eq!(mended("a\r\nb\rc\nd\te\u{7}f"), "a\nb\nc\nd e f");
    }

    #[test]
    fn what_is_too_long_ends_in_dots() {
        let (words, is_cut) = fitted(&"ä".repeat(2_001));
        let words = words.expect("not empty");
        assert_eq!((words.as_str().chars().count(), is_cut), (2_000, true));
        assert!(words.as_str().ends_with("ä…"));
        let (words, is_cut) = fitted(&format!(" {}\n", "ä".repeat(2_000)));
        assert_eq!(
            (words.map(|words| words.as_str().chars().count()), is_cut),
            (Some(2_000), false)
        );
        assert_eq!(fitted(" \t"), (None, false));
    }
}
