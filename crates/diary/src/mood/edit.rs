//! What a person does with check-ins.

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::MoodEntry;
use crate::id::Id;
use crate::time::Instant;
use crate::today::free_second;
use crate::values::Mood;

/// One tap on a face, entered for `when` or the next second that is free.
pub fn add(diary: &Diary, id: Id, mood: Mood, when: Instant) -> Change {
    let taken = diary.on::<MoodEntry>(when.day()).map(|(_, entry)| entry.when);
    Change::put(id, MoodEntry::new(free_second(when, taken), mood))
}

/// A check-in with its details. Another time may move it to another day, and a record's day never
/// changes: it then goes on under `new_id`, and the old one is gone.
pub fn change(diary: &Diary, id: Id, entry: MoodEntry, new_id: Id) -> Change {
    let moved = diary.find::<MoodEntry>(id).is_some_and(|old| old.when.day() != entry.when.day());
    if !moved {
        return Change::put(id, entry);
    }
    let mut change = diary.removal(&[id]);
    change.0.push(Item::Put { id: new_id, body: entry.into() });
    change
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shard::ShardKey;

    /// 24.11.2026 at 8.04 in Helsinki.
    const MORNING: i64 = 1_795_500_240;

    fn at(unix_s: i64) -> Instant {
        Instant::new(unix_s, 120).expect("in range")
    }

    fn mood(value: u8) -> Mood {
        Mood::new(value).expect("1 to 5")
    }

    fn ids() -> [Id; 2] {
        [1, 2].map(|name| Id::random([name; 16]))
    }

    #[test]
    fn a_second_tap_in_the_same_second_is_the_later_one() {
        let ([first, second], mut diary) = (ids(), Diary::default());
        diary.show(&add(&diary, first, mood(2), at(MORNING)));
        let change = add(&diary, second, mood(4), at(MORNING));
        assert_eq!(change, Change::put(second, MoodEntry::new(at(MORNING + 1), mood(4))));
    }

    #[test]
    fn details_stay_in_the_record_and_another_day_is_another_record() {
        let ([id, new], mut diary) = (ids(), Diary::default());
        diary.show(&add(&diary, id, mood(2), at(MORNING)));
        let later = MoodEntry::new(at(MORNING + 3_600), mood(3));
        assert_eq!(change(&diary, id, later.clone(), new), Change::put(id, later));
        // Half past three at night belongs to the 23rd.
        let earlier = MoodEntry::new(at(MORNING - (4 * 60 + 34) * 60), mood(3));
        let gone = Item::Remove { id, shard: ShardKey::Month(2026, 11) };
        let added = Item::Put { id: new, body: earlier.clone().into() };
        assert_eq!(change(&diary, id, earlier, new), Change(vec![gone, added]));
    }
}
