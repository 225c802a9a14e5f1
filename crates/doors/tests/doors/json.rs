//! A backup whose values have changed places: JSON all the time, which bytes changed by chance
//! seldom are.

use std::cell::Cell;

use askelma_doors::{Entered, enter};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::{config, seeds};

/// Every value in a document, by its pointer.
fn pointers(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, format!("{here}/{at}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, format!("{here}/{name}"), all);
            }
        }
        _ => {}
    }
    all.push(here);
}

fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(0.5),
        json!(255),
        json!(u64::MAX),
        json!(""),
        json!("\u{202e}\u{7}"),
        json!([]),
        json!({}),
        json!("1600-02-30"),
        json!("2026-11-24T25:61:00+25:00"),
        json!("9999-12-31T23:59:59+15:00"),
        json!("ffffffffffffffffffffffffffffffff"),
        json!("////"),
    ])
}

/// A value is put in the place of another: one of the same document, or an odd one.
type Move = (Index, Index, Option<Value>);

fn moved(moves: &[Move], document: &Value) -> Value {
    let mut document = document.clone();
    for (from, to, odd) in moves {
        let mut all = Vec::new();
        pointers(&document, String::new(), &mut all);
        let taken = document.pointer(&all[from.index(all.len())]).cloned().unwrap_or_default();
        if let Some(place) = document.pointer_mut(&all[to.index(all.len())]) {
            *place = odd.clone().unwrap_or(taken);
        }
    }
    document
}

#[test]
fn values_in_other_places_are_survived() {
    let document: Value = serde_json::from_slice(&seeds::of("backup")[0].1).expect("JSON");
    let a_move = (any::<Index>(), any::<Index>(), prop::option::of(odd()));
    let moves = prop::collection::vec(a_move, 1..4);
    let mut runner = proptest::test_runner::TestRunner::new(config(300));
    let (read, refused) = (Cell::new(0), Cell::new(0));
    let run = runner.run(&moves, |moves| {
        let bytes = moved(&moves, &document).to_string();
        let count = match enter("backup", bytes.as_bytes()) {
            Entered::Read => &read,
            Entered::Refused => &refused,
        };
        count.set(count.get() + 1);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
    assert!(read.get() > 0 && refused.get() > 0, "{} read, {} refused", read.get(), refused.get());
}
