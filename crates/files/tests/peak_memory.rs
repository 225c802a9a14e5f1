//! What reading the worst files takes of a phone's memory. Alone in its binary: the system counts a
//! whole process.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::fmt::Write;

use askelma_diary::time::{Instant, TimeError, Zone};
use askelma_files::{FileError, NamedFile, read};

const MOST_MB: usize = 256;

struct EastTwo;

impl Zone for EastTwo {
    fn instant(&self, local: chrono::NaiveDateTime) -> Result<Instant, TimeError> {
        Instant::from_local(local, 120)
    }
}

/// The most megabytes that this process ever had.
fn peak_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("among others");
    let kb: String = line.chars().filter(char::is_ascii_digit).collect();
    kb.parse::<usize>().expect("a number") / 1024
}

/// Reads a file as the background worker does: its bytes stay, and what comes of it is encoded.
fn takes(what: &str, file: NamedFile, expected: Result<(), FileError>) {
    let found = read(std::slice::from_ref(&file), &[], &EastTwo);
    let bytes = found.as_ref().map(|found| minicbor::to_vec(found).expect("in memory").len());
    eprintln!("{what}: {} bytes, {bytes:?} come of it, {} MB", file.bytes.len(), peak_mb());
    assert_eq!(found.map(drop), expected, "{what}");
    assert!(peak_mb() < MOST_MB, "{what}: {} MB", peak_mb());
}

fn file(bytes: Vec<u8>) -> NamedFile {
    NamedFile { name: "Checkmarks.csv".to_owned(), bytes }
}

#[test]
fn the_worst_files_take_less_than_a_quarter_of_a_gigabyte() {
    // 25 million rows in a zip that is small.
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("plees.csv", zip::write::SimpleFileOptions::default()).expect("a name");
    for part in ["start,stop,rating\n".to_owned(), "1\n".repeat(9_990_000)] {
        std::io::Write::write_all(&mut zip, part.as_bytes()).expect("in memory");
    }
    let zipped = zip.finish().expect("in memory").into_inner();
    takes("rows in a zip", file(zipped), Err(FileError::TooLarge));

    let head = "full_date,time,mood,note\n";
    let commas = format!("{head}{}\n", ",".repeat(19_900_000));
    takes("one row of commas", file(commas.into_bytes()), Ok(()));
    let quotes = format!("{head}{}\n", "\"\"a".repeat(6_600_000));
    takes("one row of quotes", file(quotes.into_bytes()), Ok(()));

    let checks = "YES_MANUAL,".repeat(900);
    let names = (0..900).fold(String::new(), |names, habit| names + &format!("h{habit},"));
    let mut habits = format!("Date,{names}\n");
    for day in 0..110 {
        writeln!(habits, "{}-{:02}-01,{checks}", 2010 + day / 12, day % 12 + 1).expect("in memory");
    }
    takes("ticks of 900 habits", file(habits.into_bytes()), Ok(()));

    let mut days = head.to_owned();
    let note = "ä".repeat(80);
    for row in 0..99_000 {
        let (day, minute) = (row % 28 + 1, row % 60);
        writeln!(days, "2026-11-{day:02},12:{minute:02},good,{row} {note}").expect("in memory");
    }
    takes("check-ins of one month", file(days.clone().into_bytes()), Ok(()));
    let wide = days.chars().take(9_900_000).collect::<String>();
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    takes("the same in UTF-16", file(wide), Ok(()));
}
