//! The diary page by page: its days, newest first.

use crate::diary::Diary;
use crate::entries::{Moment, MoodEntry};
use crate::order::middle_mood;
use crate::record::Body;
use crate::school::{SchoolDate, SchoolPlan, dates};
use crate::summary::SchoolRow;
use crate::time::Day;
use crate::values::{Minutes, Mood, Words};

/// What stands of one day in a list of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySummary {
    /// The date.
    pub day: Day,
    /// The middle of its check-ins, the lower of two middles.
    pub mood: Option<Mood>,
    /// How many check-ins.
    pub check_ins: usize,
    /// Minutes from trying to sleep to waking of the night that ended on it.
    pub night_min: Option<Minutes>,
    /// The school day, where one was logged.
    pub school: Option<SchoolRow>,
    /// Routine items ticked.
    pub ticks: usize,
    /// Good moments.
    pub moments: usize,
    /// Tries, one that goes on among them.
    pub tries: usize,
    /// The first words of the day that there are: a good moment's, a check-in's note, or what was
    /// found out in a try.
    pub words: Option<Words>,
}

/// The latest `count` days with a record, before `before` or from the newest on. The last one's
/// date is the next page's `before`.
pub fn diary_days(diary: &Diary, before: Option<Day>, count: usize) -> Vec<DaySummary> {
    let plan = SchoolPlan::read(diary);
    diary
        .days()
        .filter(|day| before.is_none_or(|before| *day < before))
        .take(count)
        .map(|day| summary(diary, &plan, day))
        .collect()
}

fn summary<'a>(diary: &'a Diary, plan: &SchoolPlan<'a>, day: Day) -> DaySummary {
    let mut sum = DaySummary {
        day,
        mood: middle_mood(diary.on::<MoodEntry>(day).map(|(_, entry)| entry.mood)),
        check_ins: 0,
        night_min: diary.night(day).and_then(crate::sleep::row).map(|row| row.lasted_min),
        school: dates(diary, plan, day, day)
            .first()
            .filter(|date| date.logged.is_some())
            .map(SchoolDate::row),
        ticks: 0,
        moments: 0,
        tries: 0,
        words: None,
    };
    let (mut note, mut found_out) = (None, None);
    for (_, body) in diary.of_day(day) {
        match body {
            Body::Mood(entry) => {
                sum.check_ins += 1;
                note = earlier(note, entry.when.unix_s(), entry.note.as_ref());
            }
            Body::Tick(_) => sum.ticks += 1,
            Body::Moment(_) => sum.moments += 1,
            Body::Try(it) => {
                sum.tries += 1;
                found_out = earlier(found_out, it.when.unix_s(), it.found_out.as_ref());
            }
            _ => {}
        }
    }
    let mut told = None;
    for (_, moment) in diary.on::<Moment>(day) {
        told = earlier(told, moment.when.unix_s(), moment.words.as_ref());
    }
    sum.words = told.or(note).or(found_out).map(|(_, words)| words.clone());
    sum
}

/// The earlier one of what was found so far and these words.
fn earlier<'a>(
    found: Option<(i64, &'a Words)>,
    when: i64,
    words: Option<&'a Words>,
) -> Option<(i64, &'a Words)> {
    match (found, words) {
        (Some((first, _)), Some(words)) if when < first => Some((when, words)),
        (None, Some(words)) => Some((when, words)),
        _ => found,
    }
}
