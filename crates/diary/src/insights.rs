//! Insights: what two things of a day have to do with each other, said only when the numbers
//! carry it, and never as a cause.
//!
//! [`insight_input`] makes a plain input off the diary; [`insights`] needs nothing else and can run
//! in the worker. There is no pair of school with mood: it would argue for staying away.

mod series;
mod shuffle;

use minicbor::{Decode, Encode};

pub use series::{FRESH_AIR_PICTURE, insight_input};

use crate::record::fields::minicbor_too;
use crate::statistics::{average_ranks, correlation, detrended, holm, median};
use crate::time::Day;
use crate::values::listed;

/// The days looked at: the last 12 weeks.
pub const WINDOW_DAYS: i32 = 84;
/// The fewest pairs.
pub const LEAST_PAIRS: usize = 28;
/// The least strength of a rank correlation, either way.
pub const LEAST_RHO: f64 = 0.35;
/// The fewest pairs on each side of the median: a middle of less says little.
pub const LEAST_HALF: usize = 7;
const P_BELOW: f64 = 0.05;

listed! {
    /// What is set beside what.
    PairKind {
        /// x: minutes from trying to sleep to waking; y: mood of the waking date, 1 to 5.
        SleepAndMood = 0,
        /// x: trying to sleep, in minutes from the noon before the waking date; y: share of that
        /// morning's routine that was done, 0 to 1.
        BedtimeAndMorning = 1,
        /// x: fresh air, 0 or 1; y: mood of the same day, 1 to 5.
        FreshAirAndMood = 2,
    }
}

minicbor_too! { PairKind }

impl PairKind {
    /// How many days y lies after x: a night begins on the evening before.
    fn lag_days(self) -> u8 {
        match self {
            Self::SleepAndMood | Self::BedtimeAndMorning => 1,
            Self::FreshAirAndMood => 0,
        }
    }
}

/// Two values of one date.
#[derive(Debug, Clone, Copy, PartialEq, Encode, Decode)]
#[cbor(array)]
pub struct Pair {
    /// The date of y.
    #[n(0)]
    pub day: Day,
    /// The one.
    #[n(1)]
    pub x: f64,
    /// The other.
    #[n(2)]
    pub y: f64,
}

/// The pairs of one kind.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Series {
    /// Which kind.
    #[n(0)]
    pub kind: PairKind,
    /// At most one a date, in order of date.
    #[n(1)]
    pub pairs: Vec<Pair>,
}

/// Everything that insights are computed from.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct InsightInput {
    /// The last day of the window.
    #[n(0)]
    pub today: Day,
    /// The series, each kind at most once.
    #[n(1)]
    pub series: Vec<Series>,
}

/// One half of the pairs, as they were told (not detrended).
#[derive(Debug, Clone, Copy, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Half {
    /// How many pairs.
    #[n(0)]
    pub n: u32,
    /// Median of x.
    #[n(1)]
    pub x: f64,
    /// Median of y.
    #[n(2)]
    pub y: f64,
}

/// Something that the numbers carry.
#[derive(Debug, Clone, Copy, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Insight {
    /// What beside what.
    #[n(0)]
    pub kind: PairKind,
    /// How many pairs.
    #[n(1)]
    pub n: u32,
    /// How many days y lies after x.
    #[n(2)]
    pub lag_days: u8,
    /// Spearman's rank correlation of the detrended series, −1 to 1.
    #[n(3)]
    pub rho: f64,
    /// p of the permutation after Holm's correction, below 0.05.
    #[n(4)]
    pub p: f64,
    /// The half with the lower x.
    #[n(5)]
    pub low: Half,
    /// The half with the higher x.
    #[n(6)]
    pub high: Half,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Insights {
    /// What the numbers carry; nothing is said where it is empty.
    #[n(0)]
    pub found: Vec<Insight>,
    /// Kinds that had enough pairs to be tried.
    #[n(1)]
    pub tried: Vec<PairKind>,
}

impl Insights {
    /// No kind has enough pairs yet: "too early to say".
    pub fn too_early(&self) -> bool {
        self.tried.is_empty()
    }
}

