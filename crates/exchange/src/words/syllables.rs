//! Two-syllable words that read alike in Finnish and Swedish, made by rule.

use super::{LIST_LEN, english};

const CONSONANTS: [char; 11] = ['h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v'];
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// In Swedish `ke` and `ki` begin with another sound than they do in Finnish.
const READ_DIFFERENTLY: [&str; 2] = ["ke", "ki"];

/// Beginnings that lead to rude or unkind words in Finnish, Swedish or English.
const UNKIND_BEGINNINGS: [&str; 25] = [
    "hor", "hul", "kun", "kus", "les", "lus", "mul", "nas", "nek", "nus", "pah", "pan", "pen",
    "per", "pil", "pir", "pis", "pit", "pus", "rap", "run", "sek", "tis", "vit", "vul",
];

/// Whole words that are rude, unkind or grim in Finnish, Swedish or English.
const UNKIND: [&str; 118] = [
    "haju", "halu", "hata", "hate", "heil", "hela", "hele", "helo", "himo", "homo", "homu", "hota",
    "huko", "huku", "huma", "humo", "hura", "huri", "huru", "huti", "hutu", "jumo", "juro", "juti",
    "kalu", "kapi", "kato", "kola", "koma", "kulo", "kupa", "kura", "kuri", "kuti", "laho", "lapu",
    "lata", "late", "lema", "lemu", "lika", "like", "liko", "liku", "lima", "loka", "lose", "lura",
    "maho", "mane", "mani", "manu", "mara", "mato", "moka", "molo", "mori", "muna", "muta", "naja",
    "naka", "nako", "naku", "naru", "neru", "nola", "nolo", "nuha", "nulo", "palo", "peto", "pihi",
    "pina", "pine", "pora", "porn", "pula", "pule", "puta", "puti", "puto", "raju", "rasa", "rata",
    "resu", "retu", "riko", "rivo", "roju", "roma", "romi", "romu", "ruho", "ruma", "rume", "rupi",
    "rupu", "sami", "sika", "siko", "sore", "soro", "sota", "supa", "sura", "suri", "suru", "tapa",
    "tapo", "toka", "tora", "tuho", "tusi", "vale", "veri", "viha", "vika", "viru",
];

/// A few more of the same, kept apart because they are whole words of one language only.
const UNKIND_SWEDISH_OR_ENGLISH: [&str; 12] = [
    "hale", "hora", "lame", "mope", "nope", "pimo", "pure", "rova", "suto", "vara", "vino", "vomi",
];

/// The list: every fitting word in alphabetical order, thinned evenly to [`LIST_LEN`].
pub(super) fn list() -> Vec<String> {
    let fitting = fitting();
    (0..LIST_LEN)
        .filter_map(|place| fitting.get(place * fitting.len() / LIST_LEN).cloned())
        .collect()
}

fn fitting() -> Vec<String> {
    let syllables: Vec<String> = CONSONANTS
        .iter()
        .flat_map(|consonant| VOWELS.iter().map(move |vowel| format!("{consonant}{vowel}")))
        .filter(|syllable| !READ_DIFFERENTLY.contains(&syllable.as_str()))
        .collect();
    let mut words = Vec::new();
    for first in &syllables {
        for second in &syllables {
            // Two syllables with one consonant are baby talk, and half of those are rude.
            if first.chars().next() != second.chars().next() {
                words.push(format!("{first}{second}"));
            }
        }
    }
    words.retain(|word| is_kind(word) && english().binary_search(&word.as_str()).is_err());
    words
}

fn is_kind(word: &str) -> bool {
    !UNKIND_BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
        && !UNKIND.contains(&word)
        && !UNKIND_SWEDISH_OR_ENGLISH.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_fit_than_are_needed() {
        assert!(fitting().len() >= LIST_LEN, "only {} words fit", fitting().len());
    }

    #[test]
    fn unkind_words_never_come() {
        let list = list();
        for word in ["kusi", "homo", "muna", "hora", "piru", "paha", "sika", "ruma", "vitu"] {
            assert!(!list.iter().any(|listed| listed == word), "{word}");
        }
    }

    #[test]
    fn the_list_is_in_order_and_each_word_has_four_letters() {
        let list = list();
        assert!(list.is_sorted());
        assert!(list.iter().all(|word| word.len() == 4));
    }
}
