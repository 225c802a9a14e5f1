//! From the diary to the plain series.

use super::{InsightInput, Pair, PairKind, Series, WINDOW_DAYS};
use crate::diary::Diary;
use crate::entries::{MoodEntry, Night, Tick};
use crate::order::middle_mood;
use crate::routine::RoutineBook;
use crate::sleep::{row, sleep_bar};
use crate::time::Day;
use crate::values::{MoodPlace, PartOfDay};

/// The picture of a routine item that stands for fresh air: the tree, as in the starter routine's
/// "outside for a moment".
pub const FRESH_AIR_PICTURE: u8 = 4;

/// The series of the last 12 weeks up to `today`.
///
/// - Nights: those told, not "like last time", which is an estimate. Their length is the time
///   between trying to sleep and waking for all of them, as it is known of each; bedtime is trying
///   to sleep.
/// - Mood of a night's next day: the middle one (the lower of two middles, as in the mosaic) of the
///   check-ins of the waking date's diary day that were made after waking.
/// - Routine of the next morning: items done or done in part ÷ items due in the morning part of the
///   waking date; only on dates with any tick, as a date without one tells nothing.
/// - Fresh air of a day: a check-in outdoors, or a tick of an item with the fresh-air picture. A day
///   without either counts as one without fresh air only when it says where a check-in was made or
///   has any tick. Its mood is the middle one of the diary day.
pub fn insight_input(diary: &Diary, today: Day) -> InsightInput {
    let book = RoutineBook::read(diary);
    let (mut mood, mut morning, mut air) = (Vec::new(), Vec::new(), Vec::new());
    for day in diary.days_between(today.plus(1 - WINDOW_DAYS), today) {
        if let Some(night) = diary.night(day).filter(|night| !night.estimate) {
            let slept = row(night).map(|row| f64::from(row.lasted_min.get()));
            mood.extend(pair(day, slept, mood_after(diary, day, night)));
            let bedtime = f64::from(sleep_bar(night).start_min);
            morning.extend(pair(day, Some(bedtime), morning_share(diary, &book, day)));
        }
        let felt = middle(diary, day, |_| true);
        air.extend(pair(day, fresh_air(diary, &book, day), felt));
    }
    let series = [
        (PairKind::SleepAndMood, mood),
        (PairKind::BedtimeAndMorning, morning),
        (PairKind::FreshAirAndMood, air),
    ];
    let series = series.into_iter().map(|(kind, pairs)| Series { kind, pairs });
    InsightInput { today, series: series.collect() }
}

fn pair(day: Day, x: Option<f64>, y: Option<f64>) -> Option<Pair> {
    Some(Pair { day, x: x?, y: y? })
}

fn middle(diary: &Diary, day: Day, counts: impl Fn(&MoodEntry) -> bool) -> Option<f64> {
    let moods =
        diary.on::<MoodEntry>(day).filter(|(_, entry)| counts(entry)).map(|(_, entry)| entry.mood);
    Some(f64::from(middle_mood(moods)?.get()))
}

fn mood_after(diary: &Diary, day: Day, night: &Night) -> Option<f64> {
    middle(diary, day, |entry| entry.when >= night.woke)
}

fn morning_share(diary: &Diary, book: &RoutineBook<'_>, day: Day) -> Option<f64> {
    diary.on::<Tick>(day).next()?;
    let (mut due, mut done) = (0_u32, 0_u32);
    for item in book.items(day).filter(|item| item.part == PartOfDay::Morning) {
        due += 1;
        done += u32::from(diary.on::<Tick>(day).any(|(_, tick)| tick.item == item.item));
    }
    (due > 0).then(|| f64::from(done) / f64::from(due))
}

fn fresh_air(diary: &Diary, book: &RoutineBook<'_>, day: Day) -> Option<f64> {
    let place = |place| diary.on::<MoodEntry>(day).any(|(_, entry)| entry.place == Some(place));
    let mut items = book.items(day).filter(|item| item.icon == FRESH_AIR_PICTURE);
    let ticked = items.any(|item| diary.on::<Tick>(day).any(|(_, tick)| tick.item == item.item));
    if ticked || place(MoodPlace::Outdoors) {
        return Some(1.0);
    }
    let place_recorded = diary.on::<MoodEntry>(day).any(|(_, entry)| entry.place.is_some());
    (place_recorded || diary.on::<Tick>(day).next().is_some()).then_some(0.0)
}
