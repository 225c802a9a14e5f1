//! Example data: twelve believable weeks, made anew for today's date, in the language chosen.

use askelma_diary::change::{Change, Item};
use askelma_diary::diary::profile_id;
use askelma_diary::entries::{Case, Profile, Received, SharePart};
use askelma_diary::example::{Story, StoryPath, twelve_weeks};
use askelma_diary::id::Id;
use askelma_diary::path::all_paths;
use askelma_diary::record::Kind;
use askelma_diary::summarise::{Choice, HeavyNotes, PathWords, summarise};
use askelma_diary::summary::Visibility;
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
    let profile = |name| Profile { name, begun: now, example: true };
    let story = Story {
        routine: starters::routine(now.day().plus(-83)).into_iter().map(|(_, item)| item).collect(),
        notes: many(t::notes()),
        moments: many(t::moments()),
        path: path(),
    };
    let weeks = twelve_weeks(&story, now, &Here);
    if role == Role::Young {
        let mut change = Change::put(profile_id(), profile(Some(name)));
        change.0.extend(weeks.into_iter().map(|(id, body)| Item::Put { id, body }));
        let _ = store.write_quietly(change).await;
        return;
    }
    // A parent or worker has received the young person's summary; it is made from the same weeks.
    let mut diary = askelma_diary::diary::Diary::default();
    diary.show(&Change(weeks.into_iter().map(|(id, body)| Item::Put { id, body }).collect()));
    let shown = SharePart::ALL.iter().filter(|part| **part != SharePart::Notes);
    let choice = Choice {
        from: now.day().plus(-27),
        to: now.day(),
        parts: shown.map(|part| (*part, Visibility::OnlyYou)).collect(),
        name: name.clone(),
        purpose: words(t::purpose()),
        keep_until: None,
        paths: all_paths(&diary).into_iter().map(|(id, _)| id).collect(),
        path_words: PathWords::GoAlong,
        heavy_notes: HeavyNotes::StayHere,
    };
    let summary = summarise(&diary, &choice, *b"example summary.", now);
    let case = Id::named(Kind::Case, b"example");
    let received = Received { when: now, case, made_at: now, message: encode(&summary) };
    let change = Change::put(profile_id(), profile(None))
        .and_put(case, Case { name, since: now })
        .and_put(Id::named(Kind::Received, &summary.id), received);
    let _ = store.write_quietly(change).await;
}
