//! Daylio.

use super::{bad, case, comes, moods, preview, text_comes};
use askelma_files::{BadRowKind, FileError, Found, read};

fn mood(at: &str, mood: u8, note: &str) -> (String, u8, String) {
    (at.to_owned(), mood, note.to_owned())
}

#[test]
fn scales_stand_in_the_note() {
    let preview = comes("07-daylio-scales/daylio.csv");
    let expected = [
        mood("2026-11-22 08:50", 4, "walk\nSleep Quality: 4/10 points"),
        mood("2026-11-23 12:00", 3, "A line.\nSleep Quality: 8/10 points · Sleep Time: 8:00"),
    ];
    assert_eq!((moods(&preview), bad(&preview)), (expected.to_vec(), Vec::new()));
}

#[test]
fn notes_have_no_tags() {
    let preview = comes("08-daylio-html/daylio.csv");
    let expected = [
        mood("2026-11-21 12:00", 3, "Line\nbreak\nagain"),
        mood("2026-11-22 12:00", 3, "First\nSecond\ntea"),
        mood("2026-11-23 12:00", 3, "Never mind.\n\nOne & two <3"),
    ];
    assert_eq!(moods(&preview), expected);
}

#[test]
fn times_are_read_as_they_are_written_anywhere() {
    let preview = comes("10-daylio-times/daylio.csv");
    assert_eq!(bad(&preview), []);
    let moods = moods(&preview);
    assert_eq!(moods.len(), 14);
    // Each note says its time in 24 hours.
    for (at, _, note) in moods {
        assert_eq!(at[11..], note);
    }
}

#[test]
fn a_spreadsheets_copy_is_the_same_check_in() {
    let expected = |note: &str| vec![mood("2026-11-23 12:00", 3, note)];
    for (name, note) in [
        ("cp1252", "Täysi päivä"),
        ("date-dmy", "x"),
        ("date-mdy", "x"),
        ("semicolon", "Tea; then bed"),
        ("sep-line", "x"),
        ("tab.txt", "x"),
    ] {
        let preview = comes(&format!("11-excel-finland/{name}.csv"));
        assert_eq!((moods(&preview), bad(&preview)), (expected(note), Vec::new()), "{name}");
    }
    // Chosen together with the file itself it adds nothing.
    let files = ["date-dmy", "date-mdy", "sep-line", "tab.txt"]
        .map(|name| case(&format!("11-excel-finland/{name}.csv")));
    assert_eq!(moods(&preview(&files).expect("known")), expected("x"));
}

#[test]
fn everything_that_finlands_spreadsheet_does_at_once() {
    let text = "full_date;date;weekday;time;mood;activities;note_title;note\r\n\
                3.11.2026;November 3;Tuesday;9.05;good;;;\"Tee; ja uni\"\r\n";
    let bytes = text.replace("good;;;", "good;p\u{e4}iv\u{e4};;");
    let bytes: Vec<u8> =
        bytes.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin 1")).collect();
    let file = askelma_files::NamedFile { name: "daylio.csv".to_owned(), bytes };
    let preview = preview(&[file]).expect("known");
    assert_eq!(moods(&preview), [mood("2026-11-03 09:05", 4, "Tee; ja uni\npäivä")]);
}

#[test]
fn dates_that_could_be_two_are_left_out_unless_the_file_says_which() {
    let table = |rows: &str| format!("full_date,date,weekday,time,mood\n{rows}");
    // 5 June by the column beside it; and 3 April, as the file has a 23rd.
    let june = text_comes(&table("05/06/2026,June 5,Friday,12:00,good\n"));
    assert_eq!(moods(&june)[0].0, "2026-06-05 12:00");
    let april = text_comes(&table("03/04/2026,,,12:00,good\n23/04/2026,,,12:00,good\n"));
    assert_eq!(moods(&april)[0].0, "2026-04-03 12:00");
    let either = preview(&[super::file("a.csv", &table("05/06/2026,,,12:00,good\n"))]);
    assert_eq!(bad(&either.expect("known")), [(2, BadRowKind::Date)]);
}

#[test]
fn an_export_of_years_ago_has_the_year_apart() {
    let old = "year,date,weekday,time,mood,activities,note\n\
               2017,December 31,Sunday,11:30 PM,rad,party,\n\
               2017,1 February,Wednesday,07:15,meh,,\n";
    let expected = [mood("2017-02-01 07:15", 3, ""), mood("2017-12-31 23:30", 5, "party")];
    assert_eq!(moods(&text_comes(old)), expected);
}

