//! A whole message as one text: for a text file or a paste.
//!
//! This form goes where the file's type is refused, and what carries it there breaks its lines,
//! quotes it, greets before and behind it and writes it in other encodings. Letters alone carry
//! the message and its first bytes say how many, so all else is passed over. That reads UTF-16 as
//! well, whose other half is not letters.

use ur::bytewords::{self, Style};

use super::receive::{UrError, byte_string};
use super::{TYPE, send};
use crate::seal::MOST_SEALED;

/// How many beginnings of a message are followed in one text: a reply may quote what it answers.
const MOST_BEGINNINGS: usize = 4;

/// Bytes of the checksum behind the payload.
const CHECKSUM_BYTES: usize = 4;

/// The whole sealed message as one text, however long.
pub fn to_text(sealed: &[u8]) -> String {
    let body = bytewords::encode(&send::byte_string(sealed), Style::Minimal);
    format!("ur:{TYPE}/{body}").to_ascii_uppercase()
}

/// The sealed bytes of the first whole message in a text, given as the bytes of its file.
///
/// # Errors
/// [`UrError::NotUr`] where none begins, [`UrError::TooManyParts`] for one of over 4 MiB, and
/// [`UrError::DamagedPart`] where letters are missing or changed.
pub fn from_text(file: &[u8]) -> Result<Vec<u8>, UrError> {
    let text: Vec<u8> = file
        .iter()
        .map(u8::to_ascii_lowercase)
        .filter(|letter| matches!(letter, b'a'..=b'z' | b':' | b'/'))
        .collect();
    let start = format!("ur:{TYPE}/").into_bytes();
    let mut problem = UrError::NotUr;
    let beginnings = text.windows(start.len()).enumerate().filter(|(_, window)| *window == start);
    for (place, _) in beginnings.take(MOST_BEGINNINGS) {
        match message(&text[place + start.len()..]) {
            Ok(sealed) => return Ok(sealed),
            Err(error) => problem = error,
        }
    }
    Err(problem)
}

/// The message that begins with these letters.
fn message(text: &[u8]) -> Result<Vec<u8>, UrError> {
    let mut letters = text.iter().filter(|letter| letter.is_ascii_lowercase());
    let head: Vec<u8> = letters.clone().take(10).copied().collect();
    let bytes = payload_len(&head).ok_or(UrError::DamagedPart)? + CHECKSUM_BYTES;
    if bytes > MOST_SEALED + 9 + CHECKSUM_BYTES {
        return Err(UrError::TooManyParts);
    }
    let body: String = letters.by_ref().take(2 * bytes).map(|letter| char::from(*letter)).collect();
    let payload = bytewords::decode(&body, Style::Minimal).map_err(|_| UrError::DamagedPart)?;
    byte_string(&payload).ok_or(UrError::DamagedPart)
}

/// How many bytes a CBOR byte string takes, head counted in, by its first five bytes as letters.
fn payload_len(head: &[u8]) -> Option<usize> {
    let mut bytes = head.chunks_exact(2).map_while(byte_of);
    let first = bytes.next()?;
    let more = match first {
        0x40..=0x57 => return Some(1 + usize::from(first - 0x40)),
        0x58..=0x5a => 1_usize << (first - 0x58),
        _ => return None,
    };
    let length = bytes.by_ref().take(more).collect::<Vec<u8>>();
    let number = length.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
    (length.len() == more).then(|| (1 + more).saturating_add(number))
}

/// The byte that two letters stand for.
fn byte_of(letters: &[u8]) -> Option<u8> {
    (0..=u8::MAX)
        .find(|byte| bytewords::encode(&[*byte], Style::Minimal).as_bytes()[..2] == *letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(len: u32) -> Vec<u8> {
        (0..len).flat_map(|place| (place * 31 % 251).to_be_bytes()[3..].to_vec()).collect()
    }

    fn wrapped(text: &str, before: &str, at: usize, end: &str) -> String {
        let lines = text.as_bytes().chunks(at);
        let line = |line: &[u8]| format!("{before}{}{end}", String::from_utf8_lossy(line));
        lines.map(line).collect()
    }

    #[test]
    fn a_text_carries_a_message_of_any_length() {
        for len in [0, 1, 23, 24, 255, 256, 65_535, 65_536, 100_000] {
            let text = to_text(&sealed(len));
            assert_eq!(from_text(text.as_bytes()), Ok(sealed(len)), "{len}");
            let lower = format!("  {}\n", text.to_lowercase());
            assert_eq!(from_text(lower.as_bytes()), Ok(sealed(len)), "{len}");
        }
    }

    #[test]
    fn what_mail_and_notepad_do_to_it_is_passed_over() {
        let text = to_text(&sealed(300));
        let greeted = format!("Hi Sanna,\r\n\r\n{text}\r\n\r\nBest wishes\r\nAino, ur: see you");
        for (name, changed) in [
            ("wrapped at 76", wrapped(&text, "", 76, "\r\n")),
            ("wrapped within its first word", wrapped(&text, "", 5, "\n")),
            ("quoted", wrapped(&text, "> ", 76, "\n")),
            ("quoted twice", wrapped(&text, ">> ", 72, "\r\n")),
            ("quoted-printable", wrapped(&text, "", 75, "=\r\n")),
            ("a byte order mark", format!("\u{feff}{text}")),
            ("a greeting around it", greeted.clone()),
            ("a greeting around it, all wrapped", wrapped(&greeted, "> ", 40, "\n")),
            ("a greeting in its line", format!("Tässä: {text} Terveisin Åsa")),
            ("blanks and soft hyphens", wrapped(&text, " ", 10, "\u{ad}")),
        ] {
            assert_eq!(from_text(changed.as_bytes()), Ok(sealed(300)), "{name}");
            let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
                let marked = format!("\u{feff}{changed}");
                marked.encode_utf16().flat_map(bytes).collect()
            };
            for file in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
                assert_eq!(from_text(&file), Ok(sealed(300)), "{name}, UTF-16");
            }
        }
    }

    #[test]
    fn a_whole_message_behind_a_broken_one_is_found() {
        let (broken, whole) = (to_text(&sealed(300)), to_text(&sealed(40)));
        let text = format!("{}\n\n{whole}", &broken[..100]);
        assert_eq!(from_text(text.as_bytes()), Ok(sealed(40)));
    }

    #[test]
    fn what_is_missing_or_changed_is_damage() {
        let text = to_text(&sealed(300));
        let changed = text.replacen("AE", "AD", 1);
        assert_ne!(changed, text);
        for damaged in [&text[..text.len() - 1], &text[..60], &text[..13], &text[..11], &changed] {
            assert_eq!(from_text(damaged.as_bytes()), Err(UrError::DamagedPart), "{damaged}");
        }
    }

    #[test]
    fn what_is_no_message_is_said() {
        for text in ["", "hello", "ur:bytes/iehsjyhspmwfwfia", "https://example.org/ur:askelm"] {
            assert_eq!(from_text(text.as_bytes()), Err(UrError::NotUr), "{text}");
        }
        // 0x5a ff ff ff ff: a byte string of 4 GiB.
        assert_eq!(from_text(b"UR:ASKELMA/HTZMZMZMZM"), Err(UrError::TooManyParts));
    }
}
