//! The device's clock.

use askelma_diary::time::{Instant, TimeError, Zone};
use chrono::{Datelike, NaiveDateTime, Timelike};

/// Milliseconds since 1970-01-01 UTC.
pub fn now_ms() -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive date")]
    let ms = js_sys::Date::now().max(0.0) as u64;
    ms
}

/// Now, with the offset in force here.
pub fn now() -> Instant {
    instant(&js_sys::Date::new_0()).unwrap_or(Instant::EPOCH)
}

/// The clock rules of this device, as the browser knows them. `Date` resolves a reading that
/// happens twice to the first, and moves one that does not exist forward (ECMA-262, `LocalTime`).
#[derive(Debug, Clone, Copy)]
pub struct Here;

impl Zone for Here {
    fn instant(&self, local: NaiveDateTime) -> Result<Instant, TimeError> {
        let date = js_sys::Date::new_with_year_month_day_hr_min_sec(
            u32::try_from(local.year()).map_err(|_| TimeError::OutOfRange)?,
            i32::try_from(local.month0()).unwrap_or_default(),
            i32::try_from(local.day()).unwrap_or_default(),
            i32::try_from(local.hour()).unwrap_or_default(),
            i32::try_from(local.minute()).unwrap_or_default(),
            i32::try_from(local.second()).unwrap_or_default(),
        );
        instant(&date)
    }
}

fn instant(date: &js_sys::Date) -> Result<Instant, TimeError> {
    #[expect(clippy::cast_possible_truncation, reason = "a date fits")]
    let (unix_s, offset_min) =
        ((date.get_time() / 1_000.0) as i64, -date.get_timezone_offset() as i16);
    Instant::new(unix_s, offset_min)
}
