//! Ranks and correlations.

use super::{count, mean, same};

/// Ranks from 1, equal values sharing the mean of theirs. Of each value the lower and the equal
/// ones are counted: series of a diary are short.
pub fn average_ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let lower = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| same(**other, *value)).count();
        // The mean of lower + 1 to lower + equal.
        count(lower) + f64::midpoint(count(equal), 1.0)
    };
    values.iter().map(rank).collect()
}

/// Pearson's product-moment correlation, −1 to 1, and of two rows of [`average_ranks`] Spearman's; `None` below three pairs or when one side does
/// not vary.
pub fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || x.len() < 3 {
        return None;
    }
    let (mean_x, mean_y) = (mean(x)?, mean(y)?);
    let (mut both, mut of_x, mut of_y) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        let (x, y) = (x - mean_x, y - mean_y);
        both += x * y;
        of_x += x * x;
        of_y += y * y;
    }
    let below = (of_x * of_y).sqrt();
    (below > 0.0).then(|| (both / below).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(average_ranks(&[10.0, 20.0, 20.0, 5.0]), [2.0, 3.5, 3.5, 1.0]);
        assert_eq!(average_ranks(&[7.0, 7.0, 7.0]), [2.0, 2.0, 2.0]);
    }
}
