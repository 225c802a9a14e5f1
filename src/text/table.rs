//! The sentences' files as one checked table. Read by the app's build script, which makes a typed
//! function of each sentence, and by xtask, which puts each language into the bundle: both number
//! the sentences alike.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The languages, English first: its order is everyone's.
pub const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];
/// The plural forms of all three languages (CLDR): one and other.
const FORMS: [&str; 2] = ["one", "other"];

/// A sentence: plain, or one form for one and one for other counts.
#[derive(Clone)]
pub enum Sentence {
    /// One form for all.
    Plain(String),
    /// Forms for one and for other counts.
    Counted([String; 2]),
}

type Room = BTreeMap<String, Sentence>;
/// Rooms by file and name: those of the first page stand before all others.
type Rooms = BTreeMap<(Part, String), Room>;

/// When a sentence is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// With the first page: `fi.toml`.
    First,
    /// With the other rooms: `fi/*.toml`.
    Later,
}

/// The sentences of the three languages, checked against each other.
pub struct Table {
    languages: [Rooms; 3],
}

impl Table {
    /// Reads the files in `folder` (`src/text`).
    ///
    /// # Errors
    /// What is wrong and where: not TOML, a sentence missing, other names filled in.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let [en, fi, sv] = LANGUAGES.map(|language| read(folder, language));
        let table = Self { languages: [en?, fi?, sv?] };
        table.check()?;
        Ok(table)
    }

    /// Room, key, English sentence and the number of its first form, in order.
    #[allow(dead_code, reason = "the build script's half")]
    pub fn sentences(&self) -> Vec<(&str, &str, &Sentence, usize)> {
        let mut number = 0;
        let all = self.languages[0].iter().flat_map(|((_, room), sentences)| {
            sentences.iter().map(move |(key, sentence)| (room.as_str(), key.as_str(), sentence))
        });
        all.map(|(room, key, sentence)| {
            let first = number;
            number += forms(sentence).len();
            (room, key, sentence, first)
        })
        .collect()
    }

    /// All forms of one part of a language, by number; the later part goes on where the first ends.
    #[allow(dead_code, reason = "xtask's half")]
    pub fn lines(&self, language: &str, part: Part) -> Vec<String> {
        let Some(at) = LANGUAGES.iter().position(|known| *known == language) else {
            return Vec::new();
        };
        let rooms = self.languages[at].iter().filter(|((of, _), _)| *of == part);
        rooms.flat_map(|(_, room)| room.values()).flat_map(forms).collect()
    }

    /// The rooms of one part.
    #[allow(dead_code, reason = "xtask's half")]
    pub fn rooms(&self, part: Part) -> impl Iterator<Item = &str> {
        self.languages[0].keys().filter(move |(of, _)| *of == part).map(|(_, room)| room.as_str())
    }

    fn check(&self) -> Result<(), String> {
        for (language, rooms) in LANGUAGES.iter().zip(&self.languages) {
            for (other, other_rooms) in LANGUAGES.iter().zip(&self.languages) {
                for (room, key, theirs) in other_rooms.iter().flat_map(|(room, sentences)| {
                    sentences.iter().map(move |(key, sentence)| (room, key, sentence))
                }) {
                    let place = format!("src/text/{language}: [{}] {key}", room.1);
                    let own = rooms.get(room).and_then(|room| room.get(key));
                    let own = own.ok_or(format!("{place} is missing; {other} has it"))?;
                    if blanks(own) != blanks(theirs) {
                        return Err(format!("{place} fills in other names than {other}"));
                    }
                }
            }
        }
        Ok(())
    }
}

/// The names that a sentence fills in, sorted; a counted one always has `n`.
pub fn blanks(sentence: &Sentence) -> Vec<String> {
    let mut names: Vec<String> = forms(sentence).iter().flat_map(|text| names(text)).collect();
    if matches!(sentence, Sentence::Counted(_)) {
        names.push("n".to_owned());
    }
    names.sort();
    names.dedup();
    names
}

fn forms(sentence: &Sentence) -> Vec<String> {
    match sentence {
        Sentence::Plain(text) => vec![text.clone()],
        Sentence::Counted(forms) => forms.to_vec(),
    }
}

fn names(text: &str) -> Vec<String> {
    let after_brace = text.split('{').skip(1);
    after_brace.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

fn read(folder: &Path, language: &str) -> Result<Rooms, String> {
    let mut files = vec![(Part::First, folder.join(format!("{language}.toml")))];
    let mut later: Vec<_> = fs::read_dir(folder.join(language))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some((Part::Later, entry.ok()?.path())))
        .collect();
    later.sort();
    files.extend(later);
    let mut rooms = Rooms::new();
    for (part, path) in files {
        read_file(&path, part, &mut rooms)
            .map_err(|problem| format!("{}: {problem}", path.display()))?;
    }
    Ok(rooms)
}

fn read_file(path: &Path, part: Part, rooms: &mut Rooms) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|problem| problem.to_string())?;
    let table: toml::Table = text.parse().map_err(|problem| format!("{problem}"))?;
    for (name, value) in table {
        let toml::Value::Table(sentences) = value else {
            return Err(format!("{name} stands in no room"));
        };
        let mut room = Room::new();
        for (key, value) in sentences {
            let wrong = format!("[{name}] {key} is no sentence");
            room.insert(key, sentence(&value).ok_or(wrong)?);
        }
        if rooms.keys().any(|(_, known)| *known == name) {
            return Err(format!("[{name}] stands in another file already"));
        }
        rooms.insert((part, name), room);
    }
    Ok(())
}

fn sentence(value: &toml::Value) -> Option<Sentence> {
    let text = |value: &toml::Value| {
        value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    match value {
        toml::Value::Table(forms) => {
            let form = |name: &str| text(forms.get(name)?);
            Some(Sentence::Counted([form(FORMS[0])?, form(FORMS[1])?]))
        }
        plain => text(plain).map(Sentence::Plain),
    }
}
