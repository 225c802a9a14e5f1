//! From a diary and a choice to the summary that is shown to somebody.

use crate::diary::Diary;
use crate::entries::SharePart;
use crate::summary::{MomentRow, MoodRow, NoteRow, Part, Summary, Visibility};
use crate::time::{Day, Instant};
use crate::values::Words;
use crate::{routine, school, sleep};

/// What the young person chose to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// First date.
    pub from: Day,
    /// Last date.
    pub to: Day,
    /// The chosen parts and what the receiver may do with each.
    pub parts: Vec<(SharePart, Visibility)>,
    /// Name to show.
    pub name: Words,
    /// What it is for.
    pub purpose: Option<Words>,
    /// Until when it may be kept.
    pub keep_until: Option<Day>,
}

/// How many rows a part would carry.
pub fn part_size(diary: &Diary, part: SharePart, from: Day, to: Day) -> usize {
    match part {
        SharePart::Moments => moments(diary, from, to).len(),
        SharePart::Mood => moods(diary, from, to).len(),
        SharePart::Notes => notes(diary, from, to).len(),
        SharePart::Sleep => nights(diary, from, to).len(),
        SharePart::Routine => routine::rows(diary, from, to).len(),
        SharePart::School => {
            school::rows(diary, from, to).iter().filter(|row| row.logged.is_some()).count()
        }
    }
}

/// The summary of a choice. `id` is 16 fresh random bytes. Parts without a row are left out.
pub fn summarise(diary: &Diary, choice: &Choice, id: [u8; 16], made_at: Instant) -> Summary {
    let Choice { from, to, .. } = *choice;
    let visibility = |part| {
        choice.parts.iter().find(|(chosen, _)| *chosen == part).map(|(_, visibility)| *visibility)
    };
    Summary {
        id,
        made_at,
        from,
        to,
        name: choice.name.clone(),
        purpose: choice.purpose.clone(),
        keep_until: choice.keep_until,
        moods: part(visibility(SharePart::Mood), || moods(diary, from, to)),
        notes: part(visibility(SharePart::Notes), || notes(diary, from, to)),
        nights: part(visibility(SharePart::Sleep), || nights(diary, from, to)),
        routine: part(visibility(SharePart::Routine), || routine::rows(diary, from, to)),
        school: part(visibility(SharePart::School), || {
            let rows = school::rows(diary, from, to);
            if rows.iter().any(|row| row.logged.is_some()) { rows } else { Vec::new() }
        }),
        moments: part(visibility(SharePart::Moments), || moments(diary, from, to)),
    }
}

fn part<T>(visibility: Option<Visibility>, rows: impl FnOnce() -> Vec<T>) -> Option<Part<T>> {
    let visibility = visibility?;
    let rows = rows();
    (!rows.is_empty()).then_some(Part { rows, visibility })
}

fn moods(diary: &Diary, from: Day, to: Day) -> Vec<MoodRow> {
    let mut rows: Vec<_> = diary
        .days_between(from, to)
        .flat_map(|day| diary.moods(day))
        .map(|(_, entry)| {
            let mut feelings = entry.feelings.clone();
            feelings.sort_unstable();
            feelings.dedup();
            let mut body = entry.body.clone();
            body.sort_unstable();
            body.dedup();
            let row = MoodRow {
                day: entry.when.day(),
                clock_min: entry.when.clock_min(),
                mood: entry.mood,
                energy: entry.energy,
                worry: entry.worry,
                feelings,
                body,
            };
            (entry.when, row)
        })
        .collect();
    rows.sort_by_key(|(when, _)| *when);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn notes(diary: &Diary, from: Day, to: Day) -> Vec<NoteRow> {
    let mut rows: Vec<_> = diary
        .days_between(from, to)
        .flat_map(|day| diary.moods(day))
        .filter_map(|(_, entry)| {
            let (day, clock_min) = (entry.when.day(), entry.when.clock_min());
            Some((entry.when, NoteRow { day, clock_min, note: entry.note.clone()? }))
        })
        .collect();
    rows.sort_by_key(|(when, _)| *when);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn nights(diary: &Diary, from: Day, to: Day) -> Vec<crate::summary::NightRow> {
    diary
        .days_between(from, to)
        .filter_map(|day| sleep::row(diary.night(day)?))
        .collect()
}

fn moments(diary: &Diary, from: Day, to: Day) -> Vec<MomentRow> {
    let mut rows: Vec<_> = diary
        .days_between(from, to)
        .flat_map(|day| diary.moments(day))
        .map(|(_, moment)| {
            let mut strengths = moment.strengths.clone();
            strengths.sort_unstable();
            strengths.dedup();
            let row = MomentRow {
                day: moment.day,
                strengths,
                own_strengths: moment.own_strengths.clone(),
                words: moment.words.clone(),
                gift_from: moment.gift_from.clone(),
            };
            ((moment.day, moment.when), row)
        })
        .collect();
    rows.sort_by_key(|(when, _)| *when);
    rows.into_iter().map(|(_, row)| row).collect()
}
