//! The passphrase: the words that open a sealed message, generated, typed and folded.
//!
//! English words come from the BIP-39 list (by the crate `bip39`). For Finnish and Swedish there is
//! no good free list of short, easily typed words, so these are pronounceable syllables of the
//! same strength, made by [`syllables`].

mod fold;
mod syllables;

pub use fold::{fold, folded_words};

use bip39::Language;
use minicbor::{Decode, Encode};

/// How many words are generated.
pub const COUNT: usize = 5;

/// Random bytes that [`generate`] takes: 56 bits, of which 55 are used.
pub const ENTROPY_BYTES: usize = 7;

/// Words in each list: 11 bits a word.
pub const LIST_LEN: usize = 2048;

/// Which list the words are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum List {
    /// English words.
    #[n(0)]
    English,
    /// Two syllables that read alike in Finnish and Swedish.
    #[n(1)]
    Syllables,
}

impl List {
    /// The list for a language tag: English for `en`, syllables for `fi`, `sv` and any other.
    pub fn for_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { Self::English } else { Self::Syllables }
    }

    /// The list's words, each already folded.
    pub fn words(self) -> Vec<String> {
        match self {
            Self::English => english().iter().map(|word| (*word).to_owned()).collect(),
            Self::Syllables => syllables::list(),
        }
    }
}

fn english() -> &'static [&'static str; LIST_LEN] {
    Language::English.word_list()
}

/// Five words of 11 bits each, separated by blanks: 55 bits. `entropy` must be fresh random bytes.
pub fn generate(list: List, entropy: [u8; ENTROPY_BYTES]) -> String {
    let bits = entropy.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let words = list.words();
    let word = |place: usize| {
        let index = usize::try_from(bits >> (11 * place) & 0x7ff).unwrap_or_default();
        words.get(index).map_or("", String::as_str)
    };
    (0..COUNT).map(word).collect::<Vec<_>>().join(" ")
}

/// Words of both lists that begin with what was typed, at most `max`, in alphabetical order.
/// Nothing typed gives nothing.
pub fn completions(typed: &str, max: usize) -> Vec<String> {
    let prefix = fold(typed);
    if prefix.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<String> = [List::English, List::Syllables]
        .into_iter()
        .flat_map(List::words)
        .filter(|word| word.starts_with(&prefix))
        .collect();
    found.sort_unstable();
    found.truncate(max);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_list_has_2048_words_and_no_word_stands_in_both() {
        let mut all = BTreeSet::new();
        for list in [List::English, List::Syllables] {
            let words = list.words();
            assert_eq!(words.len(), LIST_LEN);
            all.extend(words.iter().map(|word| fold(word)));
        }
        assert_eq!(all.len(), 2 * LIST_LEN, "a word is there twice after folding");
    }

    #[test]
    fn every_word_is_its_own_fold() {
        for word in [List::English, List::Syllables].into_iter().flat_map(List::words) {
            assert_eq!(fold(&word), word);
        }
    }

    #[test]
    fn the_language_chooses_the_list() {
        assert_eq!(List::for_language("en-GB"), List::English);
        assert_eq!(List::for_language("fi"), List::Syllables);
        assert_eq!(List::for_language("sv_FI"), List::Syllables);
    }

    #[test]
    fn every_bit_but_the_first_counts() {
        let base = generate(List::English, [0; ENTROPY_BYTES]);
        for bit in 0..55 {
            let mut entropy = [0; ENTROPY_BYTES];
            entropy[ENTROPY_BYTES - 1 - bit / 8] = 1 << (bit % 8);
            assert_ne!(generate(List::English, entropy), base, "bit {bit} changes nothing");
        }
    }

    #[test]
    fn completions_come_from_both_lists() {
        assert_eq!(completions("ABAN", 5), ["abandon"]);
        assert_eq!(completions("", 5), Vec::<String>::new());
        assert_eq!(completions("xq", 5), Vec::<String>::new());
        let found = completions("lu", 50);
        assert!(found.contains(&"lunch".to_owned()));
        assert!(found.iter().any(|word| syllables::list().contains(word)));
        assert_eq!(completions("l", 3).len(), 3);
    }

    proptest! {
        #[test]
        fn generated_words_are_five_of_the_list(entropy: [u8; ENTROPY_BYTES]) {
            for list in [List::English, List::Syllables] {
                let words = generate(list, entropy);
                let all = list.words();
                prop_assert_eq!(words.split(' ').count(), COUNT);
                prop_assert!(words.split(' ').all(|word| all.iter().any(|listed| listed == word)));
                prop_assert_eq!(fold(&words), words);
            }
        }

        #[test]
        fn different_entropy_gives_different_words(a in 0_u64..1 << 55, b in 0_u64..1 << 55) {
            let words = |bits: u64| {
                let mut entropy = [0; ENTROPY_BYTES];
                entropy.copy_from_slice(&bits.to_be_bytes()[1..]);
                generate(List::Syllables, entropy)
            };
            prop_assert_eq!(a == b, words(a) == words(b));
        }
    }
}
