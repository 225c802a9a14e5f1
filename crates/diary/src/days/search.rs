//! Finding words in the diary.

use crate::diary::Diary;
use crate::id::Id;
use crate::order::by_number;
use crate::record::Body;
use crate::time::Day;
use crate::values::Words;

/// Where words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// A check-in: its note, a feeling or what the body says in own words.
    Mood,
    /// A night's note.
    Night,
    /// A school day: its note or the name of a lesson.
    School,
    /// A good moment: its words, own strengths, or who gave it.
    Moment,
    /// What was said of a card of the reasons map.
    Reason,
    /// A try: what the step was called, what was thought and found out, what helped, its note.
    Try,
}

/// One entry that holds what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its date.
    pub day: Day,
    /// Its record.
    pub id: Id,
    /// What it is.
    pub place: FoundIn,
    /// All of the text in which it was found first, or the entry's first one when the words are
    /// spread over several.
    pub words: Words,
}

/// The newest entries, at most `limit`, that hold every word of `words`: anywhere in their texts,
/// parts of words too, capitals or not. Letters with marks are letters of their own, written as one
/// character or as a letter and its mark. Nothing is found for blanks.
///
/// `composed` writes a letter and its marks as one character (Unicode's NFC); the browser knows how.
pub fn search(diary: &Diary, words: &str, limit: usize, composed: Composed) -> Vec<Found> {
    let wanted = folded(words, composed);
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_owned).collect();
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    for day in diary.days() {
        if found.len() >= limit {
            break;
        }
        let mut of_day: Vec<(i64, Found)> = diary
            .of_day(day)
            .filter_map(|(id, body)| {
                let (place, when) = place_of(body)?;
                let words = matched(&texts(body), &wanted, composed)?.clone();
                Some((when, Found { day, id, place, words }))
            })
            .collect();
        by_number(&mut of_day, |(when, _)| -when);
        found.extend(of_day.into_iter().map(|(_, found)| found));
    }
    found.truncate(limit);
    found
}

/// Writes a text's letters and their marks as one character each, where there is one.
pub type Composed = fn(&str) -> String;

/// The first mark that is written behind its letter; what lies below is composed as it stands.
const FIRST_MARK: char = '\u{300}';

fn folded(text: &str, composed: Composed) -> String {
    if text.chars().any(|c| c >= FIRST_MARK) {
        composed(text).to_lowercase()
    } else {
        text.to_lowercase()
    }
}

/// The text to show when the texts together hold every wanted word.
fn matched<'a>(texts: &[&'a Words], wanted: &[String], composed: Composed) -> Option<&'a Words> {
    let texts: Vec<(&Words, String)> =
        texts.iter().map(|words| (*words, folded(words.as_str(), composed))).collect();
    let all = |text: &String| wanted.iter().all(|word| text.contains(word.as_str()));
    if let Some((words, _)) = texts.iter().find(|(_, text)| all(text)) {
        return Some(words);
    }
    let somewhere = |word: &String| texts.iter().any(|(_, text)| text.contains(word.as_str()));
    wanted.iter().all(somewhere).then(|| texts.first().map(|(words, _)| *words)).flatten()
}

/// What an entry is, and when within its day it was made; 0 where it does not say.
fn place_of(body: &Body) -> Option<(FoundIn, i64)> {
    match body {
        Body::Mood(mood) => Some((FoundIn::Mood, mood.when.unix_s())),
        Body::Night(night) => Some((FoundIn::Night, night.woke.unix_s())),
        Body::SchoolDay(_) => Some((FoundIn::School, 0)),
        Body::Moment(moment) => Some((FoundIn::Moment, moment.when.unix_s())),
        Body::ReasonSort(_) => Some((FoundIn::Reason, 0)),
        Body::Try(entry) => Some((FoundIn::Try, entry.when.unix_s())),
        _ => None,
    }
}

/// The texts of an entry, the one that matters most first.
fn texts(body: &Body) -> Vec<&Words> {
    match body {
        Body::Mood(mood) => {
            [&mood.note, &mood.own_feeling, &mood.own_body].into_iter().flatten().collect()
        }
        Body::Night(night) => night.note.iter().collect(),
        Body::SchoolDay(school) => {
            let lessons = school.lessons.iter().filter_map(|lesson| lesson.name.as_ref());
            school.note.iter().chain(lessons).collect()
        }
        Body::Moment(moment) => {
            moment.words.iter().chain(&moment.own_strengths).chain(&moment.gift_from).collect()
        }
        Body::ReasonSort(sort) => sort.words.iter().chain(&sort.supports).collect(),
        Body::Try(entry) => std::iter::once(&entry.title)
            .chain(&entry.found_out)
            .chain(&entry.thought)
            .chain(&entry.helped)
            .chain(&entry.note)
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST_MARK, folded};

    /// What the browser does, for one letter.
    fn composed(text: &str) -> String {
        text.replace("a\u{308}", "ä").replace("A\u{308}", "Ä")
    }

    #[test]
    fn a_letter_with_its_mark_is_one_letter_however_it_is_written() {
        assert_eq!("a\u{308}".chars().nth(1), Some('\u{308}'));
        assert!('\u{308}' >= FIRST_MARK);
        assert_eq!(folded("A\u{308}iti", composed), "äiti");
        assert_eq!(folded("ÄITI", composed), "äiti");
        // A letter with a mark is another one than the letter.
        assert_ne!(folded("aiti", composed), folded("äiti", composed));
    }
}
