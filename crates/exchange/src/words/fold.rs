//! One spelling for all the ways in which the same words are typed.

/// Folds typed words: lower case, no accents, one blank between words. What is neither a letter
/// a to z nor a digit after that (hyphens, commas, dots, line feeds) separates words.
///
/// Folding twice changes nothing.
pub fn fold(typed: &str) -> String {
    let mut folded = String::new();
    let mut between_words = false;
    for letter in typed.chars().flat_map(char::to_lowercase) {
        // A combining accent belongs to the letter before it.
        if ('\u{300}'..='\u{36f}').contains(&letter) {
            continue;
        }
        match plain(letter) {
            Some(letter) => {
                if between_words && !folded.is_empty() {
                    folded.push(' ');
                }
                between_words = false;
                folded.push(letter);
            }
            None => between_words = true,
        }
    }
    folded
}

/// The letter without its accent; nothing for what separates words. Keyboards for Finnish,
/// Swedish and English put these letters within reach of a slip or a correction.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'æ' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
        'š' | 'ś' => 's',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_words_however_typed() {
        for typed in [
            "talo neva suri",
            "  Talo   NEVA suri\n",
            "talo-neva-suri",
            "talo, neva, suri.",
            "tàlo nëva sürí",
            "ta\u{308}lo neva suri",
            "talo\u{a0}neva\u{2014}suri",
        ] {
            assert_eq!(fold(typed), "talo neva suri", "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(typed in "\\PC{0,60}") {
            let once = fold(&typed);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
