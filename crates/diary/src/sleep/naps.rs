//! Several sleeps of one date: the longest is the night, the others are naps. A sleep that goes on
//! within two hours of a waking is the same sleep in another piece.

use std::collections::BTreeMap;

use crate::time::{Day, Instant};
use crate::values::Minutes;

/// Up to so many minutes awake, and not one more, a sleep is in pieces and not over.
const MOST_AWAKE_MIN: i64 = 119;
/// Pieces are joined to no more than a night can last.
const LONGEST_MIN: i64 = 24 * 60;

/// The sleeps with one waking date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateOfSleep {
    /// The calendar date of the final waking.
    pub date: Day,
    /// The night: the longest sleep, the earliest of equally long ones. From trying to sleep to
    /// the final waking, at most a day.
    pub night: (Instant, Instant),
    /// Where the pieces of the night stand in the list that was given, the earliest first.
    pub pieces: Vec<usize>,
    /// How often one lay awake between two pieces.
    pub awakenings: usize,
    /// Minutes awake between the pieces, all together.
    pub awake_min: Minutes,
    /// Minutes of the others together, at most a day.
    pub naps_min: Minutes,
}

/// A sleep of one piece or more.
struct Joined {
    from: Instant,
    to: Instant,
    pieces: Vec<usize>,
    asleep_min: i64,
    awakenings: usize,
    awake_min: i64,
}

/// Sleeps, each from trying to sleep to waking, by the calendar date of their waking, whatever the
/// hour. One that ends no later than it began is left out.
pub fn night_and_naps(sleeps: &[(Instant, Instant)]) -> Vec<DateOfSleep> {
    let mut dates: BTreeMap<Day, Vec<Joined>> = BTreeMap::new();
    for sleep in joined(sleeps) {
        dates.entry(sleep.to.calendar_day()).or_default().push(sleep);
    }
    let date = |(date, sleeps): (Day, Vec<Joined>)| {
        let all_min: i64 = sleeps.iter().map(|sleep| sleep.asleep_min).sum();
        let longest = |sleep: &Joined| (sleep.asleep_min, -sleep.from.unix_s());
        let night = sleeps.into_iter().max_by_key(longest)?;
        Some(DateOfSleep {
            date,
            night: (night.from, night.to),
            awakenings: night.awakenings,
            awake_min: at_most_a_day(night.awake_min),
            naps_min: at_most_a_day(all_min - night.asleep_min),
            pieces: night.pieces,
        })
    };
    dates.into_iter().filter_map(date).collect()
}

fn at_most_a_day(minutes: i64) -> Minutes {
    u16::try_from(minutes).ok().and_then(|min| Minutes::new(min).ok()).unwrap_or(Minutes::MAX)
}

/// The sleeps by time, pieces of one put together. What overlaps counts once.
fn joined(sleeps: &[(Instant, Instant)]) -> Vec<Joined> {
    let mut by_time: Vec<_> =
        sleeps.iter().copied().enumerate().filter(|(_, (tried, woke))| woke > tried).collect();
    by_time.sort_by_key(|(index, (tried, woke))| (tried.unix_s(), woke.unix_s(), *index));
    let mut all: Vec<Joined> = Vec::new();
    for (index, (from, to)) in by_time {
        let last = all.last_mut().filter(|last| {
            let whole = to.minutes_since(last.from);
            from.minutes_since(last.to) <= MOST_AWAKE_MIN && whole <= LONGEST_MIN
        });
        let Some(last) = last else {
            let asleep_min = to.minutes_since(from);
            let pieces = vec![index];
            all.push(Joined { from, to, pieces, asleep_min, awakenings: 0, awake_min: 0 });
            continue;
        };
        let awake_min = from.minutes_since(last.to).max(0);
        last.awakenings += usize::from(awake_min > 0);
        last.awake_min += awake_min;
        last.asleep_min += (to.minutes_since(last.to) - awake_min).max(0);
        last.to = last.to.max(to);
        last.pieces.push(index);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minutes since 24.11.2026 00.00 in Helsinki.
    fn at(minutes: i64) -> Instant {
        Instant::new(1_795_471_200 + minutes * 60, 120).expect("in range")
    }

    fn min(minutes: u16) -> Minutes {
        Minutes::new(minutes).expect("in range")
    }

    #[test]
    fn the_longest_is_the_night_whatever_the_hour() {
        let date = Day::parse("2026-11-24").expect("a date");
        assert_eq!((at(0).calendar_day(), at(0).clock_min()), (date, 0));
        // From 23.00 to 1.30, from 4.00 to 13.00, from 17.00 to 18.15.
        let sleeps = [(at(-60), at(90)), (at(240), at(780)), (at(1020), at(1095))];
        let expected = DateOfSleep {
            date,
            night: sleeps[1],
            pieces: vec![1],
            awakenings: 0,
            awake_min: min(0),
            naps_min: min(150 + 75),
        };
        assert_eq!(night_and_naps(&sleeps), [expected]);
        // Begun before midnight, ended after it: the next date.
        let late = (at(1430), at(1450));
        assert_eq!(night_and_naps(&[late])[0].date, date.plus(1));
        assert_eq!(night_and_naps(&[(at(10), at(10))]), []);
    }

    #[test]
    fn a_night_in_pieces_is_one_night() {
        // From 23.00 to 2.30, from 4.00 to 6.00, from 7.59 to 8.30; then a nap two hours later.
        let sleeps =
            [(at(240), at(360)), (at(-60), at(150)), (at(630), at(660)), (at(479), at(510))];
        let found = night_and_naps(&sleeps);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].night, &found[0].pieces), ((at(-60), at(510)), &vec![1, 0, 3]));
        assert_eq!((found[0].awakenings, found[0].awake_min), (2, min(90 + 119)));
        assert_eq!(found[0].naps_min, min(30));
    }

    #[test]
    fn two_hours_awake_part_a_night_from_a_nap() {
        let sleeps = [(at(0), at(300)), (at(420), at(480))];
        let found = night_and_naps(&sleeps);
        assert_eq!((found[0].night, found[0].naps_min), ((at(0), at(300)), min(60)));
    }

    #[test]
    fn what_overlaps_counts_once_and_lies_awake_nowhere() {
        // From 23.00 to 7.00, the same until 7.15, and a piece within.
        let sleeps = [(at(-60), at(420)), (at(-60), at(435)), (at(0), at(30))];
        let found = night_and_naps(&sleeps);
        assert_eq!((found[0].night, found[0].awakenings), ((at(-60), at(435)), 0));
        assert_eq!((found[0].awake_min, found[0].naps_min), (min(0), min(0)));
    }

    #[test]
    fn no_night_is_longer_than_a_day() {
        // 20 hours, an hour awake, and 4 hours more: together they would be 25.
        let sleeps = [(at(-600), at(600)), (at(660), at(900))];
        let found = night_and_naps(&sleeps);
        assert_eq!((found[0].night, found[0].naps_min), ((at(-600), at(600)), min(240)));
    }
}
