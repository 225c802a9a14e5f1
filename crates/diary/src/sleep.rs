//! Nights: made from what was typed, and the figures after the Consensus Sleep Diary
//! (Carney et al. 2012).

mod band;
pub mod edit;
mod naps;
mod rhythm;
pub mod usual_night;

pub use band::{Band, age_on, guidance};
pub use naps::{DateOfSleep, night_and_naps};
pub use rhythm::{
    Naps, SleepBar, SleepView, before_school, sleep_bar, sleep_view, social_jetlag_min,
};

use thiserror::Error;

use crate::entries::Night;
pub use crate::statistics::mean;
use crate::statistics::sample_sd;
use crate::time::{Day, Instant, TimeError, Zone, at_clock};
use crate::values::{Minutes, Scale5, Times, Words};

/// One night in figures, as it may be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NightRow {
    /// Calendar date of the final waking.
    pub waking_day: Day,
    /// When sleep was tried, clock minute 0 to 1439.
    pub tried_clock_min: u16,
    /// Minutes that really passed from trying to sleep to the final waking, 1 to 1440.
    pub lasted_min: Minutes,
    /// Minutes to fall asleep.
    pub fall_asleep_min: Option<Minutes>,
    /// Awakenings.
    pub awakenings: Option<Times>,
    /// Minutes awake in the night.
    pub awake_min: Option<Minutes>,
    /// Minutes in bed before trying to sleep.
    pub bed_before_min: Option<Minutes>,
    /// Minutes in bed after the final waking.
    pub bed_after_min: Option<Minutes>,
    /// Quality.
    pub quality: Option<Scale5>,
    /// "Like last time": an estimate.
    pub estimate: bool,
}

/// When the latest earlier night began and ended, in clock minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastTime {
    /// Tried to sleep.
    pub tried_clock: u16,
    /// Final waking.
    pub woke_clock: u16,
}

/// What a person typed of a night: clock minutes 0 to 1439, resolved against the waking date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NightInput {
    /// Calendar date of the final waking.
    pub waking_day: Day,
    /// Into bed.
    pub into_bed_clock: Option<u16>,
    /// Tried to sleep.
    pub tried_clock: u16,
    /// Final waking.
    pub woke_clock: u16,
    /// Out of bed.
    pub out_of_bed_clock: Option<u16>,
    /// Minutes to fall asleep.
    pub fall_asleep_min: Option<Minutes>,
    /// Awakenings.
    pub awakenings: Option<Times>,
    /// Minutes awake in the night.
    pub awake_min: Option<Minutes>,
    /// Quality.
    pub quality: Option<Scale5>,
    /// Naps the day before.
    pub naps_min: Option<Minutes>,
    /// Note.
    pub note: Option<Words>,
    /// "Like last time".
    pub estimate: bool,
}

/// Why a night cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NightError {
    /// Waking and trying to sleep at the same minute, or more than 24 hours apart.
    #[error("no time between trying to sleep and waking")]
    NoTimeBetween,
    /// Falling asleep and lying awake take all of the night or more.
    #[error("nothing of the night is left for sleep")]
    NothingLeft,
    /// Into bed and out of bed lie more than 24 hours apart.
    #[error("more than a day in bed")]
    OverADay,
    /// Not a time of the diary's years.
    #[error(transparent)]
    Time(#[from] TimeError),
}

impl NightInput {
    /// The night, with each clock reading placed around its waking: trying to sleep is the last
    /// such reading before it, into bed the last before that, out of bed the first after it.
    ///
    /// # Errors
    /// [`NightError`] for what cannot be; nothing that was typed is lost by it.
    pub fn night(self, zone: &impl Zone) -> Result<Night, NightError> {
        let woke = at_clock(zone, self.waking_day, self.woke_clock)?;
        let evening_before = self.tried_clock >= self.woke_clock;
        let tried_day = self.waking_day.plus(-i32::from(evening_before));
        let tried = at_clock(zone, tried_day, self.tried_clock)?;
        if self.tried_clock == self.woke_clock {
            return Err(NightError::NoTimeBetween);
        }
        let into_bed = match self.into_bed_clock {
            Some(clock) => {
                let day_before = clock > self.tried_clock;
                Some(at_clock(zone, tried_day.plus(-i32::from(day_before)), clock)?)
            }
            None => None,
        };
        let out_of_bed = match self.out_of_bed_clock {
            Some(clock) => {
                let day_after = clock < self.woke_clock;
                Some(at_clock(zone, self.waking_day.plus(i32::from(day_after)), clock)?)
            }
            None => None,
        };
        let night = Night {
            into_bed,
            tried,
            fall_asleep_min: self.fall_asleep_min,
            awakenings: self.awakenings,
            awake_min: self.awake_min,
            woke,
            out_of_bed,
            quality: self.quality,
            naps_min: self.naps_min,
            note: self.note,
            estimate: self.estimate,
        };
        check(&night)?;
        Ok(night)
    }
}

/// Whether a night can be, whoever wrote it.
///
/// # Errors
/// [`NightError`] for what cannot be.
pub fn check(night: &Night) -> Result<(), NightError> {
    let between = night.woke.minutes_since(night.tried);
    if !(1..=24 * 60).contains(&between) {
        return Err(NightError::NoTimeBetween);
    }
    let awake: i64 = [night.fall_asleep_min, night.awake_min]
        .into_iter()
        .flatten()
        .map(|min| i64::from(min.get()))
        .sum();
    if awake >= between {
        return Err(NightError::NothingLeft);
    }
    let (to_bed, up) =
        (night.into_bed.unwrap_or(night.tried), night.out_of_bed.unwrap_or(night.woke));
    // A reading in the hour that a clock change takes away moves forward, past the next one by less
    // than that hour.
    if night.tried.minutes_since(to_bed) < -60 || up.minutes_since(night.woke) < -60 {
        return Err(NightError::NoTimeBetween);
    }
    let in_bed = up.minutes_since(to_bed);
    if in_bed > 24 * 60 { Err(NightError::OverADay) } else { Ok(()) }
}

