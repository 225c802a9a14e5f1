//! Files that no diary has: told before they take all of a phone.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::{file, preview, zip};
use askelma_files::{FileError, NamedFile};

/// Check-ins of one month.
fn one_month(rows: usize) -> NamedFile {
    let mut text = "full_date,date,weekday,time,mood,activities,note_title,note\n".to_owned();
    for row in 0..rows {
        let (day, minute) = (row % 28 + 1, row % 60);
        writeln!(text, "2026-11-{day:02},x,x,12:{minute:02},good,walk,,note {row}")
            .expect("in memory");
    }
    file("daylio.csv", &text)
}

fn quickest(file: &NamedFile) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let preview = preview(std::slice::from_ref(file)).expect("known");
        assert!(preview.moods > 0);
        start.elapsed()
    };
    (0..2).map(once).min().expect("twice")
}

#[test]
fn four_times_the_rows_of_one_month_take_no_more_than_eight_times_as_long() {
    let (few, many) = (quickest(&one_month(10_000)), quickest(&one_month(40_000)));
    assert!(many <= few * 8, "{few:?} for 10,000 rows and {many:?} for 40,000");
}

/// Sleeps of no minute.
fn no_sleeps(rows: usize) -> NamedFile {
    file("plees.csv", &format!("sid,start,stop,rating\n{}", "1,2,2,3\n".repeat(rows)))
}

#[test]
fn a_hundred_thousand_rows_are_read_and_bad_ones_named_up_to_twenty() {
    let most = preview(&[no_sleeps(100_000)]).expect("just so many");
    assert_eq!((most.bad.first.len(), most.bad.count), (20, 100_000));
    assert_eq!(most.bad.first[19].line, 21);
    assert_eq!(preview(&[no_sleeps(100_001)]).err(), Some(FileError::TooLarge));
    // Of all files together; the one that is too much is named.
    let two = preview(&[no_sleeps(60_000), no_sleeps(40_001)]).expect("the first comes");
    assert_eq!((two.bad.count, two.unread.len()), (60_000, 1));
    assert_eq!(two.unread[0].why, FileError::TooLarge);
}

#[test]
fn a_small_zip_of_a_huge_table_is_too_large() {
    // 21 MB of rows in a twentieth and less.
    let rows = "1,2\n".repeat(5_250_000);
    let bytes = zip(&[("plees.csv", format!("sid,start,stop,rating\n{rows}").as_bytes())]);
    assert!(bytes.len() < 1_000_000);
    assert_eq!(
        preview(&[NamedFile { name: "a.zip".to_owned(), bytes }]).err(),
        Some(FileError::TooLarge)
    );
}

fn names(habits: usize) -> String {
    (0..habits).fold(String::new(), |names, habit| names + &format!("h{habit},"))
}

#[test]
fn loops_table_is_as_wide_as_it_is_read() {
    let wide = |habits: usize| {
        let names = names(habits);
        let checks = "YES_MANUAL,".repeat(habits);
        file("Checkmarks.csv", &format!("Date,{names}\n2026-11-23,{checks}\n"))
    };
    let preview_of = |habits| preview(&[wide(habits)]).map(|preview| preview.ticks);
    assert_eq!((preview_of(900), preview_of(1_001)), (Ok(900), Err(FileError::TooLarge)));
    // 500 habits on 201 days are more ticks than a diary takes.
    let names = names(500);
    let checks = "YES_MANUAL,".repeat(500);
    let days = (0..201).fold(format!("Date,{names}\n"), |text, day| {
        text + &format!("{}-{:02}-01,{checks}\n", 2000 + day / 12, day % 12 + 1)
    });
    assert_eq!(preview(&[file("Checkmarks.csv", &days)]).err(), Some(FileError::TooLarge));
    // A long head over short rows costs what the rows hold.
    let long = format!("Date,{}\n{}", "h,".repeat(900_000), "2026-11-23,NO\n".repeat(90_000));
    assert_eq!(preview(&[file("Checkmarks.csv", &long)]).err(), Some(FileError::TooLarge));
}

#[test]
fn one_row_of_nothing_but_commas_is_no_burden() {
    let text = format!(
        "full_date,time,mood\n{}\n2026-11-23,12:00,good{}\n",
        ",".repeat(1_000_000),
        ",".repeat(1_000_000)
    );
    assert_eq!(preview(&[file("a.csv", &text)]).expect("known").moods, 1);
}
