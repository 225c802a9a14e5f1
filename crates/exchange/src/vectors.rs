//! The test vectors of `docs/exchange-format.md`, which other readers of the format open too.
//!
//! `ASKELMA_WRITE_VECTORS=1 cargo test -p askelma-exchange vectors` writes the files that are not
//! there yet. What was shipped once is never changed: a new schema or part gets a new file.

use std::path::PathBuf;

use askelma_diary::sharing::summary::Summary;
use askelma_diary::values::{Scale10, Words};
use serde_json::{Value, json};

use crate::deflate::{deflate, inflate};
use crate::message::testing::path::{OwnWords, nine_steps};
use crate::message::testing::{ninety_days, words};
use crate::message::{Message, decode, encode};
use crate::seal::{SealError, open_by_words, seal_by_words};
use crate::ur::{Decoder, Encoder, from_text, to_text};
use crate::words::{ENTROPY_BYTES, List, generate};

/// The files, and how many vectors each holds.
const FILES: [(&str, usize); 2] = [("summary-1.json", 3), ("summary-path-1.json", 2)];

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name)
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn from_hex(value: &Value) -> Vec<u8> {
    let digits = value.as_str().unwrap_or_default().as_bytes();
    let pair = |pair: &[u8]| {
        std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())
    };
    digits.chunks(2).map(|two| pair(two).unwrap_or_else(|| panic!("not hex"))).collect()
}

fn nothing_but_a_name() -> Summary {
    let whole = ninety_days();
    Summary {
        id: [1; 16],
        purpose: None,
        keep_until: None,
        moods: None,
        notes: None,
        nights: None,
        routine: None,
        school: None,
        moments: None,
        ..whole
    }
}

fn two_parts() -> Summary {
    let whole = ninety_days();
    let mut summary = Summary { id: [2; 16], name: words("Åke <b>&amp; Öla</b> 🦔"), ..whole };
    (summary.notes, summary.nights, summary.routine) = (None, None, None);
    summary.moments = None;
    if let Some(part) = &mut summary.moods {
        part.rows.truncate(5);
    }
    if let Some(part) = &mut summary.school {
        part.rows.truncate(7);
    }
    summary
}

fn vector(name: &str, summary: &Summary, list: List, seed: u8) -> Value {
    let salt = std::array::from_fn(|place| seed.wrapping_add(u8::try_from(place).unwrap_or(0)));
    let nonce =
        std::array::from_fn(|place| seed.wrapping_mul(3) ^ u8::try_from(place).unwrap_or(0));
    let entropy = [seed.wrapping_mul(37); ENTROPY_BYTES];
    let words = generate(list, entropy);
    let message = encode(summary);
    let deflated = deflate(&message);
    let sealed =
        seal_by_words(&deflated, &words, salt, nonce).unwrap_or_else(|error| panic!("{error}"));
    let fragment_bytes = 200;
    let encoder = Encoder::new(&sealed, fragment_bytes).unwrap_or_else(|error| panic!("{error}"));
    let parts = u32::try_from(encoder.parts()).unwrap_or_default();
    // All plain parts and, when there is more than one, as many mixed ones.
    let count = if parts == 1 { 1 } else { 2 * parts };
    let texts: Vec<String> = (1..=count).map(|sequence| encoder.part(sequence)).collect();
    json!({
        "name": name,
        "words": words,
        "words_typed": format!(" {}. ", words.to_uppercase().replace(' ', ",  -")),
        "salt": to_hex(&salt),
        "nonce": to_hex(&nonce),
        "message": to_hex(&message),
        "deflated": to_hex(&deflated),
        "sealed": to_hex(&sealed),
        "text": to_text(&sealed),
        "fragment_bytes": fragment_bytes,
        "ur_parts": texts,
        "summary": {
            "name": summary.name.as_str(),
            "from": summary.from.to_string(),
            "to": summary.to.to_string(),
            "first_note": summary.notes.iter().flat_map(|part| &part.rows).next()
                .map(|row| row.note.as_str()),
            "mood_days": summary.moods.as_ref().map(|part| part.rows.iter()
                .map(|row| row.day.to_string()).collect::<Vec<_>>()),
            "moods": summary.moods.as_ref().map(|part| part.rows.iter()
                .map(|row| row.mood.get()).collect::<Vec<_>>()),
            "attended_min": summary.school.as_ref().map(|part| part.rows.iter()
                .map(|row| row.logged.map(|logged| logged.attended_min.get())).collect::<Vec<_>>()),
        },
    })
}

