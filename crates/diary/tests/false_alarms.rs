//! Stable life must not be called a direction, nor chance an insight: simulated series that hang
//! together from one week or day to the next (AR(1)) but go nowhere and have nothing to do with
//! each other. Fixed seeds; every count is of whole simulated diaries.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::insights::{InsightInput, Pair, PairKind, Series, insights};
use askelma_diary::school::drift::{Drift, drift};
use askelma_diary::sharing::summary::{SchoolLogged, SchoolRow};
use askelma_diary::statistics::random::SplitMix64;
use askelma_diary::time::Day;
use askelma_diary::values::{Minutes, SchoolMode};

/// Random numbers of a simulated diary.
struct Random(SplitMix64);

impl Random {
    fn new(seed: u32) -> Self {
        Self(SplitMix64(u64::from(seed)))
    }

    /// Evenly between 0 and 1.
    fn unit(&mut self) -> f64 {
        let high = u32::try_from(self.0.bits() >> 32).expect("32 bits");
        (f64::from(high) + 0.5) / 4_294_967_296.0
    }

    /// Normal, mean 0 and deviation 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.unit().ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// A stable AR(1) series, mean 0 and deviation 1.
    fn hanging(&mut self, phi: f64, length: usize) -> Vec<f64> {
        let mut value = self.normal();
        let fresh = (1.0 - phi * phi).sqrt();
        (0..length)
            .map(|_| {
                let current = value;
                value = phi * value + fresh * self.normal();
                current
            })
            .collect()
    }
}

fn first() -> Day {
    Day::parse("2026-08-10").expect("a Monday")
}

/// Minutes attended of 300 at an absence share.
fn attended(share: f64) -> Minutes {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 300")]
    let minutes = (300.0 * (1.0 - share.clamp(0.0, 1.0))).round() as u16;
    Minutes::new(minutes).expect("in range")
}

/// Weeks of five days each, by the share of each day.
fn rows(weeks: i32, share: impl Fn(i32, i32) -> f64) -> Vec<SchoolRow> {
    (0..weeks * 5)
        .map(|number| {
            let (week, weekday) = (number / 5, number % 5);
            let attended_min = attended(share(week, weekday));
            SchoolRow {
                day: first().plus(week * 7 + weekday),
                planned_min: Minutes::new(300).expect("in range"),
                logged: Some(SchoolLogged { mode: SchoolMode::OnSite, attended_min }),
            }
        })
        .collect()
}

fn place(number: i32) -> usize {
    usize::try_from(number).expect("not negative")
}

/// How many of `runs` come out as `asked`, in percent.
fn percent(runs: u32, holds: impl Fn(u32) -> bool) -> f64 {
    let count = u32::try_from((0..runs).filter(|run| holds(*run)).count()).expect("small");
    let percent = 100.0 * f64::from(count) / f64::from(runs);
    println!("{percent:.2} % of {runs}");
    percent
}

const RUNS: u32 = 800;

#[test]
fn a_stable_absence_that_hangs_together_from_week_to_week_is_not_called_rising() {
    for phi in [0.3, 0.5] {
        for deviation in [0.1, 0.2, 0.3] {
            let (mut rising, mut easing) = (0, 0);
            for run in 0..RUNS {
                let weekly = Random::new(run).hanging(phi, 13);
                let rows = rows(13, |week, _| 0.4 + deviation * weekly[place(week)]);
                match drift(&rows, first().plus(13 * 7)) {
                    Some(Drift::Rising) => rising += 1,
                    Some(Drift::Easing) => easing += 1,
                    Some(Drift::NoClearDirection) => {}
                    None => panic!("thirteen whole weeks are enough"),
                }
            }
            println!(
                "phi {phi}, deviation {deviation}: {rising} rising, {easing} easing of {RUNS}"
            );
            // 5 percent of 800 is 40.
            assert!(rising < 40 && easing < 40, "{rising} and {easing} of {RUNS} at {phi}");
        }
    }
}

#[test]
fn a_stable_absence_that_hangs_together_from_day_to_day_is_not_called_rising() {
    for phi in [0.3, 0.5] {
        let share = percent(RUNS, |run| {
            let daily = Random::new(run).hanging(phi, 65);
            let rows = rows(13, |week, day| 0.4 + 0.35 * daily[place(week * 5 + day)]);
            drift(&rows, first().plus(13 * 7)) == Some(Drift::Rising)
        });
        assert!(share < 5.0, "{share} % at {phi}");
    }
}

#[test]
fn an_absence_that_does_rise_is_found() {
    // Four points a week with ups and downs of ten: a rule that never speaks would pass the others.
    let share = percent(300, |run| {
        let weekly = Random::new(run).hanging(0.3, 13);
        let rows = rows(13, |week, _| 0.15 + 0.04 * f64::from(week) + 0.1 * weekly[place(week)]);
        drift(&rows, first().plus(13 * 7)) == Some(Drift::Rising)
    });
    assert!(share > 60.0, "{share} %");
}

/// Twelve weeks of three kinds of pairs. `recorded_share` is the chance of a day having its pair;
/// `tie` is how much of y comes from x.
fn input(run: u32, phi: f64, recorded_share: f64, tie: f64) -> InsightInput {
    let mut random = Random::new(run);
    let series = PairKind::ALL.iter().map(|kind| {
        let (x, y) = (random.hanging(phi, 84), random.hanging(phi, 84));
        let mut pairs = Vec::new();
        for (number, (x, y)) in (0..).zip(x.iter().zip(&y)) {
            let y = tie * x + (1.0 - tie * tie).sqrt() * y;
            // As a diary has them: five moods, minutes in steps of five, yes or no.
            let (x, y) = match kind {
                PairKind::SleepAndMood => (480.0 + (x * 12.0).round() * 5.0, mood(y)),
                PairKind::BedtimeAndMorning => (690.0 + (x * 9.0).round() * 5.0, quarter(y)),
                PairKind::FreshAirAndMood => (f64::from(u8::from(*x > 0.0)), mood(y)),
            };
            if random.unit() < recorded_share {
                pairs.push(Pair { day: first().plus(number), x, y });
            }
        }
        Series { kind: *kind, pairs }
    });
    InsightInput { series: series.collect(), today: first().plus(83) }
}

fn mood(value: f64) -> f64 {
    (3.0 + 1.1 * value).round().clamp(1.0, 5.0)
}

fn quarter(value: f64) -> f64 {
    (2.0 + 1.2 * value).round().clamp(0.0, 4.0) / 4.0
}

#[test]
fn series_with_nothing_to_do_with_each_other_give_no_insight() {
    for (phi, recorded_share) in [(0.3, 1.0), (0.5, 1.0), (0.5, 0.6), (0.5, 0.4)] {
        let share =
            percent(400, |run| !insights(&input(run, phi, recorded_share, 0.0)).found.is_empty());
        assert!(share < 5.0, "{share} % at {phi}, {recorded_share}");
    }
}

#[test]
fn what_goes_together_is_found() {
    let share = percent(60, |run| {
        let result = insights(&input(run, 0.3, 0.7, 0.7));
        result
            .found
            .iter()
            .any(|insight| insight.kind == PairKind::SleepAndMood && insight.rho > 0.0)
    });
    assert!(share > 60.0, "{share} %");
}
