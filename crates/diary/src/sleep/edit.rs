//! What a person does with nights.

use super::NightInput;
use crate::change::Change;
use crate::diary::Diary;
use crate::entries::Night;
use crate::id::Id;
use crate::record::Kind;
use crate::sleep::LastTime;
use crate::time::{Day, Instant};

/// A night, new or mended: one a waking date.
pub fn put(night: Night) -> Change {
    Change::put(Id::once_a_day(Kind::Night, night.woke.calendar_day()), night)
}

/// Takes the night that ended on a date away.
pub fn remove(diary: &Diary, waking_day: Day) -> Change {
    diary.removal(&[Id::once_a_day(Kind::Night, waking_day)])
}

impl NightInput {
    /// A night of which no more is told than when it began and ended, in clock minutes 0 to 1439.
    pub fn plain(waking_day: Day, tried_clock: u16, woke_clock: u16) -> Self {
        Self {
            waking_day,
            into_bed_clock: None,
            tried_clock,
            woke_clock,
            out_of_bed_clock: None,
            fall_asleep_min: None,
            awakenings: None,
            awake_min: None,
            quality: None,
            naps_min: None,
            note: None,
            estimate: false,
        }
    }

    /// "Like last time": an estimate.
    pub fn like(waking_day: Day, last: LastTime) -> Self {
        Self { estimate: true, ..Self::plain(waking_day, last.tried_clock, last.woke_clock) }
    }

    /// What was typed of a night that is kept.
    pub fn of(night: &Night) -> Self {
        Self {
            waking_day: night.woke.calendar_day(),
            into_bed_clock: night.into_bed.map(Instant::clock_min),
            tried_clock: night.tried.clock_min(),
            woke_clock: night.woke.clock_min(),
            out_of_bed_clock: night.out_of_bed.map(Instant::clock_min),
            fall_asleep_min: night.fall_asleep_min,
            awakenings: night.awakenings,
            awake_min: night.awake_min,
            quality: night.quality,
            naps_min: night.naps_min,
            note: night.note.clone(),
            estimate: night.estimate,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Item;
    use crate::shard::ShardKey;
    use crate::time::{TimeError, Zone};

    struct EastTwo;

    impl Zone for EastTwo {
        fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
            Instant::from_local(local, 120)
        }
    }

    #[test]
    fn a_night_is_kept_once_a_waking_date() {
        let day = Day::from_ymd(2026, 11, 24).expect("a date");
        let last = LastTime { tried_clock: 23 * 60, woke_clock: 7 * 60 };
        let input = NightInput::like(day, last);
        let night = input.clone().night(&EastTwo).expect("eight hours");
        assert_eq!((night.woke.minutes_since(night.tried), night.estimate), (480, true));
        assert_eq!(NightInput::of(&night), input);
        assert!(!NightInput::plain(day, 23 * 60, 7 * 60).estimate);
        let id = Id::once_a_day(Kind::Night, day);
        assert_eq!(put(night.clone()), Change::put(id, night.clone()));
        let mut diary = Diary::default();
        assert_eq!(remove(&diary, day), Change::default());
        diary.show(&put(night));
        let gone = Item::Remove { id, shard: ShardKey::Month(2026, 11) };
        assert_eq!(remove(&diary, day), Change(vec![gone]));
    }
}
