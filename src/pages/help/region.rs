//! Region packs: who answers in a region, as its data file says.

use askelma_diary::entries::Choices;
use askelma_diary::help_lines::{Hours, Opening};
use serde::Deserialize;

use crate::browser::data_files;
use crate::text::{self, Language};

/// The pack of those who have not chosen.
pub const USUAL: &str = "finland";
/// The choice of those for whose region there is none.
pub const ELSEWHERE: &str = "elsewhere";

/// The region that was chosen: the name of its data file, or [`ELSEWHERE`].
pub fn chosen(choices: &Choices) -> String {
    choices.region.as_ref().map_or(USUAL, |region| region.as_str()).to_owned()
}

/// The pack of that name; none where it cannot be had.
pub async fn fetch(name: &str) -> Option<RegionPack> {
    let text = data_files::fetch_text(&format!("regions/{name}.json")).await.ok()?;
    serde_json::from_str(&text).ok()
}

/// Each region's file name, and what its people call it.
pub async fn all() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for name in data_files::names_below("regions/") {
        if let Some(pack) = fetch(&name).await {
            all.push((name, pack.name.here()));
        }
    }
    all
}

/// A region's lines, as its data file says them.
#[derive(Debug, Clone, Deserialize)]
pub struct RegionPack {
    /// The region, as its people call it.
    name: InThree,
    /// The number for danger now.
    pub emergency: String,
    /// In the file's order.
    pub lines: Vec<Line>,
}

/// A line to call or to write to. `docs/region-pack.md` says what each field means.
#[derive(Debug, Clone, Deserialize)]
pub struct Line {
    name: InThree,
    for_whom: InThree,
    phone: Option<String>,
    phone_shown: Option<String>,
    web: Option<String>,
    web_shown: Option<String>,
    opening: OpeningData,
    note: Option<InThree>,
    /// `2025-11`, of the source.
    pub checked: Option<String>,
    /// It seldom answers.
    #[serde(default)]
    pub never_first: bool,
    /// Empty when its source does not say.
    #[serde(default)]
    languages: Vec<String>,
}

impl Line {
    /// What it is called.
    pub fn name(&self) -> String {
        self.name.here()
    }

    /// For whom it is.
    pub fn for_whom(&self) -> String {
        self.for_whom.here()
    }

    /// What else is certain.
    pub fn note(&self) -> Option<String> {
        self.note.as_ref().map(InThree::here)
    }

    /// The number to call, and as people write it.
    pub fn phone(&self) -> Option<(String, String)> {
        self.phone.clone().zip(self.phone_shown.clone())
    }

    /// The page, and its short name.
    pub fn web(&self) -> Option<(String, String)> {
        self.web.clone().zip(self.web_shown.clone())
    }

    /// When it is open.
    pub fn opening(&self) -> Opening {
        self.opening.read()
    }

    /// Whether the reader's own language is spoken there, as far as it is known.
    pub fn speaks_mine(&self) -> bool {
        let mine = text::language().code();
        self.languages.is_empty() || self.languages.iter().any(|language| language == mine)
    }
}

/// A sentence of a data file in the three languages.
#[derive(Debug, Clone, Deserialize)]
struct InThree {
    en: String,
    fi: String,
    sv: String,
}

impl InThree {
    fn here(&self) -> String {
        match text::language() {
            Language::En => self.en.clone(),
            Language::Fi => self.fi.clone(),
            Language::Sv => self.sv.clone(),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
struct OpeningData {
    kind: String,
    #[serde(default)]
    hours: Vec<HoursData>,
}

#[derive(Debug, Clone, Deserialize)]
struct HoursData {
    weekdays: Vec<u8>,
    opens: String,
    closes: String,
}

impl OpeningData {
    fn read(&self) -> Opening {
        match self.kind.as_str() {
            "always" => Opening::Always,
            "hours" => Opening::Hours(self.hours.iter().filter_map(HoursData::read).collect()),
            _ => Opening::Unsure,
        }
    }
}

impl HoursData {
    fn read(&self) -> Option<Hours> {
        let clock = |text: &str| {
            let (hour, minute) = text.split_once('.')?;
            Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
        };
        let weekdays = self.weekdays.iter().filter(|day| (1..=7).contains(*day));
        Some(Hours {
            weekdays: weekdays.fold(0, |bits, day| bits | (1 << (day - 1))),
            opens_min: clock(&self.opens)?,
            closes_min: clock(&self.closes)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use askelma_diary::help_lines::Opening;

    use super::{Line, RegionPack};

    fn read(text: &str) -> RegionPack {
        let pack: RegionPack = serde_json::from_str(text).unwrap();
        for line in &pack.lines {
            assert!(line.phone().is_some() || line.web().is_some(), "{line:?}");
            assert_eq!(line.phone.is_some(), line.phone_shown.is_some(), "{line:?}");
            assert_eq!(line.web.is_some(), line.web_shown.is_some(), "{line:?}");
            if let Opening::Hours(hours) = line.opening() {
                assert_eq!(hours.len(), line.opening.hours.len(), "{line:?}");
                for part in hours {
                    assert!(part.weekdays != 0, "{line:?}");
                    assert!(
                        part.opens_min < part.closes_min && part.closes_min <= 1440,
                        "{line:?}"
                    );
                }
            }
        }
        pack
    }

    fn root(name: &str) -> String {
        std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    /// Weekdays as bits, opening and closing in minutes of the day.
    fn hours(line: &Line) -> Vec<(u8, u16, u16)> {
        match line.opening() {
            Opening::Hours(hours) => {
                hours.iter().map(|part| (part.weekdays, part.opens_min, part.closes_min)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Number or page, open day and night, hours, month of the source: as the checked list has it.
    #[test]
    fn finland_says_what_was_checked() {
        let pack = read(&root("public/data/regions/finland.json"));
        assert_eq!(pack.emergency, "112");
        let lines: Vec<_> = pack
            .lines
            .iter()
            .map(|line| {
                let reach = line.phone.clone().or_else(|| line.web.clone()).unwrap();
                let always = line.opening() == Opening::Always;
                (reach, always, hours(line), line.checked.clone(), line.never_first)
            })
            .collect();
        let is = |reach: &str, always, hours: &[(u8, u16, u16)], checked: Option<&str>, last| {
            (reach.to_owned(), always, hours.to_vec(), checked.map(str::to_owned), last)
        };
        let seen = Some("2025-11");
        assert_eq!(
            lines,
            [
                is("116111", false, &[], seen, false),
                // Daily 17-20.
                is("https://nuortennetti.fi", false, &[(0b111_1111, 1020, 1200)], seen, false),
                // Mon-Tue 14-17, Wed-Thu 14-20.
                is("080096116", false, &[(0b011, 840, 1020), (0b1100, 840, 1200)], seen, false),
                is("0925250111", true, &[], Some("2020-02"), false),
                is("080005005", true, &[], None, false),
                is("0925250112", false, &[], None, false),
                is("https://unginfo.fi/chattkalender", false, &[], Some("2020-06"), false),
                is("0925250113", false, &[], None, false),
                is("0925250114", false, &[], None, false),
                is("0925250115", false, &[], None, false),
                // About one in five got through: never first.
                is("https://sekasin247.fi", false, &[], Some("2024-05"), true),
            ]
        );
    }

    #[test]
    fn the_template_is_a_pack() {
        let guide = root("docs/region-pack.md");
        let (_, rest) = guide.split_once("```json\n").unwrap();
        let (template, _) = rest.split_once("```").unwrap();
        assert_eq!(hours(&read(template).lines[0]), [(0b001_1111, 540, 900)]);
    }
}
