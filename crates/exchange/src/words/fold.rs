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

/// The words that were typed, folded, if there are `count`: numbers of a list ("1. talo 2. neva",
/// "1talo 2neva") are passed over, for no list has a word with a digit. Nothing for any other count.
pub fn folded_words(typed: &str, count: usize) -> Option<String> {
    let folded = fold(typed);
    let bare: Vec<&str> = folded
        .split(' ')
        .map(|word| word.trim_start_matches(|letter: char| letter.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect();
    if bare.len() == count {
        return Some(bare.join(" "));
    }
    (folded.split(' ').count() == count).then_some(folded)
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

    #[test]
    fn five_words_however_they_were_copied() {
        for typed in [
            "viku meku sumu netu jupe",
            "Viku MEKU Sumu netu jupe ",
            "viku-meku-sumu-netu-jupe",
            "viku,meku,sumu,netu,jupe",
            "viku - meku - sumu - netu - jupe",
            "viku\u{a0}meku\u{202f}sumu\u{2009}netu jupe",
            "viku\nmeku\r\nsumu\n\nnetu\njupe\n",
            "1. viku 2. meku 3. sumu 4. netu 5. jupe",
            "1.viku\n2.meku\n3.sumu\n4.netu\n5.jupe",
            "1) Viku\n2) Meku\n3) Sumu\n4) Netu\n5) Jupe",
            "1viku 2meku 3sumu 4netu 5jupe",
            "1\u{fe0f}\u{20e3} viku 2\u{fe0f}\u{20e3} meku 3\u{fe0f}\u{20e3} sumu \
             4\u{fe0f}\u{20e3} netu 5\u{fe0f}\u{20e3} jupe",
            "viku meku sumu netu jupe 🙂",
            "🔑 viku • meku • sumu • netu • jupe 🙂👍",
            "“viku meku sumu netu jupe”.",
            "* viku\n* meku\n* sumu\n* netu\n* jupe",
        ] {
            let words = folded_words(typed, 5);
            assert_eq!(words.as_deref(), Some("viku meku sumu netu jupe"), "{typed:?}");
        }
    }

    #[test]
    fn fewer_and_more_words_are_not_five() {
        for typed in [
            "",
            "   ",
            "1 2 3 4",
            "vikumekusumunetujupe",
            "viku meku sumu netu",
            "1. viku 2. meku 3. sumu 4. netu",
            "viku meku sumu netu jupe talo",
            "words: viku meku sumu netu jupe",
        ] {
            assert_eq!(folded_words(typed, 5), None, "{typed:?}");
        }
        // Words of another app with digits in them stay as they are where the count is right.
        assert_eq!(folded_words("a1 2b c 4 5", 5).as_deref(), Some("a1 2b c 4 5"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(typed in "\\PC{0,60}") {
            let once = fold(&typed);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
