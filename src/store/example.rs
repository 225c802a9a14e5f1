//! Example data: twelve believable weeks, made anew for today's date, in the language chosen.

use askelma_diary::example::{Story, StoryPath, edit, twelve_weeks};
use askelma_diary::values::Words;
use askelma_exchange::message::encode;

use crate::browser::clock::{self, Here};
use crate::store::{DiaryStore, Role, starters};
use crate::text::example as t;

fn words(text: &str) -> Option<Words> {
    Words::new(text).ok().flatten()
}

/// Words that stand in one sentence with bars between them.
fn many(text: &str) -> Vec<Words> {
    text.split('|').filter_map(words).collect()
}

fn path() -> Option<StoryPath> {
    Some(StoryPath {
        title: words(t::path_title())?,
        why: words(t::path_why()),
        steps: many(t::path_steps()),
        with_whom: many(t::path_with()),
        supports: many(t::path_supports()),
        thoughts: many(t::path_thoughts()),
        found_out: many(t::path_found()),
        helped: many(t::path_helped()),
    })
}

/// Fills an example diary of a role. What could not be kept is said by the store.
pub async fn fill(store: DiaryStore, role: Role) {
    let now = clock::now();
    let Some(name) = words(t::name()) else { return };
    let example_story = Story {
        routine: starters::routine(now.day().plus(-83)).into_iter().map(|(_, item)| item).collect(),
        notes: many(t::notes()),
        moments: many(t::moments()),
        path: path(),
    };
    let weeks = twelve_weeks(&example_story, now, &Here);
    let change = match role {
        Role::Young => edit::of_young(name, weeks, now),
        // A parent or worker has received the young person's summary, made from the same weeks.
        Role::Parent | Role::Worker => {
            let summary = edit::summary_for_adult(name, words(t::purpose()), weeks, now);
            edit::of_adult(&summary, encode(&summary), now)
        }
    };
    let _ = store.run_quietly(|_| change).await;
}
