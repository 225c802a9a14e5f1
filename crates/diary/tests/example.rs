//! The path in the example: what it tells holds on any day of the week.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeMap;

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::Diary;
use askelma_diary::example::{Story, StoryPath, twelve_weeks};
use askelma_diary::id::Id;
use askelma_diary::path::{self, GuessAndReal, Standing, Suggestion};
use askelma_diary::record::Body;
use askelma_diary::time::{Day, Instant, TimeError, Zone};
use askelma_diary::values::{Outcome, Scale10, SchoolMode, Words};

mod made;
use made::{at, day, words};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

fn many(name: &str, count: u8) -> Vec<Words> {
    (1..=count).map(|at| words(&format!("{name} {at}"))).collect()
}

fn story() -> Story {
    let path = StoryPath {
        title: words("A whole Tuesday"),
        why: Some(words("Art")),
        steps: many("step", 9),
        with_whom: many("who", 3),
        supports: many("support", 3),
        thoughts: many("thought", 2),
        found_out: many("found", 3),
        helped: many("helped", 3),
    };
    Story { path: Some(path), ..Story::default() }
}

fn weeks(today: Day) -> Vec<(Id, Body)> {
    twelve_weeks(&story(), at(today, 8 * 60 + 4), &EastTwo)
}

fn diary(today: Day) -> Diary {
    let mut diary = Diary::default();
    let items = weeks(today).into_iter().map(|(id, body)| Item::Put { id, body });
    diary.show(&Change(items.collect()));
    diary
}

/// Every weekday, and the weeks around the end of a year.
fn mornings() -> impl Iterator<Item = Day> {
    let tuesday = day("2026-11-24");
    tuesday.through(tuesday.plus(6)).chain(day("2026-12-30").through(day("2027-01-05")))
}

#[test]
fn fifteen_tries_twelve_easier_two_as_hard_one_harder() {
    for today in mornings() {
        let diary = diary(today);
        let tries: Vec<_> =
            path::tries(&diary).into_iter().map(|(_, entry)| entry.clone()).collect();
        assert_eq!(tries.len(), 15, "{today}");
        let expected = GuessAndReal { both: 15, easier: 12, as_hard: 2, harder: 1 };
        assert_eq!(path::guess_and_real(&tries), expected, "{today}");
        let count = |outcome| tries.iter().filter(|entry| entry.outcome == Some(outcome)).count();
        assert_eq!(
            [Outcome::Did, Outcome::Part, Outcome::TurnedBack].map(count),
            [8, 4, 3],
            "{today}"
        );
        for entry in &tries {
            let date = entry.when.day();
            assert!(today.since(date) > 0 && today.since(date) <= 56, "{today}: {date}");
            assert!(date.weekday() < 5, "{today}: {date}");
            assert!(entry.ended.is_some_and(|ended| ended > entry.when), "{today}: {date}");
            let ill =
                diary.school_day(date).is_some_and(|school_day| school_day.mode == SchoolMode::Ill);
            assert!(!ill, "{today}: in bed on {date}");
        }
    }
}

#[test]
fn nine_steps_the_fourth_of_them_here() {
    for today in mornings() {
        let diary = diary(today);
        let (id, path) = path::paths(&diary).remove(0);
        assert_eq!(path.title, words("A whole Tuesday"));
        let stones = path::stones(&diary, id, today);
        let guesses: Vec<_> =
            stones.iter().map(|stone| stone.step.guess.map_or(0, Scale10::get)).collect();
        assert_eq!(guesses, [4, 5, 6, 6, 6, 7, 7, 8, 9]);
        let behind = stones.iter().filter(|stone| stone.standing == Standing::Behind);
        assert!(
            behind.clone().all(|stone| stone.done && stone.suggestion == Some(Suggestion::Next))
        );
        assert_eq!(behind.count(), 3);
        assert_eq!(stones[3].standing, Standing::Here);
        assert_eq!((stones[3].tries, stones[3].last), (4, Some((7, 3))));
        assert_eq!(stones[3].suggestion, Some(Suggestion::Same));
        assert!(stones[5].step.supports[0].stays && !stones[3].step.supports[0].stays);
    }
}

#[test]
fn told_twice_it_is_the_same_and_no_name_stands_for_two() {
    for today in mornings() {
        let entries = weeks(today);
        assert_eq!(entries, weeks(today));
        let names: BTreeMap<Id, &Body> = entries.iter().map(|(id, body)| (*id, body)).collect();
        assert_eq!(names.len(), entries.len());
    }
}

#[test]
fn without_a_path_the_story_has_none() {
    let entries = twelve_weeks(&Story::default(), at(day("2026-11-24"), 484), &EastTwo);
    let of_path = |body: &Body| matches!(body, Body::Path(_) | Body::Step(_) | Body::Try(_));
    assert!(!entries.iter().any(|(_, body)| of_path(body)));
}
