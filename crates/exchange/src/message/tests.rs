mod limits;
mod path;

use super::testing::{ninety_days, summaries};
use super::*;
use crate::deflate::deflate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(bytes: &[u8]) -> Result<Summary, MessageError> {
    decode(bytes).map(|Message::Summary(summary)| summary)
}

/// A summary's bytes with a body of our own making.
fn body(write: impl FnOnce(&mut Encoder<Vec<u8>>)) -> Vec<u8> {
    let mut out = Encoder::new(vec![0x83, SCHEMA, KIND_SUMMARY]);
    write(&mut out);
    out.into_writer()
}

/// The five entries that every summary has: 2026-05-27 to 2026-08-24.
fn required(out: &mut Encoder<Vec<u8>>, entries: u64) {
    out.map(entries).and_then(|out| out.u8(0)?.bytes(&[1; 16])?.u8(1)?.array(2)).ok();
    out.i64(1_787_600_000).and_then(|out| out.i16(180)?.u8(2)?.u16(20_600)?.u8(3)).ok();
    out.u16(20_689).and_then(|out| out.u8(4)?.str("Aino")).ok();
}

fn column(out: &mut Encoder<Vec<u8>>, key: u8, cells: &[i64]) {
    out.u8(key).and_then(|out| out.array(cells.len() as u64)).ok();
    for cell in cells {
        out.i64(*cell).ok();
    }
}

/// One check-in: days after the first date, clock minute, mood.
fn one_mood(day: i64, clock_min: i64, mood: i64) -> Vec<u8> {
    body(|out| {
        required(out, 6);
        out.u8(10).and_then(|out| out.map(4)?.u8(0)?.u8(1)).ok();
        column(out, 2, &[day]);
        column(out, 3, &[clock_min]);
        column(out, 4, &[mood]);
    })
}

/// Days and minutes as text, every field under its name: how one would write it without thought.
fn plain_json(summary: &Summary) -> Value {
    let rows = |values: Vec<Value>| Value::Array(values);
    let part = |rows: Option<Value>| rows.unwrap_or(Value::Null);
    let minutes = |minutes: Option<askelma_diary::values::Minutes>| {
        minutes.map(askelma_diary::values::Minutes::get)
    };
    json!({
        "id": summary.id, "from": summary.from.to_string(), "to": summary.to.to_string(),
        "made_at": summary.made_at.unix_s(), "name": summary.name.as_str(),
        "purpose": summary.purpose.as_ref().map(askelma_diary::values::Words::as_str),
        "keep_until": summary.keep_until.map(|day| day.to_string()),
        "moods": part(summary.moods.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "day": row.day.to_string(), "clock_min": row.clock_min, "mood": row.mood.get(),
            "energy": row.energy.map(askelma_diary::values::Scale5::get), "worry": row.worry.map(askelma_diary::values::Scale10::get),
            "feelings": row.feelings.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
            "body": row.body.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
        })).collect()))),
        "notes": part(summary.notes.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "day": row.day.to_string(), "clock_min": row.clock_min, "note": row.note.as_str(),
        })).collect()))),
        "nights": part(summary.nights.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "waking_day": row.waking_day.to_string(), "tried_clock_min": row.tried_clock_min,
            "lasted_min": row.lasted_min.get(), "fall_asleep_min": minutes(row.fall_asleep_min),
            "awakenings": row.awakenings.map(askelma_diary::values::Times::get),
            "awake_min": minutes(row.awake_min), "bed_before_min": minutes(row.bed_before_min),
            "bed_after_min": minutes(row.bed_after_min), "estimate": row.estimate,
            "quality": row.quality.map(askelma_diary::values::Scale5::get),
        })).collect()))),
        "routine": part(summary.routine.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "day": row.day.to_string(), "due": row.due, "done": row.done, "some": row.some,
        })).collect()))),
        "school": part(summary.school.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "day": row.day.to_string(), "planned_min": row.planned_min.get(),
            "mode": row.logged.map(|one| format!("{:?}", one.mode)),
            "attended_min": row.logged.map(|one| one.attended_min.get()),
        })).collect()))),
        "moments": part(summary.moments.as_ref().map(|part| rows(part.rows.iter().map(|row| json!({
            "day": row.day.to_string(),
            "strengths": row.strengths.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
            "words": row.words.as_ref().map(askelma_diary::values::Words::as_str),
        })).collect()))),
    })
}

