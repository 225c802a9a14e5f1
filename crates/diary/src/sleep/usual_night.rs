//! The usual night of some weeks, and where the soft band of an age lies on the clock.

use crate::sleep::{SleepBar, SleepView};
use crate::statistics::median;

/// A stretch of the clock, in minutes from the noon before the waking date: 720 is midnight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// From.
    pub from: f64,
    /// To.
    pub to: f64,
}

/// The medians of trying to sleep and of waking; `None` without a night.
pub fn usual_night(bars: &[SleepBar]) -> Option<Stretch> {
    let side = |of: fn(&SleepBar) -> i32| {
        median(&bars.iter().map(|bar| f64::from(of(bar))).collect::<Vec<_>>())
    };
    Some(Stretch { from: side(|bar| bar.start_min)?, to: side(|bar| bar.end_min)? })
}

/// Where waking would lie after a sleep as long as the age's soft band says, begun at the usual
/// time of trying to sleep. A guide for the eye, without a verdict; `None` without an age or a
/// night.
pub fn band_on_clock(sleep: &SleepView) -> Option<Stretch> {
    let (band, usual) = (sleep.band?, usual_night(&sleep.bars)?);
    let after = |min: u16| usual.from + f64::from(min);
    Some(Stretch { from: after(band.from_min), to: after(band.to_min) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sleep::{Band, guidance};
    use crate::time::Day;

    fn bar(start_min: i32, end_min: i32) -> SleepBar {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        SleepBar { day, start_min, end_min, estimate: false }
    }

    fn view(bars: Vec<SleepBar>, band: Option<Band>) -> SleepView {
        SleepView {
            rows: Vec::new(),
            bars,
            between_min: None,
            asleep_min: None,
            asleep_nights: 0,
            regularity_min: None,
            social_jetlag_min: None,
            naps: None,
            estimates: 0,
            band,
        }
    }

    #[test]
    fn the_usual_night_is_the_medians() {
        // 22.00–6.00, 23.00–7.00, 1.30–7.30.
        let bars = [bar(600, 1080), bar(660, 1140), bar(810, 1170)];
        assert_eq!(usual_night(&bars), Some(Stretch { from: 660.0, to: 1140.0 }));
        assert_eq!(usual_night(&[]), None);
    }

    #[test]
    fn the_band_begins_at_the_usual_bedtime() {
        // 14 years: 8 to 10 hours after 23.00 is 7.00 to 9.00.
        let guided = view(vec![bar(660, 1140)], guidance(14));
        assert_eq!(band_on_clock(&guided), Some(Stretch { from: 1140.0, to: 1260.0 }));
        assert_eq!(band_on_clock(&view(vec![bar(660, 1140)], None)), None);
        assert_eq!(band_on_clock(&view(Vec::new(), guidance(14))), None);
    }
}
