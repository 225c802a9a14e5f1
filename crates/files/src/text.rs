//! Bytes of files as text.

use crate::FileError;

/// What Windows-1252 has where Latin 1 has controls; those without a sign are `\0`.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// UTF-8 with or without its mark, or UTF-16 with it.
pub fn decoded(bytes: &[u8]) -> Result<String, FileError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

/// The same, and what spreadsheets save besides: UTF-16 without its mark, and Windows-1252.
pub fn decoded_table(bytes: &[u8]) -> Result<String, FileError> {
    match bytes {
        [_, 0, _, 0, ..] => wide(bytes, u16::from_le_bytes),
        [0, _, 0, _, ..] => wide(bytes, u16::from_be_bytes),
        _ => match decoded(bytes) {
            Err(FileError::Encoding) if bytes.contains(&0) => Err(FileError::NotKnown),
            Err(FileError::Encoding) => windows(bytes),
            other => other,
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| rest.is_empty()).ok_or(FileError::Encoding)
}

fn utf8(bytes: &[u8]) -> Result<String, FileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::Encoding)?;
    // A text of the apps holds no such byte; a picture or a program does.
    if text.contains('\0') { Err(FileError::NotKnown) } else { Ok(text.to_owned()) }
}

/// What Windows writes in the languages of western and northern Europe.
fn windows(bytes: &[u8]) -> Result<String, FileError> {
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
    // A text of other letters, Cyrillic or Greek, has more of such bytes than of these letters:
    // read in this way it would be nonsense.
    if count(|byte| !byte.is_ascii()) > count(u8::is_ascii_alphabetic) {
        return Err(FileError::Encoding);
    }
    let sign = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(*byte),
    };
    let text: String = bytes.iter().map(sign).collect();
    if text.contains('\0') { Err(FileError::Encoding) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_mark() {
        assert_eq!(decoded(b"\xef\xbb\xbfa,b"), Ok("a,b".to_owned()));
        assert_eq!(decoded(b"\xff\xfea\0\xe4\0"), Ok("aä".to_owned()));
        assert_eq!(decoded(b"\xfe\xff\0a\0\xe4"), Ok("aä".to_owned()));
        assert_eq!(decoded(b"\xff\xfea"), Err(FileError::Encoding));
        assert_eq!(decoded(b"\xe4iti"), Err(FileError::Encoding));
        assert_eq!(decoded(b"a\0b"), Err(FileError::NotKnown));
    }

    #[test]
    fn tables_come_as_spreadsheets_save_them() {
        let read = |bytes: &[u8]| decoded_table(bytes);
        assert_eq!(read(b"\xe4iti \x80\x85"), Ok("äiti €…".to_owned()));
        assert_eq!(read(b"a\0\xe4\0"), Ok("aä".to_owned()));
        assert_eq!(read(b"\0a\0\xe4"), Ok("aä".to_owned()));
        assert_eq!(read("äiti".as_bytes()), Ok("äiti".to_owned()));
        // No sign stands there, and "Привет" of Windows-1251 is no word of Windows-1252.
        assert_eq!(read(b"abc\x81"), Err(FileError::Encoding));
        assert_eq!(read(b"a,\xcf\xf0\xe8\xe2\xe5\xf2"), Err(FileError::Encoding));
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(FileError::NotKnown));
    }
}