#[test]
fn ninety_days_take_at_most_055_of_deflated_json() {
    let summary = ninety_days();
    let notes = summary.notes.iter().flat_map(|part| &part.rows);
    let note_bytes: usize = notes.map(|row| row.note.as_str().len()).sum();
    assert!((2_700..3_500).contains(&note_bytes), "{note_bytes} bytes of notes");
    let json = plain_json(&summary).to_string();
    let (ours, theirs) = (deflate(&encode(&summary)).len(), deflate(json.as_bytes()).len());
    println!(
        "{ours} bytes, as JSON {theirs}, before deflate {} and {}",
        encode(&summary).len(),
        json.len()
    );
    assert!(ours * 100 <= theirs * 55, "{ours} of {theirs}");
}

#[test]
fn what_is_not_a_message_is_malformed() {
    for bytes in [&b""[..], b"\x80", b"hello", b"\x83\x01\x01", b"\x83\x01\x01\xa0", b"\x81\x01"] {
        assert_eq!(decode(bytes), Err(MessageError::Malformed), "{bytes:?}");
    }
    let mut longer = encode(&ninety_days());
    longer.push(0);
    assert_eq!(decode(&longer), Err(MessageError::Malformed));
}

#[test]
fn a_newer_schema_and_an_unknown_kind_are_named() {
    for bytes in [&b"\x83\x02\x01\xa0"[..], b"\x84\x02\x01\xa0\x00", b"\x83\x01\x09\xa0"] {
        assert_eq!(decode(bytes), Err(MessageError::Newer), "{bytes:?}");
    }
}

#[test]
fn impossible_values_are_named() {
    assert!(read(&one_mood(0, 0, 5)).is_ok());
    assert!(read(&one_mood(89, 1_439, 1)).is_ok());
    for (day, clock_min, mood) in [
        (0, 0, 9),
        (0, 0, 0),
        (0, 0, -1),
        (0, 0, i64::MAX),
        (0, 1_440, 3),
        (0, -1, 3),
        (90, 0, 3),
        (-1, 0, 3),
        (i64::MAX, 0, 3),
        (i64::MIN, 0, 3),
    ] {
        let bytes = one_mood(day, clock_min, mood);
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{day} {clock_min} {mood}");
    }
}

#[test]
fn a_year_of_1600_is_impossible() {
    // 1600-01-01 is day -135140.
    for (from, to) in [(-135_140, 20_000), (20_000, -135_140), (i64::MIN, 0), (20_001, 20_000)] {
        let bytes = body(|out| {
            out.map(5).and_then(|out| out.u8(0)?.bytes(&[1; 16])?.u8(1)?.array(2)).ok();
            out.i64(0).and_then(|out| out.u8(0)?.u8(2)?.i64(from)?.u8(3)?.i64(to)).ok();
            out.u8(4).and_then(|out| out.str("A")).ok();
        });
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{from} {to}");
    }
    for unix_s in [i64::MAX, i64::MIN, -11_676_096_000, 8_210_298_412_799, 8_210_266_876_800] {
        let bytes = body(|out| {
            out.map(1).and_then(|out| out.u8(1)?.array(2)?.i64(unix_s)?.i16(900)).ok();
        });
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{unix_s}");
    }
}

#[test]
fn a_text_over_its_limit_is_impossible() {
    let name = |length: usize| {
        body(|out| {
            out.map(1).and_then(|out| out.u8(4)?.str(&"å".repeat(length))).ok();
        })
    };
    assert_eq!(read(&name(2_001)), Err(MessageError::ImpossibleValue));
    assert_eq!(read(&name(0)), Err(MessageError::ImpossibleValue));
    assert_eq!(read(&name(2_000)), Err(MessageError::Malformed), "only the other entries miss");
}

#[test]
fn markup_stays_text() {
    let mut summary = ninety_days();
    summary.name = testing::words("<img src=x onerror=alert(1)>");
    assert_eq!(read(&encode(&summary)), Ok(summary));
}

#[test]
fn more_rows_than_allowed_are_too_large_before_they_are_read() {
    for rows in [10_001, u64::from(u32::MAX), u64::MAX / 2] {
        let bytes = body(|out| {
            required(out, 6);
            out.u8(10).and_then(|out| out.map(4)?.u8(0)?.u64(rows)).ok();
        });
        assert_eq!(read(&bytes), Err(MessageError::TooLarge), "{rows}");
    }
}

