//! What is being chosen to be shared.

use askelma_diary::diary::Diary;
use askelma_diary::entries::SharePart;
use askelma_diary::id::Id;
use askelma_diary::path::paths;
use askelma_diary::sharing::summarise::{Choice, HeavyNotes, PathWords, part_size};
use askelma_diary::sharing::summary::Visibility;
use askelma_diary::time::Day;
use askelma_diary::values::Words;
use leptos::prelude::*;

use crate::pages::drafts::Drafts;
use crate::pages::store;
use crate::text::{app, share as t};

/// The form as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Draft {
    /// How many weeks back.
    pub weeks: RwSignal<u8>,
    /// The chosen parts.
    pub parts: RwSignal<Vec<SharePart>>,
    /// Of these, the ones that may be shown at the meeting.
    pub meeting: RwSignal<Vec<SharePart>>,
    /// The name to show.
    pub name: RwSignal<String>,
    /// With whom, for the own list.
    pub with: RwSignal<String>,
    /// What it is for.
    pub purpose: RwSignal<String>,
    /// The paths that go along with the path's part.
    pub paths: RwSignal<Vec<Id>>,
    /// Whether their own words do.
    pub path_words: RwSignal<PathWords>,
    /// Whether notes that speak of self-harm go along.
    pub heavy_notes: RwSignal<HeavyNotes>,
}

impl Draft {
    /// Everything but notes, four weeks.
    pub fn begin(drafts: &Drafts) -> Self {
        let store = store();
        let name = store.diary.with_untracked(|diary| {
            diary.profile().and_then(|profile| Some(profile.name.as_ref()?.as_str().to_owned()))
        });
        let parts = SharePart::ALL.iter().copied().filter(|part| *part != SharePart::Notes);
        Self {
            weeks: drafts.keep("weeks", 4),
            parts: drafts.keep("parts", parts.collect()),
            meeting: drafts.keep("meeting", Vec::new()),
            name: drafts.keep("name", name.unwrap_or_default()),
            with: drafts.keep("with", String::new()),
            purpose: drafts.keep("purpose", String::new()),
            paths: drafts.keep("paths", store.diary.with_untracked(usual_paths)),
            // What goes along of the heaviest words is said anew each time.
            path_words: RwSignal::new(PathWords::StayHere),
            heavy_notes: RwSignal::new(HeavyNotes::StayHere),
        }
    }

    /// First and last date.
    pub fn dates(self) -> (Day, Day) {
        let to = store().now.get_untracked().day();
        (to.plus(1 - 7 * i32::from(self.weeks.get())), to)
    }

    /// The choice, if it can be shown.
    ///
    /// # Errors
    /// The sentence that says what is missing.
    pub fn choice(self) -> Result<Choice, &'static str> {
        let (from, to) = self.dates();
        let diary = store().diary;
        let paths = self.paths.get();
        let has_content =
            |part| diary.with_untracked(|diary| part_size(diary, part, &paths, from, to) > 0);
        let parts: Vec<_> = self
            .parts
            .get()
            .into_iter()
            .filter(|part| has_content(*part))
            .map(|part| {
                let meeting = self.meeting.get().contains(&part);
                (part, if meeting { Visibility::Meeting } else { Visibility::OnlyYou })
            })
            .collect();
        if parts.is_empty() {
            return Err(t::empty());
        }
        let words = |text: RwSignal<String>| Words::new(&text.get()).map_err(|_| app::too_long());
        let name = words(self.name)?.ok_or(t::name_needed())?;
        Ok(Choice {
            from,
            to,
            parts,
            name,
            purpose: words(self.purpose)?,
            keep_until: None,
            paths,
            path_words: self.path_words.get(),
            heavy_notes: self.heavy_notes.get(),
        })
    }
}

/// The paths that go along unless said otherwise: those that are not put away.
fn usual_paths(diary: &Diary) -> Vec<Id> {
    paths(diary).into_iter().map(|(id, _)| id).collect()
}
