//! Turns `src/text/{en,fi,sv}.toml` into one typed function a sentence. A sentence that is missing
//! in one language, or fills in other names than English does, does not build.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];
/// The plural forms of all three languages (CLDR): one and other.
const FORMS: [&str; 2] = ["one", "other"];

/// A sentence: plain, or one form for one and one for other counts.
#[derive(Clone)]
enum Sentence {
    Plain(String),
    Counted([String; 2]),
}

type Room = BTreeMap<String, Sentence>;
type Rooms = BTreeMap<String, Room>;

fn main() {
    println!("cargo::rerun-if-changed=src/text");
    let languages = LANGUAGES.map(read);
    if let Err(problem) = check(&languages) {
        println!("cargo::error={problem}");
        process::exit(1);
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(problem) = fs::write(Path::new(&out).join("sentences.rs"), generate(&languages)) {
        println!("cargo::error={problem}");
    }
}

fn read(language: &str) -> Rooms {
    let path = format!("src/text/{language}.toml");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(problem) => {
            println!("cargo::error={path}: {problem}");
            process::exit(1);
        }
    };
    let room = |value: toml::Value| -> Room {
        let toml::Value::Table(sentences) = value else { return Room::new() };
        sentences.into_iter().filter_map(|(key, value)| Some((key, sentence(&value)?))).collect()
    };
    table.into_iter().map(|(name, value)| (name, room(value))).collect()
}

fn sentence(value: &toml::Value) -> Option<Sentence> {
    match value {
        toml::Value::String(text) => Some(Sentence::Plain(text.clone())),
        toml::Value::Table(forms) => {
            let form = |name: &str| Some(forms.get(name)?.as_str()?.to_owned());
            Some(Sentence::Counted([form(FORMS[0])?, form(FORMS[1])?]))
        }
        _ => None,
    }
}

fn check(languages: &[Rooms; 3]) -> Result<(), String> {
    for (language, rooms) in LANGUAGES.iter().zip(languages) {
        for (other, other_rooms) in LANGUAGES.iter().zip(languages) {
            for (room, sentences) in other_rooms {
                for (key, theirs) in sentences {
                    let place = format!("src/text/{language}.toml: [{room}] {key}");
                    let own = rooms.get(room).and_then(|room| room.get(key));
                    let own = own.ok_or(format!("{place} is missing; {other}.toml has it"))?;
                    if blanks(own) != blanks(theirs) {
                        return Err(format!("{place} fills in other names than {other}.toml"));
                    }
                }
            }
        }
    }
    Ok(())
}

/// The names that a sentence fills in, sorted; a counted one marks that it counts.
fn blanks(sentence: &Sentence) -> Vec<String> {
    let (texts, counted) = match sentence {
        Sentence::Plain(text) => (vec![text], false),
        Sentence::Counted(forms) => (forms.iter().collect(), true),
    };
    let mut names: Vec<String> = texts.into_iter().flat_map(|text| names(text)).collect();
    if counted {
        names.push("n".to_owned());
    }
    names.sort();
    names.dedup();
    names
}

fn names(text: &str) -> Vec<String> {
    let after_brace = text.split('{').skip(1);
    after_brace.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

fn generate(languages: &[Rooms; 3]) -> String {
    let mut code = String::new();
    let mut tables: [Vec<String>; 3] = Default::default();
    for (room, sentences) in &languages[0] {
        let _ = writeln!(code, "/// Sentences of `{room}`.\npub mod {room} {{");
        for (key, english) in sentences {
            let index = tables[0].len();
            for (table, rooms) in tables.iter_mut().zip(languages) {
                match &rooms[room][key] {
                    Sentence::Plain(text) => table.push(text.clone()),
                    Sentence::Counted(forms) => table.extend(forms.iter().cloned()),
                }
            }
            code.push_str(&function(key, english, index));
        }
        code.push_str("}\n");
    }
    for (language, table) in LANGUAGES.iter().zip(&tables) {
        let name = language.to_uppercase();
        let _ = writeln!(code, "pub(super) static {name}: [&str; {}] = {table:?};", table.len());
    }
    code
}

fn function(key: &str, english: &Sentence, index: usize) -> String {
    let doc = match english {
        Sentence::Plain(text) => text,
        Sentence::Counted(forms) => &forms[1],
    };
    let doc = doc.replace(['\n', '[', ']', '<', '>'], " ");
    let counts = matches!(english, Sentence::Counted(_));
    let names: Vec<String> =
        blanks(english).into_iter().filter(|name| !counts || name != "n").collect();
    let parameters: String = names.iter().map(|name| format!(", {name}: &str")).collect();
    let parameters = parameters.trim_start_matches(", ");
    let filled: String = names.iter().map(|name| format!("(\"{name}\", {name}), ")).collect();
    match (counts, names.is_empty()) {
        (false, true) => format!(
            "    /// {doc}\n    pub fn {key}() -> &'static str {{ super::super::plain({index}) }}\n"
        ),
        (false, false) => format!(
            "    /// {doc}\n    pub fn {key}({parameters}) -> String {{ \
             super::super::filled({index}, &[{filled}]) }}\n"
        ),
        (true, _) => {
            let comma = if names.is_empty() { "" } else { ", " };
            format!(
                "    /// {doc}\n    pub fn {key}(n: usize{comma}{parameters}) -> String {{ \
                 super::super::counted({index}, n, &[{filled}]) }}\n"
            )
        }
    }
}
