//! Several sleeps of one date: the longest is the night, the others are naps.

use std::collections::BTreeMap;

use crate::time::{Day, Instant};
use crate::values::Minutes;

/// The sleeps with one waking date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateOfSleep {
    /// The calendar date of the final waking.
    pub date: Day,
    /// The night: the longest sleep, the earliest of equally long ones. From trying to sleep to
    /// waking.
    pub night: (Instant, Instant),
    /// Minutes of the others together, at most a day.
    pub naps_min: Minutes,
}

/// Sleeps, each from trying to sleep to waking, by the calendar date of their waking, whatever the
/// hour. One that ends no later than it began is left out.
pub fn night_and_naps(sleeps: &[(Instant, Instant)]) -> Vec<DateOfSleep> {
    let mut dates: BTreeMap<Day, Vec<(Instant, Instant)>> = BTreeMap::new();
    for sleep in sleeps.iter().filter(|(tried, woke)| woke > tried) {
        dates.entry(sleep.1.calendar_day()).or_default().push(*sleep);
    }
    let lasted = |sleep: &(Instant, Instant)| sleep.1.minutes_since(sleep.0);
    let date = |(date, sleeps): (Day, Vec<(Instant, Instant)>)| {
        let night =
            sleeps.iter().max_by_key(|sleep| (lasted(sleep), -sleep.0.unix_s())).copied()?;
        let naps = sleeps.iter().map(lasted).sum::<i64>() - lasted(&night);
        let naps = u16::try_from(naps).unwrap_or(u16::MAX).min(Minutes::MAX.get());
        Some(DateOfSleep { date, night, naps_min: Minutes::new(naps).ok()? })
    };
    dates.into_iter().filter_map(date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minutes since 24.11.2026 00.00 in Helsinki.
    fn at(minutes: i64) -> Instant {
        Instant::new(1_795_471_200 + minutes * 60, 120).expect("in range")
    }

    #[test]
    fn the_longest_is_the_night_whatever_the_hour() {
        let date = Day::parse("2026-11-24").expect("a date");
        assert_eq!((at(0).calendar_day(), at(0).clock_min()), (date, 0));
        // From 23.00 to 2.30, from 4.00 to 13.00, from 17.00 to 18.15.
        let sleeps = [(at(-60), at(150)), (at(240), at(780)), (at(1020), at(1095))];
        let expected = DateOfSleep {
            date,
            night: sleeps[1],
            naps_min: Minutes::new(210 + 75).expect("in range"),
        };
        assert_eq!(night_and_naps(&sleeps), [expected]);
        // Begun before midnight, ended after it: the next date.
        let late = (at(1430), at(1450));
        assert_eq!(night_and_naps(&[late])[0].date, date.plus(1));
        assert_eq!(night_and_naps(&[(at(10), at(10))]), []);
    }
}
