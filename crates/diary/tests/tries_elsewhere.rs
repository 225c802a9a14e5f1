//! Tries outside the path's own pages: effort, my picture, the list of days, search, what helped.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::days::pages::diary_days;
use askelma_diary::days::search::{FoundIn, search};
use askelma_diary::entries::{TickLevel, Try};
use askelma_diary::id::Id;
use askelma_diary::path::GuessAndReal;
use askelma_diary::path::what_helped::what_helped;
use askelma_diary::progress::effort::{Effort, effort};
use askelma_diary::progress::{Window, picture};
use askelma_diary::time::Day;
use askelma_diary::values::{Outcome, PartOfDay, Scale10, Strength};

mod made;
use made::{Made, at, day, words};

fn a_try(date: &str, clock_min: i64, outcome: Option<Outcome>) -> Try {
    Try {
        when: at(day(date), clock_min),
        path: Id::random([1; 16]),
        step: Id::random([2; 16]),
        title: words("Walk to the gate"),
        guess: None,
        thought: None,
        with_whom: None,
        supports: Vec::new(),
        planned_min: None,
        in_at: None,
        outcome,
        hardest: None,
        after: None,
        found_out: None,
        helped: Vec::new(),
        note: None,
        ended: None,
    }
}

fn felt(date: &str, guess: u8, hardest: Option<u8>) -> Try {
    Try {
        guess: Scale10::new(guess).ok(),
        hardest: hardest.and_then(|hardest| Scale10::new(hardest).ok()),
        ..a_try(date, 500, Some(Outcome::Did))
    }
}

fn today() -> Day {
    day("2026-11-24")
}

#[test]
fn days_you_did_something_have_a_tick_a_good_moment_or_a_try_that_is_over() {
    let mut made = Made::default();
    let item = made.item(9, PartOfDay::Morning, 0);
    // Friday: a mood alone, an entry and nothing done.
    made.mood(at(day("2026-11-20"), 500), 3);
    made.tick(day("2026-11-21"), item, TickLevel::Done);
    made.moment(day("2026-11-22"), &[Strength::Brave], "asked");
    // Monday: turned back, which is a try; a second one counts the day once.
    made.add(a_try("2026-11-23", 480, Some(Outcome::TurnedBack)));
    made.add(a_try("2026-11-23", 700, Some(Outcome::Did)));
    // Today's try goes on.
    let going = made.add(a_try("2026-11-24", 480, None));
    let seven = |made: &Made| effort(&made.diary, day("2026-11-18"), today());
    assert_eq!(seven(&made), Effort { days: 7, with_entry: 5, did_something: 3 });
    made.put(going, a_try("2026-11-24", 480, Some(Outcome::Part)));
    assert_eq!(seven(&made), Effort { days: 7, with_entry: 5, did_something: 4 });
}

#[test]
fn my_picture_has_the_windows_tries_and_how_they_were_beside_the_guess() {
    let mut made = Made::default();
    // 28 days up to the 24th begin on 28 October.
    made.add(felt("2026-10-27", 5, Some(9)));
    made.add(felt("2026-10-28", 7, Some(3)));
    made.add(felt("2026-11-10", 6, Some(6)));
    made.add(felt("2026-11-12", 4, None));
    made.add(Try { outcome: None, ..felt("2026-11-24", 8, Some(1)) });
    let four = picture(&made.diary, today(), Window::FourWeeks);
    let rows: Vec<_> = four
        .tries
        .iter()
        .map(|row| (row.day, row.guess.map(Scale10::get), row.hardest.map(Scale10::get)))
        .collect();
    assert_eq!(
        rows,
        [
            (day("2026-10-28"), Some(7), Some(3)),
            (day("2026-11-10"), Some(6), Some(6)),
            (day("2026-11-12"), Some(4), None),
        ]
    );
    let expected = GuessAndReal { both: 2, easier: 1, as_hard: 1, harder: 0 };
    assert_eq!(four.guess_and_real, expected);
    let all = picture(&made.diary, today(), Window::All);
    assert_eq!((all.tries.len(), all.guess_and_real.harder), (4, 1));
}

#[test]
fn a_day_with_only_a_try_stands_in_the_list_with_what_was_found_out() {
    let mut made = Made::default();
    let found = |text: &str| Some(words(text));
    made.add(Try { found_out: found("later"), ..a_try("2026-11-23", 700, Some(Outcome::Did)) });
    made.add(Try { found_out: found("first"), ..a_try("2026-11-23", 480, Some(Outcome::Part)) });
    let days = diary_days(&made.diary, None, 9);
    assert_eq!(days.len(), 1);
    assert_eq!((days[0].day, days[0].tries), (day("2026-11-23"), 2));
    assert_eq!(days[0].words, found("first"));
    // A good moment's words come before a try's.
    made.moment(day("2026-11-23"), &[Strength::Brave], "a moment");
    assert_eq!(diary_days(&made.diary, None, 9)[0].words, found("a moment"));
}

#[test]
fn search_finds_every_text_of_a_try() {
    let mut made = Made::default();
    let id = made.add(Try {
        thought: Some(words("Everybody will look")),
        found_out: Some(words("The gate was just a gate")),
        helped: vec![words("Music"), words("Went early")],
        note: Some(words("It rained")),
        ..a_try("2026-11-23", 480, Some(Outcome::TurnedBack))
    });
    for (wanted, found_words) in [
        ("walk", "Walk to the gate"),
        ("EVERYBODY", "Everybody will look"),
        ("just a", "The gate was just a gate"),
        ("early", "Went early"),
        ("rain", "It rained"),
        // Spread over two texts: the step's name stands for them.
        ("music rained", "Walk to the gate"),
    ] {
        let hits = search(&made.diary, wanted, 9, str::to_owned);
        assert_eq!(hits.len(), 1, "{wanted}");
        assert_eq!((hits[0].id, hits[0].place), (id, FoundIn::Try), "{wanted}");
        assert_eq!(
            (hits[0].day, hits[0].words.as_str()),
            (day("2026-11-23"), found_words),
            "{wanted}"
        );
    }
    assert!(search(&made.diary, "library", 9, str::to_owned).is_empty());
}

#[test]
fn what_helped_comes_from_tries_that_worked_out_newest_first_and_once() {
    let mut made = Made::default();
    let mut helped = |date: &str, outcome, list: &[&str]| {
        let helped = list.iter().map(|text| words(text)).collect();
        made.add(Try { helped, ..a_try(date, 480, outcome) });
    };
    helped("2026-11-10", Some(Outcome::Did), &["music", "Dad was there"]);
    helped("2026-11-17", Some(Outcome::Part), &["Went early", "Music"]);
    helped("2026-11-20", Some(Outcome::TurnedBack), &["A glass of water"]);
    helped("2026-11-24", None, &["Not yet known"]);
    let found = |limit| {
        let found = what_helped(&made.diary, limit).into_iter();
        found.map(|helped| (helped.words.as_str().to_owned(), helped.day)).collect::<Vec<_>>()
    };
    let expected = [
        ("Went early".to_owned(), day("2026-11-17")),
        ("Music".to_owned(), day("2026-11-17")),
        ("Dad was there".to_owned(), day("2026-11-10")),
    ];
    assert_eq!(found(9), expected);
    assert_eq!(found(2), expected[..2]);
}
