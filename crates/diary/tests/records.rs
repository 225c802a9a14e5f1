//! What stands in an entry's bytes is read by its type or carried as it came.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

use std::collections::BTreeSet;

use askelma_diary::record::fields::{Field as NamedField, Form};
use askelma_diary::record::{Content, Kind, Record};
use minicbor::{Decoder, Encoder};
use proptest::prelude::*;

/// A record of every kind with every field said, as the app wrote them in November 2026.
const EVERY_KIND: &[u8] = include_bytes!("../../files/fixtures/every-kind.cbor");

type Field = (u32, Vec<u8>);

/// The stored kind and the fields of each record there.
fn every_kind() -> Vec<(u8, Vec<Field>)> {
    let mut d = Decoder::new(EVERY_KIND);
    let count = d.array().expect("a list").expect("of a length");
    let mut kinds = Vec::new();
    for _ in 0..count {
        assert_eq!(d.array().expect("a record"), Some(4));
        d.skip().expect("an id");
        d.skip().expect("a stamp");
        kinds.push((d.u8().expect("a kind"), fields(d.bytes().expect("a body"))));
    }
    kinds
}

fn fields(body: &[u8]) -> Vec<Field> {
    let mut d = Decoder::new(body);
    let count = d.map().expect("a map").expect("of a length");
    let field = |_| {
        let index = d.u32().expect("an index");
        let start = d.position();
        d.skip().expect("a value");
        (index, body[start..d.position()].to_vec())
    };
    (0..count).map(field).collect()
}

fn body(fields: &[Field]) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    e.map(fields.len() as u64).expect("memory");
    for (index, value) in fields {
        e.u32(*index).expect("memory");
        e.writer_mut().extend(value);
    }
    e.into_writer()
}

/// A record of that stored kind and body.
fn stored(kind: u8, body: &[u8]) -> Vec<u8> {
    let head = [&[0x84, 0x50][..], &[7; 16], &[0x83, 5, 0, 1]].concat();
    let mut e = Encoder::new(head);
    e.u8(kind).and_then(|e| e.bytes(body)).expect("memory");
    e.into_writer()
}

fn read(kind: u8, body: &[u8]) -> Record {
    minicbor::decode(&stored(kind, body)).expect("a record")
}

fn written(record: &Record) -> Vec<u8> {
    minicbor::to_vec(record).expect("memory")
}

/// Asserts that the body is not understood, and comes out as it went in.
fn assert_carried(kind: u8, body: &[u8]) {
    let record = read(kind, body);
    assert_eq!(record.content, Content::Foreign { kind, bytes: body.to_vec() });
    assert_eq!(written(&record), stored(kind, body));
}

/// Asserts that the body is understood, and is written as it stands there.
fn assert_understood(kind: u8, body: &[u8]) {
    let record = read(kind, body);
    assert!(record.body().is_some(), "kind {kind}: {body:02x?}");
    assert_eq!(written(&record), stored(kind, body));
}

#[test]
fn every_kind_is_understood_and_written_as_it_stands() {
    let kinds = every_kind();
    assert_eq!(kinds.len(), Kind::ALL.len());
    for (kind, fields) in kinds {
        assert_understood(kind, &body(&fields));
    }
}

#[test]
fn every_kind_keeps_a_newer_apps_fields() {
    for (kind, mut fields) in every_kind() {
        fields.push((60, vec![0x65, b'l', b'a', b't', b'e', b'r']));
        fields.push((61, vec![0x82, 0x01, 0xa1, 0x02, 0xf6]));
        assert_understood(kind, &body(&fields));
    }
}

#[test]
fn a_body_that_breaks_off_is_carried_as_it_came() {
    for (kind, fields) in every_kind() {
        let whole = body(&fields);
        for end in 0..whole.len() {
            assert_carried(kind, &whole[..end]);
        }
    }
}

