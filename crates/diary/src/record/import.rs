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
    pub already_here: usize,
}

/// Sorts them. Deletions that are known here already count nowhere.
pub fn compare(diary: &Diary, records: Vec<(ShardKey, Record)>) -> Compared {
    let mut compared = Compared::default();
    for (shard, record) in records {
        let local = diary.record(record.id);
        let wins = local.is_none_or(|local| record.wins_over(local));
        let gone_here = local.is_some_and(|local| local.content == Content::Gone);
        match (record.content == Content::Gone, wins) {
            (true, true) => compared.deletions.push((shard, record)),
            (true, false) => {}
            (false, true) => compared.fresh.push((shard, record)),
            (false, false) if gone_here => compared.deleted_here.push((shard, record)),
            (false, false) => compared.already_here += 1,
        }
    }
    compared
}

/// The change that says what these records say, with new stamps: what was deleted comes back.
/// Entries that only a newer app understands cannot be put again and are left out.
fn replay(records: &[(ShardKey, Record)]) -> Change {
    let item = |(shard, record): &(ShardKey, Record)| match &record.content {
        Content::Live { body, .. } => Some(Item::Put { id: record.id, body: body.clone() }),
        Content::Gone => Some(Item::Remove { id: record.id, shard: *shard }),
        Content::Foreign { .. } => None,
    };
    Change(records.iter().filter_map(item).collect())
}

/// What becomes of entries that were deleted here later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeletedHere {
    /// They stay deleted.
    Stay,
    /// They come back.
    ComeBack,
}

/// Taking records in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// To be merged as they came.
    pub merged: Vec<(ShardKey, Record)>,
    /// To be put again, with new stamps.
    pub back: Change,
}

/// Takes in what is fresh, deletions among it, and what was deleted here if that is wished.
pub fn take(compared: &Compared, deleted_here: DeletedHere) -> Taking {
    let merged = [&compared.fresh[..], &compared.deletions[..]].concat();
    let back = match deleted_here {
        DeletedHere::Stay => Change::default(),
        DeletedHere::ComeBack => replay(&compared.deleted_here),
    };
    Taking { merged, back }
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
        for (_, record) in [record(1, 5, Some(3)), record(2, 5, None), record(3, 5, Some(2))] {
            diary.merge(record);
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
        assert_eq!(compared.already_here, 1);
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
        assert_eq!((compared.fresh.len(), compared.already_here), (0, 1));
    }

    #[test]
    fn what_was_deleted_here_comes_back_only_when_it_is_wished() {
        let compared = Compared {
            fresh: vec![record(4, 0, Some(1))],
            deleted_here: vec![record(2, 4, Some(4))],
            deletions: vec![record(5, 2, None)],
            already_here: 0,
        };
        let merged = vec![record(4, 0, Some(1)), record(5, 2, None)];
        let stay = Taking { merged: merged.clone(), back: Change::default() };
        assert_eq!(take(&compared, DeletedHere::Stay), stay);
        let come_back = Taking { merged, back: replay(&[record(2, 4, Some(4))]) };
        assert_eq!(take(&compared, DeletedHere::ComeBack), come_back);
    }

    #[test]
    fn replay_brings_back() {
        let mut diary = Diary::default();
        diary.merge(record(2, 5, None).1);
        diary.show(&replay(&[record(2, 4, Some(4))]));
        assert!(diary.get(Id::random([2; 16])).is_some());
    }
}
