//! Valid bytes for each door: `fuzz/seeds/DOOR/NAME`. Tests and libFuzzer both begin with them.
//!
//! `ASKELMA_WRITE_SEEDS=1 cargo test -p askelma-doors seeds` writes those that are not there yet, from
//! the vectors and fixtures of the crates.

use std::path::{Path, PathBuf};

use askelma_diary::shard::{Shard, ShardKey};
use askelma_exchange::qr::{self, QUIET_ZONE};
use askelma_files::backup::from_json;
use serde_json::Value;
use ur::bytewords::{self, Style};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn fuzz() -> PathBuf {
    root().join("fuzz")
}

/// A door's seeds by name.
pub fn of(door: &str) -> Vec<(String, Vec<u8>)> {
    let folder = fuzz().join("seeds").join(door);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{door}: {error}"));
    let mut seeds: Vec<(String, Vec<u8>)> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("bytes"))
        })
        .collect();
    seeds.sort();
    seeds
}

fn fixture(path: &str) -> Vec<u8> {
    std::fs::read(root().join("crates").join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

type Seeds = Vec<(&'static str, String, Vec<u8>)>;

/// All that can be made of vectors and fixtures: door, name, bytes.
fn made() -> Seeds {
    let mut made = of_exchange();
    made.extend(of_diary());
    made.extend(of_files());
    let addresses = [
        "/",
        "/today?do=night",
        "/day/2026-11-24/mood/000102030405060708090a0b0c0d0e0f",
        "/me/reasons/sort/3",
        "/path/step/000102030405060708090a0b0c0d0e0f/less-help",
        "/cards/1",
    ];
    for (number, address) in addresses.iter().enumerate() {
        made.push(("address", format!("address-{number}"), address.as_bytes().to_vec()));
    }
    made
}

fn of_exchange() -> Seeds {
    let mut made = Seeds::new();
    for (file, short) in [("summary-1.json", "summary"), ("summary-path-1.json", "path")] {
        let all: Value =
            serde_json::from_slice(&fixture(&format!("exchange/vectors/{file}"))).expect("JSON");
        for (number, vector) in all["vectors"].as_array().expect("vectors").iter().enumerate() {
            let name = format!("{short}-{number}");
            let bytes = |key: &str| from_hex(vector[key].as_str().expect("hex"));
            let text = |key: &str| vector[key].as_str().expect("a text").as_bytes().to_vec();
            let texts: Vec<&str> = vector["ur_parts"]
                .as_array()
                .expect("parts")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            made.push(("message", name.clone(), bytes("message")));
            made.push(("inflate", name.clone(), bytes("deflated")));
            made.push(("seal", name.clone(), bytes("sealed")));
            made.push(("message_file", name.clone(), bytes("sealed")));
            made.push(("message_file", format!("{name}-text"), text("text")));
            made.push(("words", name.clone(), text("words_typed")));
            made.push(("ur", name.clone(), texts.join("\n").into_bytes()));
            if texts.len() > 1 {
                made.push(("ur_part", name.clone(), parts_of(&texts)));
            }
        }
    }
    made.push(("words", "accents".to_owned(), "tàlo - nëva, 3. sürí\u{2014}hæmo".into()));
    for (name, text) in [("message", "UR:ASKELMA/OYADBDAA"), ("address", "https://example.org/")] {
        made.push(("qr", name.to_owned(), picture(text)));
    }
    made
}

/// Each part's CBOR behind its length in two bytes.
fn parts_of(texts: &[&str]) -> Vec<u8> {
    let part = |text: &&str| {
        let body = text.rsplit('/').next().unwrap_or_default().to_lowercase();
        let part = bytewords::decode(&body, Style::Minimal).expect("bytewords");
        let length = u16::try_from(part.len()).expect("short").to_be_bytes();
        [&length[..], &part].concat()
    };
    texts.iter().flat_map(part).collect()
}

/// A code of two pixels a module with its quiet zone, behind its width in two bytes.
fn picture(text: &str) -> Vec<u8> {
    let code = qr::draw(text).expect("a short text");
    let side = (code.size + 2 * QUIET_ZONE) * 2;
    let dark = |at: usize| {
        let cell = |pixel: usize| (pixel / 2).checked_sub(QUIET_ZONE).filter(|at| *at < code.size);
        let place = cell(at % side).zip(cell(at / side));
        place.is_some_and(|(x, y)| code.modules[y * code.size + x] == 1)
    };
    let pixels = (0..side * side).map(|at| if dark(at) { 20 } else { 230 });
    let width = u16::try_from(side).expect("small").to_be_bytes();
    width.into_iter().chain(pixels).collect()
}

fn of_diary() -> Seeds {
    let backup = from_json(&fixture("files/fixtures/every-kind.json")).expect("a backup");
    let mut shards = std::collections::BTreeMap::<ShardKey, Shard>::new();
    for (key, record) in backup.records {
        shards.entry(key).or_default().merge(record);
    }
    let mut made = vec![("shard", "empty".to_owned(), Shard::default().to_bytes())];
    made.extend(shards.iter().map(|(key, shard)| ("shard", key.to_string(), shard.to_bytes())));
    made
}

fn of_files() -> Seeds {
    let checks = fixture("files/fixtures/loop/Checkmarks.csv");
    let habits = fixture("files/fixtures/loop/Habits.csv");
    let mut made = vec![
        ("backup", "every-kind".to_owned(), fixture("files/fixtures/every-kind.json")),
        ("zip", "loop".to_owned(), zipped(&[("Habits.csv", &habits), ("Checkmarks.csv", &checks)])),
        ("zip", "plees".to_owned(), zipped(&[("plees.csv", &fixture("files/fixtures/plees.csv"))])),
        ("loop_habits", "checks".to_owned(), checks),
        ("plees", "plees".to_owned(), fixture("files/fixtures/plees.csv")),
    ];
    for name in ["daylio-sample", "daylio-own-moods"] {
        let bytes = fixture(&format!("files/fixtures/{name}.csv"));
        made.push(("daylio", name.to_owned(), bytes));
    }
    made
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        std::io::Write::write_all(&mut zip, bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn from_hex(digits: &str) -> Vec<u8> {
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).expect("ASCII");
        u8::from_str_radix(pair, 16).expect("hex")
    };
    digits.as_bytes().chunks(2).map(byte).collect()
}

#[test]
fn seeds_are_there_for_all_vectors_and_fixtures() {
    for (door, name, bytes) in made() {
        let file = fuzz().join("seeds").join(door).join(&name);
        if std::env::var_os("ASKELMA_WRITE_SEEDS").is_some() && !file.exists() {
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(&file, bytes).expect("written");
        }
        assert!(file.exists(), "{door}/{name} is not there");
    }
}
