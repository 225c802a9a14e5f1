//! Days, instants and the hour at which a day turns.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use thiserror::Error;

/// The minute of the local clock at which a day turns, 4:00: a mood at 00:30 belongs to the evening
/// before.
pub const DAY_TURNS_AT_MIN: u16 = 240;

/// A date or an instant that cannot be in a diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TimeError {
    /// The date lies outside 1900-01-01 to 2199-12-31.
    #[error("the date lies outside 1900 to 2199")]
    OutOfRange,
    /// The text or the numbers do not name a date or time.
    #[error("not a date or time")]
    NotATime,
}

/// A calendar date of the diary, 1900-01-01 to 2199-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The date, if it lies within 1900 to 2199.
    ///
    /// # Errors
    /// [`TimeError::OutOfRange`] for any other year.
    pub fn new(date: NaiveDate) -> Result<Self, TimeError> {
        if (1900..=2199).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(TimeError::OutOfRange)
        }
    }

    /// The date from year, month (1-12) and day (1-31).
    ///
    /// # Errors
    /// [`TimeError`] when there is no such date or it is out of range.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, TimeError> {
        Self::new(NaiveDate::from_ymd_opt(year, month, day).ok_or(TimeError::NotATime)?)
    }

    /// Reads `2026-11-24`.
    ///
    /// # Errors
    /// [`TimeError`] when the text is no such date or it is out of range.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let mut parts = text.splitn(3, '-');
        let mut next = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)?.parse::<u32>().ok()
        };
        let (year, month, day) = (next(4), next(2), next(2));
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) => Self::from_ymd(year.cast_signed(), month, day),
            _ => Err(TimeError::NotATime),
        }
    }

    /// Days since 1970-01-01; negative before it.
    pub fn number(self) -> i32 {
        self.0.to_epoch_days()
    }

    /// The date that many days after 1970-01-01.
    ///
    /// # Errors
    /// [`TimeError::OutOfRange`] outside 1900 to 2199.
    pub fn from_number(number: i32) -> Result<Self, TimeError> {
        Self::new(NaiveDate::from_epoch_days(number).ok_or(TimeError::OutOfRange)?)
    }

    /// The calendar date.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Year, month 1-12 and day 1-31.
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().num_days_from_monday()).unwrap_or_default()
    }

    /// The date so many days later (earlier when negative), held within the range.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days)).unwrap_or(self)
    }

    /// How many days this lies after `earlier`; negative when it lies before.
    pub fn since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// The Monday of this date's week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(-i32::from(self.weekday()))
    }

    /// The first date of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The first date of the month after, held within the range.
    #[must_use]
    pub fn first_of_next_month(self) -> Self {
        // Every month's first and 31 days lie in the next one.
        self.first_of_month().plus(31).first_of_month()
    }

    /// Every date from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (self.number()..=last.number()).filter_map(|number| Self::from_number(number).ok())
    }
}

impl std::fmt::Display for Day {
    /// `2026-11-24`, as [`Day::parse`] reads it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A moment as it was on the clock there and then: local date-time with its UTC offset.
///
/// Its day comes from that offset, so travel never moves an old entry. Whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    unix_s: i64,
    offset_min: i16,
}

impl Instant {
    /// 1970-01-01 00:00 UTC, where a clock says nothing sensible.
    pub const EPOCH: Self = Self { unix_s: 0, offset_min: 0 };

    /// From seconds since 1970-01-01 UTC and minutes east of UTC (-900 to 900).
    ///
    /// # Errors
    /// [`TimeError::OutOfRange`] when the offset or the local date is out of range.
    pub fn new(unix_s: i64, offset_min: i16) -> Result<Self, TimeError> {
        // Some 317 years around 1970: far beyond the diary's years, far within the calendar's.
        if !(-900..=900).contains(&offset_min) || unix_s.unsigned_abs() > 10_000_000_000 {
            return Err(TimeError::OutOfRange);
        }
        let instant = Self { unix_s, offset_min };
        let local = instant.local_checked().ok_or(TimeError::OutOfRange)?;
        Day::new(local.date())?;
        // The diary day may be the date before: it must exist as well.
        Day::new(local.date() - Duration::days(1))?;
        Ok(instant)
    }

    /// From a local clock reading and the offset that was in force there.
    ///
    /// # Errors
    /// As [`Instant::new`].
    pub fn from_local(local: NaiveDateTime, offset_min: i16) -> Result<Self, TimeError> {
        Self::new(local.and_utc().timestamp() - i64::from(offset_min) * 60, offset_min)
    }

    /// Seconds since 1970-01-01 UTC.
    pub fn unix_s(self) -> i64 {
        self.unix_s
    }

    /// Minutes east of UTC.
    pub fn offset_min(self) -> i16 {
        self.offset_min
    }

    fn local_checked(self) -> Option<NaiveDateTime> {
        let offset = FixedOffset::east_opt(i32::from(self.offset_min) * 60)?;
        Some(DateTime::from_timestamp(self.unix_s, 0)?.with_timezone(&offset).naive_local())
    }

    /// What the clock on the wall said.
    pub fn local(self) -> NaiveDateTime {
        self.local_checked().unwrap_or_default()
    }

    /// The calendar date on the wall, whatever the hour. A night belongs to this date of its
    /// final waking.
    pub fn calendar_day(self) -> Day {
        Day(self.local().date())
    }

    /// The diary's day, which turns at 04:00.
    pub fn day(self) -> Day {
        Day((self.local() - Duration::minutes(i64::from(DAY_TURNS_AT_MIN))).date())
    }

    /// Minutes since midnight on the wall, 0 to 1439.
    pub fn clock_min(self) -> u16 {
        let local = self.local();
        u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default()
    }

    /// Whole minutes that really passed since `earlier`; negative when it is later.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.unix_s - earlier.unix_s).div_euclid(60)
    }
}

/// When something is entered for a day: now on the day itself, noon on another.
pub fn entered_at(zone: &impl Zone, day: Day, now: Instant) -> Instant {
    if now.day() == day { now } else { within_day(zone, day, 12 * 60).unwrap_or(now) }
}

/// The night that is "last night" now: the calendar date of its waking. Before 04:00 that is the
/// night which ended yesterday.
pub fn last_night(now: Instant) -> Day {
    now.day()
}

/// The clock rules of a place: what instant a reading on the wall is.
pub trait Zone {
    /// A reading that happens twice is the first of the two; one that does not exist moves
    /// forward by the length of the gap.
    ///
    /// # Errors
    /// [`TimeError::OutOfRange`] outside the diary's years.
    fn instant(&self, local: NaiveDateTime) -> Result<Instant, TimeError>;
}

/// The instant of a clock minute (0 to 1439) on a calendar date.
///
/// # Errors
/// As [`Zone::instant`].
pub fn at_clock(zone: &impl Zone, date: Day, clock_min: u16) -> Result<Instant, TimeError> {
    let midnight = date.date().and_hms_opt(0, 0, 0).ok_or(TimeError::NotATime)?;
    zone.instant(midnight + Duration::minutes(i64::from(clock_min)))
}

/// The instant of a clock minute within a diary day: before 04:00 it lies on the next date.
///
/// # Errors
/// As [`Zone::instant`].
pub fn within_day(zone: &impl Zone, day: Day, clock_min: u16) -> Result<Instant, TimeError> {
    let small_hours = clock_min < DAY_TURNS_AT_MIN;
    at_clock(zone, if small_hours { day.plus(1) } else { day }, clock_min)
}
