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
pub fn summary_for_adult(
    name: Words,
    purpose: Option<Words>,
    weeks: Vec<(Id, Body)>,
    now: Instant,
) -> Summary {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::{Case, MoodEntry, Received};
    use crate::values::Mood;

    fn words(text: &str) -> Words {
        Words::new(text).expect("short").expect("said")
    }

    /// 24.11.2026 at 8.04 in Helsinki.
    fn now() -> Instant {
        Instant::new(1_795_500_240, 120).expect("in range")
    }

    fn id(number: u8) -> Id {
        Id::random([number; 16])
    }

    /// A check-in so many days ago.
    fn mood(days_ago: i64) -> MoodEntry {
        let when = Instant::new(now().unix_s() - days_ago * 86_400, 120).expect("in range");
        MoodEntry::new(when, Mood::new(4).expect("1 to 5"))
    }

    #[test]
    fn a_young_persons_example_is_the_weeks_under_a_name() {
        let change = of_young(words("Aino"), vec![(id(1), mood(0).into())], now());
        let profile = Profile { name: Some(words("Aino")), begun: now(), example: true };
        assert_eq!(change, Change::put(profile_id(), profile).and_put(id(1), mood(0)));
    }

    #[test]
    fn an_adults_example_holds_four_weeks_without_notes() {
        let noted = MoodEntry { note: Some(words("heavy")), ..mood(27) };
        let weeks = vec![(id(1), noted.into()), (id(2), mood(28).into())];
        let summary = summary_for_adult(words("Aino"), None, weeks, now());
        assert_eq!(summary.from.to_string(), "2026-10-28");
        assert_eq!(summary.to.to_string(), "2026-11-24");
        let moods = summary.moods.as_ref().expect("moods are shown");
        assert_eq!((moods.visibility, moods.rows.len()), (Visibility::OnlyYou, 1));
        assert_eq!(summary.notes, None);
        let case = Id::named(Kind::Case, b"example");
        let message = vec![7].into();
        let received = Received { when: now(), case, made_at: now(), message };
        let profile = Profile { name: None, begun: now(), example: true };
        let expected = Change::put(profile_id(), profile)
            .and_put(case, Case { name: words("Aino"), since: now() })
            .and_put(Id::named(Kind::Received, b"example summary."), received);
        assert_eq!(of_adult(&summary, vec![7], now()), expected);
    }
}
