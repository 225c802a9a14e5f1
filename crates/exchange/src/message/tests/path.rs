//! The path's two parts: what a stranger may not say, what an older reader skips, and the size.

use super::*;
use crate::message::testing::path::{OwnWords, nine_steps};
use askelma_diary::sharing::summary::{Part, StepRow, TryRow, Visibility};
use askelma_diary::values::{Scale10, Words};

fn texts(out: &mut Encoder<Vec<u8>>, key: u8, cells: &[Option<&str>]) {
    out.u8(key).and_then(|out| out.array(cells.len() as u64)).ok();
    for cell in cells {
        match cell {
            Some(text) => out.str(text).ok(),
            None => out.null().ok(),
        };
    }
}

/// What one try says: days after the first date, clock, step, outcome, guess, hardest, afterwards.
type OneTry = [i64; 7];

const GOOD_TRY: OneTry = [0, 600, 1, 2, 10, 0, 3];

/// A summary with two steps and one try; each step with its path's title, standing and guess.
fn two_steps(steps: [(Option<&str>, i64, i64); 2], one_try: OneTry) -> Vec<u8> {
    body(|out| {
        required(out, 7);
        out.u8(16).and_then(|out| out.map(5)?.u8(0)?.u8(2)).ok();
        texts(out, 3, &steps.map(|step| step.0));
        texts(out, 5, &[Some("To the gate"), Some("Inside")]);
        column(out, 6, &steps.map(|step| step.1));
        column(out, 7, &steps.map(|step| step.2));
        out.u8(23).and_then(|out| out.map(8)?.u8(0)?.u8(1)).ok();
        for (key, cell) in (2..).zip(one_try) {
            column(out, key, &[cell]);
        }
    })
}

const GOOD_STEPS: [(Option<&str>, i64, i64); 2] = [(Some("Back"), 1, 5), (None, 2, 10)];

#[test]
fn a_path_of_two_steps_is_read() {
    let read = read(&two_steps(GOOD_STEPS, GOOD_TRY)).expect("a summary");
    let titles =
        |rows: &[StepRow]| rows.iter().map(|row| row.title.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        read.steps.map(|part| titles(&part.rows)),
        Some(vec!["To the gate".into(), "Inside".into()])
    );
    let places = |part: Part<TryRow>| part.rows.iter().map(|row| row.step).collect::<Vec<_>>();
    assert_eq!(read.tries.map(places), Some(vec![1]));
}

#[test]
fn impossible_values_of_a_try_are_named() {
    // Place among the seven numbers, and what may not stand there.
    let impossible = [
        (0, 90),
        (0, -1),
        (1, 1_440),
        (2, 2),
        (2, -1),
        (2, i64::MAX),
        (3, 3),
        (3, -1),
        (4, 11),
        (5, 11),
        (6, -1),
    ];
    for (place, value) in impossible {
        let mut changed = GOOD_TRY;
        changed[place] = value;
        let bytes = two_steps(GOOD_STEPS, changed);
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{place} {value}");
    }
}

#[test]
fn impossible_steps_are_named() {
    for (steps, why) in [
        ([(None, 1, 5), (Some("Back"), 2, 5)], "a step before the first path"),
        ([(Some("Back"), 1, 5), (None, 1, 5)], "one stands on two steps"),
        ([(Some("Back"), 2, 5), (None, 0, 5)], "behind after ahead"),
        ([(Some("Back"), 1, 5), (None, 4, 5)], "an unknown standing"),
        ([(Some("Back"), -1, 5), (None, 2, 5)], "a standing below all"),
        ([(Some("Back"), 1, 11), (None, 2, 5)], "a guess of eleven"),
        ([(Some(""), 1, 5), (None, 2, 5)], "a path without a name"),
    ] {
        let bytes = two_steps(steps, GOOD_TRY);
        assert_eq!(read(&bytes), Err(MessageError::ImpossibleValue), "{why}");
    }
    for steps in [
        // Two paths, each with its own place; steps put away stand anywhere.
        [(Some("Back"), 1, 5), (Some("Swimming"), 1, 5)],
        [(Some("Back"), 3, 5), (None, 1, 5)],
        [(Some("Back"), 2, 5), (None, 3, 5)],
    ] {
        assert!(read(&two_steps(steps, GOOD_TRY)).is_ok(), "{steps:?}");
    }
}

#[test]
fn a_why_without_its_path_and_tries_without_steps_are_impossible() {
    let why = body(|out| {
        required(out, 6);
        out.u8(16).and_then(|out| out.map(5)?.u8(0)?.u8(2)).ok();
        texts(out, 3, &[Some("Back"), None]);
        texts(out, 4, &[None, Some("because")]);
        texts(out, 5, &[Some("To the gate"), Some("Inside")]);
        column(out, 6, &[1, 2]);
    });
    assert_eq!(read(&why), Err(MessageError::ImpossibleValue));
    let mut summary = nine_steps(OwnWords::With);
    summary.steps = None;
    assert_eq!(read(&encode(&summary)), Err(MessageError::ImpossibleValue));
    // A step needs its title, a try its outcome.
    let bare = |key: u8| {
        body(|out| {
            required(out, 6);
            out.u8(key).and_then(|out| out.map(1)?.u8(0)?.u8(1)).ok();
        })
    };
    assert_eq!(read(&bare(16)), Err(MessageError::ImpossibleValue));
    assert_eq!(read(&bare(23)), Err(MessageError::ImpossibleValue));
}

