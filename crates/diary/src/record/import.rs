//! Records from a backup or another app: what they would change here.

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::record::{Content, Record};
use crate::shard::ShardKey;

/// Records from outside, sorted by what they meet here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Entries that are not here, or older here.
    pub fresh: Vec<(ShardKey, Record)>,
    /// Entries that were deleted here later than they were written there.
    pub deleted_here: Vec<(ShardKey, Record)>,
    /// Deletions that are not known here yet.
    pub deletions: Vec<(ShardKey, Record)>,
    /// How many entries are here already, as they are or newer.
    pub known: usize,
}

/// Sorts them. Deletions that are known here already count nowhere.
pub fn compare(diary: &Diary, records: Vec<(ShardKey, Record)>) -> Compared {
    let mut compared = Compared::default();
    for (shard, record) in records {
        let own = diary.record(record.id);
        let wins = own.is_none_or(|own| record.wins_over(own));
        let gone_here = own.is_some_and(|own| own.content == Content::Gone);
        match (record.content == Content::Gone, wins) {
            (true, true) => compared.deletions.push((shard, record)),
            (true, false) => {}
            (false, true) => compared.fresh.push((shard, record)),
            (false, false) if gone_here => compared.deleted_here.push((shard, record)),
            (false, false) => compared.known += 1,
        }
    }
    compared
}

/// The change that says what these records say, as if it were told anew: what was deleted comes
/// back. Entries that only a newer app understands cannot be told anew and are left out.
pub fn replay(records: &[(ShardKey, Record)]) -> Change {
    let item = |(shard, record): &(ShardKey, Record)| match &record.content {
        Content::Live { body, .. } => Some(Item::Put { id: record.id, body: body.clone() }),
        Content::Gone => Some(Item::Remove { id: record.id, shard: *shard }),
        Content::Foreign { .. } => None,
    };
    Change(records.iter().filter_map(item).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::MoodEntry;
    use crate::id::Id;
    use crate::stamp::Stamp;
    use crate::time::Instant;
    use crate::values::Mood;

    fn record(name: u8, ms: u64, mood: Option<u8>) -> (ShardKey, Record) {
        let when = Instant::new(1_795_500_000, 120).expect("an instant");
        let content = mood.map_or(Content::Gone, |mood| Content::Live {
            body: MoodEntry::new(when, Mood::new(mood).expect("1 to 5")).into(),
            newer_fields: Vec::new(),
        });
        let stamp = Stamp { ms, counter: 0, writer: 0 };
        (ShardKey::of(Some(when.day())), Record { id: Id::random([name; 16]), stamp, content })
    }

    #[test]
    fn what_is_here_stays_and_what_was_deleted_is_offered() {
        let mut diary = Diary::default();
        for (_, own) in [record(1, 5, Some(3)), record(2, 5, None), record(3, 5, Some(2))] {
            diary.merge(own);
        }
        let compared = compare(
            &diary,
            vec![
                record(1, 5, Some(3)), // The very same.
                record(2, 4, Some(4)), // Deleted here since.
                record(3, 9, Some(5)), // Changed there since.
                record(4, 0, Some(1)), // New, from another app.
                record(5, 2, None),    // Deleted there.
            ],
        );
        assert_eq!(compared.known, 1);
        assert_eq!(compared.deleted_here, [record(2, 4, Some(4))]);
        assert_eq!(compared.fresh, [record(3, 9, Some(5)), record(4, 0, Some(1))]);
        assert_eq!(compared.deletions, [record(5, 2, None)]);
    }

    #[test]
    fn taken_twice_adds_nothing() {
        let mut diary = Diary::default();
        let (_, import) = record(4, 0, Some(1));
        diary.merge(import);
        let compared = compare(&diary, vec![record(4, 0, Some(1))]);
        assert_eq!((compared.fresh.len(), compared.known), (0, 1));
    }

    #[test]
    fn told_anew_brings_back() {
        let mut diary = Diary::default();
        diary.merge(record(2, 5, None).1);
        diary.show(&replay(&[record(2, 4, Some(4))]));
        assert!(diary.get(Id::random([2; 16])).is_some());
    }
}
