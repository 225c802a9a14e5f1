//! Someone to talk to now: which lines are open at an instant.

use crate::time::Instant;
use crate::weekdays::Weekdays;

/// Opening hours on some weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// On these.
    pub weekdays: Weekdays,
    /// Opens at this clock minute, 0 to 1439.
    pub opens_min: u16,
    /// Closes at this clock minute, 1 to 1440, after it opens.
    pub closes_min: u16,
}

/// What is known of a line's hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Day and night.
    Always,
    /// These hours.
    Hours(Vec<Hours>),
    /// Not certain: only what its own words say.
    Unsure,
}

/// A line's state at an instant. Ordered: open ones first, unsure ones before those known closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Open day and night.
    Always,
    /// Open until this clock minute.
    OpenUntil(u16),
    /// Not certain.
    Unsure,
    /// Opens so many days from now (0 today, 1 tomorrow) at this clock minute.
    Opens(u8, u16),
    /// No hours are known within a week.
    Closed,
}

/// The state of a line now. Hours are the line's own local time, taken as the device's.
pub fn state(opening: &Opening, now: Instant) -> State {
    let hours = match opening {
        Opening::Always => return State::Always,
        Opening::Unsure => return State::Unsure,
        Opening::Hours(hours) => hours,
    };
    let (weekday, clock) = (now.calendar_day().weekday(), now.clock_min());
    let on = |hours: &Hours, weekday: u8| hours.weekdays.has(weekday);
    let open =
        |hours: &&Hours| on(hours, weekday) && (hours.opens_min..hours.closes_min).contains(&clock);
    if let Some(open) = hours.iter().find(open) {
        return State::OpenUntil(open.closes_min);
    }
    (0..7_u8)
        .find_map(|ahead| {
            let later = |hours: &&Hours| ahead > 0 || hours.opens_min > clock;
            hours
                .iter()
                .filter(|hours| on(hours, (weekday + ahead) % 7))
                .filter(later)
                .map(|hours| hours.opens_min)
                .min()
                .map(|opens| State::Opens(ahead, opens))
        })
        .unwrap_or(State::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn at(day: u32, hour: u32, minute: u32) -> Instant {
        let date = Day::from_ymd(2026, 11, day).expect("a date").date();
        Instant::from_local(date.and_hms_opt(hour, minute, 0).expect("a time"), 120).expect("range")
    }

    fn swedish_line() -> Opening {
        // Mon-Tue 14-17, Wed-Thu 14-20.
        Opening::Hours(vec![
            Hours { weekdays: Weekdays::from_bits(0b000_0011), opens_min: 840, closes_min: 1020 },
            Hours { weekdays: Weekdays::from_bits(0b000_1100), opens_min: 840, closes_min: 1200 },
        ])
    }

    #[test]
    fn open_ones_say_until_when_and_closed_ones_when_next() {
        // 24.11.2026 is a Tuesday.
        assert_eq!(state(&swedish_line(), at(24, 14, 0)), State::OpenUntil(1020));
        assert_eq!(state(&swedish_line(), at(24, 17, 0)), State::Opens(1, 840));
        assert_eq!(state(&swedish_line(), at(24, 8, 4)), State::Opens(0, 840));
        // Friday: next on Monday.
        assert_eq!(state(&swedish_line(), at(27, 15, 0)), State::Opens(3, 840));
    }

    #[test]
    fn open_lines_come_first() {
        let mut states =
            [State::Opens(0, 840), State::Unsure, State::OpenUntil(1020), State::Always];
        states.sort_unstable();
        assert_eq!(
            states,
            [State::Always, State::OpenUntil(1020), State::Unsure, State::Opens(0, 840)]
        );
    }
}
