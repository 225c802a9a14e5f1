//! Plees.

use super::{bad, clock, comes, file, nights, preview, text, text_comes};
use askelma_diary::entries::Night;
use askelma_diary::values::{Minutes, Scale5, Times};

/// From when to when, quality, awakenings, minutes awake, naps, note.
type Told = (String, String, Option<u8>, Option<u8>, Option<u16>, Option<u16>, String);

fn told(night: &Night) -> Told {
    (
        clock(night.tried),
        clock(night.woke),
        night.quality.map(Scale5::get),
        night.awakenings.map(Times::get),
        night.awake_min.map(Minutes::get),
        night.naps_min.map(Minutes::get),
        text(night.note.as_ref()),
    )
}

/// The one night of a file in which no row is left out.
fn night(path: &str) -> Told {
    let preview = comes(path);
    assert_eq!(bad(&preview), []);
    let nights = nights(&preview);
    assert_eq!(nights.len(), 1);
    told(&nights[0])
}

/// 23.15 to 7.30.
fn usual(quality: Option<u8>, awakenings: Option<u8>, note: &str) -> Told {
    let (from, to) = ("2026-11-23 23:15".to_owned(), "2026-11-24 07:30".to_owned());
    (from, to, quality, awakenings, None, None, note.to_owned())
}

#[test]
fn a_comment_never_takes_its_night_away() {
    assert_eq!(night("16-plees-comment/tab.csv"), usual(Some(4), Some(1), "first second"));
    assert_eq!(night("16-plees-comment/cr.csv"), usual(Some(4), Some(1), "first\nsecond"));
    let (.., note) = night("16-plees-comment/long.csv");
    assert_eq!(note.chars().count(), 2_000);
    assert!(note.starts_with("Slept and woke. ") && note.ends_with('…'));
    assert_eq!(comes("16-plees-comment/long.csv").cut, 1);
}

#[test]
fn no_number_takes_its_night_away() {
    assert_eq!(night("17-plees-wakes/zero.csv"), usual(None, None, ""));
    assert_eq!(night("17-plees-wakes/many.csv"), usual(Some(4), None, ""));
    assert_eq!(night("17-plees-wakes/eight-columns.csv"), usual(Some(4), Some(1), "ok"));
    assert_eq!(night("17-plees-wakes/decimals.csv"), usual(Some(4), Some(1), ""));
    let table = "sid,start,stop,rating,comment,wakes\n\
                 1,1795468500000.0,\"1795498200000,0\",9,,-1\n";
    assert_eq!(told(&nights(&text_comes(table))[0]), usual(None, None, ""));
}

#[test]
fn times_that_a_spreadsheet_rounded_are_not_guessed() {
    let table = "sid,start,stop,rating\n1,\"1,79547E+12\",\"1,7955E+12\",4\n";
    let preview = preview(&[file("a.csv", table)]).expect("known");
    assert_eq!(bad(&preview), [(2, askelma_files::BadRowKind::Time)]);
}

#[test]
fn a_night_in_two_pieces_is_one_night() {
    let note = "first half\nsecond half".to_owned();
    let (from, to) = ("2026-11-23 00:10".to_owned(), "2026-11-23 07:15".to_owned());
    let expected = (from, to, Some(3), Some(1), Some(40), None, note);
    assert_eq!(night("19-plees-broken-night/plees.csv"), expected);
}

#[test]
fn pieces_in_two_files_are_one_night_too_and_the_same_one_counts_once() {
    let head = "sid,start,stop,rating,comment,wakes\n";
    let (first, second) =
        ("1,1795385400000,1795395600000,0,,2\n", "2,1795398000000,1795410900000,4,,0\n");
    let files = [
        file("a.csv", &format!("{head}{first}")),
        file("b.csv", &format!("{head}{first}{second}")),
    ];
    let preview = preview(&files).expect("known");
    let nights = nights(&preview);
    let (from, to) = ("2026-11-23 00:10".to_owned(), "2026-11-23 07:15".to_owned());
    let expected = (from, to, Some(4), Some(3), Some(40), None, String::new());
    assert_eq!(nights.iter().map(told).collect::<Vec<_>>(), [expected]);
}
