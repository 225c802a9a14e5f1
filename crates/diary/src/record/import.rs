//! Records from a backup or another app: what they would change here.

use crate::change::{Change, Item};
use crate::diary::Diary;
use crate::entries::RoutineItem;
use crate::record::{Body, Content, Record};
use crate::shard::ShardKey;
use crate::stamp::Stamp;

/// Whose records they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A diary's own, each with the stamp of its last edit: the later version stays.
    Backup,
    /// Another app's, which were never edited in a diary. What has the stamp of an edit, from a backup
    /// that was chosen along with them, is taken as one of a diary.
    OtherApp,
}

/// Records from outside, sorted by what they meet here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Entries that are not here, or older here.
    pub fresh: Vec<(ShardKey, Record)>,
    /// Another app's entries that were imported before, and say something else now. None was edited
    /// here since.
    pub changed: Vec<(ShardKey, Record)>,
    /// Entries that were deleted here later than they were written there.
    pub deleted_here: Vec<(ShardKey, Record)>,
    /// Deletions that are not known here yet.
    pub deletions: Vec<(ShardKey, Record)>,
    /// How many entries are here already, as they are or newer.
    pub already_here: usize,
}

/// Sorts them. Deletions that are known here already count nowhere.
pub fn compare(diary: &Diary, origin: Origin, records: Vec<(ShardKey, Record)>) -> Compared {
    let mut compared = Compared::default();
    for (shard, record) in records {
        let local = diary.record(record.id);
        let from_an_app = origin == Origin::OtherApp && record.stamp.is_imported();
        let again = local.filter(|_| from_an_app);
        if let Some(corrected) = again.and_then(|local| correction(local, &record)) {
            compared.changed.push((shard, corrected));
            continue;
        }
        // Of an app's entry, what is in the diary stays, whichever bytes are the greater.
        let wins = local.is_none_or(|local| !from_an_app && record.wins_over(local));
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

/// What another app says of an entry that it said otherwise before and that was never edited here: a
/// version above the one that is here. Its stamp is the same on every device that takes it, and below
/// that of any edit. `None` where the entry stays as it is.
fn correction(local: &Record, record: &Record) -> Option<Record> {
    let here = local.body()?;
    let body = followed(here, record.body()?.clone());
    if body == *here || !local.stamp.is_imported() {
        return None;
    }
    let counter = local.stamp.counter.checked_add(1)?;
    let stamp = Stamp { counter, ..Stamp::default() };
    let content = Content::Live { body, newer_fields: Vec::new() };
    Some(Record { id: record.id, stamp, content })
}

/// What becomes of an entry that is here by what a file says of it. A routine item spans what either
/// says: its ticks are entries of their own, and none of those that are here goes.
fn followed(here: &Body, said: Body) -> Body {
    match (here, said) {
        (Body::RoutineItem(here), Body::RoutineItem(said)) => {
            let until = here.until.zip(said.until).map(|(here, said)| here.max(said));
            RoutineItem { from: here.from.min(said.from), until, ..said }.into()
        }
        (_, said) => said,
    }
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

/// What becomes of another app's entries that say something else than when they were imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// They stay as they are.
    Stay,
    /// They become what the file says.
    Follow,
}

/// Taking records in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// To be merged as they came.
    pub merged: Vec<(ShardKey, Record)>,
    /// To be put again, with new stamps.
    pub back: Change,
}

/// Takes in what is fresh, deletions among it, and what changed and what was deleted here if that is
/// wished.
pub fn take(compared: &Compared, changed: Changed, deleted_here: DeletedHere) -> Taking {
    let mut merged = [&compared.fresh[..], &compared.deletions[..]].concat();
    if changed == Changed::Follow {
        merged.extend_from_slice(&compared.changed);
    }
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
            Origin::Backup,
            vec![
                record(1, 5, Some(3)), // The very same.
                record(2, 4, Some(4)), // Deleted here since.
                record(3, 9, Some(5)), // Changed there since.
                record(4, 0, Some(1)), // New, once from another app.
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
        for origin in [Origin::Backup, Origin::OtherApp] {
            let compared = compare(&diary, origin, vec![record(4, 0, Some(1))]);
            assert_eq!(compared, Compared { already_here: 1, ..Compared::default() });
        }
    }

    /// What a file that says a mood of one entry changes in a diary, and the diary with it taken in.
    fn read_again(diary: &Diary, mood: u8) -> (Compared, Diary) {
        let compared = compare(diary, Origin::OtherApp, vec![record(4, 0, Some(mood))]);
        let mut after = diary.clone();
        for (_, record) in take(&compared, Changed::Follow, DeletedHere::Stay).merged {
            after.merge(record);
        }
        (compared, after)
    }

    fn mood_of(diary: &Diary) -> Option<u8> {
        let entry: &MoodEntry = diary.find(Id::random([4; 16]))?;
        Some(entry.mood.get())
    }

    #[test]
    fn a_corrected_file_is_followed_in_either_direction() {
        for (first, second) in [(2, 4), (4, 2), (3, 4), (4, 3)] {
            let (new, once) = read_again(&Diary::default(), first);
            assert_eq!((new.fresh.len(), new.changed.len()), (1, 0));
            let (again, twice) = read_again(&once, second);
            assert_eq!((again.fresh.len(), again.changed.len(), again.already_here), (0, 1, 0));
            assert_eq!(mood_of(&twice), Some(second), "{first} then {second}");
            // The same file once more changes nothing; the first one would lead back.
            assert_eq!(read_again(&twice, second).0.changed, []);
            assert_eq!(mood_of(&read_again(&twice, first).1), Some(first));
            // Left out if that is not wished.
            let stay = take(&again, Changed::Stay, DeletedHere::Stay);
            assert_eq!((stay.merged, stay.back), (Vec::new(), Change::default()));
        }
    }

    #[test]
    fn what_was_edited_or_deleted_here_is_not_changed_by_a_file() {
        for edited in [record(4, 7, Some(5)), record(4, 7, None)] {
            let (_, mut diary) = read_again(&Diary::default(), 2);
            diary.merge(edited.1.clone());
            let (compared, after) = read_again(&diary, 4);
            assert_eq!((compared.fresh, compared.changed), (Vec::new(), Vec::new()));
            assert_eq!(after, diary);
        }
    }

    #[test]
    fn a_backup_beside_another_apps_file_is_taken_as_a_backup() {
        let (_, diary) = read_again(&Diary::default(), 2);
        let edited = vec![record(4, 9, Some(3))];
        let compared = compare(&diary, Origin::OtherApp, edited.clone());
        assert_eq!(compared, Compared { fresh: edited, ..Compared::default() });
    }

    #[test]
    fn two_devices_that_read_other_files_come_to_say_the_same() {
        let read = |moods: &[u8]| {
            moods.iter().fold(Diary::default(), |diary, mood| read_again(&diary, *mood).1)
        };
        let merged = |one: &Diary, other: &Diary| {
            let mut diary = one.clone();
            diary.merge(other.record(Id::random([4; 16])).expect("it was read").clone());
            diary
        };
        // One corrected it and the other did not: the correction stands, also below greater bytes.
        let (corrected, as_it_was) = (read(&[5, 1]), read(&[5]));
        assert_eq!(mood_of(&merged(&corrected, &as_it_was)), Some(1));
        for (one, other) in [([2, 4], [4, 2]), ([1, 3], [1, 3]), ([5, 1], [5, 2])] {
            let (one, other) = (read(&one), read(&other));
            assert_eq!(merged(&one, &other), merged(&other, &one));
        }
    }

    #[test]
    fn what_was_deleted_here_comes_back_only_when_it_is_wished() {
        let compared = Compared {
            fresh: vec![record(4, 0, Some(1))],
            changed: Vec::new(),
            deleted_here: vec![record(2, 4, Some(4))],
            deletions: vec![record(5, 2, None)],
            already_here: 0,
        };
        let merged = vec![record(4, 0, Some(1)), record(5, 2, None)];
        let stay = Taking { merged: merged.clone(), back: Change::default() };
        assert_eq!(take(&compared, Changed::Follow, DeletedHere::Stay), stay);
        let come_back = Taking { merged, back: replay(&[record(2, 4, Some(4))]) };
        assert_eq!(take(&compared, Changed::Follow, DeletedHere::ComeBack), come_back);
    }

    #[test]
    fn replay_brings_back() {
        let mut diary = Diary::default();
        diary.merge(record(2, 5, None).1);
        diary.show(&replay(&[record(2, 4, Some(4))]));
        assert!(diary.get(Id::random([2; 16])).is_some());
    }
}
