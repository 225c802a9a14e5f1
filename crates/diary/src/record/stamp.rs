//! Stamps: which of two versions of a record is the later one.

use minicbor::{Decode, Encode};

/// When a version was written: later wins. Ordered by milliseconds, counter, writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01 UTC, by the writer's clock.
    #[n(0)]
    pub ms: u64,
    /// Counts up within one millisecond, or above a clock that was once ahead.
    #[n(1)]
    pub counter: u32,
    /// Random for each open tab.
    #[n(2)]
    pub writer: u32,
}

impl Stamp {
    /// 2200-01-01 UTC, behind the diary's last year, in milliseconds since 1970.
    pub const END_MS: u64 = 7_258_118_400_000;

    /// Whether it is that of another app's entry that nobody has edited here since.
    pub fn is_imported(self) -> bool {
        self.ms == 0
    }

    /// The stamp of a version from a file made at `made_at_ms`. One behind the diary's years is no
    /// clock's: it would win over everything for ever. Such a version was written when the file was
    /// made, at the latest.
    #[must_use]
    pub fn within_years(self, made_at_ms: u64) -> Self {
        if self.ms < Self::END_MS { self } else { Self { ms: made_at_ms, ..self } }
    }
}

/// Issues stamps for one open tab.
#[derive(Debug, Clone)]
pub struct StampClock {
    last: Stamp,
}

impl StampClock {
    /// A clock for this tab; `writer` is drawn at random when the tab opens.
    pub fn new(writer: u32) -> Self {
        Self { last: Stamp { ms: 0, counter: 0, writer } }
    }

    /// A stamp above both the last one issued and `record_stamp`, the record's present stamp: an
    /// edit made now wins even over a version that was written while some clock was ahead.
    pub fn issue(&mut self, now_ms: u64, record_stamp: Option<Stamp>) -> Stamp {
        let writer = self.last.writer;
        let floor = record_stamp.map_or(self.last, |stamp| stamp.max(self.last));
        let stamp = if now_ms > floor.ms {
            Stamp { ms: now_ms, counter: 0, writer }
        } else if let Some(counter) = floor.counter.checked_add(1) {
            Stamp { ms: floor.ms, counter, writer }
        } else {
            Stamp { ms: floor.ms.saturating_add(1), counter: 0, writer }
        };
        // Only this tab's own line goes on from here: a record stamped far ahead lifts its own
        // next version and nothing else.
        if record_stamp.is_none_or(|earlier| earlier < stamp && earlier.ms <= now_ms) {
            self.last = stamp;
        }
        stamp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_above_the_last_and_above_the_records_own() {
        let mut clock = StampClock::new(7);
        let first = clock.issue(1_000, None);
        let second = clock.issue(1_000, None);
        assert_eq!((first.ms, first.counter), (1_000, 0));
        assert_eq!((second.ms, second.counter), (1_000, 1));
        let ahead = Stamp { ms: 9_999, counter: 4, writer: 9 };
        let third = clock.issue(1_001, Some(ahead));
        assert_eq!(third, Stamp { ms: 9_999, counter: 5, writer: 7 });
    }

    #[test]
    fn a_clock_that_was_once_ahead_lifts_only_the_record_it_touched() {
        let mut clock = StampClock::new(7);
        let ahead = Stamp { ms: 9_999, counter: 4, writer: 9 };
        clock.issue(1_000, Some(ahead));
        assert_eq!(clock.issue(1_001, None).ms, 1_001);
    }

    #[test]
    fn a_stamp_behind_the_diarys_years_is_that_of_its_file() {
        let made_at_ms = 1_795_500_000_000;
        let stamp = |ms| Stamp { ms, counter: 3, writer: 9 };
        for absurd in [u64::MAX, Stamp::END_MS] {
            assert_eq!(stamp(absurd).within_years(made_at_ms), stamp(made_at_ms));
        }
        // A clock that was ahead, be it by a century, is a clock.
        let ahead = stamp(Stamp::END_MS - 1);
        assert_eq!(ahead.within_years(made_at_ms), ahead);
        let edit = StampClock::new(1).issue(made_at_ms, Some(ahead));
        assert!(edit > ahead, "{edit:?}");
        assert!(stamp(0).is_imported() && !ahead.is_imported());
    }
}
