//! The figures of some weeks of sleep, and what is drawn of them.

use super::{Band, age_on, asleep_min, guidance, mean, midpoint_min, regularity_min, row};
use crate::diary::Diary;
use crate::entries::Night;
use crate::school::SchoolPlan;
use crate::sleep::NightRow;
use crate::time::{Day, Instant};
use crate::values::{Minutes, SchoolMode};

/// The fewest nights before school days, and before free ones, for a social jetlag.
const LEAST_EACH: usize = 3;

/// Whether a night with that waking date is one before a planned school day; `None` where nobody
/// has told a timetable. A day logged as "no school" is free.
pub fn before_school(diary: &Diary, plan: &SchoolPlan<'_>, waking_day: Day) -> Option<bool> {
    let planned = plan.planned_min(waking_day)? > Minutes::MIN;
    let logged = diary.school_day(waking_day);
    Some(planned && logged.is_none_or(|day| day.mode != SchoolMode::NoSchool))
}

/// Social jetlag in minutes: how far the mean midpoint of the nights before free days lies from
/// that of the nights before planned school days (after Wittmann et al. 2006). `None` below 3
/// nights of each. Nights of which `before_school` knows nothing are left out.
pub fn social_jetlag_min(
    nights: &[NightRow],
    before_school: impl Fn(Day) -> Option<bool>,
) -> Option<f64> {
    let (mut school, mut free) = (Vec::new(), Vec::new());
    for night in nights {
        match before_school(night.waking_day) {
            Some(true) => school.push(midpoint_min(night)),
            Some(false) => free.push(midpoint_min(night)),
            None => {}
        }
    }
    if school.len() < LEAST_EACH || free.len() < LEAST_EACH {
        return None;
    }
    Some((mean(&free)? - mean(&school)?).abs())
}

/// One night as a bar on the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SleepBar {
    /// Waking date.
    pub day: Day,
    /// Trying to sleep, in minutes from the noon before the waking date: 720 is midnight. Negative
    /// when it was before that noon.
    pub start_min: i32,
    /// Final waking, likewise.
    pub end_min: i32,
    /// "Like last time": an estimate.
    pub estimate: bool,
}

/// The bar of a night: both ends as the clock on the wall read them, so that a waking at 7.00 is
/// at 7.00 in the night of a clock change too. After a journey across time zones, where the two
/// readings do not belong to one clock, the bar has the length that the night really lasted, from
/// its beginning.
pub fn sleep_bar(night: &Night) -> SleepBar {
    let day = night.woke.calendar_day();
    let noon = day.plus(-1).date().and_hms_opt(12, 0, 0).unwrap_or_default();
    let clock = |at: Instant| i32::try_from((at.local() - noon).num_minutes()).unwrap_or_default();
    let (start_min, by_clock) = (clock(night.tried), clock(night.woke));
    let lasted = i32::try_from(night.woke.minutes_since(night.tried)).unwrap_or_default();
    let one_clock = (by_clock - start_min - lasted).abs() <= 60 && by_clock > start_min;
    let end_min = if one_clock { by_clock } else { start_min + lasted };
    SleepBar { day, start_min, end_min, estimate: night.estimate }
}

/// Naps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Naps {
    /// Nights that say whether there was a nap on the day before.
    pub answered: usize,
    /// Of these, days with a nap.
    pub days: usize,
    /// Mean minutes of a day with a nap.
    pub mean_min: f64,
}

/// Sleep over some dates.
#[derive(Debug, Clone, PartialEq)]
pub struct SleepView {
    /// The nights, oldest first.
    pub rows: Vec<NightRow>,
    /// Their bars.
    pub bars: Vec<SleepBar>,
    /// Mean minutes from trying to sleep to waking: never called asleep.
    pub between_min: Option<f64>,
    /// Mean minutes asleep, over the nights in which all four parts are known.
    pub asleep_min: Option<f64>,
    /// How many nights these are.
    pub asleep_nights: usize,
    /// Deviation of the middle of the night in minutes, from 5 nights or more.
    pub regularity_min: Option<f64>,
    /// Social jetlag in minutes.
    pub social_jetlag_min: Option<f64>,
    /// Naps; `None` without one.
    pub naps: Option<Naps>,
    /// Nights that are an estimate.
    pub estimates: usize,
    /// The soft band of the age, when it is known.
    pub band: Option<Band>,
}

/// Reads the nights with waking dates from `from` to `to`, and the band of the age on `to`.
pub fn sleep_view(diary: &Diary, from: Day, to: Day) -> SleepView {
    let plan = SchoolPlan::read(diary);
    let (mut rows, mut bars) = (Vec::new(), Vec::new());
    let (mut answered, mut naps) = (0, Vec::new());
    for day in diary.days_between(from, to) {
        let Some(night) = diary.night(day) else { continue };
        let Some(row) = row(night) else { continue };
        rows.push(row);
        bars.push(sleep_bar(night));
        answered += usize::from(night.naps_min.is_some());
        let napped = night.naps_min.filter(|min| *min > Minutes::MIN);
        naps.extend(napped.map(|min| f64::from(min.get())));
    }
    let between: Vec<f64> = rows.iter().map(|row| f64::from(row.lasted_min.get())).collect();
    let asleep: Vec<f64> = rows.iter().filter_map(asleep_min).map(f64::from).collect();
    SleepView {
        between_min: mean(&between),
        asleep_min: mean(&asleep),
        asleep_nights: asleep.len(),
        regularity_min: regularity_min(&rows),
        social_jetlag_min: social_jetlag_min(&rows, |day| before_school(diary, &plan, day)),
        naps: mean(&naps).map(|mean_min| Naps { answered, days: naps.len(), mean_min }),
        estimates: rows.iter().filter(|row| row.estimate).count(),
        band: age_on(&diary.choices(), to).and_then(guidance),
        rows,
        bars,
    }
}
