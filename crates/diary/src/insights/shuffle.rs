//! The permutation test with week-long blocks.

use crate::statistics::count;
use crate::statistics::random::SplitMix64;

/// How many shuffles.
const SHUFFLES: u32 = 10_000;
/// Fixed, so that the same diary always says the same.
const SEED: u64 = 0x4173_6b65_6c6d_6121;
const WEEK: usize = 7;
/// As strong but for rounding is as strong.
const ROUNDING: f64 = 1e-9;

type Week = [Option<f64>; WEEK];

/// Two-sided p of a rank correlation `rho` between `x` and `y`, whose days are counted from the
/// first one of the window: how often is it as strong when week-long blocks of x are put beside y
/// in another order? Of two ways to lay them, the larger p: see the decision "Insights and blank
/// days". The order as it was is one of those counted (Phipson and Smyth 2010), so p is never 0.
pub fn p_value(days: &[i32], x: &[f64], y: &[f64], rho: f64) -> f64 {
    by_weekday(days, x, y, rho).max(by_pair(x, y, rho))
}

/// Shuffles that many blocks: the share of the orders that are as strong.
fn share_as_strong(blocks: usize, mut is_as_strong: impl FnMut(&[usize]) -> bool) -> f64 {
    let mut order: Vec<usize> = (0..blocks).collect();
    let mut random = SplitMix64(SEED);
    let mut as_strong = 1_u32;
    for _ in 0..SHUFFLES {
        for place in (1..order.len()).rev() {
            order.swap(place, random.below(place + 1));
        }
        as_strong += u32::from(is_as_strong(&order));
    }
    f64::from(as_strong) / f64::from(SHUFFLES + 1)
}

/// Weeks of the window, Monday beside Monday, so that what belongs to a weekday stays with it.
///
/// A shuffle leaves fewer pairs where days are blank, and so a wilder correlation: ρ·√(n − 1) is
/// compared. A shuffle that leaves nothing to compare counts as strong.
fn by_weekday(days: &[i32], x: &[f64], y: &[f64], rho: f64) -> f64 {
    let (x_weeks, y_weeks) = weeks(days, x, y);
    let observed = rho.abs() * (count(x.len()) - 1.0).sqrt() - ROUNDING;
    share_as_strong(x_weeks.len(), |order| {
        let strength = shuffled(&x_weeks, &y_weeks, order);
        strength.is_none_or(|strength| strength >= observed)
    })
}

/// Seven pairs in a row, blank days closed up, so that no pair is lost and what hangs together
/// from one told day to the next stays together. The first block takes what seven does not divide.
fn by_pair(x: &[f64], y: &[f64], rho: f64) -> f64 {
    let mut blocks: Vec<&[f64]> = x.rchunks(WEEK).collect();
    blocks.reverse();
    // Ranks have the mean (n + 1) ÷ 2 on both sides.
    let middle = f64::midpoint(count(x.len()), 1.0);
    let spread = |ranks: &[f64]| ranks.iter().map(|rank| (rank - middle).powi(2)).sum::<f64>();
    let below = (spread(x) * spread(y)).sqrt();
    share_as_strong(blocks.len(), |order| {
        let in_order = order.iter().filter_map(|place| blocks.get(*place)).copied().flatten();
        let both: f64 = in_order.zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum();
        both.abs() / below >= rho.abs() - ROUNDING
    })
}

/// The values by week and weekday of the window; weeks without a pair are left out.
fn weeks(days: &[i32], x: &[f64], y: &[f64]) -> (Vec<Week>, Vec<Week>) {
    let mut numbers: Vec<usize> = Vec::new();
    let (mut x_weeks, mut y_weeks): (Vec<Week>, Vec<Week>) = (Vec::new(), Vec::new());
    for (day, (x, y)) in days.iter().zip(x.iter().zip(y)) {
        let day = usize::try_from(*day).unwrap_or_default();
        let (week, weekday) = (day / WEEK, day % WEEK);
        let place = numbers.iter().position(|number| *number == week).unwrap_or_else(|| {
            numbers.push(week);
            x_weeks.push([None; WEEK]);
            y_weeks.push([None; WEEK]);
            numbers.len() - 1
        });
        if let (Some(x_week), Some(y_week)) = (x_weeks.get_mut(place), y_weeks.get_mut(place)) {
            x_week[weekday] = Some(*x);
            y_week[weekday] = Some(*y);
        }
    }
    (x_weeks, y_weeks)
}

/// |ρ|·√(n − 1) of one order, from one pass over the ranks; `None` below three pairs or when one
/// side does not vary.
fn shuffled(x_weeks: &[Week], y_weeks: &[Week], order: &[usize]) -> Option<f64> {
    let (mut n, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
    let (mut x_x, mut y_y, mut x_y) = (0.0, 0.0, 0.0);
    for (y_week, place) in y_weeks.iter().zip(order) {
        for pair in x_weeks.get(*place)?.iter().zip(y_week) {
            let (Some(x), Some(y)) = pair else { continue };
            n += 1.0;
            sum_x += x;
            sum_y += y;
            x_x += x * x;
            y_y += y * y;
            x_y += x * y;
        }
    }
    // Ranks are multiples of a half up to 84: the sums are exact.
    let (of_x, of_y) = (n * x_x - sum_x * sum_x, n * y_y - sum_y * sum_y);
    if n < 3.0 || of_x <= 0.0 || of_y <= 0.0 {
        return None;
    }
    let rho = (n * x_y - sum_x * sum_y) / (of_x * of_y).sqrt();
    Some(rho.abs() * f64::sqrt(n - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_whole_weeks_have_twenty_four_orders() {
        // x and y rise together over 28 days: only the order as it was is as strong.
        let days: Vec<i32> = (0..28).collect();
        let ranks: Vec<f64> = days.iter().map(|day| f64::from(*day) + 1.0).collect();
        let p = p_value(&days, &ranks, &ranks, 1.0);
        // 1 ÷ 24 is 0.0417; 10,000 shuffles find it within four standard errors of 0.002.
        assert!((p - 1.0 / 24.0).abs() < 0.008, "{p}");
    }

    #[test]
    fn blank_days_and_weeks_are_left_out() {
        let days = [0, 2, 15, 16];
        let (x, y) = weeks(&days, &[1.0, 2.0, 3.0, 4.0], &[4.0, 3.0, 2.0, 1.0]);
        assert_eq!((x.len(), y.len()), (2, 2));
        assert_eq!(x[0], [Some(1.0), None, Some(2.0), None, None, None, None]);
        assert_eq!(y[1], [None, Some(2.0), Some(1.0), None, None, None, None]);
        // Only the first and the third weekday meet nothing: no pair is left.
        assert_eq!(shuffled(&x, &y, &[1, 0]), None);
    }
}
