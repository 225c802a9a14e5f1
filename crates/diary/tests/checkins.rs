//! Check-ins: their order within a day, and words of one's own offered again.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::diary::Diary;
use askelma_diary::entries::MoodEntry;
use askelma_diary::id::Id;
use askelma_diary::mood::own_words::{MOST, used_before};
use askelma_diary::record::{Content, Record};
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Day, Instant};
use askelma_diary::today::{day_view, free_second};
use askelma_diary::values::{Mood, Words};

/// 24.11.2026 at 8.04 in Helsinki.
const MORNING: i64 = 1_795_500_240;

fn at(unix_s: i64) -> Instant {
    Instant::new(unix_s, 120).expect("in range")
}

fn add(diary: &mut Diary, name: u8, when: Instant, own_feeling: Option<&str>) -> Id {
    let id = Id::random([name; 16]);
    let mut entry = MoodEntry::new(when, Mood::new(3).expect("in range"));
    entry.own_feeling = own_feeling.and_then(|text| Words::new(text).expect("fits"));
    let content = Content::Live { body: entry.into(), newer_fields: Vec::new() };
    diary.merge(Record { id, stamp: Stamp { ms: 1, counter: 0, writer: 1 }, content });
    id
}

/// When the check-ins of a date were.
fn taken(diary: &Diary, day: Day) -> impl Iterator<Item = Instant> + '_ {
    diary.on::<MoodEntry>(day).map(|(_, entry)| entry.when)
}

#[test]
fn two_of_one_second_keep_one_order_whatever_came_first() {
    let day = at(MORNING).day();
    let mut one = Diary::default();
    let mut other = Diary::default();
    for name in [3, 1, 2] {
        add(&mut one, name, at(MORNING), None);
    }
    for name in [2, 3, 1] {
        add(&mut other, name, at(MORNING), None);
    }
    let late = add(&mut one, 0, at(MORNING + 1), None);
    add(&mut other, 0, at(MORNING + 1), None);
    let order = |diary: &Diary| {
        day_view(diary, day).moods.into_iter().map(|entry| entry.0).collect::<Vec<_>>()
    };
    let mut names: Vec<_> = [1, 2, 3].map(|name| Id::random([name; 16])).into();
    names.sort();
    names.push(late);
    assert_eq!(order(&one), names);
    assert_eq!(order(&other), names);
}

#[test]
fn a_second_tap_within_the_second_comes_after_the_first() {
    let mut diary = Diary::default();
    assert_eq!(free_second(at(MORNING), taken(&diary, at(MORNING).day())), at(MORNING));
    add(&mut diary, 1, at(MORNING), None);
    add(&mut diary, 2, at(MORNING + 1), None);
    assert_eq!(free_second(at(MORNING), taken(&diary, at(MORNING).day())), at(MORNING + 2));
    // 3.59.59 is the day's last second: the next would be tomorrow.
    let last = at(MORNING - 4 * 3600 - 241);
    assert_eq!(last.clock_min(), 239);
    add(&mut diary, 3, last, None);
    assert_eq!(free_second(last, taken(&diary, last.day())), last);
}

#[test]
fn own_words_come_again_newest_first_and_each_once() {
    let mut diary = Diary::default();
    let day = 24 * 3600;
    add(&mut diary, 1, at(MORNING), Some("Fizzy"));
    add(&mut diary, 2, at(MORNING - day), Some("fizzy"));
    add(&mut diary, 3, at(MORNING - 2 * day), Some("Like a grey blanket"));
    add(&mut diary, 4, at(MORNING - 3 * day), None);
    let words = |most| -> Vec<String> {
        let found = used_before(&diary, most, |entry| entry.own_feeling.as_ref());
        found.iter().map(|words| words.as_str().to_owned()).collect()
    };
    assert_eq!(words(60), ["Fizzy", "Like a grey blanket"]);
    assert_eq!(words(10), ["Fizzy"]);
    for back in 0..20_u8 {
        let text = format!("word {back}");
        add(&mut diary, 50 + back, at(MORNING - i64::from(10 + back) * day), Some(&text));
    }
    let found = used_before(&diary, 60, |entry| entry.own_feeling.as_ref());
    assert_eq!(found.len(), MOST);
}
