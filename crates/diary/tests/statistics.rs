//! The statistics against `SciPy`, pymannkendall and statsmodels: every literal here is printed by
//! `tests/reference/statistics.py`.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::statistics::{
    average_ranks, correlation, detrended, lag_one, mann_kendall, median, sample_sd, theil_sen,
};

const RISING: [f64; 12] = [0.10, 0.14, 0.12, 0.19, 0.22, 0.20, 0.28, 0.31, 0.29, 0.36, 0.40, 0.38];
const TIED: [f64; 10] = [0.2, 0.2, 0.4, 0.2, 0.4, 0.4, 0.6, 0.4, 0.6, 0.6];
const FALLING: [f64; 8] = [0.9, 0.8, 0.85, 0.7, 0.7, 0.55, 0.5, 0.3];
const HANGING: [f64; 12] = [0.3, 0.35, 0.5, 0.55, 0.6, 0.5, 0.4, 0.35, 0.45, 0.6, 0.7, 0.65];
const GAPS: [f64; 8] = [1.0, 2.0, 4.0, 5.0, 7.0, 8.0, 9.0, 12.0];
const SLEPT: [f64; 12] =
    [480.0, 510.0, 420.0, 465.0, 540.0, 390.0, 480.0, 600.0, 450.0, 435.0, 510.0, 480.0];
const MOOD: [f64; 12] = [3.0, 4.0, 2.0, 3.0, 4.0, 2.0, 3.0, 5.0, 4.0, 2.0, 3.0, 4.0];

fn close(actual: f64, other: f64) {
    assert!((actual - other).abs() < 1e-9, "{actual} is not {other}");
}

/// Values one a week: (0, first), (1, second), …
fn weekly(values: &[f64]) -> Vec<(f64, f64)> {
    (0_u32..).map(f64::from).zip(values.iter().copied()).collect()
}

fn all_close(actual: &[f64], others: &[f64]) {
    assert_eq!(actual.len(), others.len());
    for (actual, other) in actual.iter().zip(others) {
        close(*actual, *other);
    }
}

#[test]
fn mann_kendall_with_and_without_ties() {
    for (series, s, variance, p) in [
        (&RISING[..], 58.0, 212.666_666_666_667, 0.000_092_818_981),
        (&TIED[..], 29.0, 109.0, 0.007_320_236_336),
        (&FALLING[..], -25.0, 64.333_333_333_333, 0.002_769_585_155),
        (&HANGING[..], 31.0, 209.666_666_666_667, 0.038_280_211_070),
    ] {
        let test = mann_kendall(series, 1.0);
        close(test.s, s);
        close(test.variance, variance);
        close(test.p, p);
    }
}

#[test]
fn a_series_that_does_not_vary_has_no_trend() {
    let flat = mann_kendall(&[0.3; 9], 1.0);
    close(flat.s, 0.0);
    close(flat.p, 1.0);
    close(mann_kendall(&[], 1.0).p, 1.0);
    close(lag_one(&[0.3; 9]), 0.0);
    close(lag_one(&[]), 0.0);
}

#[test]
fn mann_kendall_of_values_that_hang_together() {
    let left: Vec<f64> = weekly(&HANGING).iter().map(|(x, y)| y - 0.025 * x).collect();
    let hangs = lag_one(&left);
    close(hangs, 0.599_015_990_160);
    let test = mann_kendall(&HANGING, 1.0 + 2.0 * (11.0 / 12.0) * hangs);
    close(test.variance, 439.921_757_550_909);
    close(test.p, 0.152_624_892_495);
}

#[test]
fn theil_sen_slopes() {
    close(theil_sen(&weekly(&RISING)).expect("a slope"), 0.028_888_888_889);
    close(theil_sen(&weekly(&TIED)).expect("a slope"), 0.05);
    close(theil_sen(&weekly(&FALLING)).expect("a slope"), -0.075);
    let gaps: Vec<_> = GAPS.into_iter().zip(FALLING).collect();
    close(theil_sen(&gaps).expect("a slope"), -0.05);
    assert_eq!(theil_sen(&[(1.0, 2.0)]), None);
    assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 3.0)]), None);
}

#[test]
fn spearman_with_average_ranks() {
    let spearman = |x: &[f64], y: &[f64]| correlation(&average_ranks(x), &average_ranks(y));
    close(spearman(&SLEPT, &MOOD).expect("both vary"), 0.773_954_605_893);
    all_close(
        &average_ranks(&MOOD),
        &[5.5, 9.5, 2.0, 5.5, 9.5, 2.0, 5.5, 12.0, 9.5, 2.0, 5.5, 9.5],
    );
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[2.0, 2.0, 2.0]), None);
    assert_eq!(spearman(&[1.0, 2.0], &[1.0, 2.0]), None);
}

#[test]
fn straight_lines_taken_off() {
    all_close(
        &detrended(&weekly(&SLEPT)),
        &[
            5.769_230_769_231,
            34.720_279_720_280,
            -56.328_671_328_672,
            -12.377_622_377_623,
            61.573_426_573_426,
            -89.475_524_475_525,
            -0.524_475_524_476,
            118.426_573_426_573,
            -32.622_377_622_378,
            -48.671_328_671_329,
            25.279_720_279_720,
            -5.769_230_769_231,
        ],
    );
    let gaps: Vec<_> = GAPS.into_iter().zip(FALLING).collect();
    all_close(
        &detrended(&gaps),
        &[
            -0.022_916_666_667,
            -0.070_833_333_333,
            0.083_333_333_333,
            -0.014_583_333_333,
            0.089_583_333_333,
            -0.008_333_333_333,
            -0.006_25,
            -0.05,
        ],
    );
}

#[test]
fn spread_and_middle() {
    close(sample_sd(&SLEPT).expect("twelve values"), 56.124_860_801_609);
    close(median(&SLEPT).expect("twelve values"), 480.0);
}
