//! Files of other apps as people really have them: saved again by a spreadsheet, packed again in a
//! folder, with long notes, in pieces. One folder a case in `tests/fixtures/cases`; what must come of
//! each is written here by hand.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod daylio;
mod foreign;
mod forms;
mod limits;
mod loop_habits;
mod plees;

use std::path::Path;

use askelma_diary::entries::{MoodEntry, Night};
use askelma_diary::record::Body;
use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_diary::values::{Mood, Words};
use askelma_files::{BadRowKind, FileError, Found, NamedFile, Preview, read, records};

/// Two hours east of Greenwich, as Helsinki in winter.
struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

/// A file of a case, under its own name.
fn case(path: &str) -> NamedFile {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases").join(path);
    let name = whole.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    NamedFile { name, bytes: std::fs::read(&whole).expect("a fixture") }
}

fn file(name: &str, text: &str) -> NamedFile {
    NamedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// What would come of files; names of moods are given the middle face.
fn preview(files: &[NamedFile]) -> Result<Preview, FileError> {
    match read(files, &[], &EastTwo)? {
        Found::Preview(preview) => Ok(preview),
        Found::WhichFaces(names) => {
            let middle = Mood::new(3).ok();
            let faces: Vec<_> =
                names.into_iter().map(|name| (name.name, name.mood.or(middle))).collect();
            match read(files, &faces, &EastTwo)? {
                Found::Preview(preview) => Ok(preview),
                Found::WhichFaces(_) => panic!("asked for faces twice"),
            }
        }
    }
}

/// What would come of one file of a case.
fn comes(path: &str) -> Preview {
    preview(&[case(path)]).expect(path)
}

/// What would come of one text, with no row left out.
fn text_comes(text: &str) -> Preview {
    let preview = preview(&[file("a.csv", text)]).expect(text);
    assert_eq!(bad(&preview), [], "{text}");
    preview
}

fn refused(path: &str) -> Option<FileError> {
    preview(&[case(path)]).err()
}

/// The rows that are left out: their lines and why.
fn bad(preview: &Preview) -> Vec<(u64, BadRowKind)> {
    preview.bad.first.iter().map(|bad| (bad.line, bad.why)).collect()
}

fn text(words: Option<&Words>) -> String {
    words.map(|words| words.as_str().to_owned()).unwrap_or_default()
}

/// Check-ins, earliest first: local time, mood, note.
fn moods(preview: &Preview) -> Vec<(String, u8, String)> {
    let mut all: Vec<MoodEntry> = bodies(preview)
        .filter_map(|body| if let Body::Mood(mood) = body { Some(mood) } else { None })
        .collect();
    all.sort_by_key(|mood| mood.when.unix_s());
    assert_eq!(usize::try_from(preview.moods), Ok(all.len()));
    let one = |mood: &MoodEntry| (clock(mood.when), mood.mood.get(), text(mood.note.as_ref()));
    all.iter().map(one).collect()
}

/// Nights, earliest first.
fn nights(preview: &Preview) -> Vec<Night> {
    let mut all: Vec<Night> = bodies(preview)
        .filter_map(|body| if let Body::Night(night) = body { Some(night) } else { None })
        .collect();
    all.sort_by_key(|night| night.tried.unix_s());
    assert_eq!(usize::try_from(preview.nights), Ok(all.len()));
    all
}

/// Ticks, earliest first, by the title of their item: `2026-11-23 Walk`.
fn ticks(preview: &Preview) -> Vec<String> {
    let titles: Vec<_> = bodies(preview)
        .filter_map(|body| match body {
            Body::RoutineItem(item) => Some((item.item, item.title.as_str().to_owned())),
            _ => None,
        })
        .collect();
    assert_eq!(usize::try_from(preview.items), Ok(titles.len()));
    let title = |item| {
        let (_, title) = titles.iter().find(|(id, _)| *id == item).expect("a tick has its item");
        title.clone()
    };
    let mut all: Vec<String> = bodies(preview)
        .filter_map(|body| match body {
            Body::Tick(tick) => Some(format!("{} {}", tick.day.date(), title(tick.item))),
            _ => None,
        })
        .collect();
    all.sort();
    assert_eq!(usize::try_from(preview.ticks), Ok(all.len()));
    all
}

fn bodies(preview: &Preview) -> impl Iterator<Item = Body> {
    records(&preview.shards).into_iter().filter_map(|(_, record)| record.body().cloned())
}

fn clock(at: Instant) -> String {
    at.local().format("%Y-%m-%d %H:%M").to_string()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}
