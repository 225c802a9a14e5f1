//! What an example diary is filled with.

use crate::change::{Change, Item};
use crate::diary::{Diary, profile_id};
use crate::entries::{Profile, SharePart};
use crate::id::Id;
use crate::path::all_paths;
use crate::record::{Body, Kind};
use crate::sharing::edit::keep;
use crate::sharing::summarise::{Choice, HeavyNotes, PathWords, summarise};
use crate::sharing::summary::{Summary, Visibility};
use crate::time::Instant;
use crate::values::Words;

/// A young person's own: the weeks of the story, under that name.
pub fn of_young(name: Words, weeks: Vec<(Id, Body)>, now: Instant) -> Change {
    let mut change = profile(Some(name), now);
    change.0.extend(put_all(weeks).0);
    change
}

/// What that young person shows a parent or worker: the last four weeks, and all but the notes.
pub fn shown(name: Words, purpose: Option<Words>, weeks: Vec<(Id, Body)>, now: Instant) -> Summary {
    let mut diary = Diary::default();
    diary.show(&put_all(weeks));
    let parts = SharePart::ALL.iter().filter(|part| **part != SharePart::Notes);
    let choice = Choice {
        from: now.day().plus(-27),
        to: now.day(),
        parts: parts.map(|part| (*part, Visibility::OnlyYou)).collect(),
        name,
        purpose,
        keep_until: None,
        paths: all_paths(&diary).into_iter().map(|(id, _)| id).collect(),
        path_words: PathWords::GoAlong,
        heavy_notes: HeavyNotes::StayHere,
    };
    summarise(&diary, &choice, *b"example summary.", now)
}

/// A parent's or worker's: that summary, received as this message.
pub fn of_adult(summary: &Summary, message: Vec<u8>, now: Instant) -> Change {
    let case = Id::named(Kind::Case, b"example");
    let mut change = profile(None, now);
    change.0.extend(keep(&Diary::default(), case, summary, message, now).0);
    change
}

fn profile(name: Option<Words>, now: Instant) -> Change {
    Change::put(profile_id(), Profile { name, begun: now, example: true })
}

fn put_all(weeks: Vec<(Id, Body)>) -> Change {
    Change(weeks.into_iter().map(|(id, body)| Item::Put { id, body }).collect())
}
