//! The forms that files come in: zips, several at once, encodings.

use super::{case, clock, comes, file, moods, nights, preview, refused, ticks, zip};
use askelma_files::{FileError, NamedFile, Source};

#[test]
fn zips_of_every_maker_are_opened_or_told() {
    for name in ["cp850-name", "data-descriptor", "utf8-flag", "zip64"] {
        let preview = comes(&format!("05-zip-forms/{name}.zip"));
        assert_eq!(ticks(&preview), ["2026-11-23 Walk"], "{name}");
    }
    assert_eq!(refused("05-zip-forms/bzip2.zip"), Some(FileError::Packed));
    // No table in it: Daylio's own backup is such a zip.
    let backup =
        NamedFile { name: "a.daylio".to_owned(), bytes: zip(&[("backup.daylio", b"e30=")]) };
    assert_eq!(preview(&[backup]).err(), Some(FileError::NotKnown));
}

#[test]
fn a_zip_of_a_whole_folder_leaves_no_table_out() {
    let daylio = case("13-two-files/a-daylio.csv").bytes;
    let habit = case("03-loop-one-habit/Checkmarks.csv").bytes;
    let bytes = zip(&[
        ("old/Checkmarks.csv", b"Date,Walk,\n2026-11-23,YES_MANUAL,\n"),
        ("old/001 Walk/Checkmarks.csv", &habit),
        ("old/moods/daylio.csv", &daylio),
        ("001 Read/Checkmarks.csv", &habit),
    ]);
    let preview = preview(&[NamedFile { name: "old.zip".to_owned(), bytes }]).expect("known");
    assert_eq!((preview.moods, preview.bad.count), (1, 0));
    assert_eq!(ticks(&preview), ["2026-11-20 Read", "2026-11-23 Read", "2026-11-23 Walk"]);
}

#[test]
fn files_that_are_chosen_together_all_come() {
    let files = ["a-daylio.csv", "b-daylio.csv", "c-plees.csv"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let files = order.map(|index| case(&format!("13-two-files/{}", files[index])));
        let preview = preview(&files).expect("known");
        let times: Vec<_> = moods(&preview).into_iter().map(|(at, mood, _)| (at, mood)).collect();
        let expected = [("2025-11-23 12:00".to_owned(), 3), ("2026-11-23 12:00".to_owned(), 4)];
        assert_eq!(times, expected);
        let night = &nights(&preview)[0];
        assert_eq!((clock(night.tried).as_str(), preview.nights), ("2026-11-23 23:15", 1));
        let mut sources = preview.sources;
        sources.sort_by_key(|source| *source != Source::Daylio);
        assert_eq!((sources, preview.unread), (vec![Source::Daylio, Source::Plees], Vec::new()));
    }
}

#[test]
fn a_backup_comes_beside_other_files() {
    let made_at = askelma_diary::time::Instant::new(1_795_000_000, 120).expect("in range");
    let backup = askelma_files::backup::to_json(&[], made_at).expect("nothing in it");
    let files = [case("13-two-files/a-daylio.csv"), file("askelma.json", &backup)];
    let preview = preview(&files).expect("known");
    assert_eq!(preview.sources, [Source::Daylio, Source::Backup]);
    assert_eq!((preview.moods, preview.made_at), (1, Some(made_at)));
}

#[test]
fn utf_16_of_either_end_is_read_with_its_mark_and_without() {
    let text = "full_date\ttime\tmood\tnote\r\n2026-11-23\t12:00\tgood\työ\r\n";
    let bytes = |mark: bool, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some('\u{feff}');
        let text: String = mark.into_iter().chain(text.chars()).collect();
        text.encode_utf16().flat_map(unit).collect()
    };
    for bytes in [
        bytes(true, u16::to_le_bytes),
        bytes(true, u16::to_be_bytes),
        bytes(false, u16::to_le_bytes),
        bytes(false, u16::to_be_bytes),
    ] {
        let preview = preview(&[NamedFile { name: "a.txt".to_owned(), bytes }]).expect("known");
        assert_eq!(moods(&preview), [("2026-11-23 12:00".to_owned(), 4, "yö".to_owned())]);
    }
}
