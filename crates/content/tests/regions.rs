//! The region packs, and the template for new ones.

#![allow(clippy::expect_used, reason = "a test stops where it is wrong")]

mod data;

use askelma_content::ContentError;
use askelma_content::regions::{Line, RegionPack, in_order, read};
use askelma_diary::safety::help_lines::{Opening, State};
use askelma_diary::time::{Day, Instant};
use data::{LANGUAGES, file, root};

fn finland(language: &str) -> RegionPack {
    read(&file("regions/finland"), language).expect("a pack")
}

/// Weekdays as bits, opening and closing in minutes of the day.
fn hours(line: &Line) -> Vec<(u8, u16, u16)> {
    match &line.opening {
        Opening::Hours(hours) => hours
            .iter()
            .map(|part| (part.weekdays.bits(), part.opens_min, part.closes_min))
            .collect(),
        Opening::Always | Opening::Unsure => Vec::new(),
    }
}

#[test]
fn every_pack_is_read_in_every_language() {
    let folder = std::fs::read_dir(root().join("public/data/regions")).expect("the packs");
    let mut packs = 0;
    for entry in folder {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a pack");
        for language in LANGUAGES {
            let pack = read(&text, language).expect(language);
            assert!(!pack.lines.is_empty() && pack.lines.iter().any(|line| !line.never_first));
        }
        packs += 1;
    }
    assert_eq!(packs, 1);
}

/// Number or page, open day and night, hours, month of the source: as the checked list has it.
#[test]
fn finland_says_what_was_checked() {
    let pack = finland("fi");
    assert_eq!((pack.name.as_str(), pack.emergency.as_str()), ("Suomi", "112"));
    let lines: Vec<_> = pack
        .lines
        .iter()
        .map(|line| {
            let reach = line.phone.as_ref().or(line.web.as_ref()).expect("a way to reach it");
            let always = line.opening == Opening::Always;
            let checked = line.checked.map(|day| day.to_string());
            (reach.target.clone(), always, hours(line), checked, line.never_first)
        })
        .collect();
    let is = |reach: &str, always, hours: &[(u8, u16, u16)], checked: Option<&str>, last| {
        (reach.to_owned(), always, hours.to_vec(), checked.map(str::to_owned), last)
    };
    let seen = Some("2025-11-01");
    assert_eq!(
        lines,
        [
            is("116111", false, &[], seen, false),
            // Daily 17-20.
            is("https://nuortennetti.fi", false, &[(0b111_1111, 1020, 1200)], seen, false),
            // Mon-Tue 14-17, Wed-Thu 14-20.
            is("080096116", false, &[(0b011, 840, 1020), (0b1100, 840, 1200)], seen, false),
            is("0925250111", true, &[], Some("2020-02-01"), false),
            is("080005005", true, &[], None, false),
            is("0925250112", false, &[], None, false),
            is("https://unginfo.fi/chattkalender", false, &[], Some("2020-06-01"), false),
            is("0925250113", false, &[], None, false),
            is("0925250114", false, &[], None, false),
            is("0925250115", false, &[], None, false),
            // About one in five got through: never first.
            is("https://sekasin247.fi", false, &[], Some("2024-05-01"), true),
        ]
    );
}

#[test]
fn lines_that_are_open_and_in_the_own_language_come_first() {
    let noon = Day::from_ymd(2026, 11, 24).expect("a Tuesday").date().and_hms_opt(14, 30, 0);
    let now = Instant::from_local(noon.expect("a time"), 120).expect("in range");
    let in_language = |language| {
        let lines = in_order(finland(language).lines, now, language);
        lines.into_iter().map(|(state, line)| (line.name, state)).collect::<Vec<_>>()
    };
    let (always, unsure) = (State::Always, State::Unsure);
    let is = |lines: [(&str, State); 5]| lines.map(|(name, state)| (name.to_owned(), state));
    assert_eq!(
        in_language("sv")[..5],
        is([
            ("Barn- och ungdomstelefonen", State::OpenUntil(1020)),
            ("Nollinjen (Nollalinja)", always),
            ("MIELI Kristelefon på finska", always),
            ("MIELI Kristelefon på svenska", unsure),
            ("Luckan UngInfo: chattar och telefoner på svenska", unsure),
        ])
    );
    let finnish = in_language("fi");
    assert_eq!(finnish[0], ("MIELI Kriisipuhelin".to_owned(), always));
    // Closed until 17, and behind it the one that seldom answers.
    assert_eq!(
        finnish[9..],
        [
            ("MLL Nuortennetti: chat ja kirjeet".to_owned(), State::Opens(0, 1020)),
            ("Sekasin-chat".to_owned(), unsure),
        ]
    );
}

/// The template of `docs/region-pack.md`, its angle brackets filled in.
fn template() -> String {
    let guide = std::fs::read_to_string(root().join("docs/region-pack.md")).expect("the guide");
    let (_, rest) = guide.split_once("```json\n").expect("a template");
    let (template, _) = rest.split_once("```").expect("its end");
    template.replace(" or null without quotes", "").replace(['<', '>'], "")
}

#[test]
fn the_template_is_a_pack() {
    let pack = read(&template(), "fi").expect("a pack");
    assert_eq!(hours(&pack.lines[0]), [(0b001_1111, 540, 900)]);
    assert!(pack.lines[0].speaks("fi") && !pack.lines[0].speaks("sv"));
}

#[test]
fn a_mistake_in_a_pack_is_named() {
    let phone = "\"phone\": \"0401234567\"";
    for (right, wrong, field) in [
        ("\"112\"", "\"call us\"", "emergency"),
        (phone, "\"phone\": \"040 123\"", "phone"),
        (phone, "\"phone\": null", "phone_shown"),
        ("https://", "javascript:", "web"),
        ("[1, 2, 3, 4, 5]", "[0]", "hours"),
        ("[1, 2, 3, 4, 5]", "[]", "hours"),
        ("\"15.00\"", "\"8.00\"", "hours"),
        ("\"15.00\"", "\"24.01\"", "hours"),
        ("\"15.00\"", "\"15\"", "hours"),
        ("\"kind\": \"hours\"", "\"kind\": \"mostly\"", "kind"),
        ("\"2026-11\"", "\"November\"", "checked"),
        ("\"fi\": \"...\"", "\"fi\": \"\"", "name"),
    ] {
        let pack = template();
        assert!(pack.contains(right), "{right}");
        let broken = read(&pack.replacen(right, wrong, 1), "fi").err();
        assert_eq!(broken, Some(ContentError::Field(field)), "{wrong}");
    }
}
