//! Drift: whether absence rises or eases over the last weeks. "No clear direction" is never
//! "steady": these numbers can show a direction, not the absence of one.

use crate::school::SchoolRow;
use crate::school::figures;
use crate::statistics::{count, lag_one, mann_kendall, theil_sen};
use crate::time::Day;

/// A week counts from this many known days on: planned school days with a record.
pub const KNOWN_DAYS: u32 = 3;
/// The longest window in weeks.
pub const MAX_WEEKS: i32 = 12;
/// The fewest known weeks within it.
pub const MIN_WEEKS: usize = 8;
/// The smallest slope: a share of 0.02 is two points, a week.
pub const MIN_SLOPE: f64 = 0.02;
const P_BELOW: f64 = 0.05;

/// A direction over the last 8 to 12 weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drift {
    /// Absence is rising gradually.
    Rising,
    /// Absence is easing.
    Easing,
    /// No clear direction; never to be called steady.
    NoClearDirection,
}

/// The absence of one week.
#[derive(Debug, Clone, Copy, PartialEq)]
struct WeekShare {
    /// Its Monday.
    monday: Day,
    /// 1 − attended ÷ planned over the week's known days, 0 to 1.
    share: f64,
}

/// The weeks with [`KNOWN_DAYS`] or more known days, oldest first. The rows come in order of date.
fn week_shares(rows: &[SchoolRow]) -> Vec<WeekShare> {
    rows.chunk_by(|one, next| one.day.monday() == next.day.monday())
        .filter_map(|week| {
            let sum = figures(week);
            let is_known = sum.logged_days >= KNOWN_DAYS && sum.planned_min > 0;
            let monday = week.first()?.day.monday();
            is_known.then(|| WeekShare {
                monday,
                share: f64::from(sum.planned_min - sum.attended_min) / f64::from(sum.planned_min),
            })
        })
        .collect()
}

/// The direction as it stands at the end of the last finished week before `today`'s own: over the
/// last 12 weeks, in which 8 or more are known, a Theil-Sen slope of two points a week or more and
/// a tie-corrected Mann-Kendall p below 0.05 (two-sided), holding at that week's end and at the end
/// of the week before. `None` with fewer known weeks.
///
/// The rows need to reach back 13 weeks before this one. Where a week's share hangs on the week
/// before it, the test's variance grows with that (Yue and Wang 2004, lag one), so that a stable
/// absence with long ups and downs is not called rising.
pub fn drift(rows: &[SchoolRow], today: Day) -> Option<Drift> {
    let shares = week_shares(rows);
    let this_week = today.monday();
    let now = window_drift(&shares, this_week)?;
    let before = window_drift(&shares, this_week.plus(-7));
    Some(if before == Some(now) { now } else { Drift::NoClearDirection })
}

