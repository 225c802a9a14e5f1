//! The tables as a spreadsheet reads them.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use askelma_diary::entries::{MoodEntry, Step};
use askelma_diary::record::{Entry, Kind};
use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_diary::values::Mood;
use askelma_files::tables::{Separator, to_zip};
use askelma_files::{FileError, NamedFile, read};

mod made;
use made::{every_kind, now, stored_record, words};

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

/// The text of a table in a zip, behind its mark.
fn table(zip: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip");
    let mut text = String::new();
    let mut file = zip.by_name(name).expect("a table");
    std::io::Read::read_to_string(&mut file, &mut text).expect("UTF-8");
    text.strip_prefix('\u{feff}').expect("its mark").to_owned()
}

/// The rows of a table in a zip, its head first.
fn rows(zip: &[u8], name: &str, separator: Separator) -> Vec<Vec<String>> {
    let text = table(zip, name);
    let delimiter = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// A cell by its column's name.
fn under<'a>(rows: &'a [Vec<String>], row: usize, column: &str) -> &'a str {
    let at = rows[0].iter().position(|name| name == column).expect("a column");
    &rows[row][at]
}

#[test]
fn a_path_its_steps_and_its_tries_have_tables() {
    let mut bodies = every_kind();
    bodies.retain(|body| {
        matches!(
            body.kind(),
            Kind::Path | Kind::Step | Kind::Try | Kind::PathChoice | Kind::StepPlan
        )
    });
    let step = bodies.iter().find_map(Step::of).cloned().expect("a step");
    // The order is a number: 8 stands before 16, whatever the titles.
    let easier = Step { order: 8, title: words("Zebra crossing"), ..step };
    bodies.push(easier.into());
    let records: Vec<_> = (0..).zip(bodies).map(|(id, body)| stored_record(id, body)).collect();
    for separator in [Separator::Comma, Separator::Semicolon] {
        path_tables(&to_zip(&records, separator).expect("tables"), separator);
    }
}

#[test]
fn a_table_has_its_mark_quotes_and_letters_and_is_not_taken_for_another_apps_file() {
    let mut mood = MoodEntry::new(now(), Mood::new(4).expect("1 to 5"));
    mood.note = Some(words("väsynyt; =1+1 \"ö\" å\n=2"));
    let records = [stored_record(1, mood.into())];
    let note = "\"väsynyt; =1+1 \"\"ö\"\" å\n'=2\"";
    for (separator, head) in [
        (Separator::Comma, "\"id\",\"when\",\"mood\""),
        (Separator::Semicolon, "\"id\";\"when\";\"mood\""),
    ] {
        let zip = to_zip(&records, separator).expect("tables");
        let text = table(&zip, "mood.csv");
        assert!(text.starts_with(head) && text.contains(note), "{text}");
        assert_eq!(under(&rows(&zip, "mood.csv", separator), 1, "mood"), "4");
        let file = NamedFile { name: "askelma.zip".to_owned(), bytes: zip };
        assert_eq!(read(&[file], &[], &EastTwo), Err(FileError::NotKnown));
    }
}

fn path_tables(zip: &[u8], separator: Separator) {
    let rows = |zip: &[u8], name: &str| rows(zip, name, separator);
    let paths = rows(zip, "path.csv");
    assert_eq!(under(&paths, 1, "title"), "Back to school");
    assert_eq!((under(&paths, 1, "why"), paths.len()), ("Art lessons", 2));

    let steps = rows(zip, "step.csv");
    assert_eq!(under(&steps, 1, "title"), "Zebra crossing");
    assert_eq!(under(&steps, 2, "title"), "The gate, with Dad");
    assert_eq!((under(&steps, 2, "order"), under(&steps, 2, "guess")), ("16", "7"));
    assert_eq!(under(&steps, 2, "supports"), "stays: true, words: earplugs");
    assert_eq!(under(&steps, 2, "mark"), "safety");

    let tries = rows(zip, "try.csv");
    let columns = ["title", "guess", "hardest", "after", "outcome", "found_out", "helped"];
    let cells = columns.map(|column| under(&tries, 1, column));
    let expected =
        ["The gate, with Dad", "7", "10", "0", "turned_back", "Nobody looked", "Going early"];
    assert_eq!(cells, expected);
    assert!(under(&tries, 1, "when").starts_with("2026-11-24T"));

    assert_eq!(under(&rows(zip, "path_choice.csv"), 1, "what"), "smaller");
    let plans = rows(zip, "step_plan.csv");
    assert_eq!((under(&plans, 1, "day"), under(&plans, 1, "at_min")), ("2026-11-24", "510"));
}
