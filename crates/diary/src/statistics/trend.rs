//! Trends: slopes, and whether a series rises or falls at all.

use super::{count, mean, median, same};

/// The Theil-Sen slope of points (x, y): the median of the slopes of all pairs whose x differ;
/// `None` when there is no such pair. In units of y a unit of x.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    let mut slopes = Vec::new();
    for (place, (x, y)) in points.iter().enumerate() {
        for (later_x, later_y) in points.iter().skip(place + 1) {
            if !same(*later_x, *x) {
                slopes.push((later_y - y) / (later_x - x));
            }
        }
    }
    median(&slopes)
}

/// What the Mann-Kendall test says of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: f64,
    /// The variance of `s` under no trend, corrected for ties and multiplied as asked.
    pub variance: f64,
    /// Two-sided p by the normal approximation with continuity correction, 0 to 1.
    pub p: f64,
}

/// The Mann-Kendall test (Mann 1945, Kendall 1975) of a series in order of time. `inflation`
/// multiplies the variance: 1 for the plain test, more where the values hang together.
pub fn mann_kendall(values: &[f64], inflation: f64) -> MannKendall {
    let mut s: f64 = 0.0;
    for (place, value) in values.iter().enumerate() {
        for later in values.iter().skip(place + 1) {
            if later > value {
                s += 1.0;
            } else if later < value {
                s -= 1.0;
            }
        }
    }
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    // Each of t equal values brings a t-th of their group's term.
    let ties: f64 = values
        .iter()
        .map(|value| count(values.iter().filter(|other| same(**other, *value)).count()))
        .map(|equal| term(equal) / equal)
        .sum();
    let variance = (term(count(values.len())) - ties) / 18.0 * inflation;
    let distance = (s.abs() - 1.0).max(0.0);
    let p = if variance > 0.0 {
        libm::erfc(distance / variance.sqrt() / std::f64::consts::SQRT_2)
    } else {
        1.0
    };
    MannKendall { s, variance, p }
}

/// How much each value of a series hangs on the one before it: the autocorrelation of lag one,
/// −1 to 1; 0 where nothing varies.
pub fn lag_one(values: &[f64]) -> f64 {
    let Some(mean) = mean(values) else { return 0.0 };
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let next: f64 = values
        .iter()
        .zip(values.iter().skip(1))
        .map(|(one, next)| (one - mean) * (next - mean))
        .sum();
    // Values all alike leave only what rounding does to their mean.
    let flat = 1e-18 * (1.0 + mean * mean) * count(values.len());
    if squares > flat { next / squares } else { 0.0 }
}

/// What is left of y once the straight line of least squares over x is taken off.
pub fn detrended(points: &[(f64, f64)]) -> Vec<f64> {
    let (x, y): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let (Some(mean_x), Some(mean_y)) = (mean(&x), mean(&y)) else { return Vec::new() };
    let (mut both, mut of_x) = (0.0, 0.0);
    for (x, y) in points {
        both += (x - mean_x) * (y - mean_y);
        of_x += (x - mean_x).powi(2);
    }
    let slope = if of_x > 0.0 { both / of_x } else { 0.0 };
    points.iter().map(|(x, y)| y - mean_y - slope * (x - mean_x)).collect()
}
