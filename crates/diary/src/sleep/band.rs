//! How much sleep is recommended at an age: a soft band, without a verdict.

use crate::entries::Choices;
use crate::time::Day;

/// A recommended range of hours of sleep in 24 hours, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// From.
    pub from_min: u16,
    /// To.
    pub to_min: u16,
}

/// The band of an age in whole years: 6 to 12 years 9 to 12 hours, 13 to 18 years 8 to 10 hours;
/// `None` outside. Source: Paruthi et al., Recommended amount of sleep for pediatric populations,
/// consensus statement of the American Academy of Sleep Medicine, 2016.
pub fn guidance(age: u8) -> Option<Band> {
    match age {
        6..=12 => Some(Band { from_min: 9 * 60, to_min: 12 * 60 }),
        13..=18 => Some(Band { from_min: 8 * 60, to_min: 10 * 60 }),
        _ => None,
    }
}

/// The age on a date in whole years: the age that was told and one more for each full year since.
/// It may lag a birthday by some months, never lead it. `None` where no age was told.
pub fn age_on(choices: &Choices, day: Day) -> Option<u8> {
    let age = choices.age?;
    let Some(told_on) = choices.age_on else { return Some(age) };
    let ((told_year, told_month, told_day), (year, month, date)) = (told_on.ymd(), day.ymd());
    let not_yet = i32::from((month, date) < (told_month, told_day));
    let years = u8::try_from((year - told_year - not_yet).max(0)).unwrap_or(u8::MAX);
    Some(age.saturating_add(years))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_by_age() {
        let hours = |age| guidance(age).map(|band| (band.from_min / 60, band.to_min / 60));
        assert_eq!(hours(5), None);
        assert_eq!([hours(6), hours(12)], [Some((9, 12)); 2]);
        assert_eq!([hours(13), hours(18)], [Some((8, 10)); 2]);
        assert_eq!(hours(19), None);
    }

    #[test]
    fn a_full_year_makes_older() {
        let told_on = Day::parse("2026-03-15").expect("a date");
        let choices = Choices { age: Some(12), age_on: Some(told_on), ..Choices::default() };
        let age = |date: &str| age_on(&choices, Day::parse(date).expect("a date"));
        assert_eq!(age("2026-11-24"), Some(12));
        assert_eq!(age("2027-03-14"), Some(12));
        assert_eq!(age("2027-03-15"), Some(13));
        assert_eq!(age("2029-01-01"), Some(14));
        // A clock that was set back takes no years off.
        assert_eq!(age("2025-01-01"), Some(12));
        assert_eq!(age_on(&Choices::default(), told_on), None);
    }
}