#[test]
fn the_limit_counts_all_parts_together() {
    let bytes = body(|out| {
        required(out, 7);
        for key in [13_u8, 14] {
            let rows = vec![0; 6_000];
            out.u8(key).and_then(|out| out.map(5)?.u8(0)?.u16(6_000)).ok();
            for column_key in 2..6 {
                column(out, column_key, &rows);
            }
        }
    });
    assert_eq!(read(&bytes), Err(MessageError::TooLarge));
}

#[test]
fn lengths_that_lie_are_malformed() {
    for head in [&b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"[..], b"\x9a\x7f\xff\xff\xff", b"\x9f"] {
        let bytes = body(|out| {
            required(out, 6);
            out.u8(10).and_then(|out| out.map(4)?.u8(0)?.u32(3)?.u8(2)).ok();
            out.writer_mut().extend(head);
        });
        assert_eq!(read(&bytes), Err(MessageError::Malformed));
    }
}

#[test]
fn a_key_may_stand_once_only() {
    let bytes = body(|out| {
        out.map(2).and_then(|out| out.u8(4)?.str("A")?.u8(4)?.str("B")).ok();
    });
    assert_eq!(read(&bytes), Err(MessageError::Malformed));
}

#[test]
fn keys_of_a_newer_minor_schema_are_skipped() {
    let bytes = body(|out| {
        required(out, 7);
        out.u8(10).and_then(|out| out.map(6)?.u8(0)?.u8(1)).ok();
        for (key, cell) in [(2, 0), (3, 600), (4, 3)] {
            column(out, key, &[cell]);
        }
        // A newer column, a newer feeling and a newer part.
        column(out, 7, &[1 << 40 | 1]);
        out.u8(99).and_then(|out| out.array(1)?.str("new")).ok();
        out.u8(40).and_then(|out| out.map(1)?.u8(0)?.array(2)?.bool(true)?.null()).ok();
    });
    let moods = read(&bytes).ok().and_then(|summary| summary.moods);
    let feelings = moods.map(|part| part.rows.iter().map(|row| row.feelings.len()).sum::<usize>());
    assert_eq!(feelings, Some(1));
}

#[test]
fn deep_nesting_is_survived() {
    let mut bytes = vec![0x83, SCHEMA, KIND_SUMMARY, 0xa1, 0x18, 99];
    bytes.extend(std::iter::repeat_n(0x81, 1_000_000));
    assert_eq!(decode(&bytes), Err(MessageError::Malformed));
}

#[test]
fn a_part_that_was_not_chosen_leaves_no_trace() {
    let whole = ninety_days();
    let mut without = whole.clone();
    without.nights = None;
    without.notes = None;
    let keys = |summary: &Summary| {
        let bytes = encode(summary);
        let mut reader = Reader::new(&bytes);
        let mut keys = Vec::new();
        reader.array().and_then(|_| reader.u8()).and_then(|_| reader.u8()).ok();
        read::map(&mut reader, |key, _| {
            keys.push(key);
            Ok(false)
        })
        .ok();
        keys
    };
    assert_eq!(keys(&whole), [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15]);
    assert_eq!(keys(&without), [0, 1, 2, 3, 4, 5, 6, 10, 13, 14, 15]);
    // The same bytes as if the diary had never held them.
    assert_eq!(read(&encode(&without)), Ok(without));
}

#[test]
fn rows_are_put_in_order() {
    let summary = ninety_days();
    let mut mixed = summary.clone();
    if let Some(part) = &mut mixed.nights {
        part.rows.reverse();
    }
    assert_eq!(encode(&mixed), encode(&summary));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn comes_back(summary in summaries()) {
        prop_assert_eq!(read(&encode(&summary)), Ok(summary));
    }

    #[test]
    fn changed_bytes_are_survived(
        summary in summaries(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = encode(&summary);
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        // Whatever is still read can be written and read again.
        if let Ok(changed) = read(&bytes) {
            prop_assert_eq!(read(&encode(&changed)), Ok(changed));
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut body = vec![0x83, SCHEMA, KIND_SUMMARY];
        body.extend(&bytes);
        prop_assert!(decode(&bytes).is_err());
        prop_assert!(decode(&body).is_err());
    }
}
