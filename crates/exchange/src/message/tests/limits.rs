//! Few bytes that would cost much work: spans, rows, lists.

use super::*;

/// 1900-01-01 and 2199-12-31, the first and the last date of the calendar.
const FIRST: i32 = -25_567;
const LAST: i32 = 84_005;

/// A summary of those dates with one day at school, as the bytes of one small code.
fn one_school_day(from: i32, to: i32) -> Vec<u8> {
    body(|out| {
        out.map(6).and_then(|out| out.u8(0)?.bytes(&[1; 16])?.u8(1)?.array(2)).ok();
        out.i64(0).and_then(|out| out.u8(0)?.u8(2)?.i32(from)?.u8(3)?.i32(to)).ok();
        out.u8(4).and_then(|out| out.str("A")?.u8(14)?.map(5)?.u8(0)?.u8(1)).ok();
        for (key, cell) in [(2, 0), (3, 300), (4, 0), (5, 300)] {
            column(out, key, &[cell]);
        }
    })
}

#[test]
fn a_span_of_over_400_days_is_impossible() {
    let longest = read(&one_school_day(20_000, 20_399)).expect("400 days");
    assert_eq!(longest.to.since(longest.from) + 1, 400);
    for (from, to) in [(20_000, 20_400), (FIRST, LAST), (FIRST, 0), (0, LAST)] {
        let bytes = one_school_day(from, to);
        assert!(bytes.len() < 100, "{} bytes", bytes.len());
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{from} to {to}");
    }
}

#[test]
fn a_span_without_any_part_is_looked_at_too() {
    let bytes = body(|out| {
        out.map(5).and_then(|out| out.u8(0)?.bytes(&[1; 16])?.u8(1)?.array(2)).ok();
        out.i64(0).and_then(|out| out.u8(0)?.u8(2)?.i32(FIRST)?.u8(3)?.i32(LAST)).ok();
        out.u8(4).and_then(|out| out.str("A")).ok();
    });
    assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue));
}

/// Check-ins of the first date, all at noon.
fn moods(rows: u16) -> Vec<u8> {
    let all = |cell| vec![cell; usize::from(rows)];
    body(|out| {
        required(out, 6);
        out.u8(10).and_then(|out| out.map(4)?.u8(0)?.u16(rows)).ok();
        column(out, 2, &all(0));
        column(out, 3, &all(720));
        column(out, 4, &all(3));
    })
}

#[test]
fn ten_thousand_rows_are_read_and_one_more_is_too_large() {
    let rows = read(&moods(10_000)).ok().and_then(|summary| summary.moods);
    assert_eq!(rows.map(|part| part.rows.len()), Some(10_000));
    assert_eq!(read(&moods(10_001)), Err(MessageError::TooLarge));
}

/// A moment with so many strengths in own words.
fn strengths(count: u16) -> Vec<u8> {
    body(|out| {
        required(out, 6);
        out.u8(15).and_then(|out| out.map(3)?.u8(0)?.u8(1)).ok();
        column(out, 2, &[0]);
        out.u8(4).and_then(|out| out.array(1)?.array(u64::from(count))).ok();
        for _ in 0..count {
            out.str("a").ok();
        }
    })
}

#[test]
fn entries_of_lists_count_as_rows_do() {
    assert!(read(&strengths(9_999)).is_ok());
    assert_eq!(read(&strengths(10_000)), Err(MessageError::TooLarge));
}
