//! Tables of nobody that is known here.

use super::{case, file, preview, refused};
use askelma_files::{FileError, Source};

#[test]
fn other_tables_that_begin_with_a_date_are_not_loops() {
    for name in ["bearable-like", "money", "mood-pixels", "weights"] {
        let path = format!("14-foreign-date-tables/{name}.csv");
        assert_eq!(refused(&path), Some(FileError::NotKnown), "{name}");
    }
    // Not even where a column ends blank, as Loop's do, or is called a value.
    for table in [
        "Date,Weight (kg),Note,\n2026-11-23,58.4,tired,\n",
        "Date,Value\n2026-11-23,58.4\n",
        "Date,Slept well\n2026-11-23,NO\n2026-11-22,YES\n",
    ] {
        assert_eq!(preview(&[file("a.csv", table)]).err(), Some(FileError::NotKnown), "{table}");
    }
    let scores = file("Scores.csv", "Date,Walk,\n2026-11-23,0.5,\n");
    assert_eq!(preview(&[scores]).err(), Some(FileError::NotKnown));
    assert_eq!(refused("01-loop-comma-in-name/Habits.csv"), Some(FileError::NotKnown));
}

#[test]
fn one_of_several_that_is_not_known_is_named_and_the_rest_comes() {
    let files = [
        case("14-foreign-date-tables/weights.csv"),
        case("13-two-files/a-daylio.csv"),
        file("empty.csv", " \n"),
        case("05-zip-forms/bzip2.zip"),
    ];
    let preview = preview(&files).expect("one is known");
    assert_eq!((preview.sources, preview.moods, preview.items), (vec![Source::Daylio], 1, 0));
    let unread: Vec<_> = preview.unread.iter().map(|unread| (&*unread.file, unread.why)).collect();
    let expected = [
        ("weights.csv", FileError::NotKnown),
        ("empty.csv", FileError::Empty),
        ("bzip2.zip", FileError::Packed),
    ];
    assert_eq!(unread, expected);
}