#[test]
fn steps_and_what_helped_count_as_rows() {
    let steps = body(|out| {
        required(out, 7);
        let rows = vec![0; 60_000];
        out.u8(13).and_then(|out| out.map(5)?.u8(0)?.u16(60_000)).ok();
        for key in 2..6 {
            column(out, key, &rows);
        }
        out.u8(16).and_then(|out| out.map(1)?.u8(0)?.u16(60_000)).ok();
    });
    assert_eq!(read(&steps), Err(MessageError::TooLarge));
    let helped = body(|out| {
        required(out, 6);
        out.u8(23).and_then(|out| out.map(2)?.u8(0)?.u8(1)?.u8(9)?.array(1)).ok();
        out.array(100_000).ok();
        for _ in 0..100_000 {
            out.str("a").ok();
        }
    });
    assert_eq!(read(&helped), Err(MessageError::TooLarge));
}

#[test]
fn the_stricter_visibility_holds_for_both() {
    let mut summary = nine_steps(OwnWords::Without);
    if let Some(part) = &mut summary.tries {
        part.visibility = Visibility::OnlyYou;
    }
    let read = read(&encode(&summary)).expect("a summary");
    let of_steps = read.steps.map(|part| part.visibility);
    assert_eq!(of_steps, Some(Visibility::OnlyYou));
    assert_eq!(read.tries.map(|part| part.visibility), Some(Visibility::OnlyYou));
}

#[test]
fn without_the_own_words_none_of_them_is_in_the_bytes() {
    let bytes = encode(&nine_steps(OwnWords::Without));
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("Walk to the gate with Dad") && holds("going early"));
    for text in ["Nobody looked", "They ask where I have been", "I miss drawing"] {
        assert!(!holds(text), "{text}");
    }
}

/// The path's two parts with every field under its name and dates as text.
fn plain_path(summary: &Summary) -> Value {
    let text = |words: &Option<Words>| words.as_ref().map(|words| words.as_str().to_owned());
    let number = |scale: Option<Scale10>| scale.map(Scale10::get);
    let steps = summary.steps.iter().flat_map(|part| &part.rows);
    let tries = summary.tries.iter().flat_map(|part| &part.rows);
    let mut path = None;
    let steps: Vec<Value> = steps
        .map(|row| {
            path = row.begins.clone().or(path.take());
            json!({
                "path": path.as_ref().map(|head| head.title.as_str()),
                "title": row.title.as_str(), "standing": format!("{:?}", row.standing),
                "guess": number(row.guess), "with_whom": text(&row.with_whom),
            })
        })
        .collect();
    let tries: Vec<Value> = tries
        .map(|row| {
            json!({
                "day": row.day.to_string(), "clock_min": row.clock_min, "step": row.step,
                "outcome": format!("{:?}", row.outcome), "guess": number(row.guess),
                "hardest": number(row.hardest), "after": number(row.after),
                "helped": row.helped.iter().map(Words::as_str).collect::<Vec<_>>(),
                "thought": text(&row.thought), "found_out": text(&row.found_out),
                "note": text(&row.note),
            })
        })
        .collect();
    json!({
        "id": summary.id, "from": summary.from.to_string(), "to": summary.to.to_string(),
        "made_at": summary.made_at.unix_s(), "name": summary.name.as_str(),
        "purpose": text(&summary.purpose),
        "keep_until": summary.keep_until.map(|day| day.to_string()),
        "why": summary.steps.iter().flat_map(|part| &part.rows)
            .filter_map(|row| text(&row.begins.as_ref()?.why)).collect::<Vec<_>>(),
        "steps": steps, "tries": tries,
    })
}

/// The shares of deflated JSON, in percent, that a path of nine steps and fifteen tries takes.
/// Most of it is what the young person wrote, and that is the same in both.
#[test]
fn a_path_stays_small() {
    for (own_words, most) in [(OwnWords::Without, 62), (OwnWords::With, 73)] {
        let summary = nine_steps(own_words);
        let json = plain_path(&summary).to_string();
        let (ours, theirs) = (deflate(&encode(&summary)).len(), deflate(json.as_bytes()).len());
        println!(
            "{own_words:?}: {ours} bytes, as JSON {theirs}, before deflate {} and {}",
            encode(&summary).len(),
            json.len()
        );
        assert!(ours * 100 <= theirs * most, "{ours} of {theirs}");
    }
}
