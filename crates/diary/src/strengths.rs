//! Good moments and the strengths in them: counts for the bubbles, own words, finding.

pub mod edit;

use std::collections::BTreeMap;

use crate::diary::Diary;
use crate::entries::Moment;
use crate::id::Id;
use crate::order::by_number;
use crate::record::Kind;
use crate::sharing::sheet::NamedStrength;
use crate::values::{Strength, Words};

/// Who a moment came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// Anybody.
    #[default]
    All,
    /// Written from oneself.
    Mine,
    /// Given by somebody.
    Gifts,
}

/// A strength and in how many moments it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The strength. An own one stands as it was written last.
    pub strength: NamedStrength,
    /// Moments, 1 or more.
    pub times: usize,
}

/// What the strengths page says above the moments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// All moments.
    pub moments: usize,
    /// Of them, given by others.
    pub gifts: usize,
    /// Strengths, the most used first, then in the list's order, then own ones by letter.
    pub used: Vec<Used>,
}

/// A strength's key: own ones are the same whatever their capitals.
fn key(strength: &NamedStrength) -> (u8, String) {
    match strength {
        NamedStrength::Listed(listed) => (listed.code(), String::new()),
        NamedStrength::Own(words) => (u8::MAX, words.folded()),
    }
}

/// A strength's name for addresses.
pub fn strength_id(strength: &NamedStrength) -> Id {
    let (code, words) = key(strength);
    Id::named(Kind::Moment, &[&[code], words.as_bytes()].concat())
}

/// The strengths of a moment, each once.
pub fn named(moment: &Moment) -> Vec<NamedStrength> {
    let listed = moment.strengths.iter().copied().map(NamedStrength::Listed);
    let own_strengths = moment.own_strengths.iter().cloned().map(NamedStrength::Own);
    let mut strengths: Vec<NamedStrength> = Vec::new();
    for strength in listed.chain(own_strengths) {
        if !strengths.iter().any(|listed_already| key(listed_already) == key(&strength)) {
            strengths.push(strength);
        }
    }
    strengths
}

/// All moments, newest first.
fn all(diary: &Diary) -> Vec<(Id, &Moment)> {
    let mut moments: Vec<(Id, &Moment)> = diary.all().collect();
    by_number(&mut moments, |(_, moment)| {
        -(i64::from(moment.day.number()) * 1_000_000_000_000 + moment.when.unix_s())
    });
    moments
}

/// Counts over the whole diary.
pub fn overview(diary: &Diary) -> Overview {
    let moments = all(diary);
    let mut used: BTreeMap<(u8, String), Used> = BTreeMap::new();
    for (_, moment) in &moments {
        for strength in named(moment) {
            let entry = used.entry(key(&strength)).or_insert(Used { strength, times: 0 });
            entry.times += 1;
        }
    }
    let mut used: Vec<Used> = used.into_values().collect();
    by_number(&mut used, |used| -i64::try_from(used.times).unwrap_or(i64::MAX));
    let gifts = moments.iter().filter(|(_, moment)| moment.gift_from.is_some()).count();
    Overview { moments: moments.len(), gifts, used }
}

/// The own strengths used so far, the most used first.
pub fn own_words(diary: &Diary) -> Vec<Words> {
    let words_of = |used: Used| match used.strength {
        NamedStrength::Own(words) => Some(words),
        NamedStrength::Listed(_) => None,
    };
    overview(diary).used.into_iter().filter_map(words_of).collect()
}

/// Who has given a moment so far, the latest first, each once.
pub fn givers(diary: &Diary) -> Vec<Words> {
    let mut names: Vec<Words> = Vec::new();
    for giver in all(diary).into_iter().filter_map(|(_, moment)| moment.gift_from.as_ref()) {
        if !names.iter().any(|name| name.same_as(giver)) {
            names.push(giver.clone());
        }
    }
    names
}

/// Which moments are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// With the strength of this [`strength_id`].
    pub strength: Option<Id>,
    /// From whom.
    pub whose: Whose,
    /// Holding each of these words, anywhere in what was written, who gave it, or a strength's
    /// name; parts of words too, capitals or not.
    pub words: String,
}

/// The moments that are wanted, newest first. `name` says a listed strength in the reader's
/// language.
pub fn find(
    diary: &Diary,
    wanted: &Wanted,
    name: impl Fn(Strength) -> &'static str,
) -> Vec<(Id, Moment)> {
    let words = wanted.words.to_lowercase();
    let terms: Vec<&str> = words.split_whitespace().collect();
    let fits = |moment: &Moment| {
        let whose = match wanted.whose {
            Whose::All => true,
            Whose::Mine => moment.gift_from.is_none(),
            Whose::Gifts => moment.gift_from.is_some(),
        };
        whose
            && wanted
                .strength
                .is_none_or(|id| named(moment).iter().any(|strength| strength_id(strength) == id))
            && (terms.is_empty() || holds(moment, &terms, &name))
    };
    let found = all(diary).into_iter().filter(|(_, moment)| fits(moment));
    found.map(|(id, moment)| (id, moment.clone())).collect()
}