/// One look at the 12 weeks before a Monday.
fn window_drift(shares: &[WeekShare], end: Day) -> Option<Drift> {
    let first = end.plus(-7 * MAX_WEEKS);
    let points: Vec<(f64, f64)> = shares
        .iter()
        .filter(|week| first <= week.monday && week.monday < end)
        .map(|week| (f64::from(week.monday.since(first)) / 7.0, week.share))
        .collect();
    if points.len() < MIN_WEEKS {
        return None;
    }
    let slope = theil_sen(&points)?;
    let values: Vec<f64> = points.iter().map(|(_, share)| *share).collect();
    let left: Vec<f64> = points.iter().map(|(week, share)| share - slope * week).collect();
    let weeks = count(values.len());
    let inflation = 1.0 + 2.0 * (1.0 - 1.0 / weeks) * lag_one(&left).max(0.0);
    // Shares are quotients of whole minutes: a slope of exactly two points must not be lost to
    // their rounding.
    let steep = slope.abs() >= MIN_SLOPE - 1e-9;
    if !steep || mann_kendall(&values, inflation).p >= P_BELOW {
        return Some(Drift::NoClearDirection);
    }
    Some(if slope > 0.0 { Drift::Rising } else { Drift::Easing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::school::SchoolLogged;
    use crate::values::{Minutes, SchoolMode};

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    /// Weeks from Monday 7.9.2026 on: so many known days each, and of 100 minutes a day so many
    /// attended.
    fn weeks(figures: &[(i32, u16)]) -> Vec<SchoolRow> {
        let first = day("2026-09-07");
        (0..)
            .zip(figures)
            .flat_map(|(week, (known_days, attended))| {
                (0..*known_days).map(move |weekday| SchoolRow {
                    day: first.plus(week * 7 + weekday),
                    planned_min: Minutes::new(100).expect("in range"),
                    logged: Some(SchoolLogged {
                        mode: SchoolMode::OnSite,
                        attended_min: Minutes::new(*attended).expect("in range"),
                    }),
                })
            })
            .collect()
    }

    /// The Monday after so many weeks: all of them are finished.
    fn after(weeks: i32) -> Day {
        day("2026-09-07").plus(weeks * 7)
    }

    #[test]
    fn a_week_needs_three_known_days() {
        let shares = week_shares(&weeks(&[(5, 80), (2, 50), (3, 25)]));
        let by_monday: Vec<_> = shares.iter().map(|week| (week.monday, week.share)).collect();
        assert_eq!(by_monday, [(day("2026-09-07"), 0.2), (day("2026-09-21"), 0.75)]);
    }

    #[test]
    fn rising_by_three_points_a_week_for_nine_weeks() {
        let figures: Vec<_> = (0..9).map(|week| (5, 90 - 3 * week)).collect();
        assert_eq!(drift(&weeks(&figures), after(9)), Some(Drift::Rising));
        // At the end of the eighth week it holds for the first time: one week, not two running.
        assert_eq!(drift(&weeks(&figures[..8]), after(8)), Some(Drift::NoClearDirection));
        assert_eq!(drift(&weeks(&figures[..7]), after(7)), None);
        // The week that is not over does not count yet.
        assert_eq!(drift(&weeks(&figures), after(9).plus(-1)), Some(Drift::NoClearDirection));
    }

    #[test]
    fn easing_is_the_other_way() {
        let figures: Vec<_> = (0..9).map(|week| (4, 30 + 5 * week)).collect();
        assert_eq!(drift(&weeks(&figures), after(9)), Some(Drift::Easing));
    }

    #[test]
    fn two_points_a_week_are_enough_and_one_is_not() {
        let figures = |step: u16| (0..10).map(|week| (5, 90 - step * week)).collect::<Vec<_>>();
        assert_eq!(drift(&weeks(&figures(2)), after(10)), Some(Drift::Rising));
        assert_eq!(drift(&weeks(&figures(1)), after(10)), Some(Drift::NoClearDirection));
    }

    #[test]
    fn weeks_little_known_leave_gaps_and_old_ones_fall_out() {
        // Known in 9 of 12 weeks, rising by 4 points each calendar week.
        let figures: Vec<_> =
            (0_u16..12).map(|week| (if week % 4 == 1 { 2 } else { 5 }, 95 - 4 * week)).collect();
        assert_eq!(drift(&weeks(&figures), after(12)), Some(Drift::Rising));
        // Four weeks later without a record the window holds 6 known weeks.
        assert_eq!(drift(&weeks(&figures), after(16)), None);
    }

    #[test]
    fn ups_and_downs_that_hang_together_are_no_direction() {
        // Of the first twelve and of the last twelve weeks plain Mann-Kendall says p = 0.038, the
        // slope is 2.5 points; with what hangs together pymannkendall says 0.153 and 0.147.
        let attended = [70, 65, 50, 45, 40, 50, 60, 65, 55, 40, 30, 35, 25];
        let figures: Vec<_> = attended.iter().map(|minutes| (5, *minutes)).collect();
        assert_eq!(drift(&weeks(&figures), after(13)), Some(Drift::NoClearDirection));
    }

    #[test]
    fn a_flat_series_is_no_clear_direction() {
        assert_eq!(drift(&weeks(&[(5, 60); 12]), after(12)), Some(Drift::NoClearDirection));
    }
}
