//! Loop Habit Tracker.

use super::{bad, case, comes, file, preview, refused, ticks, zip};
use askelma_files::{BadRowKind, FileError, NamedFile};

#[test]
fn names_with_commas_are_told_apart_by_the_list_of_habits() {
    let files =
        [case("01-loop-comma-in-name/Checkmarks.csv"), case("01-loop-comma-in-name/Habits.csv")];
    let expected = ["2026-11-22 Lights out, phone away", "2026-11-23 Walk outside"];
    let preview = preview(&files).expect("known");
    assert_eq!(
        (ticks(&preview), bad(&preview)),
        (expected.map(str::to_owned).to_vec(), Vec::new())
    );
    // Without it nobody knows where a name ends.
    assert_eq!(refused("01-loop-comma-in-name/Checkmarks.csv"), Some(FileError::HabitNames));
}

#[test]
fn the_cells_of_one_version_have_commas_too() {
    let preview = comes("02-loop-203-entry-cells/Checkmarks.csv");
    assert_eq!(ticks(&preview), ["2023-02-16 Read", "2023-02-17 Walk"]);
    assert_eq!(bad(&preview), []);
}

#[test]
fn a_row_with_many_odd_cells_is_named_once() {
    let table =
        "Date,Walk,Read,\n2026-11-23,what,Entry(timestamp=2026-11-23,\n2026-11-22,YES_MANUAL,NO,\n";
    let preview = preview(&[file("Checkmarks.csv", table)]).expect("known");
    assert_eq!(bad(&preview), [(2, BadRowKind::Value)]);
    assert_eq!(ticks(&preview), ["2026-11-22 Walk"]);
}

#[test]
fn one_habits_own_table_is_one_item() {
    let preview_alone = comes("03-loop-one-habit/Checkmarks.csv");
    assert_eq!(ticks(&preview_alone), ["2026-11-20 Loop", "2026-11-23 Loop"]);
    assert_eq!((preview_alone.left_notes, bad(&preview_alone)), (3, Vec::new()));
    // In its folder it has a name, and it is the same habit as in the table of all.
    let checks = case("03-loop-one-habit/Checkmarks.csv").bytes;
    let folder = zip(&[
        ("001 Walk/Checkmarks.csv", &checks),
        ("001 Walk/Scores.csv", b"Date,Score\n2026-11-23,0.5\n"),
    ]);
    let folder = NamedFile { name: "habits.zip".to_owned(), bytes: folder };
    let named =
        NamedFile { name: "001 Walk.zip".to_owned(), bytes: zip(&[("Checkmarks.csv", &checks)]) };
    for file in [folder.clone(), named] {
        let preview = preview(&[file]).expect("known");
        assert_eq!(ticks(&preview), ["2026-11-20 Walk", "2026-11-23 Walk"]);
    }
    let all =
        file("Checkmarks.csv", "Date,Walk,\n2026-11-19,YES_MANUAL,\n2026-11-20,YES_MANUAL,\n");
    let both = preview(&[all, folder]).expect("known");
    assert_eq!(ticks(&both), ["2026-11-19 Walk", "2026-11-20 Walk", "2026-11-23 Walk"]);
}

#[test]
fn amounts_are_ticks_where_checks_are_words() {
    let table =
        "Date,Walk,Km,\n2026-11-23,YES_MANUAL,1,\n2026-11-22,NO,0,\n2026-11-21,NO,\"2,5\",\n";
    let preview = preview(&[file("a.csv", table)]).expect("known");
    assert_eq!(ticks(&preview), ["2026-11-21 Km", "2026-11-23 Km", "2026-11-23 Walk"]);
    // An older export has codes: 1 is what the app filled in by itself.
    let old = preview_of_old("Date,Walk,\n2015-01-25,2,\n2015-01-24,1,\n2015-01-23,3,\n");
    assert_eq!(old, ["2015-01-25 Walk"]);
}

fn preview_of_old(table: &str) -> Vec<String> {
    ticks(&preview(&[file("a.csv", table)]).expect("known"))
}

#[test]
fn a_zip_that_was_packed_again_says_the_same() {
    for name in ["folder", "backslash"] {
        let preview = comes(&format!("04-loop-zip-in-folder/{name}.zip"));
        assert_eq!(
            (ticks(&preview), bad(&preview)),
            (vec!["2026-11-23 Walk".to_owned()], Vec::new())
        );
    }
}

#[test]
fn a_spreadsheets_copy_says_the_same() {
    let preview = comes("11-excel-finland/loop-semicolon.csv");
    assert_eq!(ticks(&preview).len(), 1);
    let copy = "Date;Walk;Read\r\n3.11.2026;YES_MANUAL;NO\r\n2.11.2026;NO;YES_MANUAL\r\n";
    let preview = super::text_comes(copy);
    assert_eq!(ticks(&preview), ["2026-11-02 Read", "2026-11-03 Walk"]);
}
