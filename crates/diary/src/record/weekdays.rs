//! Some of the seven weekdays.

use super::codec::{Reader, Writer};
use super::fields::{FieldValue, Form};
use crate::time::Day;

/// All seven weekdays.
pub const EVERY_DAY: Weekdays = Weekdays(0b111_1111);
/// Monday to Friday.
pub const SCHOOL_DAYS: Weekdays = Weekdays(0b001_1111);
/// Saturday and Sunday.
pub const WEEKEND: Weekdays = Weekdays(0b110_0000);

/// Some weekdays, none to all seven. A weekday is 0 for Monday to 6 for Sunday.
///
/// Kept as one number: bit 0 for Monday to bit 6 for Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Those whose bits are set. An eighth bit is no day, and stays as it was stored.
    #[must_use]
    pub fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// The bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether it is none of them.
    pub fn is_empty(self) -> bool {
        self.0 & EVERY_DAY.0 == 0
    }

    /// Whether this weekday is among them.
    pub fn has(self, weekday: u8) -> bool {
        weekday < 7 && self.0 & (1 << weekday) != 0
    }

    /// Whether a date falls on one of them.
    pub fn falls_on(self, day: Day) -> bool {
        self.has(day.weekday())
    }

    /// With this weekday if it was not among them, else without it.
    #[must_use]
    pub fn toggled(self, weekday: u8) -> Self {
        if weekday < 7 { Self(self.0 ^ (1 << weekday)) } else { self }
    }

    /// Each of them, Monday first.
    pub fn each(self) -> impl Iterator<Item = u8> {
        (0..7).filter(move |weekday| self.has(*weekday))
    }
}

impl FromIterator<u8> for Weekdays {
    fn from_iter<I: IntoIterator<Item = u8>>(weekdays: I) -> Self {
        let bit = |weekday| Self::default().toggled(weekday).0;
        Self(weekdays.into_iter().fold(0, |bits, weekday| bits | bit(weekday)))
    }
}

impl FieldValue for Weekdays {
    const FORM: Form = Form::Plain;

    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        u8::read(from).map(Self::from_bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_told_from_monday_on() {
        assert_eq!(SCHOOL_DAYS.each().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!(WEEKEND.each().collect::<Vec<_>>(), [5, 6]);
        assert_eq!([6, 5].into_iter().collect::<Weekdays>(), WEEKEND);
        let tuesday = Day::from_ymd(2026, 11, 24).expect("a date");
        assert!(SCHOOL_DAYS.falls_on(tuesday) && !WEEKEND.falls_on(tuesday));
        assert!(!EVERY_DAY.has(7));
    }

    #[test]
    fn a_weekday_goes_on_and_off() {
        let tuesday = Weekdays::default().toggled(1);
        assert_eq!(tuesday.bits(), 0b000_0010);
        assert!(tuesday.toggled(1).is_empty());
        assert_eq!(tuesday.toggled(7), tuesday);
    }

    #[test]
    fn one_number_is_kept() {
        let mut out = Writer::default();
        SCHOOL_DAYS.write(&mut out);
        assert_eq!(out.into_bytes(), [0x18, 31]);
        // An eighth bit is no day, and is written back.
        let read = Weekdays::read(&mut Reader::new(&[0x18, 0xff])).expect("a number");
        assert_eq!(read.each().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
        let mut out = Writer::default();
        read.write(&mut out);
        assert_eq!(out.into_bytes(), [0x18, 0xff]);
        assert!(Weekdays::from_bits(0x80).is_empty());
    }
}
