//! The diary page by page: its days, newest first.

use crate::diary::Diary;
use crate::entries::{Moment, MoodEntry, Tick, Try};
use crate::order::middle_of_day;
use crate::school::SchoolRow;
use crate::school::{SchoolDate, SchoolPlan, dates};
use crate::time::{Day, Instant};
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
    let moods = diary.on::<MoodEntry>(day).map(|(_, entry)| (entry.when, entry.note.as_ref()));
    let moments = diary.on::<Moment>(day).map(|(_, moment)| (moment.when, moment.words.as_ref()));
    let tries = diary.on::<Try>(day).map(|(_, entry)| (entry.when, entry.found_out.as_ref()));
    let (check_ins, note) = counted(moods);
    let (moments, moment_words) = counted(moments);
    let (tries, found_out) = counted(tries);
    DaySummary {
        day,
        mood: middle_of_day(diary, day),
        check_ins,
        night_min: diary.night(day).and_then(crate::sleep::row).map(|row| row.lasted_min),
        school: dates(diary, plan, day, day)
            .first()
            .filter(|date| date.logged.is_some())
            .map(SchoolDate::row),
        ticks: diary.on::<Tick>(day).count(),
        moments,
        tries,
        words: moment_words.or(note).or(found_out).cloned(),
    }
}

/// How many there are, and the earliest words among them.
fn counted<'a>(
    entries: impl Iterator<Item = (Instant, Option<&'a Words>)>,
) -> (usize, Option<&'a Words>) {
    let (mut count, mut earliest): (usize, Option<(i64, &Words)>) = (0, None);
    for (when, words) in entries {
        count += 1;
        let when = when.unix_s();
        if let Some(words) = words
            && earliest.is_none_or(|(first, _)| when < first)
        {
            earliest = Some((when, words));
        }
    }
    (count, earliest.map(|(_, words)| words))
}