fn holds(moment: &Moment, terms: &[&str], name: &impl Fn(Strength) -> &'static str) -> bool {
    let own_texts = moment.words.iter().chain(&moment.own_strengths).chain(&moment.gift_from);
    let mut text: Vec<String> = own_texts.map(Words::folded).collect();
    text.extend(moment.strengths.iter().map(|strength| name(*strength).to_lowercase()));
    terms.iter().all(|term| text.iter().any(|text| text.contains(term)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::time::{Day, Instant};

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    /// Month, day, strengths, own ones, words, who gave it.
    type Told<'a> = (u32, u32, &'a [Strength], &'a [&'a str], &'a str, Option<&'a str>);

    /// Three moments: two on the 3rd (morning, evening), one given on the 10th.
    fn diary() -> Diary {
        let mut diary = Diary::default();
        let rows: [Told<'_>; 3] = [
            (3, 9, &[Strength::Brave], &["Lego builder"], "Stayed at the gate", None),
            (3, 18, &[Strength::Brave, Strength::Kind], &[], "Helped Eetu with his bike", None),
            (10, 12, &[Strength::Kind], &["lego Builder", "singer"], "Sang at home", Some("Mum")),
        ];
        for (number, (day_of_month, hour, listed, own_strengths, text, giver)) in (1_u8..).zip(rows)
        {
            let day = Day::from_ymd(2026, 11, day_of_month).expect("a date");
            let time = day.date().and_hms_opt(hour, 0, 0).expect("a time");
            let moment = Moment {
                day,
                when: Instant::from_local(time, 120).expect("range"),
                strengths: listed.to_vec(),
                own_strengths: own_strengths.iter().map(|text| words(text)).collect(),
                words: Some(words(text)),
                gift_from: giver.map(words),
            };
            diary.show(&Change::put(Id::random([number; 16]), moment));
        }
        diary
    }

    fn in_english(strength: Strength) -> &'static str {
        match strength {
            Strength::Brave => "Brave",
            _ => "Kind",
        }
    }

    fn found(wanted: &Wanted) -> Vec<u8> {
        find(&diary(), wanted, in_english).iter().map(|(id, _)| id.bytes()[0]).collect()
    }

    #[test]
    fn strengths_are_counted_once_a_moment_and_own_ones_whatever_their_capitals() {
        let sum = overview(&diary());
        assert_eq!((sum.moments, sum.gifts), (3, 1));
        let used: Vec<_> = sum
            .used
            .iter()
            .map(|entry| match &entry.strength {
                NamedStrength::Listed(listed) => (in_english(*listed), entry.times),
                NamedStrength::Own(words) if words.as_str() == "lego Builder" => {
                    ("lego", entry.times)
                }
                NamedStrength::Own(_) => ("singer", entry.times),
            })
            .collect();
        assert_eq!(used, [("Kind", 2), ("Brave", 2), ("lego", 2), ("singer", 1)]);
        assert_eq!(own_words(&diary()), [words("lego Builder"), words("singer")]);
        assert_eq!(givers(&diary()), [words("Mum")]);
    }

    #[test]
    fn moments_are_found_newest_first() {
        assert_eq!(found(&Wanted::default()), [3, 2, 1]);
        let whose = |whose| found(&Wanted { whose, ..Wanted::default() });
        assert_eq!(whose(Whose::Mine), [2, 1]);
        assert_eq!(whose(Whose::Gifts), [3]);
        let own_strength = Some(strength_id(&NamedStrength::Own(words("LEGO BUILDER"))));
        assert_eq!(found(&Wanted { strength: own_strength, ..Wanted::default() }), [3, 1]);
    }

    #[test]
    fn every_word_looked_for_must_be_there() {
        let found_by =
            |words: &str| found(&Wanted { words: words.to_owned(), ..Wanted::default() });
        assert_eq!(found_by("BIKE"), [2]);
        assert_eq!(found_by("kind"), [3, 2]);
        assert_eq!(found_by("kind bike"), [2]);
        assert_eq!(found_by("mum sang"), [3]);
        assert_eq!(found_by("octopus"), []);
        assert_eq!(found_by("  "), [3, 2, 1]);
    }
}