/// The night as a summary shows it; `None` when it lasted no minute or over a day, which stored
/// nights do not.
pub fn row(night: &Night) -> Option<NightRow> {
    let span =
        |from: Instant, to: Instant| Minutes::new(u16::try_from(to.minutes_since(from)).ok()?).ok();
    Some(NightRow {
        waking_day: night.woke.calendar_day(),
        tried_clock_min: night.tried.clock_min(),
        lasted_min: span(night.tried, night.woke).filter(|min| min.get() > 0)?,
        fall_asleep_min: night.fall_asleep_min,
        awakenings: night.awakenings,
        awake_min: night.awake_min,
        bed_before_min: night.into_bed.and_then(|bed| span(bed, night.tried)),
        bed_after_min: night.out_of_bed.and_then(|out| span(night.woke, out)),
        quality: night.quality,
        estimate: night.estimate,
    })
}

/// What the clock showed at waking, 0 to 1439. A night's length counts the hour that a clock change
/// gives or takes, so that adding it to the clock alone would be an hour off.
pub fn woke_clock(night: &NightRow, zone: &impl Zone) -> u16 {
    let plain = (night.tried_clock_min + night.lasted_min.get()) % 1440;
    let fits = |woke: &u16| {
        let evening_before = night.tried_clock_min >= *woke;
        let tried_day = night.waking_day.plus(-i32::from(evening_before));
        let tried = at_clock(zone, tried_day, night.tried_clock_min).ok();
        let woken = at_clock(zone, night.waking_day, *woke).ok();
        let lasted = tried.zip(woken).map(|(tried, woken)| woken.minutes_since(tried));
        lasted == Some(i64::from(night.lasted_min.get()))
    };
    [plain, (plain + 1380) % 1440, (plain + 60) % 1440].into_iter().find(fits).unwrap_or(plain)
}

/// Time asleep in minutes: between trying to sleep and waking, less the minutes to fall asleep
/// and awake. Only when all four are known.
pub fn asleep_min(night: &NightRow) -> Option<u16> {
    let awake = night.fall_asleep_min?.get().checked_add(night.awake_min?.get())?;
    night.lasted_min.get().checked_sub(awake).filter(|asleep| *asleep > 0)
}

/// The middle of the night in minutes from the noon before the waking date, on the clock of the
/// evening: 720 is midnight. A sleep that began before the midnight of its waking date counts from
/// that evening, one that began after it (a morning's or a day's sleep too) a day later.
pub fn midpoint_min(night: &NightRow) -> f64 {
    let tried = i32::from(night.tried_clock_min);
    let before_midnight = tried + i32::from(night.lasted_min.get()) >= 1440;
    let from_noon = if before_midnight { tried - 720 } else { tried + 720 };
    f64::from(from_noon) + f64::from(night.lasted_min.get()) / 2.0
}

/// Regularity: the sample standard deviation of the midpoints in minutes, from 5 nights or more.
pub fn regularity_min(nights: &[NightRow]) -> Option<f64> {
    if nights.len() < 5 {
        return None;
    }
    let midpoints: Vec<f64> = nights.iter().map(midpoint_min).collect();
    sample_sd(&midpoints)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn night(tried: u16, lasted: u16) -> NightRow {
        NightRow {
            waking_day: Day::from_ymd(2026, 11, 24).expect("a date"),
            tried_clock_min: tried,
            lasted_min: Minutes::new(lasted).expect("in range"),
            fall_asleep_min: None,
            awakenings: None,
            awake_min: None,
            bed_before_min: None,
            bed_after_min: None,
            quality: None,
            estimate: false,
        }
    }

    #[test]
    fn asleep_needs_all_four() {
        let mut row = night(23 * 60 + 15, 471);
        assert_eq!(asleep_min(&row), None);
        row.fall_asleep_min = Minutes::new(25).ok();
        assert_eq!(asleep_min(&row), None);
        row.awake_min = Minutes::new(6).ok();
        // 7 h 51 less 31 minutes is 7 h 20.
        assert_eq!(asleep_min(&row), Some(440));
    }

    #[test]
    fn the_middle_counts_from_the_noon_before() {
        // 23.00 to 7.00: the middle is 3.00, fifteen hours after noon.
        assert!((midpoint_min(&night(23 * 60, 480)) - 900.0).abs() < 1e-9);
        // 1.00 to 9.00: the middle is 5.00.
        assert!((midpoint_min(&night(60, 480)) - 1020.0).abs() < 1e-9);
        // Slept by day, 13.00 to 21.00 on the waking date: the middle is 17.00, 29 hours after
        // the noon before.
        assert!((midpoint_min(&night(13 * 60, 480)) - 1740.0).abs() < 1e-9);
        // From 11.30 through to 2.00 of the waking date: the middle is 18.45 of the day before.
        assert!((midpoint_min(&night(11 * 60 + 30, 870)) - 405.0).abs() < 1e-9);
    }

    #[test]
    fn regularity_is_the_sample_deviation_of_five_or_more() {
        let nights: Vec<_> =
            [1380, 1390, 1400, 1410, 1420].iter().map(|tried| night(*tried, 480)).collect();
        // Deviations -20 -10 0 10 20: squares 1000, over 4, root of 250.
        assert!((regularity_min(&nights).expect("five nights") - 15.811_388).abs() < 1e-6);
        assert_eq!(regularity_min(&nights[..4]), None);
    }
}
