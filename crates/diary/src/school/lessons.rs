//! Time at school by lesson.

use super::plan::{SchoolDate, SchoolPlan, Which};
use crate::entries::Lesson;
use crate::order::by_number;
use crate::values::{Minutes, SchoolMode, Words};

/// The length of a lesson where nobody told it, in minutes: the least by the Finnish decree on
/// basic education (852/1998, 3 §).
const LESSON_MIN: u32 = 45;

/// The figures of one lesson, over the dates that say it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LessonFigures {
    /// Its name as it was written last; `None` for lessons without one, all together.
    pub name: Option<Words>,
    /// How many of them there were.
    pub lessons: u32,
    /// How many were attended, in whole or in part.
    pub attended: u32,
    /// Minutes of all of them.
    pub planned_min: u32,
    /// Minutes attended, of each lesson at most its length.
    pub attended_min: u32,
    /// Of these, remote ones.
    pub remote_min: u32,
}

/// The figures of each lesson, most frequent first. A day counts that was logged by lesson; a day
/// that was attended whole or not at all counts by the lessons of its date's timetable; a day
/// attended in part says nothing of its lessons. Names differing in case alone are one lesson.
pub fn by_lesson(plan: &SchoolPlan<'_>, dates: &[SchoolDate<'_>]) -> Vec<LessonFigures> {
    let mut all: Vec<(String, LessonFigures)> = Vec::new();
    let mut add = |name: Option<&Words>, length: Minutes, attended: Minutes, remote: bool| {
        let key = name.map(Words::folded).unwrap_or_default();
        let place = all.iter().position(|(other_key, _)| *other_key == key).unwrap_or_else(|| {
            all.push((key, LessonFigures::default()));
            all.len() - 1
        });
        let Some((_, sum)) = all.get_mut(place) else { return };
        let attended = attended.min(length);
        sum.name = name.cloned();
        sum.lessons += 1;
        sum.attended += u32::from(attended > Minutes::MIN);
        sum.planned_min += u32::from(length.get());
        sum.attended_min += u32::from(attended.get());
        sum.remote_min += if remote { u32::from(attended.get()) } else { 0 };
    };
    for date in dates.iter().filter(|date| date.is_school()) {
        let Some(logged) = date.logged else { continue };
        for lesson in &logged.lessons {
            add(lesson.name.as_ref(), lesson.planned_min, lesson.attended_min, lesson.remote);
        }
        let whole = logged.attended_min >= date.planned_min;
        let none = logged.attended_min == Minutes::MIN;
        if logged.lessons.is_empty() && (whole || none) {
            for lesson in lessons_of(plan, date) {
                let attended = if whole { lesson.length_min } else { Minutes::MIN };
                let remote = logged.mode == SchoolMode::Remote;
                add(lesson.name.as_ref(), lesson.length_min, attended, remote);
            }
        }
    }
    let mut all: Vec<LessonFigures> = all.into_iter().map(|(_, sum)| sum).collect();
    by_number(&mut all, |sum| -i64::from(sum.lessons));
    all
}

/// The lessons that the timetable of a date tells.
fn lessons_of<'a>(
    plan: &SchoolPlan<'a>,
    date: &SchoolDate<'_>,
) -> impl Iterator<Item = &'a Lesson> {
    let weekday = date.day.weekday();
    let table = plan.timetable(date.day, Which::Full);
    table
        .into_iter()
        .flat_map(|table| &table.lessons)
        .filter(move |lesson| lesson.weekday == weekday)
}

/// Lessons of a date that were not attended: of a day logged by lesson those without a minute
/// attended; otherwise the minutes not attended, as many whole lessons as they hold, by the mean
/// length of the date's lessons or 45 minutes where they are not told. None of a day without a
/// record.
pub fn lessons_away(plan: &SchoolPlan<'_>, date: &SchoolDate<'_>) -> u32 {
    let Some(logged) = date.logged.filter(|_| date.is_school()) else { return 0 };
    if !logged.lessons.is_empty() {
        let away = logged.lessons.iter().filter(|lesson| lesson.attended_min == Minutes::MIN);
        return u32::try_from(away.count()).unwrap_or(u32::MAX);
    }
    let attended = logged.attended_min.min(date.planned_min).get();
    let away = u32::from(date.planned_min.get() - attended);
    let (mut lessons, mut minutes) = (0, 0);
    for lesson in lessons_of(plan, date) {
        lessons += 1;
        minutes += u32::from(lesson.length_min.get());
    }
    // away ÷ (minutes ÷ lessons), in whole numbers.
    (away * lessons).checked_div(minutes).unwrap_or(away / LESSON_MIN)
}
