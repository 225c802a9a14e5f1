//! Plain statistics of short series. Nothing here knows the diary.
//!
//! Every function takes finite numbers; the tests hold values of `SciPy`, pymannkendall and
//! statsmodels, made by `tests/reference/statistics.py`.

pub mod random;
mod rank;
mod trend;

pub use rank::{average_ranks, correlation};
pub use trend::{MannKendall, detrended, lag_one, mann_kendall, theil_sen};

/// The arithmetic mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// The sample standard deviation (n − 1 below); `None` below two values.
pub fn sample_sd(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (count(values.len()) - 1.0)).sqrt())
}

/// The median, the mean of the two middle values where their number is even; `None` of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(*sorted.get(middle - 1)?, upper))
}

/// The values from the lowest to the highest.
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// Holm's step-down correction (Holm 1979): the p values, adjusted, in the order in which they
/// came, each 0 to 1.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![1.0; p_values.len()];
    let mut highest: f64 = 0.0;
    let mut left: Vec<usize> = (0..p_values.len()).collect();
    while !left.is_empty() {
        let factor = count(left.len());
        let p_of = |place: &usize| p_values.get(*place).copied().unwrap_or(1.0);
        let lowest = (0..left.len())
            .min_by(|a, b| p_of(&left[*a]).total_cmp(&p_of(&left[*b])))
            .unwrap_or_default();
        let place = left.remove(lowest);
        highest = highest.max((p_of(&place) * factor).min(1.0));
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = highest;
        }
    }
    adjusted
}

/// Whether two finite numbers are the same, −0 and 0 too.
fn same(one: f64, other: f64) -> bool {
    one.partial_cmp(&other) == Some(std::cmp::Ordering::Equal)
}

/// A count as a real number; exact for every count that fits a diary.
pub(crate) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_spread() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(sample_sd(&[4.0]), None);
        // Mean 5, squares 9 1 1 1 0 0 4 16 = 32, over 7.
        let sd = sample_sd(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).expect("eight values");
        assert!((sd - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn holm_steps_down() {
        let close = |p: &[f64], expected: &[f64]| {
            let adjusted = holm(p);
            assert_eq!(adjusted.len(), expected.len());
            for (actual, other) in adjusted.iter().zip(expected) {
                assert!((actual - other).abs() < 1e-12, "{adjusted:?}");
            }
        };
        // statsmodels 0.14, multipletests(method="holm").
        close(&[0.03, 0.01, 0.02], &[0.04, 0.03, 0.04]);
        close(&[0.04, 0.6, 0.012], &[0.08, 0.6, 0.036]);
        close(&[0.5, 0.9], &[1.0, 1.0]);
        close(&[0.0421], &[0.0421]);
        close(&[], &[]);
    }
}