/// The insights of an input, by this rule: 28 pairs or more within the last 12 weeks; both sides
/// detrended; Spearman's rho of 0.35 or more either way; p below 0.05 by permutation of week-long
/// blocks (10,000, fixed seed) after Holm's correction over the kinds tried. And what is said must
/// be so in the numbers as they were told: the medians of y in the two halves differ the same way,
/// with 7 pairs or more in each.
pub fn insights(input: &InsightInput) -> Insights {
    let first = input.today.plus(1 - WINDOW_DAYS);
    let mut tried = Vec::new();
    for series in &input.series {
        let pairs = within(&series.pairs, first, input.today);
        if pairs.len() >= LEAST_PAIRS {
            tried.push(trial(series.kind, pairs, first));
        }
    }
    let raw: Vec<f64> = tried.iter().map(|trial| trial.p).collect();
    let adjusted = holm(&raw);
    let found = tried.iter().zip(adjusted).filter_map(|(trial, p)| trial.insight(p)).collect();
    Insights { found, tried: tried.iter().map(|trial| trial.kind).collect() }
}

/// The finite pairs of the window, the first of each date.
fn within(pairs: &[Pair], first: Day, last: Day) -> Vec<Pair> {
    let mut fitting: Vec<Pair> = Vec::new();
    for pair in pairs {
        let fits =
            first <= pair.day && pair.day <= last && pair.x.is_finite() && pair.y.is_finite();
        if fits && fitting.last().is_none_or(|before| before.day < pair.day) {
            fitting.push(*pair);
        }
    }
    fitting
}

/// One kind that was tried.
struct Trial {
    kind: PairKind,
    pairs: Vec<Pair>,
    rho: Option<f64>,
    p: f64,
}

fn trial(kind: PairKind, pairs: Vec<Pair>, first: Day) -> Trial {
    let days: Vec<i32> = pairs.iter().map(|pair| pair.day.since(first)).collect();
    let ranks = |value: fn(&Pair) -> f64| {
        let points: Vec<(f64, f64)> =
            days.iter().zip(&pairs).map(|(day, pair)| (f64::from(*day), value(pair))).collect();
        average_ranks(&settled(&detrended(&points)))
    };
    let (x, y) = (ranks(|pair| pair.x), ranks(|pair| pair.y));
    let rho = correlation(&x, &y);
    // Too weak to be told whatever its p: it still counts as tried, and 1 helps no other kind
    // through Holm's correction.
    let strong = rho.filter(|rho| rho.abs() >= LEAST_RHO);
    let p = strong.map_or(1.0, |rho| shuffle::p_value(&days, &x, &y, rho));
    Trial { kind, pairs, rho, p }
}

/// Values that differ by what rounding does are made equal: a straight line taken off a constant
/// leaves noise in the last digits, which must get no ranks.
fn settled(values: &[f64]) -> Vec<f64> {
    let widest = values.iter().fold(1.0_f64, |widest, value| widest.max(value.abs()));
    values.iter().map(|value| (value / widest * 1e9).round()).collect()
}

impl Trial {
    fn insight(&self, p: f64) -> Option<Insight> {
        let rho = self.rho.filter(|rho| rho.abs() >= LEAST_RHO && p < P_BELOW)?;
        let (low, high) = halves(&self.pairs)?;
        let says_so = (high.y - low.y) * rho > 0.0;
        says_so.then(|| Insight {
            kind: self.kind,
            n: number(self.pairs.len()),
            lag_days: self.kind.lag_days(),
            rho,
            p,
            low,
            high,
        })
    }
}

/// The pairs split at the median of x: the median itself belongs to the lower half, or, when
/// nothing lies above it, to the higher one. `None` when a half has too few.
fn halves(pairs: &[Pair]) -> Option<(Half, Half)> {
    let x: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
    let middle = median(&x)?;
    let above = pairs.iter().any(|pair| pair.x > middle);
    let is_low = |pair: &&Pair| if above { pair.x <= middle } else { pair.x < middle };
    let half = |pairs: Vec<&Pair>| {
        let x: Vec<f64> = pairs.iter().map(|pair| pair.x).collect();
        let y: Vec<f64> = pairs.iter().map(|pair| pair.y).collect();
        let enough = pairs.len() >= LEAST_HALF;
        Some(Half { n: number(pairs.len()), x: median(&x)?, y: median(&y)? }).filter(|_| enough)
    };
    let (low, high) = pairs.iter().partition(is_low);
    Some((half(low)?, half(high)?))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
