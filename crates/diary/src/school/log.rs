//! A school day in detail: by minutes or by lesson, on site, remote or both.

use super::{SchoolPlan, Which, edit::lessons_on};
use crate::entries::{LessonLog, SchoolDay};
use crate::time::Day;
use crate::values::{Minutes, SchoolMode, SchoolTag, Words};

/// What a person says of a school day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolDayInput {
    /// The date.
    pub day: Day,
    /// How it went.
    pub mode: SchoolMode,
    /// Minutes planned, where the day is not told by lesson.
    pub planned_min: Minutes,
    /// Minutes attended, remote ones included, where the day is not told by lesson.
    pub attended_min: Minutes,
    /// Of these, the remote ones of a mixed day, where it is told.
    pub remote_min: Option<Minutes>,
    /// The lessons, where the day is told by them.
    pub lessons: Vec<LessonLog>,
    /// What went with it.
    pub tags: Vec<SchoolTag>,
    /// Note.
    pub note: Option<Words>,
}

/// Why it cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SchoolDayError {
    /// More remote minutes than attended ones.
    #[error("more remote than attended")]
    RemoteOverAttended,
    /// The lessons make more than a day.
    #[error("more than 24 hours")]
    OverADay,
}

impl SchoolDayInput {
    /// The record. Told by lesson, minutes are the lessons' sums and the way follows from them:
    /// remote, mixed or on site; with no lesson attended it stays ill, at home or "not this time"
    /// as chosen.
    ///
    /// # Errors
    /// [`SchoolDayError`]: nothing is to be kept.
    pub fn school_day(&self) -> Result<SchoolDay, SchoolDayError> {
        let plain = SchoolDay {
            tags: self.tags.clone(),
            note: self.note.clone(),
            ..super::school_day(self.day, self.mode, self.planned_min, self.attended_min)
        };
        if !self.lessons.is_empty() && self.mode != SchoolMode::NoSchool {
            return self.by_lesson(plain);
        }
        let remote_min = self.remote_min.filter(|_| self.mode == SchoolMode::Mixed);
        if remote_min.is_some_and(|remote| remote > plain.attended_min) {
            return Err(SchoolDayError::RemoteOverAttended);
        }
        Ok(SchoolDay { remote_min, ..plain })
    }

    fn by_lesson(&self, plain: SchoolDay) -> Result<SchoolDay, SchoolDayError> {
        let capped = self.lessons.iter().map(|lesson| LessonLog {
            attended_min: lesson.attended_min.min(lesson.planned_min),
            ..lesson.clone()
        });
        let lessons: Vec<LessonLog> = capped.collect();
        let sum = |of: fn(&LessonLog) -> u16| {
            let sum: u32 = lessons.iter().map(|lesson| u32::from(of(lesson))).sum();
            u16::try_from(sum).ok().and_then(|sum| Minutes::new(sum).ok())
        };
        let planned_min = sum(|lesson| lesson.planned_min.get());
        let attended_min = sum(|lesson| lesson.attended_min.get());
        let remote = sum(|lesson| if lesson.remote { lesson.attended_min.get() } else { 0 });
        let (Some(planned_min), Some(attended_min), Some(remote)) =
            (planned_min, attended_min, remote)
        else {
            return Err(SchoolDayError::OverADay);
        };
        let mode = match (attended_min.get(), remote.get()) {
            (0, _) => match self.mode {
                SchoolMode::OnSite | SchoolMode::Remote | SchoolMode::Mixed => SchoolMode::NotToday,
                other => other,
            },
            (_, 0) => SchoolMode::OnSite,
            (attended, remote) if attended == remote => SchoolMode::Remote,
            _ => SchoolMode::Mixed,
        };
        let remote_min = (mode == SchoolMode::Mixed).then_some(remote);
        Ok(SchoolDay { mode, planned_min, attended_min, lessons, remote_min, ..plain })
    }
}

/// The lessons of a date as they would be logged before anything is said: none attended.
pub fn lessons_to_log(plan: &SchoolPlan<'_>, day: Day) -> Vec<LessonLog> {
    let Some(table) = plan.timetable(day, Which::Full).filter(|_| !plan.is_off(day)) else {
        return Vec::new();
    };
    lessons_on(&table.lessons, day.weekday())
        .into_iter()
        .map(|lesson| LessonLog {
            name: lesson.name,
            planned_min: lesson.length_min,
            attended_min: Minutes::MIN,
            remote: false,
        })
        .collect()
}