#[test]
fn what_may_be_missing_may_and_what_must_stand_there_must() {
    let needed: [(Kind, &[u32]); 8] = [
        (Kind::Profile, &[1, 2]),
        (Kind::Mood, &[0, 1]),
        (Kind::Night, &[1, 5, 10]),
        (Kind::SchoolDay, &[0, 1, 2, 3]),
        (Kind::Timetable, &[0, 2, 3]),
        (Kind::Share, &[0, 2, 3, 4, 5]),
        (Kind::Choices, &[]),
        (Kind::Try, &[0, 1, 2, 3]),
    ];
    for (kind, needed) in needed {
        let kinds = every_kind();
        let (_, whole) = kinds.iter().find(|(code, _)| *code == kind.code()).expect("every kind");
        for at in 0..whole.len() {
            let mut fields = whole.clone();
            let (index, _) = fields.remove(at);
            if needed.contains(&index) {
                assert_carried(kind.code(), &body(&fields));
            } else {
                assert_understood(kind.code(), &body(&fields));
            }
        }
    }
}

#[test]
fn a_value_of_another_type_or_out_of_range_is_carried_as_it_came() {
    let when = [0x82, 0x1a, 0x6b, 0x05, 0x5c, 0xe0, 0x18, 120];
    let mood = |last: &[u8]| [&[0xa2, 0x00][..], &when, &[0x01], last].concat();
    assert_understood(Kind::Mood.code(), &mood(&[0x05]));
    // A mood of 6, of 256, of -1, a text, a null, and a list of one.
    for wrong in [&[0x06][..], &[0x19, 1, 0], &[0x20], &[0x61, b'4'], &[0xf6], &[0x81, 0x04]] {
        assert_carried(Kind::Mood.code(), &mood(wrong));
    }
    let noted = |note: &[u8]| [&[0xa3, 0x00][..], &when, &[0x01, 0x04, 0x08], note].concat();
    assert_understood(Kind::Mood.code(), &noted(&[0x62, b'o', b'k']));
    // No words, blanks alone, a bell, and bytes that are no text.
    for wrong in [&[0x60][..], &[0x61, b' '], &[0x61, 7], &[0x61, 0xff], &[0x42, b'o', b'k']] {
        assert_carried(Kind::Mood.code(), &noted(wrong));
    }
}

#[test]
fn of_a_known_field_that_stands_there_twice_the_last_counts() {
    // Small things: words "tea" and order 1, with a second order of 2.
    let twice = [0xa3, 0x00, 0x63, b't', b'e', b'a', 0x01, 0x01, 0x01, 0x02];
    let last = [0xa2, 0x00, 0x63, b't', b'e', b'a', 0x01, 0x02];
    let record = read(Kind::SmallThing.code(), &twice);
    assert_eq!(written(&record), stored(Kind::SmallThing.code(), &last));
}

#[test]
fn nulls_and_lists_without_a_length_are_read_as_ever() {
    // A profile whose name is null, in a map that a break ends.
    let profile = [
        &[0xbf, 0x00, 0xf6, 0x01, 0x82, 0x1a, 0x6b, 0x05, 0x5c, 0xe0][..],
        &[0x18, 120, 0x02, 0xf4, 0xff],
    ];
    let record = read(Kind::Profile.code(), &profile.concat());
    let plain = [0xa2, 0x01, 0x82, 0x1a, 0x6b, 0x05, 0x5c, 0xe0, 0x18, 120, 0x02, 0xf4];
    assert_eq!(written(&record), stored(Kind::Profile.code(), &plain));
    // A card of kind 1 whose list of lines a break ends; it is empty, and stays there.
    let record = read(Kind::OwnCard.code(), &[0xa2, 0x00, 0x01, 0x01, 0x9f, 0xff]);
    assert_eq!(written(&record), stored(Kind::OwnCard.code(), &[0xa2, 0x00, 0x01, 0x01, 0x80]));
    // Two lines of a card, fields 0 and 1, in maps and a list that breaks end.
    let line = |field: u8, text: u8| [0xbf, 0x00, field, 0x01, 0x61, text, 0xff];
    let open = [&[0xa2, 0x00, 0x01, 0x01, 0x9f][..], &line(0, b'a'), &line(1, b'b'), &[0xff]];
    let line = |field: u8, text: u8| [0xa2, 0x00, field, 0x01, 0x61, text];
    let closed = [&[0xa2, 0x00, 0x01, 0x01, 0x82][..], &line(0, b'a'), &line(1, b'b')];
    let record = read(Kind::OwnCard.code(), &open.concat());
    assert_eq!(written(&record), stored(Kind::OwnCard.code(), &closed.concat()));
    // Choices whose list of starters is empty: it is left out.
    let record = read(Kind::Choices.code(), &[0xa2, 0x00, 0x0d, 0x0a, 0x80]);
    assert_eq!(written(&record), stored(Kind::Choices.code(), &[0xa1, 0x00, 0x0d]));
}

