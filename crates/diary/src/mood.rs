//! What a person does with check-ins.

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::MoodEntry;
use crate::id::Id;
use crate::time::Instant;
use crate::today::free_second;
use crate::values::Mood;

/// One tap on a face: a check-in at that time, or at the first second after it that is free.
pub fn add(diary: &Diary, id: Id, mood: Mood, when: Instant) -> Change {
    Change::put(id, MoodEntry::new(free_second(diary, when), mood))
}

/// A check-in with its details. Another time of day may move it to another date's month: a
/// record's day never changes, so that it becomes the record `new`.
pub fn change(diary: &Diary, id: Id, entry: MoodEntry, new: Id) -> Change {
    match diary.find::<MoodEntry>(id) {
        Some(before) if before.when.day() != entry.when.day() => {
            let mut change = diary.removal(&[id]);
            change.0.push(Item::Put { id: new, body: entry.into() });
            change
        }
        _ => Change::put(id, entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shard::ShardKey;
    use crate::time::Day;

    /// 2026-11-24 at that clock minute, two hours ahead of UTC.
    fn at(minute: i64) -> Instant {
        let midnight = 1_795_471_200;
        Instant::new(midnight + minute * 60, 120).expect("in range")
    }

    fn id(number: u8) -> Id {
        Id::random([number; 16])
    }

    fn good() -> Mood {
        Mood::new(4).expect("in range")
    }

    #[test]
    fn the_second_of_two_quick_taps_is_a_second_later() {
        let mut diary = Diary::default();
        diary.show(&add(&diary, id(1), good(), at(600)));
        let second = add(&diary, id(2), good(), at(600));
        let later = Instant::new(at(600).unix_s() + 1, 120).expect("in range");
        assert_eq!(second, Change::put(id(2), MoodEntry::new(later, good())));
    }

    #[test]
    fn a_check_in_moved_to_another_day_is_another_record() {
        let mut diary = Diary::default();
        diary.show(&add(&diary, id(1), good(), at(600)));
        let same_day = MoodEntry::new(at(700), good());
        assert_eq!(change(&diary, id(1), same_day.clone(), id(2)), Change::put(id(1), same_day));
        // Half past three at night belongs to the day before.
        let small_hours = MoodEntry::new(at(210), good());
        let shard = ShardKey::of(Some(Day::from_ymd(2026, 11, 24).expect("a date")));
        let moved = Change(vec![
            Item::Remove { id: id(1), shard },
            Item::Put { id: id(2), body: small_hours.clone().into() },
        ]);
        assert_eq!(change(&diary, id(1), small_hours, id(2)), moved);
    }
}