/// What a reader of the path should find.
fn vector_of_path(name: &str, summary: &Summary, seed: u8) -> Value {
    let mut vector = vector(name, summary, List::Syllables, seed);
    let steps = || summary.steps.iter().flat_map(|part| &part.rows);
    let tries = || summary.tries.iter().flat_map(|part| &part.rows);
    let heads = steps().filter_map(|row| Some(row.begins.as_ref()?.title.as_str()));
    vector["summary"]["paths"] = json!(heads.collect::<Vec<_>>());
    vector["summary"]["steps"] = json!(
        steps().map(|row| json!([row.title.as_str(), row.standing.code()])).collect::<Vec<_>>()
    );
    vector["summary"]["tries"] = json!(
        tries()
            .map(|row| json!([
                row.day.to_string(),
                row.step,
                row.outcome.code(),
                row.guess.map(Scale10::get),
                row.hardest.map(Scale10::get),
                row.helped.iter().map(Words::as_str).collect::<Vec<_>>(),
                row.found_out.as_ref().map(Words::as_str),
            ]))
            .collect::<Vec<_>>()
    );
    vector
}

fn made_now(file: &str) -> Value {
    let vectors = match file {
        "summary-1.json" => vec![
            vector("nothing but a name", &nothing_but_a_name(), List::English, 5),
            vector("two parts", &two_parts(), List::Syllables, 11),
            vector("ninety days", &ninety_days(), List::Syllables, 23),
        ],
        _ => vec![
            vector_of_path("a path", &nine_steps(OwnWords::Without), 31),
            vector_of_path("a path with its words", &nine_steps(OwnWords::With), 41),
        ],
    };
    json!({ "format": "docs/exchange-format.md, format version 1, schema 1", "vectors": vectors })
}

fn stored() -> Vec<Value> {
    FILES.iter().flat_map(|(name, count)| stored_in(name, *count)).collect()
}

fn stored_in(name: &str, count: usize) -> Vec<Value> {
    let file = file(name);
    if std::env::var_os("ASKELMA_WRITE_VECTORS").is_some() && !file.exists() {
        let text = serde_json::to_string_pretty(&made_now(name)).unwrap_or_default();
        std::fs::write(&file, text + "\n").unwrap_or_else(|error| panic!("{error}"));
    }
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}"));
    let all: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
    let vectors = all["vectors"].as_array().cloned().unwrap_or_default();
    assert_eq!(vectors.len(), count, "{name}");
    vectors
}

/// A new part may not change a byte of what was shipped before it.
#[test]
fn every_message_is_still_written_as_it_was() {
    for (name, count) in FILES {
        let now = made_now(name);
        let messages = now["vectors"].as_array().cloned().unwrap_or_default();
        for (now, stored) in messages.iter().zip(stored_in(name, count)) {
            assert_eq!(now["message"], stored["message"], "{}", stored["name"]);
        }
    }
}

#[test]
fn every_vector_opens_at_each_layer() {
    for vector in stored() {
        let name = &vector["name"];
        let text = |key: &str| vector[key].as_str().unwrap_or_default();
        let sealed = from_hex(&vector["sealed"]);
        assert_eq!(from_text(text("text").as_bytes()), Ok(sealed.clone()), "{name}");
        let deflated = open_by_words(&sealed, text("words_typed"));
        assert_eq!(deflated, Ok(from_hex(&vector["deflated"])), "{name}");
        let message = inflate(&from_hex(&vector["deflated"]));
        assert_eq!(message, Ok(from_hex(&vector["message"])), "{name}");
        let wrong = format!("{} x", text("words"));
        assert_eq!(open_by_words(&sealed, &wrong), Err(SealError::NotOpened), "{name}");

        let message = from_hex(&vector["message"]);
        let Ok(Message::Summary(summary)) = decode(&message) else { panic!("{name} not read") };
        assert_eq!(encode(&summary), message, "{name}");
        assert_eq!(summary.name.as_str(), vector["summary"]["name"], "{name}");
        assert_eq!(summary.from.to_string(), vector["summary"]["from"], "{name}");
    }
}

#[test]
fn the_same_bytes_are_sealed_the_same_way() {
    for vector in stored() {
        let salt = from_hex(&vector["salt"]).try_into().unwrap_or_default();
        let nonce = from_hex(&vector["nonce"]).try_into().unwrap_or_default();
        let words = vector["words"].as_str().unwrap_or_default();
        let sealed = seal_by_words(&from_hex(&vector["deflated"]), words, salt, nonce);
        assert_eq!(sealed, Ok(from_hex(&vector["sealed"])), "{}", vector["name"]);
    }
}

#[test]
fn the_parts_of_every_vector_come_together_from_the_end() {
    for vector in stored() {
        let sealed = from_hex(&vector["sealed"]);
        let parts = vector["ur_parts"].as_array().cloned().unwrap_or_default();
        let encoder = Encoder::new(&sealed, 200).unwrap_or_else(|error| panic!("{error}"));
        let mut decoder = Decoder::default();
        for (place, part) in parts.iter().enumerate().rev() {
            let text = part.as_str().unwrap_or_default();
            let sequence = u32::try_from(place + 1).unwrap_or_default();
            assert_eq!(encoder.part(sequence), text, "{}", vector["name"]);
            assert!(decoder.receive(text).is_ok(), "{}", vector["name"]);
        }
        assert_eq!(decoder.sealed(), Some(sealed.as_slice()), "{}", vector["name"]);
    }
}