#[test]
fn a_long_note_keeps_its_mood_and_is_told() {
    let preview = comes("12-daylio-long-note/daylio.csv");
    let moods = moods(&preview);
    assert_eq!((moods.len(), preview.cut, bad(&preview)), (2, 1, Vec::new()));
    let (_, face, note) = moods.iter().find(|(at, ..)| at == "2026-11-23 12:00").expect("it comes");
    assert_eq!((*face, note.chars().count()), (3, 2_000));
    assert!(note.starts_with("A long day. A long day.") && note.ends_with("…\nwalk"), "{note}");
}

#[test]
fn a_row_without_a_mood_is_left_out_and_no_face_is_asked_for() {
    let files = [case("24-daylio-odd-rows/no-mood.csv")];
    assert!(matches!(read(&files, &[], &super::EastTwo), Ok(Found::Preview(_))));
    let preview = preview(&files).expect("known");
    assert_eq!(bad(&preview), [(2, BadRowKind::Mood)]);
    assert_eq!(moods(&preview), [mood("2026-11-22 12:00", 4, "")]);
}

#[test]
fn quotes_that_are_wrong_swallow_no_row() {
    let preview = comes("24-daylio-odd-rows/open-quote.csv");
    let expected = [
        mood("2026-11-21 12:00", 4, ""),
        mood("2026-11-22 12:00", 4, ""),
        mood("2026-11-23 12:00", 3, "an open quote"),
    ];
    assert_eq!((moods(&preview), bad(&preview)), (expected.to_vec(), Vec::new()));
    let preview = comes("24-daylio-odd-rows/inner-quotes.csv");
    let expected = [
        mood("2026-11-22 12:00", 4, ""),
        mood("2026-11-23 12:00", 3, "she said \"fine\", and left"),
    ];
    assert_eq!(moods(&preview), expected);
}

#[test]
fn blanks_around_cells_say_nothing() {
    let preview = comes("24-daylio-odd-rows/spaces.csv");
    let expected = [mood("2026-11-23 12:00", 3, "Title\nA note, with comma\nwalk")];
    assert_eq!(moods(&preview), expected);
}

#[test]
fn faces_may_be_drawn_ones() {
    let files = [case("24-daylio-odd-rows/emoji-moods.csv")];
    let Ok(Found::WhichFaces(names)) = read(&files, &[], &super::EastTwo) else {
        panic!("the faces are not asked for");
    };
    let mut names: Vec<&str> = names.iter().map(|name| name.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["👨‍👩‍👧‍👦", "😀"]);
}

#[test]
fn rows_of_other_lengths_are_named() {
    let text = "full_date,date,weekday,time,mood,note\n\
                2026-11-23,x,x,12:00\n\
                2026-11-23,x,x,12:00,good,Tea, then bed\n\
                2026-11-23,x,x,12:00,good\n";
    let preview = preview(&[super::file("a.csv", text)]).expect("known");
    assert_eq!(bad(&preview), [(2, BadRowKind::Columns), (3, BadRowKind::Columns)]);
    assert_eq!(preview.moods, 1);
}

#[test]
fn a_row_is_named_by_the_line_on_which_it_stands() {
    let last = |path: &str| bad(&comes(path));
    assert_eq!(last("27-crlf-lines/daylio-crlf.csv"), [(4, BadRowKind::Date)]);
    assert_eq!(last("27-crlf-lines/daylio-cr-only.csv"), [(3, BadRowKind::Date)]);
    assert_eq!(last("27-crlf-lines/plees-crlf.csv"), [(3, BadRowKind::Times)]);
    assert_eq!(last("27-crlf-lines/plees-lf.csv"), [(3, BadRowKind::Times)]);
    assert_eq!(last("27-crlf-lines/plees-blank-line.csv"), [(4, BadRowKind::Times)]);
}

#[test]
fn more_names_than_anybody_gives_faces_to_are_told_before_they_are_asked_for() {
    let rows = |count: usize| {
        (0..count).fold("full_date,time,mood\n".to_owned(), |text, number| {
            text + &format!("2026-11-23,12:00,mood {number}\n")
        })
    };
    let found = |count| read(&[super::file("a.csv", &rows(count))], &[], &super::EastTwo);
    assert!(matches!(found(100), Ok(Found::WhichFaces(names)) if names.len() == 100));
    assert_eq!(found(101), Err(FileError::ManyMoods));
    // A name as long as a note is none.
    let long = format!("full_date,time,mood\n2026-11-23,12:00,{}\n", "x".repeat(101));
    let preview = preview(&[super::file("a.csv", &long)]).expect("known");
    assert_eq!(bad(&preview), [(2, BadRowKind::Mood)]);
}
