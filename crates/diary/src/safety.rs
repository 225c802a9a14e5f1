//! When the card with someone to talk to is shown by itself: words of self-harm in a note, and
//! some very low days in a row. Nothing leaves the device for it. `docs/safety-words.md` says how
//! the words were chosen.

pub mod help_lines;

use crate::diary::Diary;
use crate::entries::MoodEntry;
use crate::time::Day;
use crate::values::Mood;

/// Days that are looked at for low mood, today included; and the least days between two cards.
const WINDOW_DAYS: i32 = 7;
/// Days with the lowest face in the window.
const LOW_DAYS: usize = 3;

/// Beginnings of words, in lower case, blanks single. One that ends in a blank wants the word's
/// end there.
const WORDS: &[&str] = &[
    // English.
    "kill myself",
    "killing myself",
    "want to die",
    "wanna die",
    "wish i was dead",
    "wish i were dead",
    "better off dead",
    "suicid",
    "self harm",
    "selfharm",
    "cut myself ",
    "cutting myself",
    "hurt myself on purpose",
    "hurting myself",
    "end my life",
    "ending my life",
    "don't want to live",
    "dont want to live",
    "do not want to live",
    "no reason to live",
    // Finnish.
    "itsemurh",
    "itsetuho",
    "tappaa itseni",
    "tapan itseni",
    "haluan kuolla",
    "haluaisin kuolla",
    "halusin kuolla",
    "olisinpa kuollut",
    "parempi kuolleena",
    "viiltel",
    "viillel",
    "viilsin itse",
    "viillän itse",
    "viiltää itse",
    "satuttaa itseäni",
    "satutan itseäni",
    "satutin itseäni",
    "satuttanut itseäni",
    "vahingoittaa itseäni",
    "vahingoitan itseäni",
    "vahingoitin itseäni",
    "en halua elää",
    "en haluaisi elää",
    "en jaksa elää",
    "en jaksaisi elää",
    "lopettaa elämäni",
    "päättää elämäni",
    // Swedish.
    "självmord",
    "ta livet av mig",
    "tar livet av mig",
    "ta mitt liv",
    "döda mig ",
    "vill dö ",
    "ville dö ",
    "vill inte leva",
    "orkar inte leva",
    "bättre om jag var död",
    "självskad",
    "skära mig ",
    "skär mig ",
    "skar mig ",
    "skada mig själv",
    "skadar mig själv",
    "skadade mig själv",
    "skadat mig själv",
];

/// Whether a text holds one of the words, in any of the three languages.
pub fn speaks_of_self_harm(text: &str) -> bool {
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    for letter in text.chars() {
        match letter {
            '’' | '\'' => plain.push('\''),
            letter if letter.is_alphanumeric() => plain.extend(letter.to_lowercase()),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    WORDS.iter().any(|words| {
        plain
            .match_indices(words)
            .any(|(at, _)| plain.get(..at).is_some_and(|before| before.ends_with(' ')))
    })
}

/// Whether the card is due for low mood: the lowest face on three days or more of the last seven,
/// and no such card within the last seven days.
pub fn low_mood_due(diary: &Diary, today: Day) -> bool {
    let last_shown = diary.choices().low_mood_shown;
    // A date ahead was written by a clock that was wrong, and holds nothing back.
    if last_shown.is_some_and(|last_shown| (0..WINDOW_DAYS).contains(&today.since(last_shown))) {
        return false;
    }
    let low = |day: &Day| diary.on::<MoodEntry>(*day).any(|(_, entry)| entry.mood == Mood::MIN);
    diary.days_between(today.plus(1 - WINDOW_DAYS), today).filter(low).count() >= LOW_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::diary::choices_id;
    use crate::entries::Choices;
    use crate::id::Id;
    use crate::time::Instant;

    #[test]
    fn a_card_shown_while_the_clock_was_ahead_holds_none_back() {
        let today = Day::parse("2026-11-20").expect("a date");
        let mut diary = Diary::default();
        for back in 0..3 {
            let noon = today.plus(-back).date().and_hms_opt(12, 0, 0).expect("a time");
            let when = Instant::from_local(noon, 120).expect("in range");
            let name = u8::try_from(back).expect("few");
            let entry = MoodEntry::new(when, Mood::MIN);
            diary.show(&Change::put(Id::random([name; 16]), entry));
        }
        let shown = |day: Day| Choices { low_mood_shown: Some(day), ..Choices::default() };
        diary.show(&Change::put(choices_id(), shown(today.plus(300))));
        assert!(low_mood_due(&diary, today));
        diary.show(&Change::put(choices_id(), shown(today.plus(-6))));
        assert!(!low_mood_due(&diary, today));
    }

    #[test]
    fn such_words_are_heard_in_each_language() {
        for text in [
            "I want to die.",
            "thinking about SUICIDE again",
            "I cut myself",
            "i don’t want to live",
            "Haluan kuolla",
            "viiltelin eilen",
            "mietin itsemurhaa",
            "En  jaksa\nelää enää",
            "satutin itseäni",
            "jag vill dö",
            "Vill dö!",
            "tänker på självmord",
            "jag skär mig",
            "orkar inte leva så här",
        ] {
            assert!(speaks_of_self_harm(text), "{text}");
        }
    }

    #[test]
    fn ordinary_notes_are_left_alone() {
        for text in [
            "",
            "I was dying of laughter",
            "cut my hair myself",
            "the plant died",
            "kuolin nauruun",
            "viilto oli siisti puukässässä",
            "en halua mennä kouluun",
            "haluan kuulla musiikkia",
            "jag vill dölja mig",
            "vill döpa katten",
            "skärmen gick sönder",
            "orkar inte läsa",
            "livet är tungt",
        ] {
            assert!(!speaks_of_self_harm(text), "{text}");
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    /// Noon of a date, two hours east.
    fn log(diary: &mut Diary, date: &str, mood: u8) {
        let noon = i64::from(day(date).number()) * 86_400 + 10 * 3_600;
        let when = Instant::new(noon, 120).expect("in range");
        let entry = MoodEntry::new(when, Mood::new(mood).expect("1 to 5"));
        let name = Id::random(when.unix_s().to_be_bytes().repeat(2).try_into().expect("16"));
        diary.show(&Change::put(name, entry));
    }

    #[test]
    fn three_lowest_days_within_seven_show_the_card_at_most_weekly() {
        let mut diary = Diary::default();
        let today = day("2026-11-24");
        for (date, mood) in [("2026-11-17", 1), ("2026-11-20", 1), ("2026-11-22", 2)] {
            log(&mut diary, date, mood);
        }
        log(&mut diary, "2026-11-23", 1);
        // 17 November lies eight days back, counted with today: two days are not enough.
        assert!(!low_mood_due(&diary, today));
        log(&mut diary, "2026-11-24", 1);
        assert!(low_mood_due(&diary, today));
        let shown_on = |date| Choices { low_mood_shown: Some(day(date)), ..Choices::default() };
        diary.show(&Change::put(choices_id(), shown_on("2026-11-18")));
        assert!(!low_mood_due(&diary, today));
        diary.show(&Change::put(choices_id(), shown_on("2026-11-17")));
        assert!(low_mood_due(&diary, today));
    }
}
