//! Season and light of a picture. They tint it gently and say nothing.

/// The time of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// December to February.
    Winter,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
}

impl Season {
    /// The season of a month, 1 to 12.
    pub fn of_month(month: u32) -> Self {
        match month {
            12 | 1 | 2 => Self::Winter,
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            _ => Self::Autumn,
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Winter => "season-winter",
            Self::Spring => "season-spring",
            Self::Summer => "season-summer",
            Self::Autumn => "season-autumn",
        }
    }
}

/// How light it is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// About sunrise.
    Dawn,
    /// Between the two.
    Day,
    /// About sunset.
    Dusk,
    /// After it.
    Night,
}

/// Sunrise and sunset in clock minutes in the middle of each month, to about a quarter of an hour,
/// at 62° north and 25° east by the clocks of Finland.
const SUN: [(u16, u16); 12] = [
    (570, 930),
    (495, 1020),
    (405, 1110),
    (360, 1245),
    (270, 1335),
    (225, 1395),
    (255, 1365),
    (330, 1275),
    (420, 1170),
    (495, 1065),
    (525, 930),
    (585, 885),
];
/// How long dawn and dusk last to each side, in minutes.
const TWILIGHT_MIN: u16 = 50;

impl Light {
    /// The light in a month, 1 to 12, at a clock minute, 0 to 1439.
    pub fn of(month: u32, clock_min: u16) -> Self {
        let month = usize::try_from(month.clamp(1, 12) - 1).unwrap_or_default();
        let (rises, sets) = SUN[month];
        match clock_min {
            minute if minute + TWILIGHT_MIN < rises => Self::Night,
            minute if minute <= rises + TWILIGHT_MIN => Self::Dawn,
            minute if minute + TWILIGHT_MIN < sets => Self::Day,
            minute if minute <= sets + TWILIGHT_MIN => Self::Dusk,
            _ => Self::Night,
        }
    }

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Dawn => "light-dawn",
            Self::Day => "light-day",
            Self::Dusk => "light-dusk",
            Self::Night => "light-night",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Light, Season};

    #[test]
    fn december_is_winter_and_november_is_not() {
        assert_eq!(Season::of_month(12), Season::Winter);
        assert_eq!(Season::of_month(3), Season::Spring);
        assert_eq!(Season::of_month(8), Season::Summer);
        assert_eq!(Season::of_month(11), Season::Autumn);
    }

    #[test]
    fn a_november_morning_is_dawn_and_a_june_one_is_day() {
        assert_eq!(Light::of(11, 8 * 60 + 4), Light::Dawn);
        assert_eq!(Light::of(6, 8 * 60 + 4), Light::Day);
        assert_eq!(Light::of(12, 15 * 60), Light::Dusk);
        assert_eq!(Light::of(12, 7 * 60), Light::Night);
        assert_eq!(Light::of(6, 23 * 60), Light::Dusk);
        assert_eq!(Light::of(1, 0), Light::Night);
        assert_eq!(Light::of(1, 1439), Light::Night);
    }
}
