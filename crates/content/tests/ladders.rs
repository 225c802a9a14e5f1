//! The starter ladders, in every language.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod data;

use askelma_content::ladders::read;
use data::{LANGUAGES, file};

#[test]
fn twelve_ladders_of_six_to_twelve_steps_in_each_language() {
    for language in LANGUAGES {
        let words = file(&format!("ladders/{language}"));
        let ladders = read(&file("ladders/ladders"), &words).expect("ladders");
        assert_eq!(ladders.len(), 12, "{language}");
        for ladder in &ladders {
            assert!((6..=12).contains(&ladder.steps.len()), "{ladder:?}");
            let short = |text: &str| text.chars().count() <= 48;
            assert!(ladder.steps.iter().all(|step| short(step.as_str())), "{ladder:?}");
        }
        assert_eq!(ladders.iter().map(|ladder| ladder.steps.len()).sum::<usize>(), 91);
    }
}