/// The parts that stand in entries, each by the field that it stands in, with its own fields.
fn parts_of(fields: &[NamedField], parts: &mut BTreeSet<(&'static str, Vec<&'static str>)>) {
    for (name, form) in fields {
        let mut form = form;
        while let Form::List(item) = form {
            form = item;
        }
        if let Form::Fields(fields) = form {
            parts.insert((name, fields.iter().map(|(name, _)| *name).collect()));
            parts_of(fields, parts);
        }
    }
}

/// Whether a key stands twice in one of its maps, the parts' among them.
fn has_a_key_twice(body: &[u8]) -> bool {
    fn look(d: &mut minicbor::Decoder<'_>, found: &mut bool) -> Option<()> {
        match d.datatype().ok()? {
            minicbor::data::Type::Map => {
                let mut seen = BTreeSet::new();
                for _ in 0..d.map().ok()?? {
                    let key = d.probe().i64().ok();
                    *found |= key.is_some_and(|key| !seen.insert(key));
                    look(d, found)?;
                    look(d, found)?;
                }
            }
            minicbor::data::Type::Array => {
                for _ in 0..d.array().ok()?? {
                    look(d, found)?;
                }
            }
            _ => d.skip().ok()?,
        }
        Some(())
    }
    let mut found = false;
    // What breaks off is of no entry, and is carried as it came.
    let _ = look(&mut minicbor::Decoder::new(body), &mut found);
    found
}

#[test]
fn no_part_of_an_entry_ever_gets_a_field() {
    // An older app keeps a newer field of an entry, but not one of a part: it has no place for it
    // where a list changes. What is new of a part stands in a field of its entry.
    let mut parts = BTreeSet::new();
    for kind in Kind::ALL {
        parts_of(kind.fields(), &mut parts);
    }
    let written = [
        ("lessons", vec!["name", "planned_min", "attended_min", "remote"]),
        ("lessons", vec!["weekday", "name", "starts_min", "length_min"]),
        ("lines", vec!["field", "words"]),
        ("marks", vec!["of", "first", "second"]),
        ("supports", vec!["words", "stays"]),
    ];
    assert_eq!(parts.into_iter().collect::<Vec<_>>(), written);
}

proptest! {
    #[test]
    fn a_changed_byte_is_carried_as_it_came_or_says_the_same_when_read_again(
        at in 0..Kind::ALL.len(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let (kind, fields) = every_kind().remove(at);
        let mut body = body(&fields);
        let place = place.index(body.len());
        body[place] = byte;
        let record = read(kind, &body);
        if let Content::Foreign { bytes, .. } = &record.content {
            prop_assert_eq!(bytes, &body);
        } else {
            let written = written(&record);
            prop_assert_eq!(minicbor::decode::<Record>(&written).ok(), Some(record));
            // Nothing is lost but what says nothing: a null, an empty list, and of a key that stands
            // twice, which no app writes, the first. A part has no place for a newer field.
            let mut parts = BTreeSet::new();
            let known_kind = Kind::from_code(kind).expect("a known kind");
            parts_of(known_kind.fields(), &mut parts);
            prop_assert!(
                has_a_key_twice(&body)
                    || !parts.is_empty()
                    || written.len() + 4 >= stored(kind, &body).len()
            );
        }
    }
}
