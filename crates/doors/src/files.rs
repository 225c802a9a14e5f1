//! Files that a person chose.

use askelma_diary::record::Body;
use askelma_diary::shard::{Shard, ShardKey};
use askelma_diary::stamp::Stamp;
use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_diary::values::Mood;
use askelma_files::backup::{from_json, to_json};
use askelma_files::{Found, NamedFile, Preview, Source, read, records};

use crate::Entered;

/// Two hours east of Greenwich, as Helsinki in winter.
struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

/// The diary's own backup.
pub fn backup(bytes: &[u8]) -> Entered {
    let Ok(backup) = from_json(bytes) else { return Entered::Refused };
    let text = to_json(&backup.records, backup.made_at).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(from_json(text.as_bytes()).as_ref(), Ok(&backup));
    for (key, record) in &backup.records {
        if let Some(body) = record.body() {
            assert_eq!(ShardKey::of(body.day()), *key);
        }
    }
    entered(&[file("backup.json", bytes)])
}

/// A zip of another app's tables.
pub fn zip(bytes: &[u8]) -> Entered {
    entered(&[file("export.zip", bytes)])
}

/// Daylio's table.
pub fn daylio(bytes: &[u8]) -> Entered {
    entered(&[file("daylio.csv", bytes)])
}

/// The table of Loop's checks, beside the list of its habits.
pub fn loop_habits(bytes: &[u8]) -> Entered {
    let habits = b"Position,Name,Question,Description\n1,Wake up early,,\n";
    entered(&[file("Habits.csv", habits), file("Checkmarks.csv", bytes)])
}

/// Plees' table.
pub fn plees(bytes: &[u8]) -> Entered {
    entered(&[file("plees.csv", bytes)])
}

fn file(name: &str, bytes: &[u8]) -> NamedFile {
    NamedFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

fn entered(files: &[NamedFile]) -> Entered {
    let preview = match read(files, &[], &EastTwo) {
        Err(_) => return Entered::Refused,
        Ok(Found::Preview(preview)) => preview,
        Ok(Found::WhichFaces(names)) => {
            // Every other name is given a face, as a person might.
            let mood = |place: usize| place.is_multiple_of(2).then_some(Mood::MIN);
            let faces: Vec<_> =
                (0..).zip(names).map(|(place, named)| (named.name, mood(place))).collect();
            match read(files, &faces, &EastTwo) {
                Ok(Found::Preview(preview)) => preview,
                other => panic!("asked twice: {other:?}"),
            }
        }
    };
    holds(&preview);
    Entered::when(!preview.shards.is_empty())
}

fn holds(preview: &Preview) {
    for (key, record) in records(&preview.shards) {
        let Some(body) = record.body() else { continue };
        assert_eq!(ShardKey::of_body(body), key);
        // What is here already always stays.
        assert!(preview.sources.contains(&Source::Backup) || record.stamp == Stamp::default());
        let day = Body::day(body);
        assert!(day.is_none_or(|day| preview.from <= Some(day) && Some(day) <= preview.to));
    }
    for shard in preview.shards.values() {
        assert_eq!(Shard::from_bytes(&shard.to_bytes()).as_ref(), Ok(shard));
    }
    // It crosses from the background to the page as it is.
    let crossing = minicbor::to_vec(preview).unwrap_or_default();
    assert_eq!(minicbor::decode::<Preview>(&crossing).ok().as_ref(), Some(preview));
}
